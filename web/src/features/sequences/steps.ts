/** The steps of a sequence while they are being changed. Pure: every act gives a new list. */
import type { Language } from "@/api/model";
import { newId } from "@/ui/hiring/ulid";
import type { Condition, MailStep, Settings, Step, WaitStep } from "./model";

export type Kind = Step["do"];
export const most = 50;

export const isWait = (step: Step): step is WaitStep => step.do === "wait";

/** What is new of a kind. `language`: that of who writes, in which the words begin. */
export function fresh(kind: Kind, language: Language, id: string = newId("stp")): Step {
  if (kind === "wait") return { id, do: "wait", days: 0, business_days: 3, hours: 0, minutes: 0 };
  if (kind === "task") return { id, do: "task", title: "", assignee: "enroller", due_in_days: 1, only_if: null };
  return {
    id,
    do: "mail",
    words: { fr: null, en: null, [language]: { subject: "", body: "" } },
    text_id: null,
    send_as: "organisation",
    only_if: null,
  };
}
/** At its place, or at the end. Between two steps that would follow each other at once stands a wait. */
export function added(list: readonly Step[], step: Step, language: Language, place = list.length): Step[] {
  const before = list[place - 1];
  const waits = step.do !== "wait" && before && !isWait(before) ? [fresh("wait", language)] : [];
  return [...list.slice(0, place), ...waits, step, ...list.slice(place)];
}
export function movedTo(list: readonly Step[], id: string, place: number): Step[] {
  const step = list.find((one) => one.id === id);
  if (!step) return [...list];
  const rest = list.filter((one) => one.id !== id);
  const at = Math.max(0, Math.min(place, rest.length));
  return [...rest.slice(0, at), step, ...rest.slice(at)];
}
export const movedBy = (list: readonly Step[], id: string, by: number): Step[] =>
  movedTo(list, id, list.findIndex((one) => one.id === id) + by);

/** The same step once more, right behind itself. */
export function duplicated(list: readonly Step[], id: string, copy: string = newId("stp")): Step[] {
  const at = list.findIndex((one) => one.id === id);
  const step = list[at];
  if (!step) return [...list];
  return [...list.slice(0, at + 1), { ...structuredClone(step), id: copy }, ...list.slice(at + 1)];
}
/** Without the step, and the wait before it where nothing follows: nobody waits for the end. */
export function removed(list: readonly Step[], id: string): Step[] {
  const rest = list.filter((one) => one.id !== id);
  const gone = list.find((one) => one.id === id);
  const last = rest.at(-1);
  return gone && !isWait(gone) && last && isWait(last) && list.at(-1)?.id === id ? rest.slice(0, -1) : rest;
}
/** What went from `before` to `after` stands again in the list as it is now, behind what it followed. */
export function putBack(list: readonly Step[], before: readonly Step[], after: readonly Step[]): Step[] {
  return before.reduce<Step[]>(
    (now, step, i) => {
      if ([...after, ...now].some((one) => one.id === step.id)) return now;
      const place = Math.max(-1, ...before.slice(0, i).map((one) => now.findIndex((held) => held.id === one.id)));
      return [...now.slice(0, place + 1), step, ...now.slice(place + 1)];
    },
    [...list],
  );
}
export const changed = (list: readonly Step[], step: Step): Step[] => list.map((one) => (one.id === step.id ? step : one));

/** Numbers of what does something; waits stand between them without one. */
export function numbers(list: readonly Step[]): Map<string, number> {
  let n = 0;
  return new Map(list.flatMap((step) => (isWait(step) ? [] : [[step.id, ++n] as const])));
}
/** Whether a step is for who clicked, or did not: then links of the mails are followed. */
export const hangsOnClick = (step: Step): boolean => "only_if" in step && step.only_if?.about === "clicked";

/** Words with an address behind them: what is counted of a mail. An address that stands there as itself is not. */
const countable = /(?<!!)\[(?!https?:|www\.)[^\]\n]+\]\(https?:[^)\s]+\)/;
/** Whether a step hangs on a click that nobody can make: no mail before it has a link whose clicks count. Of templates
 * nothing is known here. */
export function lacksLink(list: readonly Step[], step: Step): boolean {
  if (!hangsOnClick(step)) return false;
  const before = list.slice(
    0,
    list.findIndex((one) => one.id === step.id),
  );
  return !before.some(
    (one) =>
      one.do === "mail" && (one.text_id !== null || countable.test(one.words?.fr?.body ?? "") || countable.test(one.words?.en?.body ?? "")),
  );
}

/** The wait that comes before a step: its own row, told with the step. Several in a row are all of them. */
export function waitsBefore(list: readonly Step[], id: string): WaitStep[] {
  const at = list.findIndex((one) => one.id === id);
  const waits: WaitStep[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const step = list[i];
    if (!step || !isWait(step)) break;
    waits.unshift(step);
  }
  return waits;
}
export type WaitUnit = "business_days" | "days" | "hours" | "minutes";
export const units: readonly WaitUnit[] = ["business_days", "days", "hours", "minutes"];
/** A wait is shown as one amount of one unit; what an older one has besides stays with it until it is changed. */
export const unitOf = (wait: WaitStep): WaitUnit => units.find((unit) => wait[unit] > 0) ?? "business_days";
export const inUnit = (wait: WaitStep, amount: number, unit: WaitUnit): WaitStep => ({
  ...wait,
  business_days: 0,
  days: 0,
  hours: 0,
  minutes: 0,
  [unit]: amount,
});
export const isNothing = (wait: WaitStep): boolean => units.every((unit) => wait[unit] === 0);

/** What a mail is called in a list: its subject, in the reader's language where there is one. */
export function subjectOf(step: MailStep, language: Language): string {
  const { words } = step;
  return (words?.[language]?.subject.trim() || words?.fr?.subject.trim() || words?.en?.subject.trim()) ?? "";
}
/** The first line of a mail that says more than hello. */
export function openingOf(step: MailStep, language: Language): string {
  const { words } = step;
  const body = (words?.[language] ?? words?.fr ?? words?.en)?.body ?? "";
  const lines = body.split("\n").map((line) => line.trim());
  return lines.find((line) => line.length > 0 && !/^(\{\{[^}]*\}\}|\S+),?$/.test(line)) ?? "";
}
/** Conditions that name something: a stage, a tag. */
export const named = (about: Condition["about"]): boolean => about === "stage" || about === "tag";

/** Whether another stage ends it: only of the job that it is about. */

/** Why a step cannot be published as it stands: key under `seq.lack_`. */
export type Lack = "subject" | "body" | "words" | "title" | "wait" | "value";
export function lackOf(step: Step): Lack | null {
  if (step.do === "wait") return isNothing(step) ? "wait" : null;
  if (step.only_if && named(step.only_if.about) && !step.only_if.value?.trim()) return "value";
  if (step.do === "task") return step.title.trim() ? null : "title";
  if (step.text_id) return null;
  const written = [step.words?.fr, step.words?.en].filter((one) => one != null);
  if (written.length === 0) return "words";
  if (written.some((one) => !one.subject.trim())) return "subject";
  return written.some((one) => !one.body.trim()) ? "body" : null;
}
export const lacking = (list: readonly Step[]): Step | undefined => list.find((step) => lackOf(step) !== null);

/** What is different between the steps in use and the ones being written. */
export interface Difference {
  step: Step;
  was: "added" | "removed" | "changed" | "moved";
}
export function differences(before: readonly Step[], after: readonly Step[]): Difference[] {
  const old = new Map(before.map((step, i) => [step.id, { step, i }]));
  const kept = after.filter((step) => old.has(step.id)).map((step) => step.id);
  const order = before.filter((step) => kept.includes(step.id)).map((step) => step.id);
  const still = longestKept(order, kept);
  return [
    ...after.flatMap((step): Difference[] => {
      const was = old.get(step.id);
      if (!was) return [{ step, was: "added" }];
      if (!alike(was.step, step)) return [{ step, was: "changed" }];
      return still.has(step.id) ? [] : [{ step, was: "moved" }];
    }),
    ...before.filter((step) => !after.some((one) => one.id === step.id)).map((step): Difference => ({ step, was: "removed" })),
  ];
}
/** The most steps that stand in one order in both lists: the others were moved. */
function longestKept(before: readonly string[], after: readonly string[]): Set<string> {
  const place = after.map((id) => before.indexOf(id));
  const best: number[][] = [];
  place.forEach((at, i) => {
    const longest = best.filter((_, j) => (place[j] ?? -1) < at).reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best[i] = [...longest, i];
  });
  const most = best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
  return new Set(most.map((i) => after[i] ?? ""));
}
/** Equal as values, in whatever order their properties stand. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b || (a == null && b == null)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => alike(one[key], other[key]));
}
export const standard: Settings = {
  days: [0, 1, 2, 3, 4],
  from_hour: 9,
  to_hour: 18,
  holidays: false,
  zone: "person",
  fallback_zone: "Europe/Paris",
  job_id: null,
  stop_on_stage_change: true,
};
