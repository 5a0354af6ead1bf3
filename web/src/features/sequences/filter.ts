/** Which sequences a list shows: what the address may carry, and who is in it. Pure. */
import type { EnrolmentState, ListedSequence, SequenceState } from "@/api/sequences";

export const views = ["used", "drafts", "archived"] as const;
export type View = (typeof views)[number];
export interface SequencesSearch {
  view?: View;
  q?: string;
}
export function readSequences(search: Record<string, unknown>): SequencesSearch {
  const view = views.find((one) => one === search.view);
  const q = typeof search.q === "string" && search.q.trim() ? search.q : undefined;
  return { ...(view && view !== "used" ? { view } : {}), ...(q ? { q } : {}) };
}
const shows: Record<View, readonly SequenceState[]> = { used: ["active", "paused"], drafts: ["draft"], archived: ["archived"] };
export const inView = (list: readonly ListedSequence[], view: View): ListedSequence[] =>
  list.filter(({ card }) => shows[view].includes(card.state));

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const named = (list: readonly ListedSequence[], q: string | undefined): ListedSequence[] =>
  q ? list.filter(({ card }) => fold(card.name).includes(fold(q.trim()))) : [...list];

export const states = ["all", "active", "paused", "stopped", "finished", "removed"] as const;
/** What somebody did with a step: got its mail (or had its task made), answered it, followed a link of it. */
const deeds = ["done", "replied", "clicked"] as const;
export type Did = (typeof deeds)[number];
export interface PeopleSearch {
  state?: EnrolmentState;
  step?: string;
  did?: Did;
}
/** Which people of a sequence: in a state; at a step, those who come to it, who did it, or for whom it stopped before. */
export function readPeople(search: Record<string, unknown>): PeopleSearch {
  const step = typeof search.step === "string" && /^stp_\w{26}$/.test(search.step) ? search.step : undefined;
  const state = states.find((one) => one === search.state);
  const did = deeds.find((one) => one === search.did);
  if (step && did) return { step, did };
  return { ...(state && state !== "all" && (!step || state === "stopped") ? { state } : {}), ...(step ? { step } : {}) };
}
