import { describe, expect, it } from "vitest";
import { readPeople } from "./filter";

const step = `stp_${"0".repeat(26)}`;

describe("which people of a sequence an address names", () => {
  it("reads who did a step, and drops what says something else beside it", () => {
    expect(readPeople({ step, did: true })).toEqual({ step, did: true });
    expect(readPeople({ step, did: true, state: "stopped" })).toEqual({ step, did: true });
  });
  it("asks who did something of a step alone", () => {
    expect(readPeople({ did: true, state: "paused" })).toEqual({ state: "paused" });
    expect(readPeople({ step, did: "yes" })).toEqual({ step });
  });
});
