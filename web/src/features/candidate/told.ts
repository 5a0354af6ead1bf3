/** What an event says in a sentence: which glyph, which words, what they are filled with. Pure. */
import type { Event } from "@/api/model";
import { placed, type Placed } from "./hiring";
import { met, type Met } from "./meetings";

export type Glyph =
  | "person"
  | "doc"
  | "edit"
  | "note"
  | "call"
  | "interview"
  | "meeting"
  | "mail"
  | "trouble"
  | "merge"
  | "tag"
  | "done"
  | "task"
  | "share"
  | "mark"
  | "card"
  | "sequence"
  | "ask"
  | "job";
export interface Told {
  glyph: Glyph;
  /** Key under `event.`. */
  key: string;
  values: Record<string, string | number>;
  /** The outbox key of the mail that can be seen. */
  mail?: string;
  alarm?: boolean;
  /** Of an event about a job. */
  placed?: Placed;
  /** Of an event about an interview. */
  met?: Met;
}
interface Change {
  field: string;
  before?: unknown;
  after?: unknown;
}
const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
export const changesOf = (event: Event): Change[] => (Array.isArray(event.data.changes) ? (event.data.changes as Change[]) : []);

/** What was asked for, or answered. */
export const piecesOf = (event: Event): string[] =>
  event.kind.startsWith("missing_") && Array.isArray(event.data.pieces) ? (event.data.pieces as string[]) : [];

/** Colleagues that an event names. */
export const namesIn = (event: Event): string[] =>
  (Array.isArray(event.data.members) ? event.data.members : []).flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "name" in one ? [text(one.name)] : [],
  );
type Words = { fr: string | null; en: string | null };
/** The stage or interview that an event is about. */
export function stageIn(event: Event, said: (words: Words) => string): string {
  const name = event.data.about_name ?? event.data.stage_name;
  return typeof name === "object" && name !== null ? said({ fr: null, en: null, ...(name as Partial<Words>) }) : "";
}

const glyphs: Record<string, Glyph> = {
  candidate_created: "person",
  application_received: "person",
  document_read: "doc",
  document_again: "doc",
  fields_read: "doc",
  fields_edited: "edit",
  tags_changed: "tag",
  merged: "merge",
  unmerged: "merge",
  merged_away: "merge",
  proposal_accepted: "done",
  proposal_refused: "mark",
  proposal_reopened: "mark",
  suggestion_refused: "mark",
  informed: "done",
  task_created: "task",
  task_done: "done",
  task_reopened: "task",
  task_changed: "task",
  task_snoozed: "task",
  task_deleted: "task",
  task_restored: "task",
  task_cancelled: "task",
  scorecard_asked: "card",
  scorecard_given: "card",
  scorecard_changed: "card",
  scorecard_request_taken_back: "card",
  unsubscribed: "mail",
  unsolicited_paused: "mail",
  unsolicited_resumed: "mail",
  unsolicited_stopped: "mail",
  unsolicited_permitted: "mail",
  corrections_refused: "doc",
  corrections_allowed: "doc",
  language_chosen: "mail",
  shortlist_shared: "share",
  shortlist_opened: "share",
  shortlist_feedback: "share",
  missing_asked: "ask",
  missing_opened: "ask",
  missing_answered: "ask",
  missing_withdrawn: "ask",
  missing_link_copied: "ask",
  missing_reminded: "ask",
  missing_not_reminded: "ask",
};
const troubles = new Set(["mail_bounced", "mail_complained", "mail_refused", "mail_unknown", "mail_cancelled", "mail_from_other"]);

/** A mail that came back: for good, for now (a full mailbox, an absence), or one that SES itself held back. */
function backKey({ data }: Event): string {
  if (["Suppressed", "OnAccountSuppressionList"].includes(text(data.subtype))) return "mail_held_back";
  return text(data.type) === "Permanent" || !data.type ? "mail_bounced" : "mail_back_for_now";
}
const isTrouble = (event: Event): boolean =>
  troubles.has(event.kind) && !(event.kind === "mail_bounced" && backKey(event) === "mail_back_for_now");

/** What a colleague wrote is told as theirs. */
function mailKey(event: Event): string {
  if (event.kind === "mail_bounced") return backKey(event);
  if (event.data.template === "forwarded") {
    if (event.kind === "mail_queued") return "mail_forwarding";
    if (event.kind === "mail_sent" || event.kind === "mail_delivered") return "mail_forwarded";
  }
  if (event.kind === "mail_queued" && event.cause === "written") return "mail_written";
  return event.kind === "mail_delivered" && event.data.author ? "mail_reached" : event.kind;
}
/** The step that made a mail, by the mail's key: it is told with the mail being made, and belongs to every line about it. */
export function stepsBehind(events: readonly Event[]): Map<string, { n: number; sequence: string }> {
  const made = events.filter(({ kind, data }) => kind === "mail_queued" && data.sequence_name);
  return new Map(made.map(({ data }) => [text(data.message), { n: Number(data.step), sequence: text(data.sequence_name) }]));
}
/** The words for why a mail waits or did not leave: a limit, or what ended or held its sequence. */
export function reasonKey(reason: string): string {
  const [, ofSequence] = /^the sequence: (.+)$/.exec(reason) ?? [];
  return ofSequence
    ? `seq.reason_${ofSequence.replaceAll(" ", "_")}`
    : `why.${/^[a-z ]+$/.test(reason) ? reason.replaceAll(" ", "_") : reason}`;
}
/** A colleague's mail that has not left yet, and when it does. */
export function waitingMail(event: Event): { key: string; due: string } | null {
  const waits = event.kind === "mail_changed" || ["mail_written", "mail_forwarding"].includes(mailKey(event));
  const [key, due] = [text(event.data.message), text(event.data.due_at)];
  return waits && key && due ? { key, due } : null;
}
/** Why it was paused or stopped is part of the sentence. */
function inSequence(event: Event): Told {
  const data = event.data;
  const ended = event.kind === "sequence_paused" || event.kind === "sequence_stopped";
  const reason = ended ? `_${text(data.reason)}` : event.kind === "sequence_resumed" && event.cause === "unfiled" ? "_unfiled" : "";
  const values = { sequence: text(data.sequence_name), because: text(data.because), to_version: text(data.to_version) };
  return { glyph: "sequence", key: `${event.kind}${reason}`, values };
}
export function told(event: Event): Told {
  if (event.note) return { glyph: event.note.kind, key: event.note.kind, values: {} };
  const data = event.data;
  if (event.kind.startsWith("mail_")) {
    const mail = text(data.message);
    const stopped = event.kind === "mail_cancelled" && event.cause === "stopped";
    const trouble = isTrouble(event) && !stopped;
    return {
      glyph: trouble ? "trouble" : "mail",
      key: stopped ? "mail_stopped" : mailKey(event),
      values: {
        subject: text(data.subject),
        to: text(data.to_name) || text(data.to),
        sender: text(data.sender),
        reason: text(data.reason) || text(data.type),
        author: text(data.author),
      },
      ...(mail ? { mail } : {}),
      ...(trouble ? { alarm: true } : {}),
    };
  }
  if (event.kind.startsWith("sequence_")) return inSequence(event);
  const meeting = met(event);
  if (meeting) return { glyph: "meeting", key: meeting.key, values: {}, met: meeting };
  const where = placed(event);
  const values: Record<string, string | number> = {};
  const inner = typeof data.more === "object" && data.more !== null ? data.more : {};
  for (const [key, value] of Object.entries({ ...data, ...inner }))
    if (typeof value === "string" || typeof value === "number") values[key] = value;
  const refined = Array.isArray(data.flags) && data.flags.includes("refined");
  if (event.kind === "document_read")
    return {
      glyph: "doc",
      key: refined ? "document_refined" : Number(data.to_check) > 0 ? "document_read_check" : "document_read",
      values: { ...values, count: Number(data.fields ?? 0) },
    };
  if (event.kind === "shortlist_feedback")
    return { glyph: "share", key: `shortlist_${text(data.opinion) || (text(data.remark) ? "said" : "unsaid")}`, values };
  if (event.kind === "missing_asked" && data.how === "link") return { glyph: "ask", key: "missing_asked_link", values };
  if (where)
    return {
      glyph: "job",
      key: where.key,
      values,
      placed: where,
      ...(event.kind === "stage_action_failed" || event.kind === "application_not_made" ? { alarm: true } : {}),
    };
  return { glyph: glyphs[event.kind] ?? "mark", key: event.kind, values };
}
/** A stage that was entered did it, not a colleague. */
export const byStage = (event: Event): boolean => event.cause === "stage" && event.actor.kind === "system";
/** Who is named in front: a person, or the thing that did it by itself. */
export const subjectOf = (event: Event): "actor" | "system" | "candidate" =>
  (event.actor.kind === "member" || event.actor.kind === "visitor") && event.actor.name
    ? "actor"
    : event.actor.kind === "candidate"
      ? "candidate"
      : "system";

export type Kept = "all" | "exchanges" | "notes";
/** Exchanges are what went between us and the person; calls and interviews are both. */
export function keeps(event: Event, filter: Kept): boolean {
  if (event.note?.deleted_at) return false;
  if (filter === "all") return true;
  if (filter === "notes") return event.note != null;
  return (
    event.kind.startsWith("mail_") ||
    event.kind === "application_received" ||
    event.kind === "informed" ||
    event.kind.startsWith("interview_") ||
    event.kind.startsWith("missing_") ||
    (event.note != null && event.note.kind !== "note")
  );
}
/** What a line of the timeline stays while its event changes: a mail that somebody reads goes on to be sent and delivered. */
export function lineOf(event: Event): string {
  const mail = event.kind.startsWith("mail_") && event.kind !== "mail_clicked" && !isTrouble(event) ? text(event.data.message) : "";
  return mail ? `mail ${mail}` : event.id;
}
/** One mail is one line: its latest state stands for it, at the moment of that state. A task or a sequence that a stage gave is one too. */
export function withoutSuperseded(events: Event[]): Event[] {
  const seen = new Set<string>();
  const given = new Set(
    events.flatMap(({ kind, data }) => (kind === "stage_action_done" ? [text(data.task_id), text(data.enrolment)] : [])),
  );
  return events.filter((event) => {
    if (event.kind === "task_created" && given.has(text(event.data.task))) return false;
    if (event.kind === "sequence_enrolled" && event.cause === "stage" && given.has(text(event.data.enrolment))) return false;
    // Following a link is no state of a mail: it is what the person did, each time.
    const mail = event.kind.startsWith("mail_") && event.kind !== "mail_clicked" ? text(event.data.message) : "";
    if (!mail) return true;
    const latest = !seen.has(mail);
    seen.add(mail);
    return latest || isTrouble(event);
  });
}
