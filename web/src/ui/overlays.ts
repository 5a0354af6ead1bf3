/** What stands over the page: one at a time, opened from anywhere. */
export type Overlay = "palette" | "help" | "menu" | "bell" | "task" | "note" | null;
/** What a task or a note is about when it is asked for on the page of a person or a job. */
export interface About {
  candidate?: { id: string; name: string };
  job?: { id: string; name: string };
  /** The kind of note that is asked for. */
  report?: "call" | "interview";
}
let current: { overlay: Overlay; about: About } = { overlay: null, about: {} };
let here: About = {};
const listeners = new Set<() => void>();
const show = (next: typeof current) => {
  current = next;
  for (const tell of listeners) tell();
};
export const overlays = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => current,
  open: (overlay: Overlay, about: About = here) => show({ overlay, about }),
  /** A note about what is on screen. */
  note: (report?: "call" | "interview") => show({ overlay: "note", about: report ? { ...here, report } : here }),
  toggle: (overlay: Overlay) => show({ overlay: current.overlay === overlay ? null : overlay, about: {} }),
  /** What the page is about, until it is left. */
  here: (about: About) => {
    here = about;
    return () => {
      here = {};
    };
  },
  close: () => show({ overlay: null, about: {} }),
};
