import { describe, expect, it } from "vitest";
import { nextWorkingDay, taskDue, type When } from "./due";

const fr = { language: "fr", zone: "Europe/Paris" } as const;
const en = { language: "en", zone: "Europe/Paris" } as const;
const now = new Date("2026-11-23T08:37:00Z"); // a Monday, 09:37 in Paris
const allDay = (on: string): When => ({ on, at: null, due_at: `${on}T00:00:00Z`, state: "open", done_at: null });
const timed = (due_at: string): When => ({ on: due_at.slice(0, 10), at: "09:00", due_at, state: "open", done_at: null });

describe("a task that is late", () => {
  it("says the hour it was due at today", () => {
    expect(taskDue(timed("2026-11-23T07:30:00Z"), now, fr)).toEqual({ state: "late", key: "sinceTime", text: "8\u00a0h\u00a030" });
  });
  it("says yesterday, then the weekday, then the date", () => {
    expect(taskDue(allDay("2026-11-22"), now, fr).key).toBe("sinceYesterday");
    expect(taskDue(allDay("2026-11-20"), now, fr)).toEqual({ state: "late", key: "sinceDay", text: "vendredi" });
    expect(taskDue(allDay("2026-11-12"), now, en)).toEqual({ state: "late", key: "sinceDate", text: "12 Nov" });
  });
  it("is not late before its day is over where the reader is", () => {
    const evening = new Date("2026-11-24T04:00:00Z");
    const task = allDay("2026-11-23");
    expect(taskDue(task, evening, { ...en, zone: "America/New_York" }).state).toBe("soon");
    expect(taskDue(task, evening, en).state).toBe("late");
  });
});
describe("a task to come", () => {
  it("says a time of today alone, and a whole day as today", () => {
    expect(taskDue(timed("2026-11-23T14:00:00Z"), now, fr)).toEqual({ state: "soon", key: null, text: "15:00" });
    expect(taskDue(allDay("2026-11-23"), now, fr)).toEqual({ state: "soon", key: "today", text: "" });
  });
  it("says the weekday within a week, and the date after it", () => {
    expect(taskDue(allDay("2026-11-26"), now, fr)).toEqual({ state: "ok", key: null, text: "Jeudi\u00a026" });
    expect(taskDue(timed("2026-11-26T09:00:00Z"), now, en).text).toBe("Thursday\u00a026, 10:00");
    expect(taskDue(allDay("2026-12-15"), now, fr).text).toBe("15 déc.");
  });
  it("is read in the zone of who reads it", () => {
    const late = timed("2026-11-24T04:00:00Z");
    expect(taskDue(late, now, en).key).toBe("tomorrowAt");
    expect(taskDue(late, now, { ...en, zone: "America/New_York" })).toEqual({ state: "soon", key: null, text: "23:00" });
  });
  it("is soon until the next working day", () => {
    expect(nextWorkingDay("2026-11-27")).toBe("2026-11-30");
    expect(taskDue(allDay("2026-11-30"), new Date("2026-11-27T09:00:00Z"), fr).state).toBe("soon");
    expect(taskDue(allDay("2026-11-25"), now, fr).state).toBe("ok");
  });
});
it("a task that is done says when", () => {
  expect(taskDue({ ...allDay("2026-11-20"), state: "done", done_at: "2026-11-21T09:00:00Z" }, now, fr)).toEqual({
    state: "done",
    key: "doneOn",
    text: "21 nov.",
  });
});
