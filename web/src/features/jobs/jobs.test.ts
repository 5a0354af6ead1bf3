import { describe, expect, it } from "vitest";
import type { Job, ListedJob, Pay } from "@/api/model";
import { age } from "@/ui/hiring/age";
import { payRange } from "@/ui/hiring/pay";
import { answerOwed } from "@/ui/hiring/promise";
import { byKind, openIn } from "@/ui/hiring/stages";
import { newId } from "@/ui/hiring/ulid";
import { amount, blank, bodyOf, changed, checkJob, colliding, draftOf, type JobDraft } from "./draft";
import { matching, readJobsSearch } from "./filter";

const draft = (change: Partial<JobDraft>): JobDraft => ({ ...blank, titleFr: "Batelier", ...change });
const now = new Date("2026-11-24T10:00:00Z");

describe("a job in a form", () => {
  it("is saved and read again as it was written", () => {
    const written = draft({ titleEn: "Bargee", places: "Nantes, Redon", payFrom: "28 000", payTo: "31000", openings: "2" });
    const again = draftOf({ ...bodyOf(written), id: "job_1" } as unknown as Job);
    expect(bodyOf(again)).toEqual(bodyOf(written));
    expect(bodyOf(written)).toMatchObject({ places: ["Nantes", "Redon"], pay: { minimum: "28000.00", maximum: "31000.00" } });
  });
  it("sends only what changed", () => {
    expect(changed(bodyOf(draft({})), bodyOf(draft({ places: "Redon" })))).toEqual({ places: ["Redon"] });
  });
  it("collides where both changed the same differently", () => {
    const began = bodyOf(draft({ places: "Nantes", department: "Quai" }));
    const theirs = bodyOf(draft({ places: "Redon", department: "Berge" }));
    expect(colliding(began, theirs, { places: ["Vannes"] })).toEqual(["places"]);
    expect(colliding(began, theirs, { places: ["Redon"] })).toEqual([]);
    expect(colliding(began, theirs, { openings: 3 })).toEqual([]);
  });
  it("says what to type instead", () => {
    expect(checkJob(draft({ titleFr: " " }))).toEqual({ titleFr: "jobs.checkTitle" });
    expect(checkJob(draft({ payFrom: "much" }))).toEqual({ payFrom: "jobs.checkNumber" });
    expect(checkJob(draft({ payFrom: "40000", payTo: "30000" }))).toEqual({ payTo: "jobs.checkRange" });
    expect(checkJob(draft({ answerWithin: "200" }))).toEqual({ answerWithin: "jobs.checkDays" });
    expect(checkJob(draft({ opensOn: "2026-12-02", closesOn: "2026-12-01" }))).toEqual({ closesOn: "jobs.checkDates" });
  });
  it("takes amounts as they are typed in both languages", () => {
    expect(["48 000", "48\u202f000", "14,50", ""].map(amount)).toEqual([48000, 48000, 14.5, null]);
  });
});
describe("pay", () => {
  const pay = (minimum: string | null, maximum: string | null): Pay => ({ minimum, maximum, currency: "EUR", period: "year" });

  it("is said in thousands when both ends are", () => {
    expect(payRange(pay("48000", "56000"), { language: "en" })).toEqual({ from: "48", to: "56\u00a0k€" });
    expect(payRange(pay("14.50", null), { language: "fr" })).toEqual({ from: "14,50\u00a0€", to: null });
    expect(payRange(pay("30000", "30000"), { language: "fr" })).toEqual({ from: "30\u00a0k€", to: null });
  });
});
describe("a list of jobs", () => {
  const listed = (fr: string, owner: string): ListedJob =>
    ({
      job: { title: { fr, en: null }, department: null, places: ["Nantes"], team: [{ member_id: owner, role: "owner" }] },
      counts: {},
    }) as never;
  const all = [listed("Mécanique navale", "mem_1"), listed("Batelier", "mem_2")];

  it("is searched without accents, and by owner", () => {
    expect(matching(all, { q: "mecan nant" })).toEqual([all[0]]);
    expect(matching(all, { owner: "mem_2" })).toEqual([all[1]]);
  });
  it("has an address of its own for each state", () => {
    expect(readJobsSearch({ state: "draft", q: "x", other: 1 })).toEqual({ state: "draft", q: "x" });
    expect(readJobsSearch({ state: "open" })).toEqual({});
  });
});
describe("stages", () => {
  const stages = [
    { id: "a", kind: "interview" },
    { id: "b", kind: "interview" },
    { id: "c", kind: "closed" },
  ] as never;

  it("are counted by kind, and those still considered together", () => {
    expect(byKind(stages, { a: 2, b: 3, c: 9 })).toMatchObject({ interview: 5, closed: 9, new: 0 });
    expect(openIn(stages, { a: 2, b: 3, c: 9 })).toBe(5);
  });
});
describe("an application", () => {
  it("is as old as its stay", () => {
    const ages = ["2026-11-24T09:59:40Z", "2026-11-24T09:40:00Z", "2026-11-24T07:00:00Z", "2026-11-13T09:00:00Z"];
    expect(ages.map((at) => age(at, now))).toEqual([
      { unit: "now", n: 0 },
      { unit: "min", n: 20 },
      { unit: "h", n: 3 },
      { unit: "d", n: 11 },
    ]);
  });
  it("is owed an answer until it is told, refused or not", () => {
    const open = { stage_kind: "contact", answer_by: "2026-11-22T09:00:00Z", end: null } as never;
    const refused = { stage_kind: "closed", answer_by: "2026-11-22T09:00:00Z", end: { how: "refused", told: null } } as never;
    const told = { stage_kind: "closed", answer_by: "2026-11-22T09:00:00Z", end: { how: "refused", told: { by: "otherwise" } } } as never;
    const withdrawn = { stage_kind: "closed", answer_by: "2026-11-22T09:00:00Z", end: { how: "withdrawn", told: null } } as never;
    expect([open, refused, told, withdrawn].map((one) => answerOwed(one, now)?.state ?? null)).toEqual(["late", "late", null, null]);
  });
});
it("ids of a form look like the server's", () => {
  expect(newId("req")).toMatch(/^req_[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(newId("req", 1).slice(0, 14) < newId("req", 2).slice(0, 14)).toBe(true);
});
