import { useCallback, useRef, useState } from "react";
import type { BoardCard, Column, Stage } from "@/api/model";
import { enterable } from "@/ui/hiring/stages";
import { useKeys } from "@/ui/keys";
import type { CardMenuKind } from "./CardMenu";
import { idOf, neighbour } from "./moves";

interface Of {
  /** The columns that are open, as they are shown. */
  columns: { column: Column; cards: BoardCard[] }[];
  stages: readonly Stage[];
  selected: ReadonlySet<string>;
  setSelected: (ids: ReadonlySet<string>) => void;
  cardsOf: (ids: Iterable<string>) => BoardCard[];
  move: ((cards: BoardCard[], stage: Stage) => void) | undefined;
  /** Opens something on a card, or on the selection. */
  open: (what: CardMenuKind, on: string | null) => void;
  /** Plans an interview with who the cursor stands on. */
  meet: ((id: string) => void) | undefined;
  find: () => void;
}
/** The board without a mouse: a cursor that walks over cards, and what is done to whom it stands on or who is selected. */
export function useBoardKeys({ columns, stages, selected, setSelected, cardsOf, move, open, meet, find }: Of) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [step, setStep] = useState(0);
  const last = useRef<string | null>(null);
  const place = columns.findIndex(({ cards }) => cards.some((card) => idOf(card) === cursor));
  const at = place < 0 ? -1 : (columns[place]?.cards.findIndex((card) => idOf(card) === cursor) ?? -1);
  const go = (id: string | null | undefined) => {
    if (!id) return;
    setCursor(id);
    setStep((n) => n + 1);
  };
  const first = () => columns.find(({ cards }) => cards.length > 0)?.cards[0];
  const walk = (by: number) => {
    if (place < 0) return go(first() && idOf(first() as BoardCard));
    const cards = columns[place]?.cards ?? [];
    const next = cards[Math.max(0, Math.min(cards.length - 1, at + by))];
    go(next && idOf(next));
  };
  const across = (by: number) => {
    if (place < 0) return walk(0);
    for (let i = place + by; columns[i]; i += by) {
      const cards = columns[i]?.cards ?? [];
      const next = cards[Math.min(at, cards.length - 1)];
      if (next) return go(idOf(next));
    }
  };
  const concerned = (): BoardCard[] => cardsOf(selected.size > 0 ? selected : cursor ? [cursor] : []);
  /** To the stage before or after, as the pipeline runs; out of it only by a decision. */
  const carry = (by: number): boolean => {
    const cards = concerned();
    const from = cards[0]?.application.stage_id;
    if (!move || !from || cards.some((card) => card.application.stage_id !== from)) return false;
    const way = enterable(stages).filter((stage) => stage.kind !== "closed");
    const to = way[way.findIndex((stage) => stage.id === from) + by];
    if (!to) return false;
    const left = columns[place]?.cards ?? [];
    const next = cursor ? neighbour(left, cursor, new Set(cards.map(idOf))) : null;
    move(cards, to);
    go(next ?? cursor);
    return true;
  };
  const select = useCallback(
    (id: string, range: boolean) => {
      const next = new Set(selected);
      const cards = columns.find((one) => one.cards.some((card) => idOf(card) === id))?.cards ?? [];
      const [from, to] = [cards.findIndex((card) => idOf(card) === last.current), cards.findIndex((card) => idOf(card) === id)];
      if (range && from >= 0) for (const card of cards.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(idOf(card));
      else if (!next.delete(id)) next.add(id);
      last.current = id;
      setSelected(next);
    },
    [selected, setSelected, columns],
  );
  const on = (what: CardMenuKind): boolean => {
    if (what !== "note" && selected.size > 0) open(what, null);
    else if (cursor) open(what, cursor);
    else return false;
    return true;
  };
  useKeys(
    {
      j: () => walk(1),
      k: () => walk(-1),
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      ArrowRight: (event) => (event.shiftKey ? carry(1) : across(1)),
      ArrowLeft: (event) => (event.shiftKey ? carry(-1) : across(-1)),
      x: (event) => (cursor && move ? select(cursor, event.shiftKey) : false),
      s: () => on("stage"),
      n: () => on("note"),
      t: () => on("tag"),
      m: () => (meet && cursor ? meet(cursor) : false),
      "/": find,
      Escape: () => (selected.size > 0 ? setSelected(new Set()) : false),
    },
    {
      help: {
        j: "keys.next",
        k: "keys.previous",
        "← →": "keys.acrossStages",
        ...(move ? { "⇧ ← →": "keys.carry", x: "keys.selectRange", s: "keys.stage", t: "keys.tag", m: "keys.meet" } : {}),
        n: "keys.note",
        "/": "keys.findBoard",
        Enter: "keys.open",
      },
    },
  );
  /** After something that floated over the card has gone. */
  const refocus = () => setStep((n) => n + 1);
  return { cursor, setCursor, step, select, refocus };
}
