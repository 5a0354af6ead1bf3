import { describe, expect, it } from "vitest";
import { readPeople } from "./filter";

const step = `stp_${"0".repeat(26)}`;

describe("which people of a sequence an address names", () => {
  it("reads who did a step, and drops what says something else beside it", () => {
    expect(readPeople({ step, did: "done" })).toEqual({ step, did: "done" });
    expect(readPeople({ step, did: "clicked", state: "stopped" })).toEqual({ step, did: "clicked" });
    expect(readPeople({ step, did: "read" })).toEqual({ step });
  });
  it("asks who did something of a step alone", () => {
    expect(readPeople({ did: "done", state: "paused" })).toEqual({ state: "paused" });
    expect(readPeople({ step, did: "yes" })).toEqual({ step });
  });
});
