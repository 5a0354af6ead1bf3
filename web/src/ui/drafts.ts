/** What somebody was writing and has not saved: in this browser, for a week, until it is saved or they sign out. */
const PREFIX = "vivier.draft.";
const KEPT = 7 * 86_400_000;

interface Held<T> {
  at: number;
  value: T;
}
function each(act: (key: string) => void): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) act(key);
}
function read<T>(key: string, now: number): Held<T> | null {
  try {
    const held = JSON.parse(localStorage.getItem(key) ?? "null") as Held<T> | null;
    if (held && now - held.at < KEPT) return held;
  } catch {
    // Not ours, or cut short: nothing to give back.
  }
  localStorage.removeItem(key);
  return null;
}
/** `owner` is who writes: another person on the same machine finds nothing. */
export const drafts = {
  keep: <T>(owner: string, about: string, value: T, now = Date.now()): void => {
    try {
      localStorage.setItem(`${PREFIX}${owner}.${about}`, JSON.stringify({ at: now, value } satisfies Held<T>));
    } catch {
      // A full store loses the draft, never what is being written.
    }
  },
  held: <T>(owner: string, about: string, now = Date.now()): Held<T> | null => {
    each((key) => void read(key, now));
    return read<T>(`${PREFIX}${owner}.${about}`, now);
  },
  drop: (owner: string, about: string): void => localStorage.removeItem(`${PREFIX}${owner}.${about}`),
  clear: (): void => each((key) => localStorage.removeItem(key)),
};
