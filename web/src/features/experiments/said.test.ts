import { describe, expect, it } from "vitest";
import type { Opened, Result, Verdict } from "@/api/experiments";
import { next, percent, scale, shortly } from "./said";

const result = (high: number | null): Result =>
  ({ variant: "a", sent: 10, waiting: 0, counted: 10, hits: 1, early: 0, rate: 0.1, low: 0, high }) as Result;
const verdict = (over: Partial<Verdict>): Verdict =>
  ({ said: "not_enough", winner: null, leading: [], more: null, days: 3, minimum: false, results: [], ...over }) as Verdict;

describe("what is said of an experiment", () => {
  it("is a number of people while there are too few, and days when they only have to be waited for", () => {
    expect(next(verdict({ more: 640 }))).toEqual({ key: "experiments.more", values: { count: 640 } });
    expect(next(verdict({ more: 0 }))).toEqual({ key: "experiments.onlyWait", values: { count: 3 } });
    expect(next(verdict({ said: "winner" }))).toBeNull();
  });
  it("names who won, and never somebody while nobody has", () => {
    const opened = (over: Partial<Verdict>) =>
      ({ experiment: { state: "running", adopted: null }, verdict: verdict(over) }) as unknown as Opened;

    expect(shortly(opened({ said: "winner", winner: "b" })).values).toEqual({ letter: "B" });
    expect(shortly(opened({ more: 50, leading: ["b"] })).key).toBe("experiments.short_more");
  });
});
describe("the picture", () => {
  it("has a round end above every interval, and a few marks", () => {
    expect(scale([result(0.23), result(0.31)])).toEqual({ top: 0.4, ticks: [0, 0.1, 0.2, 0.3, 0.4] });
    expect(scale([result(null)])).toEqual({ top: 0.05, ticks: [0, 0.01, 0.02, 0.03, 0.04, 0.05] });
    expect(scale([result(1)]).top).toBe(1);
  });
  it("says rates as people do", () => {
    expect([percent(0.046, "fr"), percent(0.126, "en"), percent(0, "en"), percent(1, "en")]).toEqual(["4,6\u202f%", "13%", "0%", "100%"]);
  });
});
