/** One toast at a time: what happened, in the past tense, and its way back for 8 s. */
export interface Toast {
  id: number;
  message: string;
  /** What follows from it: "the invitation leaves in 10 min". */
  detail?: string | undefined;
  tone: "done" | "failed";
  undo?: (() => void | Promise<unknown>) | undefined;
  /** Another way on than undoing, such as "try again". */
  act?: { label: string; run: () => void } | undefined;
  /** Milliseconds, where there is longer to undo than usual. */
  life?: number | undefined;
}
const life = 8000;
let current: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let last = 0;
const listeners = new Set<() => void>();
const show = (toast: Toast | null) => {
  current = toast;
  clearTimeout(timer);
  if (toast) timer = setTimeout(() => show(null), toast.life ?? life);
  for (const tell of listeners) tell();
};
export const toasts = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => current,
  done: (message: string, undo?: Toast["undo"], more: Pick<Toast, "detail" | "act" | "life"> = {}) =>
    show({ id: ++last, message, tone: "done", undo, ...more }),
  failed: (message: string, act?: Toast["act"], undo?: Toast["undo"]) => show({ id: ++last, message, tone: "failed", act, undo }),
  close: () => show(null),
  /** While the pointer or the focus is on it, it stays. */
  hold: () => clearTimeout(timer),
  release: () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(null), life / 2);
  },
  undo: () => {
    const undo = current?.undo;
    if (!undo) return false;
    show(null);
    void undo();
    return true;
  },
};
