/** A note while it is being written: what the form holds, and what the API takes. Pure. */
import type { CallFacts, Event, NewNote, NoteEdit, NoteKind, Question, Visibility } from "@/api/model";
import { stillNamed, type Named } from "./mentions";

export type Outcome = NonNullable<CallFacts["outcome"]>;
export interface NoteDraft {
  kind: NoteKind;
  text: string;
  visibility: Visibility;
  jobId: string | null;
  /** By the id of the guided field. */
  answers: Record<string, string>;
  outcome: Outcome | "";
  direction: CallFacts["direction"];
  minutes: string;
  /** Colleagues picked; who is mentioned is who still stands in the text. */
  picked: Named[];
}
export const outcomes: Outcome[] = ["reached", "voicemail", "no_answer", "wrong_number", "call_back"];

export const blank = (kind: NoteKind, jobId: string | null): NoteDraft => ({
  kind,
  text: "",
  visibility: "all",
  jobId,
  answers: {},
  outcome: "reached",
  direction: "out",
  minutes: "",
  picked: [],
});
export function draftOf(event: Event, members: readonly Named[]): NoteDraft {
  const note = event.note;
  const call = note?.call;
  return {
    kind: note?.kind ?? "note",
    text: note?.text ?? "",
    visibility: note?.visibility ?? "all",
    jobId: note?.job_id ?? null,
    answers: Object.fromEntries((note?.answers ?? []).map(({ id, value }) => [id, value])),
    outcome: call?.outcome ?? "",
    direction: call?.direction ?? "out",
    minutes: call?.minutes == null ? "" : String(call.minutes),
    picked: (note?.mentions ?? []).flatMap((id) => members.filter((one) => one.id === id)),
  };
}
export interface Field {
  id: string;
  label: string;
  kind: Question["kind"];
  choices: string[];
}
/** What a report asks, then what it was asked before and is no more. */
export function fieldsOf(form: readonly Field[], event: Event | undefined): Field[] {
  const known = new Set(form.map((one) => one.id));
  const before = (event?.note?.answers ?? []).filter((one) => !known.has(one.id));
  return [...form, ...before.map(({ id, label }): Field => ({ id, label, kind: "long_text", choices: [] }))];
}
export const answersOf = (draft: NoteDraft, fields: readonly Field[]) =>
  draft.kind === "note"
    ? []
    : fields.flatMap(({ id, label }) => {
        const value = draft.answers[id]?.trim();
        return value ? [{ id, label, value }] : [];
      });
const minutesOf = (draft: NoteDraft): number | null => (/^\d{1,3}$/.test(draft.minutes.trim()) ? Number(draft.minutes) : null);
const callOf = (draft: NoteDraft) => ({ direction: draft.direction, outcome: draft.outcome || null, minutes: minutesOf(draft) });

/** Whether there is anything to save. A call that nobody answered says enough by its outcome. */
export const saysSomething = (draft: NoteDraft, fields: readonly Field[]): boolean =>
  draft.text.trim() !== "" ||
  answersOf(draft, fields).length > 0 ||
  (draft.kind === "call" && draft.outcome !== "" && draft.outcome !== "reached");
/** Whether somebody wrote something that closing must not lose. */
export const begun = (draft: NoteDraft): boolean =>
  draft.text.trim() !== "" || Object.values(draft.answers).some((value) => value.trim() !== "");
/** All that is written: what the linter reads, as the server joins it. */
export const wordsOf = (draft: NoteDraft, fields: readonly Field[]): string =>
  [draft.text.trim(), ...answersOf(draft, fields).map((one) => one.value)].join("\n");

export function newNote(draft: NoteDraft, fields: readonly Field[], override: boolean): NewNote {
  const answers = answersOf(draft, fields);
  const mentions = stillNamed(draft.picked, draft.text).map((one) => one.id);
  return {
    text: draft.text.trim(),
    visibility: draft.visibility,
    kind: draft.kind,
    ...(draft.jobId ? { job_id: draft.jobId } : {}),
    ...(mentions.length ? { mentions } : {}),
    ...(answers.length ? { answers } : {}),
    ...(draft.kind === "call" ? { call: callOf(draft) } : {}),
    ...(override ? { override } : {}),
  };
}
/** What differs from how it was: what is left alone is not written again, and makes no earlier version. */
export function noteEdit(was: NoteDraft, draft: NoteDraft, fields: readonly Field[], override: boolean): NoteEdit {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const named = (one: NoteDraft) => stillNamed(one.picked, one.text).map(({ id }) => id);
  return {
    ...(draft.text.trim() !== was.text.trim() ? { text: draft.text.trim() } : {}),
    ...(draft.visibility !== was.visibility ? { visibility: draft.visibility } : {}),
    ...(differs(answersOf(draft, fields), answersOf(was, fields)) ? { answers: answersOf(draft, fields) } : {}),
    ...(draft.kind === "call" && differs(callOf(draft), callOf(was)) ? { call: callOf(draft) } : {}),
    ...(differs(named(draft), named(was)) ? { mentions: named(draft) } : {}),
    ...(override ? { override } : {}),
  };
}
