import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { reasonKey } from "@/api/errors";
import { keys, useRefreshLists } from "@/api/queries";
import { NotBack, unlessErased } from "@/ui/erasure/cameBack";
import { toasts } from "@/ui/toast";
import { untilOneFails } from "./tagging";

/** What one does about a person besides editing: tell, acknowledge, merge, decide on what a newer CV says. */
export function useActs(id: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const refreshLists = useRefreshLists();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: keys.candidate(id) });
    refreshLists();
  };
  const onError = (error: unknown) => {
    if (!(error instanceof NotBack)) toasts.failed(t(reasonKey(error)));
  };
  const act = <A>(run: (a: A) => Promise<unknown>, said: string, undo?: (a: A) => Promise<unknown>) => ({
    mutationFn: run,
    onSuccess: (_: unknown, a: A) => {
      refresh();
      toasts.done(t(said), undo && (() => undo(a).then(refresh, onError)));
    },
    onError,
  });
  const accept = (proposal: string) => unlessErased((came_back) => api.decideProposal(id, proposal, { accept: true, came_back }));
  const reopen = (proposal: string) => api.reopenProposal(id, proposal);
  // From the last to the first: each on the record as it was right after it.
  const reopenAll = async (proposals: string[]) => {
    for (const one of proposals.toReversed()) await reopen(one);
  };
  return {
    inform: useMutation(act<void>(() => api.inform(id), "candidate.noticeQueued")),
    informed: useMutation(act<void>(() => api.informed(id), "candidate.informedMarked")),
    acknowledge: useMutation(act<void>(() => api.acknowledge(id), "candidate.answerQueued")),
    accept: useMutation(act<string>(accept, "candidate.proposalAccepted", reopen)),
    // One after the other: each is decided on the record as the one before left it.
    acceptAll: useMutation({
      mutationFn: (ids: string[]) => untilOneFails(ids, accept),
      onSuccess: ({ done, error }, ids) => {
        const undo = () => reopenAll(done).catch(onError).finally(refresh);
        if (error === null) return toasts.done(t("asks.tookAll", { count: done.length }), undo);
        if (done.length === 0) return onError(error);
        const reason = error instanceof NotBack ? "reason.asked_to_be_erased" : reasonKey(error);
        const why = t(reason === "error.unexpected" ? "asks.broke" : reason); // that nothing was changed would be untrue
        toasts.failed(t("asks.tookSome", { count: done.length, of: ids.length, why }), undefined, undo);
      },
      onSettled: refresh,
    }),
    refuse: useMutation(act<string>((p) => api.decideProposal(id, p, { accept: false }), "candidate.proposalRefused", reopen)),
    merge: useMutation(
      act<string>(
        (other) => api.merge(id, other),
        "candidate.mergedDone",
        (other) => api.unmerge(id, other),
      ),
    ),
    unmerge: useMutation(
      act<string>(
        (other) => api.unmerge(id, other),
        "candidate.unmergedDone",
        (other) => api.merge(id, other),
      ),
    ),
    different: useMutation(
      act<string>(
        (other) => api.different(id, other),
        "candidate.keptApart",
        (other) => api.maybeSame(id, other),
      ),
    ),
  };
}
export type Acts = ReturnType<typeof useActs>;
