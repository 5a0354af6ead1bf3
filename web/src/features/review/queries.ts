import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { isStatus, reasonKey } from "@/api/errors";
import type { ReviewKind } from "@/api/model";
import { keys, useRefreshLists } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { eachOf } from "@/ui/each";
import { toasts } from "@/ui/toast";
import { titleOf, type Case } from "./cases";

export const reviewQuery = (kind: ReviewKind) =>
  infiniteQueryOptions({
    queryKey: [...keys.review, kind],
    queryFn: ({ pageParam }) => api.review(kind, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
    staleTime: 5_000,
  });

/** Decisions on what waits, each with its way back. */
export function useReviewActs() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const f = useFormat();
  const refreshLists = useRefreshLists();
  const refresh = () => {
    refreshLists();
    void client.invalidateQueries({ queryKey: ["candidate"] });
  };
  const failed = (error: unknown) => toasts.failed(t(reasonKey(error)));
  const act = (run: (item: Case) => Promise<unknown>, said: string, undo?: (item: Case) => Promise<unknown>) => ({
    mutationFn: run,
    onSuccess: (_: unknown, item: Case) => {
      refresh();
      toasts.done(t(said, { name: titleOf(t, item) }), undo && (() => undo(item).then(refresh, failed)));
    },
    onError: failed,
  });
  const pair = (item: Case) => [item.candidate?.id ?? "", item.other?.id ?? ""] as const;
  const mail = (item: Case) => item.received?.id ?? "";
  const notTakenBack = (error: unknown) => (isStatus(error, 409) ? toasts.failed(t("review.filedForGood")) : failed(error));
  const intake = (item: Case) => item.intake?.id ?? "";
  return {
    same: useMutation(
      act(
        (item) => api.merge(...pair(item)),
        "review.saidSame",
        (item) => api.unmerge(...pair(item)),
      ),
    ),
    different: useMutation(
      act(
        (item) => api.different(...pair(item)),
        "review.saidDifferent",
        (item) => api.maybeSame(...pair(item)),
      ),
    ),
    retry: useMutation(act((item) => api.retryUpload(intake(item), item.intake?.reason === "not_a_cv"), "review.saidRetry")),
    /** Whose it is asked to be erased, and sent it themselves: somebody says so. */
    cameBack: useMutation(act((item) => api.retryUpload(intake(item), false, true), "review.saidRetry")),
    discard: useMutation(
      act(
        (item) => api.discardUpload(intake(item)),
        "drop.discarded",
        (item) => api.restoreUpload(intake(item)),
      ),
    ),
    seen: useMutation(act((item) => api.seenMail(item.candidate?.id ?? "", item.message?.key ?? ""), "review.saidSeen")),
    file: useMutation({
      mutationFn: ({ item, to }: { item: Case; to: { id: string; name: string } }) => api.fileMail(mail(item), to.id),
      onSuccess: (_: unknown, { item, to }) => {
        refresh();
        const back = () =>
          api.holdMail(mail(item)).then(({ resumed }) => {
            refresh();
            if (resumed.length) toasts.done(t("review.saidResumed", { count: resumed.length, sequences: f.list(resumed) }));
          }, notTakenBack);
        toasts.done(t("review.saidFiledWith", { name: to.name }), back);
      },
      onError: failed,
    }),
    dismiss: useMutation(
      act(
        (item) => api.dismissMail(mail(item)),
        "review.saidDismissed",
        (item) => api.holdMail(mail(item)),
      ),
    ),
    /** The whole list, also what is not loaded; taken back together. */
    aside: useMutation({
      mutationFn: async (kind: ReviewKind) => {
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await api.review(kind, cursor);
          ids.push(...page.items.flatMap(({ received }) => (received ? [received.id] : [])));
          cursor = page.cursor ?? undefined;
        } while (cursor);
        const wrong = await eachOf(ids, async (id) => void (await api.dismissMail(id)));
        return { done: ids.filter((id) => !wrong.has(id)), wrong: wrong.size };
      },
      onSuccess: ({ done, wrong }) => {
        refresh();
        if (wrong > 0) toasts.failed(t("review.asideFailed", { count: wrong }));
        if (done.length === 0) return;
        const back = () => eachOf(done, async (id) => void (await api.holdMail(id))).then(refresh);
        toasts.done(t("review.saidAside", { count: done.length, n: f.number(done.length) }), back);
      },
      onError: failed,
    }),
    open: useMutation({
      mutationFn: (item: Case) => api.uploadFile(intake(item)),
      onSuccess: ({ url }) => window.open(url, "_blank", "noopener"),
      onError: failed,
    }),
  };
}
export type ReviewActs = ReturnType<typeof useReviewActs>;
