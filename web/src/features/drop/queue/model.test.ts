import { describe, expect, it } from "vitest";
import type { Intake } from "@/api/model";
import { advance, chosen, guessType, maxBytes, merged, nextAsk, perCall, revived, stale, tally, type LocalFile, type Step } from "./model";

const origin = { relation: "applied" as const };
const fresh = (key = "k", change: Partial<LocalFile> = {}): LocalFile => ({
  ...chosen({ name: `${key}.pdf`, size: 1000, type: "application/pdf" }, key, "b", "mem", origin),
  ...change,
});
const address = (key = "k", expires_at = "2026-11-24T10:05:00Z") => ({
  client_key: key,
  intake_id: `int_${key}`,
  url: "/files",
  fields: { key: "x" },
  expires_at,
  refused: null,
});
const through = (file: LocalFile, ...steps: Step[]): LocalFile => steps.reduce(advance, file);
const intake = (key: string, change: Partial<Intake> = {}): Intake => ({
  id: `int_${key}`,
  batch: "b",
  client_key: key,
  name: `${key}.pdf`,
  size: 1000,
  content_type: "application/pdf",
  relation: "applied",
  source: "upload",
  created_at: "2026-11-24T10:00:00Z",
  created_by_name: null,
  for_job: null,
  state: "reading",
  step: "read",
  pages: null,
  reason: null,
  detail: null,
  candidate_id: null,
  candidate_name: null,
  candidate_headline: null,
  document_id: null,
  outcome: null,
  to_check: 0,
  flags: [],
  seconds: null,
  ...change,
});

describe("a file that is chosen", () => {
  it("waits to be announced", () => expect(fresh().phase).toBe("waiting"));
  it("is refused here when it is empty", () =>
    expect(chosen({ name: "a.pdf", size: 0, type: "" }, "k", "b", "m", origin)).toMatchObject({ phase: "refused", reason: "empty" }));
  it("is refused here when it is too large", () =>
    expect(chosen({ name: "a.pdf", size: maxBytes + 1, type: "" }, "k", "b", "m", origin).reason).toBe("too_large"));
  it("has its type guessed from its name when the browser knows none", () =>
    expect(guessType("Lettre.DOCX")).toContain("wordprocessingml"));
});
describe("the way of a file", () => {
  it("goes from waiting to sent", () => {
    const sent = through(
      fresh(),
      { kind: "asked" },
      { kind: "addressed", upload: address() },
      { kind: "started" },
      { kind: "moved", loaded: 400 },
      { kind: "arrived" },
    );
    expect(sent).toMatchObject({ phase: "sent", loaded: 1000 });
  });
  it("never claims more bytes than the file has: the form around it counts too", () => {
    expect(through(fresh(), { kind: "addressed", upload: address() }, { kind: "started" }, { kind: "moved", loaded: 1500 }).loaded).toBe(
      1000,
    );
  });
  it("goes back to its address when the connection was lost", () => {
    expect(through(fresh(), { kind: "addressed", upload: address() }, { kind: "started" }, { kind: "lost" })).toMatchObject({
      phase: "ready",
      loaded: 0,
      tries: 1,
    });
  });
  it("asks a human after five failures, and starts anew when told to", () => {
    const broken = through(fresh(), ...Array.from({ length: 5 }, () => ({ kind: "lost" }) as const));
    expect(broken.phase).toBe("broken");
    expect(advance(broken, { kind: "again" })).toMatchObject({ phase: "waiting", tries: 0 });
  });
  it("keeps its intake when the address ran out, so that nothing is announced twice", () => {
    const expired = through(fresh(), { kind: "addressed", upload: address() }, { kind: "expired" });
    expect(expired).toMatchObject({ phase: "ready", upload: { intake_id: "int_k", expires_at: "" } });
    expect(stale(expired, Date.parse("2026-11-24T10:00:00Z"))).toBe(true);
  });
  it("ends when the server refuses it", () => {
    const refused = { ...address(), intake_id: null, url: null, refused: { reason: "too_large" as const, message: "" } };
    expect(through(fresh(), { kind: "addressed", upload: refused as never })).toMatchObject({ phase: "refused", reason: "too_large" });
  });
  it("is taken up after a reload from its address, or from the beginning", () => {
    expect(revived(fresh("k", { phase: "sending", upload: { ...address(), intake_id: "i", url: "u" } })).phase).toBe("ready");
    expect(revived(fresh("k", { phase: "asking" })).phase).toBe("waiting");
  });
  it("renews an address shortly before it ends", () => {
    const ready = through(fresh(), { kind: "addressed", upload: address() });
    expect(stale(ready, Date.parse("2026-11-24T10:00:00Z"))).toBe(false);
    expect(stale(ready, Date.parse("2026-11-24T10:04:45Z"))).toBe(true);
  });
});
describe("one call", () => {
  it("announces at most fifty files", () => {
    expect(nextAsk(Array.from({ length: 120 }, (_, i) => fresh(`f${i}`)))).toHaveLength(perCall);
  });
  it("announces files of one origin only", () => {
    const other = fresh("other", { origin: { relation: "found" } });
    expect(nextAsk([fresh("a"), other, fresh("b")]).map((f) => f.key)).toEqual(["a", "b"]);
  });
  it("announces nothing when nothing waits", () => expect(nextAsk([fresh("a", { phase: "sent" })])).toEqual([]));
});
describe("the list", () => {
  it("shows each file once, the server's word first", () => {
    const views = merged([fresh("a", { phase: "sent" }), fresh("b")], [intake("a", { state: "recorded", outcome: "new" })]);
    expect(views.map((v) => [v.key, v.group])).toEqual([
      ["a", "read"],
      ["b", "waiting"],
    ]);
  });
  it("lets this machine speak while the server waits for the file", () => {
    expect(merged([fresh("a", { phase: "sending", loaded: 500 })], [intake("a", { state: "awaiting_file" })])[0]).toMatchObject({
      group: "progress",
      doing: "sending",
      percent: 19,
    });
  });
  it("asks a human for a file that was announced elsewhere and never sent", () => {
    expect(merged([], [intake("a", { state: "awaiting_file" })])[0]).toMatchObject({ group: "need", reason: "never_sent" });
  });
  it("adds up to what is on it, without what was discarded", () => {
    const views = merged(
      [fresh("a"), fresh("b", { phase: "broken" })],
      [
        intake("c", { state: "recorded" }),
        intake("d", { state: "failed", reason: "empty" }),
        intake("e"),
        intake("f", { state: "discarded" }),
      ],
    );
    expect(tally(views)).toEqual({ total: 5, read: 1, need: 2, progress: 1, waiting: 1 });
  });
});
