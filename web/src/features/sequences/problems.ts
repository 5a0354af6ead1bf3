/** What keeps a sequence from being published, as a place that can be opened and words for it. Pure. */
import { lackOf } from "./steps";
import type { Settings, Step } from "./model";

export interface Problem {
  /** The step, or its settings. */
  at: string;
  /** Key of the words. */
  key: string;
  number: number | undefined;
}
const words: Record<string, string> = {
  send_as: "seq.lack_member",
  assignee: "seq.lack_member",
  text_id: "seq.lack_text",
  only_if: "seq.lack_stage",
  words: "starter.unwritten",
};
/** `told`: fields that the server names, of the steps as they were saved. */
export function problemsOf(
  { name, steps, settings }: { name: string; steps: readonly Step[]; settings: Settings },
  told: readonly { field: string }[],
  numbers: ReadonlyMap<string, number>,
): Problem[] {
  const found: Problem[] = [];
  if (!name.trim()) found.push({ at: "settings", key: "seq.lack_name", number: undefined });
  if (settings.days.length === 0) found.push({ at: "settings", key: "seq.lack_days", number: undefined });
  if (steps.every((step) => step.do === "wait")) found.push({ at: "add", key: "seq.lack_steps", number: undefined });
  for (const step of steps) {
    const lack = lackOf(step);
    if (lack) found.push({ at: step.id, key: `seq.lack_${lack}`, number: numbers.get(step.id) });
  }
  for (const { field } of told) {
    if (/^settings\.job_id$/.test(field)) found.push({ at: "settings", key: "seq.lack_job", number: undefined });
    if (/^settings\.hours$/.test(field)) found.push({ at: "settings", key: "seq.lack_hours", number: undefined });
    const [, place, part] = /^steps\.(\d+)\.(\w+)/.exec(field) ?? [];
    const step = steps[Number(place)];
    if (!step || !part || lackOf(step)) continue;
    found.push({ at: step.id, key: words[part] ?? "seq.lack_words", number: numbers.get(step.id) });
  }
  return found;
}
