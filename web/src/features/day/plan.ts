/** What a day holds, sorted, and how it is told in a sentence. Pure. */
import type { MyDay, Task } from "@/api/day";
import type { Card } from "@/api/model";
import { dayOf } from "@/i18n/format";

export type Item = { kind: "task"; id: string; task: Task } | { kind: "promise"; id: string; card: Card; dueAt: string };
export interface Plan {
  overdue: Item[];
  today: Item[];
  next: Item[];
}
const asItems = (tasks: Task[]): Item[] => tasks.map((task) => ({ kind: "task", id: task.id, task }));

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
  return {
    overdue: [...late, ...asItems(day.overdue)],
    today: [...soon, ...asItems(day.due_today)],
    next: asItems(day.next),
  };
}
export const itemsOf = (of: Plan): Item[] => [...of.overdue, ...of.today, ...of.next];

/** How many wait for a promised answer, and how many tasks the day has. */
export function told(of: Plan): { promises: number; late: number; tasks: number } {
  const now = [...of.overdue, ...of.today];
  return {
    promises: now.filter((i) => i.kind === "promise").length,
    late: of.overdue.filter((i) => i.kind === "task").length,
    tasks: of.today.filter((i) => i.kind === "task").length,
  };
}
