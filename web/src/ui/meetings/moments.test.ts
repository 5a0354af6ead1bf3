import { expect, it } from "vitest";
import { byDay, clockOf, instantOf, iso, minutesOf, mondayOf, overlaps, wallOf, weekdayOf } from "./moments";

const at = (day: string, minutes: number, zone: string) => iso(instantOf(day, minutes, zone));

it("finds the instant at which a clock says so, in summer, in winter, and across the date line", () => {
  expect(at("2026-11-27", 570, "Europe/Paris")).toBe("2026-11-27T08:30:00Z");
  expect(at("2026-07-01", 570, "Europe/Paris")).toBe("2026-07-01T07:30:00Z");
  expect(at("2026-11-27", 480, "Pacific/Auckland")).toBe("2026-11-26T19:00:00Z");
  expect(at("2026-11-27", 1200, "America/Los_Angeles")).toBe("2026-11-28T04:00:00Z");
  expect(at("2026-11-27", 1440, "Europe/Paris")).toBe("2026-11-27T23:00:00Z");
});
it("stays on the day when clocks change", () => {
  // In Paris, 2026-03-29 has no half past two, and 2026-10-25 has it twice.
  expect(["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"]).toContain(at("2026-03-29", 150, "Europe/Paris"));
  expect(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]).toContain(at("2026-10-25", 150, "Europe/Paris"));
  expect(at("2026-03-29", 540, "Europe/Paris")).toBe("2026-03-29T07:00:00Z");
  expect(at("2026-10-25", 540, "Europe/Paris")).toBe("2026-10-25T08:00:00Z");
});
it("reads an instant as the clock of a zone says it", () => {
  expect(wallOf("2026-11-27T08:30:00Z", "Europe/Paris")).toEqual({ day: "2026-11-27", minutes: 570 });
  expect(wallOf("2026-11-27T23:15:00Z", "Europe/Paris")).toEqual({ day: "2026-11-28", minutes: 15 });
});
it("writes and reads clocks", () => {
  expect([clockOf(0), clockOf(570), clockOf(1440)]).toEqual(["00:00", "09:30", "24:00"]);
  expect(minutesOf("17:45")).toBe(1065);
});
it("knows the Monday of a week", () => {
  expect(["2026-11-23", "2026-11-26", "2026-11-29"].map(mondayOf)).toEqual(["2026-11-23", "2026-11-23", "2026-11-23"]);
  expect([weekdayOf("2026-11-23"), weekdayOf("2026-11-29")]).toEqual([1, 7]);
});
it("sees who meets whom: an end is free again", () => {
  const taken = { begins: "2026-11-27T09:00:00Z", ends: "2026-11-27T10:00:00Z" };
  expect(overlaps("2026-11-27T08:00:00Z", 60, taken)).toBe(false);
  expect(overlaps("2026-11-27T08:15:00Z", 60, taken)).toBe(true);
  expect(overlaps("2026-11-27T10:00:00Z", 60, taken)).toBe(false);
});
it("groups instants by the day of a zone", () => {
  const all = ["2026-11-27T23:30:00Z", "2026-11-27T08:00:00Z"];
  expect(byDay(all, (one) => one, "Europe/Paris").map((group) => group.day)).toEqual(["2026-11-27", "2026-11-28"]);
});
