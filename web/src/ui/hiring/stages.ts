/** What stages are, for lists and boards: pure. */
import type { Stage, StageKind } from "@/api/model";

export const kinds: readonly StageKind[] = ["new", "contact", "interview", "decision", "offer", "hired", "closed"];
export const isEnd = (kind: StageKind): boolean => kind === "hired" || kind === "closed";

/** How many stand in each kind of stage: what is comparable across jobs. */
export function byKind(stages: readonly Stage[], counts: Record<string, number>): Record<StageKind, number> {
  const sum = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<StageKind, number>;
  for (const stage of stages) sum[stage.kind] += counts[stage.id] ?? 0;
  return sum;
}
/** Everyone who is still considered. */
export const openIn = (stages: readonly Stage[], counts: Record<string, number>): number =>
  stages.reduce((sum, stage) => sum + (isEnd(stage.kind) ? 0 : (counts[stage.id] ?? 0)), 0);
/** The stages that people may be moved to: one that is being removed takes nobody. */
export const enterable = (stages: readonly Stage[]): Stage[] => stages.filter((stage) => !stage.leaving_to);
