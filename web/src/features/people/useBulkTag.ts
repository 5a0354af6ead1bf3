import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import type { Card } from "@/api/model";
import { keys, useRefreshLists } from "@/api/queries";
import { eachOf } from "@/ui/each";
import { setTag } from "@/ui/record/tagging";
import { toasts } from "@/ui/toast";

type Pages = InfiniteData<{ candidates: Card[] }>;
/** Tags many people: painted at once, each failure shown on its row, all of it undone together. */
export function useBulkTag() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const refresh = useRefreshLists();
  const [failures, setFailures] = useState<Map<string, string>>(new Map());
  const paint = (ids: string[], tag: string, on: boolean) =>
    client.setQueriesData<Pages>(
      { queryKey: keys.people },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            candidates: page.candidates.map((c) =>
              ids.includes(c.id) ? { ...c, tags: on ? [...new Set([...c.tags, tag])] : c.tags.filter((x) => x !== tag) } : c,
            ),
          })),
        },
    );
  const run = async (ids: string[], tag: string, on: boolean): Promise<void> => {
    paint(ids, tag, on);
    setFailures(new Map());
    const undo = (done: string[]) => () => run(done, tag, !on);
    toasts.done(t(on ? "people.tagged" : "people.untagged", { count: ids.length, tag }), undo(ids));
    const failed = await eachOf(ids, (id) => setTag(id, tag, on));
    if (failed.size > 0) {
      paint([...failed.keys()], tag, !on);
      setFailures(new Map([...failed].map(([id, error]) => [id, t(reasonKey(error))])));
      toasts.failed(t("people.tagFailed", { count: failed.size, of: ids.length }), {
        label: t("act.retry"),
        run: () => void run([...failed.keys()], tag, on),
      });
    }
    refresh();
  };
  return { failures, setFailures, tag: (ids: string[], tag: string) => run(ids, tag, true) };
}
