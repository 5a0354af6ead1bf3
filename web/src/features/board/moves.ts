/** The board as it is shown: what the server last said, with what is on its way painted over. Pure. */
import type { Application, Board, BoardCard, Column, Done, Pulse } from "@/api/model";

/** Something asked for and not answered yet: these people go to a stage, or change in place. */
export interface Act {
  id: number;
  cards: BoardCard[];
  to?: string;
  /** When it was asked for: from then on the stage counts the days. */
  at?: string;
  change?: (card: BoardCard) => BoardCard;
}
export const idOf = (card: BoardCard): string => card.application.candidate_id;
const holds = (column: Column, id: string): boolean => column.cards.some((card) => idOf(card) === id);

/** Who waits longest stands first, as the server orders them. */
function inOrder(cards: BoardCard[]): BoardCard[] {
  const key = ({ application: a }: BoardCard) => `${a.entered_at}#${a.candidate_id}`;
  return [...cards].sort((a, b) => key(a).localeCompare(key(b)));
}
function paintOne(columns: Column[], act: Act): Column[] {
  const { to, change } = act;
  const ids = new Set(act.cards.map(idOf));
  if (to === undefined)
    return columns.map((column) =>
      column.cards.some((card) => ids.has(idOf(card)))
        ? { ...column, cards: column.cards.map((card) => (ids.has(idOf(card)) && change ? change(card) : card)) }
        : column,
    );
  return columns.map((column) => {
    if (column.stage.id !== to) {
      const cards = column.cards.filter((card) => !ids.has(idOf(card)));
      const left = column.cards.length - cards.length;
      return left ? { ...column, cards, count: Math.max(0, column.count - left) } : column;
    }
    const arriving = act.cards
      .filter((card) => !holds(column, idOf(card)))
      .map((card) => ({ ...card, application: { ...card.application, stage_id: to, entered_at: act.at ?? card.application.entered_at } }));
    return arriving.length ? { ...column, cards: [...column.cards, ...arriving], count: column.count + arriving.length } : column;
  });
}
/** Painted in the order of asking: of two moves of one person, the later is seen. */
export const painted = (board: Board, acts: readonly Act[]): Board =>
  acts.length ? { ...board, columns: acts.reduce(paintOne, board.columns) } : board;

/** The answer to an act, in what the server said: whoever it worked for stands where their application says. */
export function settled(board: Board, act: Act, done: readonly Done[]): Board {
  const after = new Map(done.flatMap((one) => (one.application ? [[one.candidate_id, one.application] as const] : [])));
  const cards = new Map(act.cards.map((card) => [idOf(card), card]));
  const columns = board.columns.map((column) => {
    const here = column.cards.filter((card) => after.has(idOf(card)));
    const stay = column.cards.filter((card) => !after.has(idOf(card)));
    const come = [...after.values()].filter((application) => application.stage_id === column.stage.id);
    if (here.length + come.length === 0) return column;
    const before = new Set(here.map(idOf));
    const known = come.flatMap((application) => withPerson(application, cards));
    const moved = come.filter((a) => !before.has(a.candidate_id)).length - here.filter((card) => !isIn(come, idOf(card))).length;
    return { ...column, cards: inOrder([...stay, ...known]), count: Math.max(0, column.count + moved) };
  });
  return { ...board, columns };
}
const isIn = (applications: readonly Application[], id: string): boolean => applications.some((a) => a.candidate_id === id);
const withPerson = (application: Application, cards: Map<string, BoardCard>): BoardCard[] => {
  const card = cards.get(application.candidate_id);
  return card ? [{ application, person: card.person }] : [];
};

/** Stages that somebody else changed since we last asked. */
export const stale = (board: Board, pulse: Pulse): string[] =>
  board.columns.filter((c) => (pulse.revisions[c.stage.id] ?? c.revision) !== c.revision).map((c) => c.stage.id);

/** True counts, whoever moved whom. */
export const counted = (board: Board, pulse: Pulse): Board => ({
  ...board,
  looking: pulse.looking,
  columns: board.columns.map((column) => {
    const count = pulse.counts[column.stage.id] ?? column.count;
    return count === column.count ? column : { ...column, count };
  }),
});

/** A column asked for again. Whom I have just moved stays in sight, though they stand behind those of the page. */
export function refreshed(
  board: Board,
  stage: string,
  page: { cards: BoardCard[]; cursor: string | null },
  revision: number,
  mine: ReadonlySet<string> = new Set(),
): Board {
  const arrived = new Set(page.cards.map(idOf));
  const columns = board.columns.map((column) => {
    if (column.stage.id !== stage) return { ...column, cards: column.cards.filter((card) => !arrived.has(idOf(card))) };
    const behind = page.cursor ? column.cards.filter((card) => mine.has(idOf(card)) && !arrived.has(idOf(card))) : [];
    return { ...column, cards: [...page.cards, ...behind], cursor: page.cursor, revision };
  });
  return { ...board, columns };
}
/** The next page of a column. */
export function grown(board: Board, stage: string, page: { cards: BoardCard[]; cursor: string | null }): Board {
  const columns = board.columns.map((column) => {
    if (column.stage.id !== stage) return column;
    const known = new Set(page.cards.map(idOf));
    return { ...column, cards: inOrder([...column.cards.filter((card) => !known.has(idOf(card))), ...page.cards]), cursor: page.cursor };
  });
  return { ...board, columns };
}
/** The card under the cursor once `gone` have left: the next one, else the one before. */
export function neighbour(cards: readonly BoardCard[], at: string, gone: ReadonlySet<string>): string | null {
  const place = cards.findIndex((card) => idOf(card) === at);
  const after = cards.slice(place + 1).find((card) => !gone.has(idOf(card)));
  const before = cards.slice(0, Math.max(0, place)).findLast((card) => !gone.has(idOf(card)));
  const found = after ?? before;
  return found ? idOf(found) : null;
}
