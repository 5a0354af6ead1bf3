/** The mail that is being written, in a panel that stays while pages change: opened from anywhere, for one or several. */
import type { Draft } from "@/api/writing";

export interface Addressee {
  id: string;
  name: string;
}
/** The conversation that a mail goes on, and the mail of theirs that it answers. */
export interface GoneOn {
  id: string;
  answers: string | null;
  subject: string;
  /** Where that mail came from. */
  from: string | null;
}
export interface Composing {
  people: Addressee[];
  thread?: GoneOn | undefined;
  /** The job that it may be about. */
  jobId?: string | undefined;
  /** What came back: a mail that was stopped, or one that waits and is changed (`of`). */
  draft?: Draft | undefined;
  /** That draft was only just begun: what was kept of an earlier one goes before it. */
  begun?: boolean | undefined;
  at?: string | null | undefined;
  of?: { key: string; version: number } | undefined;
}
let current: Composing | null = null;
let host: string | null = null;
/** As it stands in its fields now. */
let written: Pick<Composing, "draft" | "at"> = {};
const AWAY = "vivier.composing";
const listeners = new Set<() => void>();
const show = (next: Composing | null) => {
  if (next !== current) written = {};
  current = next;
  for (const tell of listeners) tell();
};
export const compose = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => current,
  open: (what: Composing) => what.people.length > 0 && show(what),
  close: () => show(null),
  writing: (draft: Draft, at: string | null) => {
    written = { draft, at };
  },
  /** Before one leaves to sign in again: what is open is put by in this tab, for the same person. */
  leave: (owner: string) => {
    if (current) sessionStorage.setItem(AWAY, JSON.stringify({ owner, what: { ...current, ...written } }));
  },
  comeBack: (owner: string) => {
    const held = JSON.parse(sessionStorage.getItem(AWAY) ?? "null") as { owner: string; what: Composing } | null;
    sessionStorage.removeItem(AWAY);
    if (held?.owner === owner) show(held.what);
  },
  /** The conversation on screen, under whose mails its answer is written instead of in a panel. */
  hosted: () => host,
  hold: (thread: string) => {
    host = thread;
    show(current);
    return () => {
      host = null;
      show(current);
    };
  },
};
