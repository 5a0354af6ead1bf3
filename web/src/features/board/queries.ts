import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as hiring from "@/api/hiring";
import type { BoardFilter } from "@/api/hiring";
import type { Column } from "@/api/model";
import { keys } from "@/api/queries";

export const PAGE = 50;
export const boardKey = (id: string, filter: BoardFilter) => [...keys.board(id), filter] as const;

/** Read whole once; from then on the pulse says which columns to ask for again. */
export const boardQuery = (id: string, filter: BoardFilter) =>
  queryOptions({
    queryKey: boardKey(id, filter),
    queryFn: ({ signal }) => hiring.board(id, filter, signal),
    staleTime: 5_000,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });

/** As many people as the column shows now, page by page: a long look does not shrink. */
export async function columnAgain(id: string, column: Column, filter: BoardFilter) {
  const wanted = Math.max(PAGE, column.cards.length);
  const cards: Column["cards"] = [];
  let cursor: string | null = null;
  do {
    const page: { cards: Column["cards"]; cursor: string | null } = await hiring.stagePage(
      id,
      column.stage.id,
      filter,
      cursor ?? undefined,
      Math.min(100, wanted - cards.length),
    );
    cards.push(...page.cards);
    cursor = page.cursor;
  } while (cursor && cards.length < wanted);
  return { cards, cursor };
}
