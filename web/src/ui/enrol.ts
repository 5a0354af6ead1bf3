/** The panel in which people are put into a sequence: opened from a sequence, a person, a selection or a filtered list. */
import type { PeopleFilter } from "@/api/calls";

export interface Enrolling {
  /** Chosen already where it is asked for on the page of a sequence. */
  sequenceId?: string | undefined;
  people?: { id: string; name: string }[] | undefined;
  /** Everyone whom a list shows. */
  filter?: PeopleFilter | undefined;
}
let current: Enrolling | null = null;
const listeners = new Set<() => void>();
const show = (next: Enrolling | null) => {
  current = next;
  for (const tell of listeners) tell();
};
export const enrol = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => current,
  open: (what: Enrolling) => show(what),
  close: () => show(null),
};
