import { expect, it } from "vitest";
import { holidays, isWorking, plusWorkingDays, weekdayOf } from "./workdays";

it("knows the eleven holidays of a year", () => {
  expect([...holidays(2026)].sort()).toEqual([
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
  ]);
});
it("numbers Monday 0 and Sunday 6", () => {
  expect(weekdayOf("2026-11-23")).toBe(0);
  expect(weekdayOf("2026-11-29")).toBe(6);
});
it("steps over weekends and holidays", () => {
  expect(isWorking("2026-12-25")).toBe(false);
  expect(plusWorkingDays("2026-12-24", 1)).toBe("2026-12-28");
  expect(plusWorkingDays("2026-11-26", 0)).toBe("2026-11-26");
});
