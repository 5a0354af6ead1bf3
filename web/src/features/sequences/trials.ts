import type { SequenceView, SequenceVersion } from "@/api/sequences";
import { alike } from "./steps";

/** Experiments that end with the draft as a new version: on words that it changes or no longer has. Pure. */
export function endedBy({ experiments, sequence }: SequenceView, before: SequenceVersion): SequenceView["experiments"] {
  const wordsIn = (steps: SequenceVersion["steps"], id: string) => {
    const step = steps.find((one) => one.id === id);
    return step?.do === "mail" ? step.words : null;
  };
  return experiments.filter(
    ({ step_id, on_template }) => !on_template && !alike(wordsIn(before.steps, step_id), wordsIn(sequence.steps, step_id)),
  );
}
