import { useEffect, useRef } from "react";

type Handlers = Record<string, (event: KeyboardEvent) => unknown>;
interface Options {
  /** Translation keys by key, for the help behind `?`. */
  help?: Record<string, string>;
  enabled?: boolean;
}
const shown = new Map<symbol, Record<string, string>>();
/** The shortcuts of what is on screen now. */
export const activeHelp = (): Record<string, string> => Object.assign({}, ...shown.values()) as Record<string, string>;

const OVER = "[aria-modal='true'], [role='menu']";
let over = false;
/** Before anybody else hears the key: the dialog that Escape closes is gone when ours do. */
const look = () => {
  over = document.querySelector(OVER) !== null;
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

/** Single keys, without modifiers, outside of fields and dialogs. A handler that returns false lets the key through. */
export function useKeys(handlers: Handlers, { help, enabled = true }: Options = {}): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  const named = JSON.stringify(help ?? {});
  useEffect(() => {
    if (!enabled) return;
    const id = Symbol("keys");
    shown.set(id, JSON.parse(named) as Record<string, string>);
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
      if (over) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      // Enter and Space belong to whatever button or link has the focus.
      if (
        (key === "Enter" || key === " ") &&
        event.target instanceof Element &&
        event.target.closest("a, button, summary, [role='button']")
      )
        return;
      const handler = latest.current[key];
      if (handler && handler(event) !== false) event.preventDefault();
    };
    addEventListener("keydown", look, true);
    addEventListener("keydown", listen);
    return () => {
      shown.delete(id);
      removeEventListener("keydown", listen);
    };
  }, [enabled, named]);
}
