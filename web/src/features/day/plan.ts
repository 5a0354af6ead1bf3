/** What a day holds, sorted, and how it is told in a sentence. Pure. */
import type { MyDay, Owed, Task } from "@/api/day";
import type { Card } from "@/api/model";
import { dayOf } from "@/i18n/format";

export type Item =
  | { kind: "task"; id: string; task: Task }
  | { kind: "promise"; id: string; card: Card; dueAt: string }
  | { kind: "scorecard"; id: string; owed: Owed };
export interface Plan {
  overdue: Item[];
  today: Item[];
  next: Item[];
}
const asItems = (tasks: Task[]): Item[] => tasks.map((task) => ({ kind: "task", id: task.id, task }));

const asked = (owed: Owed[]): Item[] =>
  owed.map((one) => ({ kind: "scorecard", id: `${one.candidate_id} ${one.job_id} ${one.about.id}`, owed: one }));
/** One that has no day is asked for now. */
const dayAsked = (one: Owed, zone: string): string => dayOf(one.due_at ?? one.asked_at, zone);

/** Answers that were promised stand before tasks: somebody outside waits for them. Those due later are not of the day. */
export function plan(day: MyDay, owed: Card[], now: Date): Plan {
  const today = dayOf(now, day.timezone);
  const promises = owed
    .flatMap((card): (Item & { kind: "promise" })[] =>
      card.answer_due_at && !card.acknowledged_at ? [{ kind: "promise", id: card.id, card, dueAt: card.answer_due_at }] : [],
    )
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const late = promises.filter((p) => Date.parse(p.dueAt) < now.getTime());
  const soon = promises.filter((p) => !late.includes(p) && dayOf(p.dueAt, day.timezone) <= today);
  const overdue = day.scorecards.filter((one) => one.due_at && Date.parse(one.due_at) < now.getTime());
  const due = day.scorecards.filter((one) => !overdue.includes(one) && dayAsked(one, day.timezone) <= today);
  const later = day.scorecards.filter((one) => !overdue.includes(one) && !due.includes(one));
  return {
    overdue: [...late, ...asked(overdue), ...asItems(day.overdue)],
    today: [...soon, ...asked(due), ...asItems(day.due_today)],
    next: [...asked(later), ...asItems(day.next)],
  };
}
export const itemsOf = (of: Plan): Item[] => [...of.overdue, ...of.today, ...of.next];

/** How many wait for a promised answer, and how many tasks the day has. */
export function told(of: Plan): { promises: number; late: number; tasks: number } {
  const now = [...of.overdue, ...of.today];
  return {
    promises: now.filter((i) => i.kind === "promise").length,
    late: of.overdue.filter((i) => i.kind !== "promise").length,
    tasks: of.today.filter((i) => i.kind !== "promise").length,
  };
}
