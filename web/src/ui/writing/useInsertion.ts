import { useRef } from "react";
import { put } from "./slash";

type Part = "subject" | "body";
/** Puts words at the caret of a subject or a text, whichever was written in last, and leaves the caret behind them. */
export function useInsertion(words: { subject?: string | null; body: string }, onChange: (change: { [part in Part]?: string }) => void) {
  const subject = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<Part>("body");
  const insert = (what: string, from?: number) => {
    const part = last.current;
    const area = (part === "subject" ? subject : body).current;
    if (!area) return;
    const next = put(words[part] ?? "", from ?? area.selectionStart, area.selectionEnd, what);
    onChange({ [part]: next.text });
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(next.caret, next.caret);
    });
  };
  return {
    subject: { input: subject, onFocus: () => (last.current = "subject") },
    body: { input: body, onFocus: () => (last.current = "body") },
    insertField: (name: string) => insert(`{{ ${name} }}`),
    /** A snippet stands where its slash was written. */
    insertSnippet: (what: string, from: number) => {
      last.current = "body";
      insert(what, from);
    },
  };
}
