/** Two who write one draft at once: what only one of them changed stands, and where both changed the same, one of the two
 * is chosen. Pure. */
import type { SequenceText } from "@/api/sequences";
import type { Settings, Step } from "./model";
import { alike } from "./steps";

export type Side = "mine" | "theirs";
/** What both changed: a step (none: removed), or one of the settings, or the name. */
export type Clash =
  | { of: "name"; theirs: string; mine: string }
  | { of: "settings"; theirs: Settings; mine: Settings }
  | { of: "step"; id: string; theirs: Step | undefined; mine: Step | undefined }
  | { of: "order" };

export interface Met {
  text: SequenceText;
  clashes: Clash[];
}
/** `base`: what both began with. Where both changed the same, `winner` says whose stands. */
export function met(base: SequenceText, mine: SequenceText, theirs: SequenceText, winner: Side): Met {
  const clashes: Clash[] = [];
  const pick = <T>(was: T, my: T, their: T, clash: Clash): T => {
    if (same(my, their) || same(was, my)) return their;
    if (same(was, their)) return my;
    clashes.push(clash);
    return winner === "mine" ? my : their;
  };
  const name = pick(base.name, mine.name, theirs.name, { of: "name", theirs: theirs.name, mine: mine.name });
  const settings = { ...theirs.settings } as Record<keyof Settings, unknown>;
  let told = false;
  for (const key of Object.keys(theirs.settings) as (keyof Settings)[]) {
    const before = clashes.length;
    settings[key] = pick<unknown>(base.settings[key], mine.settings[key], theirs.settings[key], {
      of: "settings",
      theirs: theirs.settings,
      mine: mine.settings,
    });
    // One line for all of them.
    if (clashes.length > before && told) clashes.pop();
    told ||= clashes.length > before;
  }
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, Step>();
  for (const id of new Set([...their.keys(), ...my.keys()])) {
    const step = pick(was.get(id), my.get(id), their.get(id), { of: "step", id, theirs: their.get(id), mine: my.get(id) });
    if (step) kept.set(id, step);
  }
  const [mineOrder, theirOrder] = [order(mine.steps, was), order(theirs.steps, was)];
  const common = mineOrder.filter((id) => theirOrder.includes(id));
  const ordered = pick(
    order(base.steps, was).filter((id) => common.includes(id)),
    common,
    theirOrder.filter((id) => common.includes(id)),
    { of: "order" },
  );
  // Whose order stands is the frame; what the other one has besides comes behind what it stood behind.
  const [frame, guests] = same(ordered, common) ? [mine.steps, theirs.steps] : [theirs.steps, mine.steps];
  const steps = frame.map(({ id }) => id).filter((id) => kept.has(id));
  guests.forEach(({ id }, i) => {
    if (!kept.has(id) || steps.includes(id)) return;
    const before = guests.slice(0, i).findLast((one) => steps.includes(one.id));
    steps.splice(before ? steps.indexOf(before.id) + 1 : 0, 0, id);
  });
  return {
    text: { name, settings: settings as unknown as Settings, steps: steps.flatMap((id) => kept.get(id) ?? []) },
    clashes,
  };
}
type Steps = ReadonlyMap<string, Step>;
const byId = ({ steps }: SequenceText): Steps => new Map(steps.map((step) => [step.id, step]));
const order = (steps: readonly Step[], among: Steps): string[] => steps.map(({ id }) => id).filter((id) => among.has(id));
/** Alike but for spaces at the ends, which the server takes off. */
const same = (a: unknown, b: unknown): boolean => alike(trimmed(a), trimmed(b));
function trimmed(value: unknown): unknown {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, trimmed(one)]));
}
