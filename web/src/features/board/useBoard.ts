import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import * as hiring from "@/api/hiring";
import type { BoardFilter } from "@/api/hiring";
import type { Board, BoardCard, Done, Pulse } from "@/api/model";
import { keys } from "@/api/queries";
import { isEnd } from "@/ui/hiring/stages";
import { counted, grown, painted, refreshed, settled, stale, type Act } from "./moves";
import { boardKey, boardQuery, columnAgain, PAGE } from "./queries";

/** Requests cost money: often enough to see a move within 3 s while somebody else looks, seldom alone, never while the tab is hidden. */
const TOGETHER = 2_000;
const ALONE = 30_000;
const IN_SIGHT = 120_000;

interface Asked {
  cards: BoardCard[];
  to?: string;
  change?: Act["change"];
  ask: () => Promise<Done[]>;
}
export type Ask = (asked: Asked) => Promise<Done[]>;

/**
 * A job's board: what the server said, painted over with what is on its way. An answer that was asked for before an act
 * settled says less than we know, so it is dropped and asked for again.
 */
export function useBoard(jobId: string, filter: BoardFilter, opened: ReadonlySet<string>) {
  const client = useQueryClient();
  const query = useQuery(boardQuery(jobId, filter));
  const [acts, setActs] = useState<Act[]>([]);
  const [failures, setFailures] = useState<Map<string, string>>(new Map());
  const turn = useRef({ acts: 0, inFlight: 0, next: 0 });
  const mine = useRef(new Map<string, number>());
  const key = useMemo(() => boardKey(jobId, filter), [jobId, filter]);
  const said = useCallback(() => client.getQueryData<Board>(key), [client, key]);
  const write = useCallback(
    (change: (board: Board) => Board) => client.setQueryData<Board>(key, (old) => old && change(old)),
    [client, key],
  );

  /** Runs a reading; undefined when an act came in between. */
  const undisturbed = useCallback(async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    const before = turn.current.acts;
    const found = await read();
    return turn.current.acts === before && turn.current.inFlight === 0 ? found : undefined;
  }, []);

  const pulse = useQuery({
    queryKey: ["pulse", jobId],
    queryFn: async () => (await undisturbed(() => hiring.pulse(jobId))) ?? null,
    enabled: query.isSuccess,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state }) => ((state.data?.looking ?? said()?.looking ?? []).length > 0 ? TOGETHER : ALONE),
  });
  const isOpened = useCallback(
    (board: Board, id: string) => {
      const column = board.columns.find((c) => c.stage.id === id);
      return column && (!isEnd(column.stage.kind) || opened.has(id)) ? column : undefined;
    },
    [opened],
  );

  const again = useCallback(
    async (stage: string, revision: number) => {
      const board = said();
      const column = board && isOpened(board, stage);
      if (!column) return write((b) => ({ ...b, columns: b.columns.map((c) => (c.stage.id === stage ? { ...c, revision } : c)) }));
      const page = await undisturbed(() => columnAgain(jobId, column, filter));
      if (!page) return;
      const since = Date.now() - IN_SIGHT;
      const kept = new Set([...mine.current].filter(([, at]) => at > since).map(([id]) => id));
      write((b) => refreshed(b, stage, page, revision, kept));
    },
    [said, isOpened, write, undisturbed, jobId, filter],
  );
  const asked = useRef<Pulse | null>(null);
  useEffect(() => {
    const now = pulse.data;
    const board = said();
    if (!now || !board || asked.current === now) return;
    asked.current = now;
    if (now.version !== board.version) {
      void client.invalidateQueries({ queryKey: keys.board(jobId) });
      return;
    }
    const changed = stale(board, now);
    write((b) => counted(b, now));
    for (const stage of changed) void again(stage, now.revisions[stage] ?? 0).catch(() => undefined);
  }, [pulse.data, said, write, again, client, jobId]);

  // Whoever opens a collapsed column wants to see who is in it.
  useEffect(() => {
    for (const id of opened) {
      const column = query.data?.columns.find((c) => c.stage.id === id);
      if (column && isEnd(column.stage.kind) && column.count > 0 && column.cards.length === 0)
        void again(id, column.revision).catch(() => undefined);
    }
  }, [opened, query.data, again]);

  const ask: Ask = useCallback(
    async ({ cards, to, change, ask: run }) => {
      const act: Act = {
        id: ++turn.current.next,
        cards,
        at: new Date().toISOString(),
        ...(to ? { to } : {}),
        ...(change ? { change } : {}),
      };
      turn.current.acts++;
      turn.current.inFlight++;
      setActs((all) => [...all, act]);
      setFailures(new Map());
      try {
        const done = await run();
        for (const one of done) if (one.application) mine.current.set(one.candidate_id, Date.now());
        write((board) => settled(board, act, done));
        return done;
      } finally {
        turn.current.inFlight--;
        turn.current.acts++;
        setActs((all) => all.filter((one) => one.id !== act.id));
        void client.invalidateQueries({ queryKey: ["pulse", jobId] });
        void client.invalidateQueries({ queryKey: keys.jobs });
      }
    },
    [write, client, jobId],
  );
  const [growing, setGrowing] = useState<ReadonlySet<string>>(new Set());
  const more = useCallback(
    async (stage: string) => {
      const cursor = said()?.columns.find((c) => c.stage.id === stage)?.cursor;
      if (!cursor || growing.has(stage)) return;
      setGrowing((all) => new Set(all).add(stage));
      try {
        const page = await hiring.stagePage(jobId, stage, filter, cursor, PAGE);
        write((board) => grown(board, stage, page));
      } finally {
        setGrowing((all) => new Set([...all].filter((one) => one !== stage)));
      }
    },
    [said, growing, jobId, filter, write],
  );
  const board = useMemo(() => query.data && painted(query.data, acts), [query.data, acts]);
  return { query, board, looking: pulse.data?.looking ?? query.data?.looking ?? [], failures, setFailures, ask, more, growing };
}
export type BoardState = ReturnType<typeof useBoard>;
