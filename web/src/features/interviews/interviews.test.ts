import { describe, expect, it } from "vitest";
import type { Interview } from "@/api/interviews";
import { begin, busyAt, draftOf, editOf, missing, newOf, withoutOwn } from "./draft";
import { nextThenPast, standingOf } from "./standing";

const now = new Date("2026-11-26T10:00:00Z");
const fresh = begin({ language: "fr", zone: "Europe/Paris", me: "mem_1", today: "2026-11-26" });
const held = (more: Partial<Interview>): Interview =>
  ({
    id: "itv_1",
    kind: "video",
    title: null,
    message: "",
    place: null,
    video_url: null,
    duration_minutes: 30,
    interviewers: [{ member_id: "mem_1", name: "A" }],
    language: "en",
    zone: "America/Montreal",
    ask_scorecards: false,
    offer: null,
    state: "booked",
    starts_at: "2026-11-27T09:00:00Z",
    changed: { at: "2026-11-20T09:00:00Z" },
    ...more,
  }) as Interview;

describe("a draft", () => {
  it("begins with days that can be offered at once", () => {
    expect(missing(fresh, "new", now)).toEqual([]);
    expect(newOf(fresh, "Europe/Paris")).toMatchObject({ offer: { by: "windows", first: "2026-11-27", zone: "Europe/Paris" } });
  });
  it("says what is missing, the first to be mended first", () => {
    const bare = { ...fresh, interviewers: [], way: "slots" as const, video: "meet.example/1" };
    expect(missing(bare, "new", now)).toEqual(["interviewers", "video", "starts"]);
    expect(missing({ ...fresh, way: "now" }, "new", now)).toEqual(["at"]);
    expect(missing({ ...fresh, way: "now", at: "2026-11-26T09:45:00Z" }, "new", now)).toEqual(["at"]);
    expect(missing({ ...fresh, first: "2026-12-02", last: "2026-12-01" }, "new", now)).toEqual(["days"]);
    expect(missing({ ...fresh, hours: [{ days: [], begins: "09:00", ends: "10:00" }] }, "new", now)).toEqual(["hours"]);
  });
  it("is too much for too many at once", () => {
    expect(missing({ ...fresh, minutes: 240, interviewers: ["a", "b", "c"] }, "new", now)).toEqual(["tooMuch"]);
  });
  it("asks to change only what differs", () => {
    const before = held({ place: "Quai 3" });
    const same = draftOf(before, "edit", fresh);
    expect(editOf(same, before)).toEqual({});
    expect(editOf({ ...same, place: " ", ask: true }, before)).toEqual({ place: null, ask_scorecards: true });
  });
  it("leaves out a link that a phone call has no use for", () => {
    expect(newOf({ ...fresh, kind: "phone", video: "https://meet.example/1" }, "Europe/Paris").video_url).toBeNull();
  });
});
describe("colleagues", () => {
  const busy = [
    { member_id: "mem_1", begins: "2026-11-27T09:00:00Z", ends: "2026-11-27T09:30:00Z" },
    { member_id: "mem_2", begins: "2026-11-27T09:15:00Z", ends: "2026-11-27T10:00:00Z" },
  ];
  it("are busy when their time is touched", () => {
    expect(busyAt(busy, "2026-11-27T08:30:00Z", 30)).toEqual([]);
    expect(busyAt(busy, "2026-11-27T08:30:00Z", 60)).toEqual(["mem_1", "mem_2"]);
  });
  it("are not kept from an interview by itself", () => {
    expect(withoutOwn(busy, held({})).map((one) => one.member_id)).toEqual(["mem_2"]);
  });
});
describe("an interview", () => {
  it("waits for somebody to say what became of it once it has begun", () => {
    expect(standingOf(held({}), now)).toBe("booked");
    expect(standingOf(held({ starts_at: "2026-11-26T09:00:00Z" }), now)).toBe("unsettled");
  });
  it("is silent when every time that was offered is over", () => {
    const offer = (at: string) => held({ state: "proposed", starts_at: null, offer: { by: "slots", starts: [at] } });
    expect(standingOf(offer("2026-11-27T09:00:00Z"), now)).toBe("waiting");
    expect(standingOf(offer("2026-11-25T09:00:00Z"), now)).toBe("silent");
  });
  it("stands with what is next, the soonest first, or with what is past, the last first", () => {
    const all = [
      held({ id: "1", state: "held", starts_at: "2026-11-01T09:00:00Z" }),
      held({ id: "2", state: "proposed", starts_at: null }),
      held({ id: "3", starts_at: "2026-12-01T09:00:00Z" }),
      held({ id: "4", state: "cancelled", starts_at: "2026-11-10T09:00:00Z" }),
      held({ id: "5" }),
    ];
    const { next, past } = nextThenPast(all);
    expect([next.map((i) => i.id), past.map((i) => i.id)]).toEqual([
      ["5", "3", "2"],
      ["4", "1"],
    ]);
  });
});
