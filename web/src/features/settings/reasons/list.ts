/** The list of reasons while it is written: order, names, what is offered. Pure. */
import type { Reason } from "@/api/model";

export type Side = Reason["side"];
/** `isNew`: nobody was refused for it yet, so it can be taken away. */
export interface ReasonDraft {
  key: string;
  fr: string;
  en: string;
  side: Side;
  inUse: boolean;
  isNew: boolean;
}
export const MOST = 60;
export const sides: readonly Side[] = ["ours", "theirs"];

export const draftsOf = (reasons: readonly Reason[]): ReasonDraft[] =>
  reasons.map((r) => ({ key: r.key, fr: r.label.fr ?? "", en: r.label.en ?? "", side: r.side, inUse: r.in_use, isNew: false }));
export const reasonsOf = (list: readonly ReasonDraft[]): Reason[] =>
  list.map((r) => ({ key: r.key, label: { fr: r.fr.trim() || null, en: r.en.trim() || null }, side: r.side, in_use: r.inUse }));

export const same = (a: readonly ReasonDraft[], b: readonly ReasonDraft[]): boolean =>
  JSON.stringify(reasonsOf(a)) === JSON.stringify(reasonsOf(b));
export const unnamed = (list: readonly ReasonDraft[]): ReasonDraft | undefined => list.find((r) => !r.fr.trim() && !r.en.trim());
export const named = (r: ReasonDraft, language: "fr" | "en"): string => r[language].trim() || r.fr.trim() || r.en.trim();

/** One place up or down among those of its side; the others stay where they are. */
export function movedBy(list: readonly ReasonDraft[], key: string, by: -1 | 1): ReasonDraft[] {
  const next = [...list];
  const at = next.findIndex((r) => r.key === key);
  const moved = next[at];
  if (!moved) return next;
  let to = at + by;
  let other = next[to];
  while (other && other.side !== moved.side) other = next[(to += by)];
  if (!other) return next;
  next[to] = moved;
  next[at] = other;
  return next;
}
export const added = (list: readonly ReasonDraft[], key: string, side: Side): ReasonDraft[] => [
  ...list,
  { key, fr: "", en: "", side, inUse: true, isNew: true },
];
/** Back to an earlier list, on top of a later one: what was added since cannot go any more, only out of use. */
export const undone = (earlier: readonly Reason[], later: readonly Reason[]): Reason[] => [
  ...earlier,
  ...later.filter((r) => !earlier.some((e) => e.key === r.key)).map((r) => ({ ...r, in_use: false })),
];
