import { infiniteQueryOptions, useMutation, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import * as api from "@/api/inbox";
import { inboxKeys, type OpenedThread, type Thread, type Which } from "@/api/inbox";
import { keys } from "@/api/queries";
import { beginForward } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { compose, type Addressee, type GoneOn } from "@/ui/compose";
import { toasts } from "@/ui/toast";

type Page = { threads: Thread[]; cursor: string | null };
type Change = { assigned_to?: string | null; needs_answer?: boolean };

export const threadsQuery = (list: Which) =>
  infiniteQueryOptions({
    queryKey: [...inboxKeys.threads, list],
    queryFn: ({ pageParam }) => api.threads(list, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
    staleTime: 3_000,
    refetchInterval: 15_000,
  });

/** What the lists that were read say of a conversation. */
export function useListed(id: string): Thread | undefined {
  const lists = useQueryClient().getQueriesData<InfiniteData<Page>>({ queryKey: inboxKeys.threads });
  return lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.threads) ?? []).find((one) => one.id === id);
}
/** Every act is painted at once and has its way back. */
export function useThreadActs() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: inboxKeys.threads });
    void client.invalidateQueries({ queryKey: ["thread"] });
    void client.invalidateQueries({ queryKey: keys.counts });
  };
  const paint = (id: string, change: Change) => {
    const put = (one: Thread): Thread => (one.id === id ? { ...one, ...change } : one);
    client.setQueriesData<InfiniteData<Page>>(
      { queryKey: inboxKeys.threads },
      (old) => old && { ...old, pages: old.pages.map((page) => ({ ...page, threads: page.threads.map(put) })) },
    );
    client.setQueryData<OpenedThread>(inboxKeys.thread(id), (old) => old && { ...old, thread: put(old.thread) });
  };
  const change = async (id: string, wanted: Change, before: Change, said: string | null): Promise<void> => {
    paint(id, wanted);
    try {
      await api.changeThread(id, wanted);
      if (said) toasts.done(said, () => change(id, before, wanted, null));
    } catch (error) {
      paint(id, before);
      toasts.failed(t(reasonKey(error)));
    }
    refresh();
  };
  return {
    refresh,
    answered: (one: Thread) =>
      void change(
        one.id,
        { needs_answer: !one.needs_answer },
        { needs_answer: one.needs_answer },
        t(one.needs_answer ? "inbox.saidAnswered" : "inbox.saidNeeds"),
      ),
    assign: (one: Thread, to: { id: string; name: string } | null) =>
      void change(
        one.id,
        { assigned_to: to?.id ?? null },
        { assigned_to: one.assigned_to },
        to ? t("inbox.saidAssigned", { name: to.name }) : t("inbox.saidUnassigned"),
      ),
  };
}
/** Begins to pass a mail on; what cannot go along is said. */
export function useForward() {
  const { t } = useTranslation();
  const f = useFormat();
  return useMutation({
    mutationFn: ({ thread, mail }: { thread: GoneOn; mail: api.SaidMail; person: Addressee }) =>
      beginForward(thread.id, mail.direction, mail.id),
    onSuccess: ({ draft, left_out }, { thread, person }) => {
      if (left_out.length) toasts.failed(t("compose.leftOut", { count: left_out.length, names: f.list(left_out) }));
      compose.open({ people: [person], thread, draft, begun: true });
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
export type Forwarding = ReturnType<typeof useForward>;
export type ThreadActs = ReturnType<typeof useThreadActs>;
