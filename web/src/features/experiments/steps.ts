/** The mail of a sequence that an experiment is on: what of it is sent today. */
import { queryOptions } from "@tanstack/react-query";
import type { Language } from "@/api/model";
import type { StepPlace, Variant, Wording } from "@/api/experiments";
import { sequenceVersions, type SequenceVersion } from "@/api/sequences";
import { languages, spokenIn } from "./draft";

export interface StepToday {
  sequence: string;
  /** Among the mails and tasks of the sequence: 1, 2, 3… */
  number: number;
  words: Partial<Record<Language, Wording>>;
}
/** The newest version says what is sent; null: nothing is published, or the step has no words of its own there. */
export const stepQuery = ({ sequence_id, step_id }: Omit<StepPlace, "kind">) =>
  queryOptions({
    queryKey: ["experiments", "step", sequence_id, step_id],
    queryFn: async () => stepToday((await sequenceVersions(sequence_id)).versions as SequenceVersion[], step_id),
    staleTime: 0,
  });

export function stepToday(versions: readonly SequenceVersion[], step_id: string): StepToday | null {
  const newest = versions[0];
  const acting = newest?.steps.filter((step) => step.do !== "wait") ?? [];
  const at = acting.findIndex((step) => step.id === step_id);
  const step = acting[at];
  if (!newest || step?.do !== "mail" || !step.words) return null;
  const { words } = step;
  const said = languages.flatMap((spoken): [Language, Wording][] => {
    const one = words[spoken];
    return one ? [[spoken, { subject: one.subject, body: one.body, plain: null }]] : [];
  });
  return { sequence: newest.name, number: at + 1, words: Object.fromEntries(said) };
}
/** A draft whose first variant is what is sent today, whatever was published since it was begun; the others stay. */
export function onToday(variants: readonly Variant[], words: StepToday["words"]): Variant[] {
  const spoken = languages.filter((one) => words[one]);
  return variants.map((one) =>
    one.key === "a"
      ? { key: "a", fr: words.fr ?? null, en: words.en ?? null }
      : { key: one.key, fr: null, en: null, ...Object.fromEntries(spoken.map((each) => [each, one[each] ?? words[each]])) },
  );
}
export const saysToday = (variants: readonly Variant[], words: StepToday["words"]): boolean => {
  const first = variants[0];
  const there = spokenIn(variants);
  return (
    there.length === Object.keys(words).length &&
    there.every((one) => first?.[one]?.subject === words[one]?.subject && first?.[one]?.body === words[one]?.body)
  );
};
