/** A pipeline while it is being changed. Pure. */
import type { Action, Question, Stage, StageKind, StageText, Words } from "@/api/model";
import type { ListedSequence } from "@/api/sequences";
import { isEnd } from "@/ui/hiring/stages";

export interface StageDraft {
  /** The stage's id, or one of this form's own while it is new. */
  key: string;
  isNew: boolean;
  name: Words;
  kind: StageKind;
  actions: Action[];
  form: Question[];
}
/** Stages that are being removed already are no part of what one writes. */
export const draftsOf = (stages: readonly Stage[]): StageDraft[] =>
  stages
    .filter((stage) => !stage.leaving_to)
    .map(({ id, name, kind, actions, form }) => ({ key: id, isNew: false, name, kind, actions, form }));

export const textOf = (draft: StageDraft): StageText => ({
  ...(draft.isNew ? {} : { id: draft.key }),
  name: {
    ...(draft.name.fr?.trim() ? { fr: draft.name.fr.trim() } : {}),
    ...(draft.name.en?.trim() ? { en: draft.name.en.trim() } : {}),
  },
  kind: draft.kind,
  actions: draft.actions,
  form: draft.form,
});
/** Hired and closed stand last, in the order that they have. */
const firstEnd = (list: readonly StageDraft[]): number => {
  const at = list.findIndex((stage) => isEnd(stage.kind));
  return at < 0 ? list.length : at;
};
/** Where a stage may be put: between the beginning and the ends. */
export function movedTo(list: readonly StageDraft[], key: string, place: number): StageDraft[] {
  const stage = list.find((one) => one.key === key);
  if (!stage || isEnd(stage.kind)) return [...list];
  const rest = list.filter((one) => one.key !== key);
  const at = Math.max(0, Math.min(place, firstEnd(rest)));
  return [...rest.slice(0, at), stage, ...rest.slice(at)];
}
export const movedBy = (list: readonly StageDraft[], key: string, by: number): StageDraft[] =>
  movedTo(list, key, list.findIndex((one) => one.key === key) + by);

export function added(list: readonly StageDraft[], key: string, kind: StageKind, name: Words): StageDraft[] {
  const stage: StageDraft = { key, isNew: true, name, kind, actions: [], form: [] };
  const at = firstEnd(list);
  return [...list.slice(0, at), stage, ...list.slice(at)];
}
/** One stays: where applications begin. The ends stay too. */
export const removable = (list: readonly StageDraft[], key: string): boolean => {
  const stage = list.find((one) => one.key === key);
  return stage !== undefined && !isEnd(stage.kind) && firstEnd(list) > 1;
};
export const unnamed = (list: readonly StageDraft[]): StageDraft | undefined =>
  list.find((stage) => !stage.name.fr?.trim() && !stage.name.en?.trim());

/** An action or a question that says nothing yet. */
export const incomplete = (list: readonly StageDraft[]): StageDraft | undefined =>
  list.find(
    ({ actions, form }) =>
      actions.some(
        (one) =>
          (one.do === "task" && !one.title.trim()) || (one.do === "tag" && !one.tag.trim()) || (one.do === "sequence" && !one.sequence_id),
      ) || form.some(({ label, kind, choices }) => (!label.fr?.trim() && !label.en?.trim()) || (kind === "choice" && choices.length < 2)),
  );

type Card = Pick<ListedSequence["card"], "id" | "name" | "state" | "job_id">;
/** Sequences that a stage of this job may begin: running ones, about this job or about none. */
export const offered = <T extends Card>(cards: readonly T[], job: string | undefined): T[] =>
  cards.filter((card) => card.state === "active" && (!card.job_id || card.job_id === job));

/** Removed stages that people stand in: each needs a stage for them. */
export function emptied(stages: readonly Stage[], list: readonly StageDraft[], counts: Record<string, number>): Stage[] {
  const kept = new Set(list.map((one) => one.key));
  return stages.filter((stage) => !stage.leaving_to && !kept.has(stage.id) && (counts[stage.id] ?? 0) > 0);
}
export const same = (a: readonly StageDraft[], b: readonly StageDraft[]): boolean =>
  JSON.stringify(a.map(textOf)) === JSON.stringify(b.map(textOf));

/** An identifier of the server's kind for a question, from its label. */
export function questionId(label: string, taken: readonly string[]): string {
  const base =
    label
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 34) || "question";
  let id = base;
  for (let n = 2; taken.includes(id); n++) id = `${base}_${n}`;
  return id;
}
