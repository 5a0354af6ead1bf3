import { describe, expect, it } from "vitest";
import type { Event } from "@/api/model";
import { readDate } from "./dates";
import { outKey } from "./hiring";
import { reasonKey, byStage, keeps, lineOf, stepsBehind, subjectOf, told, withoutSuperseded } from "./told";

const event = (kind: string, data: Record<string, unknown> = {}, change: Partial<Event> = {}): Event =>
  ({
    id: `evt_${kind}`,
    kind,
    at: "2026-11-24T10:00:00Z",
    actor: { kind: "system", id: null, name: null },
    cause: null,
    data,
    note: null,
    ...change,
  }) as unknown as Event;

describe("an event", () => {
  it("of a mail can be opened, and alarms when it failed", () => {
    expect(told(event("mail_sent", { message: "ack-1", subject: "Votre candidature" }))).toMatchObject({
      glyph: "mail",
      mail: "ack-1",
      values: { subject: "Votre candidature" },
    });
    expect(told(event("mail_bounced", { message: "ack-1" })).alarm).toBe(true);
  });
  it("names who did it, or the machine", () => {
    expect(subjectOf(event("note"))).toBe("system");
    expect(subjectOf(event("note", {}, { actor: { kind: "member", id: "mem_1", name: "Camille Aubry" } }))).toBe("actor");
  });
  it("of a deleted note is not shown", () => {
    const note = { text: "x", deleted_at: "2026-11-24T11:00:00Z", visibility: "all", kind: "note" };
    expect(keeps(event("note", {}, { note: note as unknown as Event["note"] }), "all")).toBe(false);
  });
  it("of a call is an exchange and a note", () => {
    const call = event("note", {}, { note: { text: "x", deleted_at: null, visibility: "all", kind: "call" } as unknown as Event["note"] });
    expect([keeps(call, "exchanges"), keeps(call, "notes")]).toEqual([true, true]);
  });
});
describe("an event about a job", () => {
  const to = { id: "stg_2", name: { fr: "Entretien", en: "Interview" }, kind: "interview" };
  it("says where to, in which job, and what a move set going or stopped", () => {
    const moved = event("stage_moved", {
      job_title: { fr: "Batelier" },
      to,
      from: { id: "stg_1", name: { fr: "Nouvelle" }, kind: "new" },
      planned: [{ do: "send", due_at: "2026-11-25T09:00:00Z", template: "next_step" }],
    });
    expect(told(moved).placed).toMatchObject({
      key: "stage_moved",
      job: { fr: "Batelier", en: null },
      stage: { fr: "Entretien" },
      kind: "interview",
      planned: [{ do: "send" }],
      stopped: [],
    });
  });
  it("of a stage's own act says what was done, and who did it is the stage", () => {
    const done = event("stage_action_done", { do: "tag", tag: "rare", stage_name: { fr: "Entretien" } }, { cause: "stage" });
    expect([told(done).key, byStage(done)]).toEqual(["stage_action_done_tag", true]);
    expect(told(event("stage_action_failed", { reason: "no address" })).alarm).toBe(true);
  });
  it("of an application that nobody looks after any more is another sentence", () => {
    expect(told(event("application_assigned", { owner: "mem_1" })).key).toBe("application_assigned");
    expect(told(event("application_assigned", {})).key).toBe("application_unassigned");
  });
});
describe("a mail that came back", () => {
  const back = (data: Record<string, unknown>) => told(event("mail_bounced", { message: "seq-1", subject: "News", ...data }));
  it("for good is an alarm", () => {
    expect(back({ type: "Permanent", subtype: "General" })).toMatchObject({ key: "mail_bounced", alarm: true });
  });
  it("for now, by a full mailbox or an absence, is none, and a later word stands for it", () => {
    expect(back({ type: "Transient", subtype: "General" })).toMatchObject({ key: "mail_back_for_now", glyph: "mail" });
    expect(back({ type: "Transient", subtype: "General" }).alarm).toBeUndefined();
    const passing = event("mail_bounced", { message: "seq-1", type: "Undetermined" });
    expect(withoutSuperseded([event("mail_delivered", { message: "seq-1" }), passing]).map((e) => e.kind)).toEqual(["mail_delivered"]);
  });
  it("because SES writes to the address no more says so", () => {
    expect(back({ type: "Permanent", subtype: "Suppressed" })).toMatchObject({ key: "mail_held_back", alarm: true });
  });
});
it("why a mail did not leave is said in words, also where its sequence ended", () => {
  expect(
    ["warm_up", "the sequence: unsubscribed", "the sequence: another version", "what it was about has moved on"].map(reasonKey),
  ).toEqual(["why.warm_up", "seq.reason_unsubscribed", "seq.reason_another_version", "why.what_it_was_about_has_moved_on"]);
});
it("the step of a sequence that made a mail is known from the mail being made", () => {
  const made = event("mail_queued", { message: "seq-1", step: 2, sequence_name: "Lock keepers" });
  expect(stepsBehind([event("mail_delivered", { message: "seq-1" }), made, event("mail_queued", { message: "msg-2" })])).toEqual(
    new Map([["seq-1", { n: 2, sequence: "Lock keepers" }]]),
  );
});
it("one mail is told once, by its latest state, unless it failed", () => {
  const mail = (kind: string) => event(kind, { message: "ack-1" });
  expect(withoutSuperseded([mail("mail_delivered"), mail("mail_sent"), mail("mail_queued")]).map((e) => e.kind)).toEqual([
    "mail_delivered",
  ]);
  expect(withoutSuperseded([mail("mail_clicked"), mail("mail_clicked"), mail("mail_sent")]).map((e) => e.kind)).toEqual([
    "mail_clicked",
    "mail_clicked",
    "mail_sent",
  ]);
  expect(withoutSuperseded([mail("mail_sent"), mail("mail_bounced")]).map((e) => e.kind)).toEqual(["mail_sent", "mail_bounced"]);
});
it("a mail that is read stays open while its state changes; what went wrong and each click are lines of their own", () => {
  const [queued, sent, delivered] = ["mail_queued", "mail_sent", "mail_delivered"].map((kind) => event(kind, { message: "ack-1" }));
  expect(new Set([queued, sent, delivered].map((one) => lineOf(one as Event))).size).toBe(1);
  expect(lineOf(event("mail_sent", { message: "ack-2" }))).not.toBe(lineOf(sent as Event));
  const apart = ["mail_bounced", "mail_clicked", "fields_edited"].map((kind) => event(kind, { message: "ack-1" }));
  expect(apart.map(lineOf)).toEqual(apart.map((one) => one.id));
});
it("dates are taken as people type them", () => {
  expect(["03/2022", "2022-03", "2019", "Aujourd'hui", "en cours", "present"].map(readDate)).toEqual([
    "2022-03",
    "2022-03",
    "2019",
    "present",
    "present",
    "present",
  ]);
});
it("a task that a stage gave is told once, by the stage", () => {
  const own = event("task_created", { task: "tsk_2" });
  const events = [event("stage_action_done", { do: "task", task_id: "tsk_1" }), event("task_created", { task: "tsk_1" }), own];
  expect(withoutSuperseded(events).map((e) => e.kind)).toEqual(["stage_action_done", "task_created"]);
});
it("a sequence that a stage began is one line, and why nobody was enrolled has words", () => {
  const events = [
    event("stage_action_done", { do: "sequence", enrolment: "enr_1" }),
    event("sequence_enrolled", { enrolment: "enr_1" }, { cause: "stage" }),
    event("sequence_enrolled", { enrolment: "enr_2" }, { cause: "hand" }),
  ];
  expect(withoutSuperseded(events).map((e) => e.data.enrolment)).toEqual(["enr_1", "enr_2"]);
  expect(["no_email", "missing_fields"].map((held) => outKey(event("stage_action_failed", { held })))).toEqual([
    "seq.out_no_email",
    "seq.out_missing",
  ]);
});
