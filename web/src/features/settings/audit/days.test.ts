import { expect, it } from "vitest";
import type { AuditLine } from "@/api/settings";
import { areSound, asked, byDay, daysOf, within } from "./days";
import { readAudit } from "./filter";

const line = (at: string) => ({ id: at, at }) as AuditLine;

it("keeps of an address what it knows, and nothing else", () => {
  const member = `mem_${"0".repeat(26)}`;
  expect(readAudit({ member, act: "saw", kind: "note", from: "2026-11-01", to: 3, person: "x", q: "y" })).toEqual({
    member,
    act: "saw",
    kind: "note",
    from: "2026-11-01",
  });
});
it("shows thirty days when nobody says otherwise", () => {
  expect(daysOf({}, "2026-11-26")).toEqual({ from: "2026-10-27", to: "2026-11-26" });
  expect(daysOf({ to: "2026-03-31" }, "2026-11-26")).toEqual({ from: "2026-03-01", to: "2026-03-31" });
});
it("takes no range that ends before it begins, or is longer than a year", () => {
  expect(areSound({ from: "2026-11-02", to: "2026-11-01" })).toBe(false);
  expect(areSound({ from: "2025-11-01", to: "2026-11-26" })).toBe(false);
  expect(areSound({ from: "2026-11-01", to: "2026-11-01" })).toBe(true);
});
it("asks for the UTC days that cover a day of the reader, east and west", () => {
  const day = { from: "2026-11-26", to: "2026-11-26" };
  expect(asked({}, day, "Europe/Paris")).toEqual({ since: "2026-11-25", until: "2026-11-26" });
  expect(asked({ act: "took" }, day, "America/Montreal")).toEqual({ act: "took", since: "2026-11-26", until: "2026-11-27" });
});
it("keeps what happened on those days where the reader is", () => {
  const lines = [line("2026-11-26T23:30:00Z"), line("2026-11-25T23:30:00Z"), line("2026-11-25T22:30:00Z")];
  const day = { from: "2026-11-26", to: "2026-11-26" };
  expect(within(lines, day, "Europe/Paris").map((l) => l.at)).toEqual(["2026-11-25T23:30:00Z"]);
  expect(byDay(lines, "Europe/Paris").map((g) => [g.day, g.lines.length])).toEqual([
    ["2026-11-27", 1],
    ["2026-11-26", 1],
    ["2026-11-25", 1],
  ]);
});
