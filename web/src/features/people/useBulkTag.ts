import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { isStatus, reasonKey } from "@/api/errors";
import type { Card } from "@/api/model";
import { keys, useRefreshLists } from "@/api/queries";
import { toasts } from "@/ui/toast";

type Pages = InfiniteData<{ candidates: Card[] }>;
const atOnce = 4;

/** Reads the record's version, then writes; a colleague's edit in between is read again once. */
async function setTag(id: string, tag: string, on: boolean, again = true): Promise<void> {
  const { candidate } = await api.openCandidate(id);
  if (candidate.tags.includes(tag) === on) return;
  const tags = on ? [...candidate.tags, tag] : candidate.tags.filter((t) => t !== tag);
  try {
    await api.editCandidate(id, candidate.version, { tags });
  } catch (error) {
    if (!again || !isStatus(error, 412)) throw error;
    await setTag(id, tag, on, false);
  }
}
async function eachOf(ids: string[], act: (id: string) => Promise<void>): Promise<Map<string, unknown>> {
  const failures = new Map<string, unknown>();
  const left = [...ids];
  const work = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const one = id;
      await act(one).catch((error: unknown) => failures.set(one, error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}
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
  return { failures, tag: (ids: string[], tag: string) => run(ids, tag, true) };
}
