import { describe, expect, it } from "vitest";
import type { Step } from "./model";
import { across, allowed, columns, placed } from "./picture";
import { fresh, inUnit, standard } from "./steps";

const zone = "Europe/Paris";
const monday = new Date("2026-11-23T09:00:00Z"); // 10:00 in Paris
const mail = (id: string): Step => ({ ...fresh("mail", "en", id) }) as Step;
const task = (id: string): Step => fresh("task", "en", id);
const wait = (id: string, amount: number, unit: "business_days" | "days" | "hours" | "minutes" = "business_days"): Step =>
  inUnit(fresh("wait", "en", id) as Extract<Step, { do: "wait" }>, amount, unit);
const when = (steps: Step[], begins = monday) =>
  placed(steps, standard, begins, zone).map(({ id, number, day, minutes }) => [id, number, day, minutes / 60]);

describe("a step", () => {
  it("comes when those before it were waited for, and is numbered without the waits", () => {
    expect(when([mail("a"), wait("w", 3), mail("b"), wait("v", 4), task("c")])).toEqual([
      ["a", 1, "2026-11-23", 10],
      ["b", 2, "2026-11-26", 10],
      ["c", 3, "2026-12-02", 10],
    ]);
  });
  it("that is a mail leaves within the hours and days of the sequence", () => {
    expect(when([mail("a")], new Date("2026-11-27T18:30:00Z"))).toEqual([["a", 1, "2026-11-30", 9]]);
    expect(when([mail("a")], new Date("2026-11-23T05:00:00Z"))).toEqual([["a", 1, "2026-11-23", 9]]);
  });
  it("that is a task may come on a weekend, and what follows counts from there", () => {
    expect(when([mail("a"), wait("w", 5, "days"), task("b"), mail("c")])).toEqual([
      ["a", 1, "2026-11-23", 10],
      ["b", 2, "2026-11-28", 10],
      ["c", 3, "2026-11-30", 9],
    ]);
  });
  it("after a few minutes stands on the same day", () => {
    expect(when([mail("a"), wait("w", 90, "minutes"), mail("b")])).toEqual([
      ["a", 1, "2026-11-23", 10],
      ["b", 2, "2026-11-23", 11.5],
    ]);
  });
});
it("keeps a moment where no day is chosen, until one is", () => {
  const at = { day: "2026-11-23", minutes: 30 };
  expect(allowed(at, { ...standard, days: [] })).toEqual(at);
});

describe("the picture", () => {
  const draw = (steps: Step[]) => columns(placed(steps, standard, monday, zone), standard, "2026-11-23");

  it("has every day to the one after the last step, and shades those on which nothing leaves", () => {
    const days = draw([mail("a"), wait("w", 5), mail("b")]);
    expect(days.map((one) => one.day.slice(8))).toEqual(["23", "24", "25", "26", "27", "28", "29", "30", "01"]);
    expect(days.filter((one) => one.off).map((one) => one.day.slice(8))).toEqual(["28", "29"]);
  });
  it("draws long silences as one column", () => {
    const days = draw([mail("a"), wait("w", 90, "days"), mail("b")]);
    expect(days.map((one) => (one.gap ? one.days : one.day.slice(5)))).toEqual(
      ["11-23", "11-24", 88, "02-21", "02-22", "02-23"].map((x) => x),
    );
  });
  it("sets steps of one day beside each other", () => {
    const days = draw([mail("a"), wait("w", 10, "minutes"), mail("b")]);
    const at = across(days);
    expect((at.get("a") ?? 1) < (at.get("b") ?? 0)).toBe(true);
    expect(days[0]?.width).toBeGreaterThan(1);
  });
});
