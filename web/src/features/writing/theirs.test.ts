import { describe, expect, it } from "vitest";
import { theirTimes } from "./theirs";

const clock = (zone: string, told_by: "location" | "phone" = "location") => ({
  zone,
  told_by,
  days: [0, 1, 2, 3, 4],
  from_hour: 8,
  to_hour: 19,
});
const paris = { language: "en" as const, zone: "Europe/Paris" };
const MORNING = "2026-11-24T08:00:00.000Z"; // Tuesday, nine o'clock in Paris

describe("what clocks show where people live", () => {
  it("is told where it is not what the reader's shows", () => {
    const people = [
      { name: "Amina", clock: clock("America/Cayenne") },
      { name: "Kofi", clock: clock("Europe/Brussels") },
      { name: "Ruth", clock: null },
    ];

    expect(theirTimes(people, MORNING, paris)).toEqual([
      { names: ["Amina"], time: "05:00", day: "Tuesday", told: "location", how: "night" },
    ]);
    expect(theirTimes(people, MORNING, { language: "fr", zone: "America/Cayenne" })[0]).toMatchObject({
      names: ["Kofi"],
      time: "9\u00a0h",
      day: "mardi",
    });
  });
  it("says whether they may be written to then: by day and hour there", () => {
    const how = (zone: string, at: string) => theirTimes([{ name: "Amina", clock: clock(zone) }], at, paris)[0]?.how;

    expect(how("Asia/Tokyo", MORNING)).toBe("open"); // 17:00
    expect(how("Pacific/Noumea", MORNING)).toBe("quiet"); // 19:00
    expect(how("Asia/Tokyo", "2026-11-27T15:30:00Z")).toBe("night"); // Saturday, 00:30
    expect(how("Asia/Tokyo", "2026-11-29T01:30:00Z")).toBe("quiet"); // Sunday, 10:30
    expect(how("Asia/Tokyo", "2026-11-29T23:30:00Z")).toBe("open"); // Monday, 08:30
  });
  it("is night whatever the rules allow", () => {
    const always = { ...clock("Asia/Tokyo"), days: [0, 1, 2, 3, 4, 5, 6], from_hour: 0, to_hour: 24 };

    expect(theirTimes([{ name: "Aoi", clock: always }], "2026-11-24T15:30:00Z", paris)[0]?.how).toBe("night");
  });
  it("names those together whom it reaches at the same time, and first whom it wakes", () => {
    const people = [
      { name: "Aoi", clock: clock("Asia/Tokyo") },
      { name: "Amina", clock: clock("America/Cayenne") },
      { name: "Ren", clock: clock("Asia/Tokyo") },
      { name: null, clock: clock("Asia/Tokyo", "phone") },
    ];

    expect(theirTimes(people, MORNING, paris).map(({ names, told }) => [names, told])).toEqual([
      [["Amina"], "location"],
      [["Aoi", "Ren"], "location"],
      [[null], "phone"],
    ]);
  });
});
