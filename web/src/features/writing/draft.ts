/** A mail that is being written: what is kept of it, when it may leave. Pure, but for the storage. */
import type { Whole } from "@/api/model";
import type { Draft } from "@/api/writing";
import type { Composing } from "@/ui/compose";
import { dayOf, noonOf, plusDays } from "@/i18n/format";
import { drafts } from "@/ui/drafts";

export type WholeDraft = Whole<Draft>;

export const blank: WholeDraft = {
  subject: "",
  body: "",
  plain: null,
  language: null,
  to: null,
  cc: [],
  job_id: null,
  thread_id: null,
  answers: null,
  forward: null,
  quote: true,
  text_id: null,
  files: [],
  signature: true,
};
/** A change of the words makes them nobody's template any more: an experiment on it does not touch them, and the plain
 * text that its author wrote beside the old words leaves with those. */
export const changed = (draft: WholeDraft, changes: Partial<WholeDraft>): WholeDraft => {
  const other = (part: "subject" | "body" | "plain") => part in changes && changes[part] !== draft[part];
  const reworded = other("subject") || other("body") || other("plain");
  const stale = draft.text_id !== null && other("body") && !("plain" in changes);
  return { ...draft, ...(reworded ? { text_id: null } : {}), ...(stale ? { plain: null } : {}), ...changes };
};
export const whole = (draft: Draft): WholeDraft => ({ ...blank, ...draft }) as WholeDraft;
export const isBlank = (draft: WholeDraft): boolean => !draft.subject.trim() && !draft.body.trim();

/** One draft a person, one a conversation, one a mail that is passed on, one a state of a mail that waits and is changed,
 * in this browser; one of those to several. */
export const placeOf = ({ people, thread, draft, of }: Pick<Composing, "people" | "thread" | "draft" | "of">): string =>
  `mail.${of ? `${of.key}.${of.version}` : draft?.forward ? `forward.${draft.forward.mail}` : (thread?.id ?? (people.length === 1 ? people[0]?.id : "several"))}`;
/** What a composer opens with, `held` being what was kept: a draft that came back stands as it was taken back. */
export const opening = (what: Pick<Composing, "draft" | "begun" | "of" | "jobId" | "thread">, held: WholeDraft | null): WholeDraft => {
  if (!what.draft) return answering(held, what);
  return (what.begun || what.of ? held : null) ?? whole(what.draft);
};
/** An empty mail, or an empty answer. */
export const begun = ({ jobId, thread }: Pick<Composing, "jobId" | "thread">): WholeDraft => ({
  ...blank,
  job_id: jobId ?? null,
  ...(thread ? { thread_id: thread.id, answers: thread.answers, subject: answerTo(thread.subject) } : {}),
});
/** A draft that was kept, as an answer to what came since. */
export const answering = (held: WholeDraft | null, what: Pick<Composing, "jobId" | "thread">): WholeDraft =>
  held ? { ...held, answers: what.thread?.answers ?? held.answers } : begun(what);
export const answerTo = (subject: string): string => (subject.trim() ? `Re: ${subject.trim()}`.slice(0, 300) : "Re:");
export function kept(owner: string, place: string): WholeDraft | null {
  const held = drafts.held<Draft>(owner, place)?.value;
  return held ? whole(held) : null;
}
export function keep(owner: string, place: string, draft: WholeDraft | null): void {
  if (draft === null || isBlank(draft)) drafts.drop(owner, place);
  else drafts.keep(owner, place, draft);
}
/** What was sent is no draft any more; what another tab is writing in its place stays one. */
export function sent(owner: string, place: string, draft: WholeDraft): void {
  if (JSON.stringify(kept(owner, place)) === JSON.stringify(whole(draft))) drafts.drop(owner, place);
}

/** The instant at which clocks of a zone show this time on this day. */
export function instantOf(day: string, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let at = wanted;
  // Twice: the first step may cross a change of the clocks.
  for (let i = 0; i < 2; i++) at += wanted - shownAt(at, zone);
  return new Date(at).toISOString();
}
function shownAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const of = (name: string) => parts.find((part) => part.type === name)?.value ?? "00";
  return Date.parse(`${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:00Z`);
}
/** Tomorrow morning, and Monday morning where that is another day. */
export function mornings(now: Date, zone: string): { tomorrow: string; monday: string | null } {
  const today = dayOf(now, zone);
  const tomorrow = plusDays(today, 1);
  const toMonday = (8 - noonOf(today).getUTCDay()) % 7 || 7;
  const monday = plusDays(today, toMonday);
  return { tomorrow: instantOf(tomorrow, "09:00", zone), monday: monday === tomorrow ? null : instantOf(monday, "09:00", zone) };
}

export type CannotLeave = "empty" | "no_subject" | "no_text" | "files" | "above";
/** What keeps a mail from leaving, for who comes to its button. */
export function cannotLeave({ subject, body }: Pick<WholeDraft, "subject" | "body">, files: boolean): CannotLeave {
  const lacks = [subject, body].map((part) => part.trim() === "");
  if (lacks[0] && lacks[1]) return "empty";
  if (lacks[0]) return "no_subject";
  if (lacks[1]) return "no_text";
  return files ? "files" : "above";
}
