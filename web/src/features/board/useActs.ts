import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { reasonKey } from "@/api/errors";
import type { Board, BoardCard, Done, Stage, Withdrawal } from "@/api/model";
import { keys } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { refuseEach } from "@/ui/hiring/leaving";
import type { Part } from "@/ui/hiring/RefuseDialog";
import { failed, whyNot, worked } from "@/ui/hiring/failures";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { eachOf } from "@/ui/each";
import { setTag } from "@/ui/record/tagging";
import { toasts } from "@/ui/toast";
import { idOf } from "./moves";
import type { BoardState } from "./useBoard";

/** What is done to people of a board: painted at once, said, undone for 8 s, rolled back with a reason for each. */
export function useActs(jobId: string, board: Board | undefined, { ask, setFailures }: BoardState) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const words = useActionWords();
  const busy = useRef(new Map<string, Promise<unknown>>());

  /** Acts on one person go one after the other, as they were asked for. */
  const inTurn = useCallback((ids: string[], run: () => Promise<Done[]>): Promise<Done[]> => {
    const before = Promise.allSettled(ids.map((id) => busy.current.get(id)));
    const mine = before.then(run);
    for (const id of ids) busy.current.set(id, mine);
    return mine;
  }, []);
  const name = (cards: BoardCard[]): string => (cards.length === 1 ? (cards[0]?.person.name ?? t("people.noName")) : "");
  const refresh = (ids: string[]) => {
    for (const id of ids) void client.invalidateQueries({ queryKey: keys.candidate(id) });
  };
  const run = async (cards: BoardCard[], to: string | undefined, call: (ids: string[]) => Promise<Done[]>): Promise<Done[]> => {
    const ids = cards.map(idOf);
    try {
      const done = await ask({ cards, ...(to ? { to } : {}), ask: () => inTurn(ids, () => call(ids)) });
      const wrong = failed(done);
      if (wrong.length > 0) {
        setFailures(new Map(wrong.map((one) => [one.candidate_id, whyNot(t, one)])));
        toasts.failed(t("board.failed", { count: wrong.length, of: cards.length }), again(wrong, cards, to, call));
      }
      refresh(ids);
      return done;
    } catch (error) {
      toasts.failed(t(reasonKey(error)), { label: t("act.retry"), run: () => void run(cards, to, call) });
      return [];
    }
  };
  const again = (wrong: Done[], cards: BoardCard[], to: string | undefined, call: (ids: string[]) => Promise<Done[]>) => {
    const left = cards.filter((card) => wrong.some((one) => one.candidate_id === idOf(card)));
    return { label: t("act.retry"), run: () => void run(left, to, call) };
  };
  /** Everyone goes back to where they stood, on the version that the act left. */
  const back = (cards: BoardCard[], pending: Promise<Done[]>) => async () => {
    const epochs = worked(await pending);
    const byStage = Map.groupBy(
      cards.filter((card) => epochs.has(idOf(card))),
      (card) => card.application.stage_id,
    );
    await Promise.all(
      [...byStage].map(([stage, those]) =>
        run(those, stage, (ids) => hiring.undo(jobId, new Map(ids.map((id) => [id, epochs.get(id) ?? 0])))),
      ),
    );
  };
  const move = (cards: BoardCard[], stage: Stage, actions = true) => {
    const moving = cards.filter((card) => card.application.stage_id !== stage.id);
    if (moving.length === 0) return;
    const from = new Set(moving.map((card) => card.application.stage_id));
    const expected = from.size === 1 ? [...from][0] : undefined;
    const pending = run(moving, stage.id, (ids) => hiring.move(jobId, ids, stage.id, { actions, ...(expected ? { expected } : {}) }));
    const undo = back(moving, pending);
    const does = actions && stage.actions.length > 0;
    toasts.done(
      t(moving.length === 1 ? "board.movedOne" : "board.moved", { count: moving.length, name: name(moving), stage: f.said(stage.name) }),
      undo,
      does
        ? {
            detail: words.of(stage),
            act: { label: t("stage.without"), run: () => void undo().then(() => move(cards, stage, false)) },
          }
        : {},
    );
  };
  const closing = board?.job.stages.find((stage) => stage.kind === "closed");
  const leave = (cards: BoardCard[], said: "refused" | "withdrew", call: (ids: string[]) => Promise<Done[]>, detail?: string) => {
    const pending = run(cards, closing?.id, call);
    toasts.done(
      t(`board.${said}${cards.length === 1 ? "One" : ""}`, { count: cards.length, name: name(cards) }),
      back(cards, pending),
      detail ? { detail } : {},
    );
  };
  return {
    move,
    refuse: (cards: BoardCard[], parts: Part[], detail?: string) => leave(cards, "refused", (ids) => refuseEach(jobId, ids, parts), detail),
    withdraw: (cards: BoardCard[], withdrawal: Withdrawal) => leave(cards, "withdrew", (ids) => hiring.withdraw(jobId, ids, withdrawal)),
    reopen: (cards: BoardCard[]) => {
      const byStage = Map.groupBy(cards, (card) => card.application.came_from ?? board?.job.stages[0]?.id ?? "");
      const pending = Promise.all([...byStage].map(([stage, those]) => run(those, stage, (ids) => hiring.reopen(jobId, ids))));
      const undo = back(
        cards,
        pending.then((parts) => parts.flat()),
      );
      toasts.done(t(cards.length === 1 ? "board.reopenedOne" : "board.reopened", { count: cards.length, name: name(cards) }), undo);
    },
    own: (cards: BoardCard[], owner: string | null) => {
      const change = (card: BoardCard) => ({ ...card, application: { ...card.application, owner } });
      const ids = cards.map(idOf);
      const each = async (): Promise<Done[]> => {
        const applications = await Promise.all(ids.map((id) => hiring.assign(jobId, id, owner)));
        return applications.map((application) => ({ candidate_id: application.candidate_id, application, code: null, message: null }));
      };
      void ask({ cards, change, ask: () => inTurn(ids, each) }).catch((error: unknown) => toasts.failed(t(reasonKey(error))));
      toasts.done(t(owner ? "board.owned" : "board.ownedNobody", { count: cards.length, name: owner ? words.who(owner) : "" }));
    },
    tag: (cards: BoardCard[], tag: string, on = true) => {
      const change = (card: BoardCard) => ({
        ...card,
        person: {
          ...card.person,
          tags: on ? [...new Set([...card.person.tags, tag])] : card.person.tags.filter((one) => one !== tag),
        },
      });
      const set = async (): Promise<Done[]> => {
        const wrong = await eachOf(cards.map(idOf), (id) => setTag(id, tag, on));
        if (wrong.size > 0) toasts.failed(t("people.tagFailed", { count: wrong.size, of: cards.length }));
        void client.invalidateQueries({ queryKey: keys.board(jobId) });
        void client.invalidateQueries({ queryKey: keys.people });
        void client.invalidateQueries({ queryKey: keys.counts });
        return [];
      };
      void ask({ cards, change, ask: () => inTurn(cards.map(idOf), set) });
      const undo = () => tagging(cards, tag, !on);
      toasts.done(t(on ? "people.tagged" : "people.untagged", { count: cards.length, tag }), undo);
    },
  };
  function tagging(cards: BoardCard[], tag: string, on: boolean) {
    void eachOf(cards.map(idOf), (id) => setTag(id, tag, on)).then(() => client.invalidateQueries({ queryKey: keys.board(jobId) }));
  }
}
export type BoardActs = ReturnType<typeof useActs>;
