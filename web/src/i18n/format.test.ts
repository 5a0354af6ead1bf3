import { describe, expect, it } from "vitest";
import { ago, bytes, clock, day, daysAway, instantOf, period, spokenTime, type Reader } from "./format";

const fr: Reader = { language: "fr", zone: "Europe/Paris" };
const en: Reader = { language: "en", zone: "Europe/Paris" };
const now = new Date("2026-11-24T10:00:00Z");

describe("times", () => {
  it("are shown in the reader's zone", () => {
    expect(clock("2026-11-24T13:30:00Z", fr)).toBe("14:30");
    expect(clock("2026-11-24T13:30:00Z", { ...fr, zone: "America/New_York" })).toBe("08:30");
  });
  it("are said with an h in French sentences", () => {
    expect(spokenTime("2026-11-24T13:30:00Z", fr)).toBe("14\u00a0h\u00a030");
    expect(spokenTime("2026-11-24T13:00:00Z", fr)).toBe("14\u00a0h");
    expect(spokenTime("2026-11-24T13:30:00Z", en)).toBe("14:30");
  });
});
describe("days", () => {
  it("of an event are a day, or an instant in the reader's zone", () => {
    expect(day(instantOf("2026-12-24"), now, fr)).toBe(day("2026-12-24T12:00:00Z", now, fr));
    expect(day(instantOf("2026-12-24T23:30:00Z"), now, fr)).toBe(day("2026-12-25T12:00:00Z", now, fr));
  });
  it("are counted by calendar, not by hours", () => {
    expect(daysAway("2026-11-23T23:30:00Z", now, "Europe/Paris")).toBe(0);
    expect(daysAway("2026-11-23T22:30:00Z", now, "Europe/Paris")).toBe(-1);
  });
  it("survive the change of the clocks", () => {
    expect(daysAway("2026-10-25T12:00:00Z", new Date("2026-10-24T12:00:00Z"), "Europe/Paris")).toBe(1);
  });
  it("are relative for a week, then dates", () => {
    expect(ago("2026-11-23T09:00:00Z", now, fr)).toBe("hier");
    expect(ago("2026-11-20T09:00:00Z", now, en)).toBe("4 days ago");
    expect(ago("2026-11-12T09:00:00Z", now, fr)).toBe("12 nov.");
  });
  it("name the year when it is another one", () => {
    expect(day("2024-11-12T09:00:00Z", now, en)).toBe("12 Nov 2024");
    expect(day("2026-11-12T09:00:00Z", now, en)).toBe("12 Nov");
  });
});
it("sizes are decimal and short", () => {
  expect(bytes(431, en)).toBe("431\u00a0B");
  expect(bytes(181_600, en)).toBe("182\u00a0kB");
  expect(bytes(2_140_000, fr)).toBe("2,1\u00a0Mo");
  expect(bytes(999_800, en)).toBe("1\u00a0MB");
});
it("periods say months, and today", () => {
  expect(period("2022-03", fr, "aujourd’hui")).toBe("mars 2022");
  expect(period("2019", en, "today")).toBe("2019");
  expect(period("present", en, "today")).toBe("today");
});
