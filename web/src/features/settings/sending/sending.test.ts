import { describe, expect, it } from "vitest";
import type { Sending } from "@/api/model";
import { judged, warmUp } from "./rates";

const seen = (counts: Partial<Sending["judged"]>) =>
  ({
    least: 100,
    most_bounced: 0.05,
    most_complained: 0.001,
    judged: { sent: 0, delivered: 0, bounced: 0, complained: 0, ...counts },
  }) as Sending;

describe("the rates", () => {
  it("judge nothing below the least number of mails", () => {
    const few = judged(seen({ sent: 3, bounced: 1 }), "all");
    expect([few.few, few.bounced.over, few.bounced.share]).toEqual([true, false, 1 / 3]);
  });
  it("are over at the limit itself", () => {
    expect(judged(seen({ sent: 100, bounced: 5 }), "all").bounced.over).toBe(true);
    expect(judged(seen({ sent: 2000, complained: 1 }), "all").complained.over).toBe(false);
  });
});
describe("the warm-up", () => {
  it("grows with each day of use up to its most", () => {
    expect(warmUp({ first: 50, growth: 50, most: 200 })).toEqual([50, 75, 112, 168, 200]);
    expect(warmUp({ first: 50, growth: 0, most: 200 })).toEqual([50]);
    expect(warmUp({ first: 500, growth: 50, most: 200 })).toEqual([200]);
  });
});
