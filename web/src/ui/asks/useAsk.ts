import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { askPeople, withdrawAsk, type Asked, type Question } from "@/api/asks";
import { reasonKey } from "@/api/errors";
import { keys } from "@/api/queries";
import { newKey } from "@/ui/hiring/ulid";
import { toasts } from "@/ui/toast";

const UNDO = 10_000; // the mail leaves after it

/** Why somebody was not asked, in plain words. */
export const whyNot = (one: Pick<Asked, "held">): string => (one.held ? `asks.held_${one.held}` : "error.unexpected");

/** Asks one person or several; what was asked can be taken back, at once and later. */
export function useAsk(onDone?: (asked: Asked[]) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = (ids: string[]) => {
    for (const id of ids) void client.invalidateQueries({ queryKey: keys.candidate(id) });
  };
  const onError = (error: unknown) => toasts.failed(t(reasonKey(error)));
  const takeBack = async (asked: Asked[]) => {
    const results = await Promise.allSettled(asked.map((one) => withdrawAsk(one.candidate_id, one.ask?.id ?? "")));
    refresh(asked.map((one) => one.candidate_id));
    const failure = results.find((one) => one.status === "rejected");
    if (failure) onError(failure.reason);
    else toasts.done(t("asks.withdrawn"));
  };
  const ask = useMutation({
    mutationFn: ({ people, question }: { people: string[]; question: Question }) => askPeople(newKey(), people, question),
    onSuccess: (asked) => {
      refresh(asked.map((one) => one.candidate_id));
      const done = asked.filter((one) => one.code === null);
      const [first] = asked.filter((one) => one.code !== null);
      if (done.length === 0 && first) toasts.failed(t(whyNot(first)));
      else if (done.every((one) => one.due_at === null)) toasts.done(t("asks.linkMade"));
      else
        toasts.done(t("asks.asked", { count: done.length }), () => takeBack(done), {
          detail: t(first ? "asks.askedNotAll" : "asks.leaves", { count: asked.length - done.length }),
          life: UNDO,
        });
      onDone?.(asked);
    },
    onError,
  });
  const withdraw = useMutation({
    mutationFn: ({ id, ask }: { id: string; ask: string }) => withdrawAsk(id, ask),
    onSuccess: (_, { id }) => {
      refresh([id]);
      toasts.done(t("asks.withdrawn"));
    },
    onError: (error, { id }) => {
      refresh([id]);
      onError(error);
    },
  });
  return { ask, withdraw };
}
