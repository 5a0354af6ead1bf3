/** A job's criteria while they are being written. Pure. */
import type { Anchors, Criterion, CriterionText } from "@/api/scorecards";
import type { Words } from "@/api/model";

export const steps = ["one", "two", "three", "four"] as const;
export type Step = (typeof steps)[number];
export interface CriterionDraft {
  /** The criterion's id, or one of this form's own while it is new. */
  key: string;
  isNew: boolean;
  requirement_id: string;
  label: Words;
  looked_at: Words;
  anchors: Anchors;
}
const empty = (): Words => ({ fr: null, en: null });
/** What each step says until somebody says it better: as the server fills it in. */
export const usual = (): Anchors => ({
  one: { fr: "Rien de vu ne le montre", en: "Nothing seen shows it" },
  two: { fr: "Montré en partie", en: "Shown in part" },
  three: { fr: "Montré par un exemple précis", en: "Shown by a precise example" },
  four: { fr: "Montré par plusieurs exemples précis", en: "Shown by several precise examples" },
});
export const draftsOf = (criteria: readonly Criterion[]): CriterionDraft[] =>
  criteria.map(({ id, requirement_id, label, looked_at, anchors }) => ({
    key: id,
    isNew: false,
    requirement_id,
    label,
    looked_at: looked_at ?? empty(),
    anchors,
  }));
export const fresh = (key: string, requirement_id: string): CriterionDraft => ({
  key,
  isNew: true,
  requirement_id,
  label: empty(),
  looked_at: empty(),
  anchors: usual(),
});
const has = (words: Words): boolean => Boolean(words.fr?.trim() || words.en?.trim());
const text = (words: Words) => ({
  ...(words.fr?.trim() ? { fr: words.fr.trim() } : {}),
  ...(words.en?.trim() ? { en: words.en.trim() } : {}),
});
export function textOf(draft: CriterionDraft): CriterionText {
  const said = usual();
  const anchors = Object.fromEntries(steps.map((step) => [step, text(has(draft.anchors[step]) ? draft.anchors[step] : said[step])]));
  return {
    ...(draft.isNew ? {} : { id: draft.key }),
    requirement_id: draft.requirement_id,
    label: text(draft.label),
    ...(has(draft.looked_at) ? { looked_at: text(draft.looked_at) } : {}),
    anchors: anchors as NonNullable<CriterionText["anchors"]>,
  };
}
export function movedBy(list: readonly CriterionDraft[], key: string, by: number): CriterionDraft[] {
  const from = list.findIndex((one) => one.key === key);
  const one = list[from];
  if (!one) return [...list];
  const rest = list.filter((other) => other.key !== key);
  const to = Math.max(0, Math.min(rest.length, from + by));
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}
/** One without a name, or tied to nothing that the job requires. */
export const unfinished = (list: readonly CriterionDraft[], requirements: ReadonlySet<string>): CriterionDraft | undefined =>
  list.find((one) => !has(one.label) || !requirements.has(one.requirement_id));
export const same = (a: readonly CriterionDraft[], b: readonly CriterionDraft[]): boolean =>
  JSON.stringify(a.map(textOf)) === JSON.stringify(b.map(textOf));
/** All that is written: what the linter reads. */
export const wordsOf = (list: readonly CriterionDraft[]): string =>
  list
    .flatMap((one) => [one.label, one.looked_at, ...steps.map((step) => one.anchors[step])])
    .flatMap((words) => [words.fr, words.en])
    .filter((said) => said?.trim())
    .join("\n");
