import { useQuery } from "@tanstack/react-query";
import { useId, useState, type KeyboardEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { textsQuery } from "@/ui/texts";
import { slashed } from "./slash";
import "../css/writing.css";

interface Line {
  id: string;
  name: string;
  words: string;
}
/** What a slash at the caret offers. Arrows choose, Enter takes, Escape leaves the slash alone. */
export function useSnippets(
  area: RefObject<HTMLTextAreaElement | null>,
  language: Language,
  onPick: (words: string, from: number) => void,
) {
  const texts = useQuery(textsQuery).data?.texts ?? [];
  const [asked, setAsked] = useState<{ from: number; query: string } | null>(null);
  const [at, setAt] = useState(0);
  const lines: Line[] = asked
    ? texts.flatMap(({ text: one }) => {
        if (one.kind !== "snippet" || one.archived || !one.name.toLocaleLowerCase().includes(asked.query)) return [];
        return [{ id: one.id, name: one.name, words: (one[language] ?? one.fr ?? one.en)?.body ?? "" }];
      })
    : [];
  const current = Math.min(at, lines.length - 1);
  const pick = (line: Line) => {
    if (asked) onPick(line.words, asked.from);
    setAsked(null);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (lines.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const line = lines[current];
    if (step) setAt((current + step + lines.length) % lines.length);
    else if (event.key === "Escape") setAsked(null);
    else if (event.key === "Enter" && line && !event.ctrlKey && !event.metaKey) pick(line);
    else return;
    event.preventDefault();
  };
  /** After the caret has moved with the text. */
  const typed = () =>
    requestAnimationFrame(() => {
      setAsked(area.current ? slashed(area.current.value, area.current.selectionEnd) : null);
      setAt(0);
    });
  return { lines, current, pick, press, typed };
}
export function Snippets({ lines, current, pick }: ReturnType<typeof useSnippets>) {
  const { t } = useTranslation();
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <ul className="snippets" role="listbox" aria-label={t("compose.snippets")} id={id}>
      {lines.map((line, i) => (
        <li
          key={line.id}
          role="option"
          aria-selected={i === current}
          onPointerDown={(event) => {
            event.preventDefault();
            pick(line);
          }}
        >
          <span className="strong">{line.name}</span> <span className="meta cut">{line.words}</span>
        </li>
      ))}
    </ul>
  );
}
