import { queryOptions, useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { reasonKey } from "@/api/errors";
import type { Intake } from "@/api/model";
import { keys, useRefreshLists } from "@/api/queries";
import { toasts } from "@/ui/toast";
import { queue } from "./queue/engine";
import { merged, tally } from "./queue/model";

const underWay = (intake: Intake) => intake.state === "reading";

async function wholeBatch(batch: string): Promise<Intake[]> {
  const all: Intake[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.uploads(batch, cursor ?? undefined);
    all.push(...page.uploads);
    cursor = page.cursor;
  } while (cursor);
  return all;
}
const batchQuery = (batch: string, sending: boolean) =>
  queryOptions({
    queryKey: [...keys.uploads, batch],
    queryFn: () => wholeBatch(batch),
    // A second between looks while something moves; none afterwards.
    refetchInterval: (query) => (sending || query.state.data?.some(underWay) ? 1000 : false),
    staleTime: 2000,
  });

export const useQueue = () => useSyncExternalStore(queue.subscribe, queue.state);

/** Every file of the recent drops: on its way, being read, done. */
export function useDropped() {
  const state = useQueue();
  const moving = (batch: string) => state.files.some((f) => f.batch === batch && f.phase !== "refused" && f.phase !== "broken");
  const answers = useQueries({ queries: state.batches.map((batch) => batchQuery(batch, moving(batch))) });
  const intakes = useMemo(() => answers.flatMap((a) => a.data ?? []), [answers]);
  const views = useMemo(() => merged(state.files, intakes), [state.files, intakes]);
  const sums = useMemo(() => tally(views), [views]);
  const refresh = useRefreshLists();
  const before = useRef(sums.read + sums.need);
  useEffect(() => {
    if (sums.read + sums.need !== before.current) refresh();
    before.current = sums.read + sums.need;
  });
  return { ...state, views, sums, loading: answers.some((a) => a.isPending), error: answers.find((a) => a.error)?.error ?? null };
}

export function useFileActs() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const again = () => client.invalidateQueries({ queryKey: keys.uploads });
  const failed = (error: unknown) => toasts.failed(t(reasonKey(error)));
  const act = <A>(run: (a: A) => Promise<unknown>) => ({ mutationFn: run, onSuccess: again, onError: failed });
  const restore = useMutation(act(api.restoreUpload));
  const retry = useMutation(act((file: { id: string; anyway: boolean }) => api.retryUpload(file.id, file.anyway)));
  const discard = useMutation({
    mutationFn: (file: { id: string; name: string }) => api.discardUpload(file.id),
    onSuccess: (_, file) => {
      void again();
      toasts.done(t("drop.discarded", { name: file.name }), () => restore.mutateAsync(file.id));
    },
    onError: failed,
  });
  const open = useMutation({
    mutationFn: api.uploadFile,
    onSuccess: ({ url }) => window.open(url, "_blank", "noopener"),
    onError: failed,
  });
  const demo = useMutation({
    mutationFn: api.loadDemo,
    onSuccess: ({ batch }) => queue.follow(batch),
    onError: failed,
  });
  return { retry, discard, open, demo };
}
