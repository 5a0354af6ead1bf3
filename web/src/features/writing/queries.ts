import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import { inboxKeys } from "@/api/inbox";
import { keys, useMe } from "@/api/queries";
import * as api from "@/api/writing";
import { compose, type Composing } from "@/ui/compose";
import { toasts } from "@/ui/toast";
import { placeOf, sent as notKept, type WholeDraft } from "./draft";

const UNDO = 10_000; // as long as the API keeps a mail back

/** What each person would get; words that are not there yet are stood in for, so that addresses show at once. */
export const previewsQuery = (people: string[], draft: WholeDraft, at: string | null) =>
  queryOptions({
    queryKey: ["mail-previews", people, draft, at],
    queryFn: ({ signal }) =>
      api.preview(people, { ...draft, subject: draft.subject.trim() || "…", body: draft.body.trim() || "…" }, at, signal),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  });

interface Sending {
  what: Composing;
  draft: WholeDraft;
  at: string | null;
  key: string;
}
/** Sends, tells, and takes back for as long as nothing has left. What failed for somebody stays open for them. */
export function useSend() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const me = useMe().data?.member.id ?? "";
  const refresh = (people: readonly { id: string }[]) => {
    const conversations = [["thread"], inboxKeys.threads, keys.counts];
    for (const queryKey of [...people.map(({ id }) => keys.candidate(id)), ...conversations]) void client.invalidateQueries({ queryKey });
  };
  return useMutation({
    networkMode: "always", // without a network it fails at once, instead of leaving later with words that were changed since
    mutationFn: async ({ what, draft, at, key }: Sending): Promise<api.Written[]> => {
      const one = what.people[0];
      if (!what.of || !one)
        return api.write(
          key,
          what.people.map((p) => p.id),
          draft,
          at,
        );
      const mail = await api.rewrite(one.id, what.of, draft, at);
      return [{ candidate_id: one.id, name: one.name, message_key: mail.key, due_at: mail.due_at, code: null, message: null, missing: [] }];
    },
    onSuccess: (written, { what, draft, at }) => {
      const sent = written.flatMap((one) => (one.message_key ? [{ id: one.candidate_id, key: one.message_key }] : []));
      const failed = what.people.filter((one) => !sent.some(({ id }) => id === one.id));
      refresh(what.people);
      if (sent.length === 0) {
        void client.invalidateQueries({ queryKey: ["mail-previews"] });
        return toasts.failed(t(written.some(({ code }) => code === "IdempotencyMismatch") ? "compose.sentBefore" : "compose.sentToNobody"));
      }
      notKept(me, placeOf(what), draft);
      const open = compose.current();
      if (failed.length > 0) compose.open({ ...what, people: failed, draft, at });
      else if (open && placeOf(open) === placeOf(what)) compose.close();
      let undone = false;
      const undo = async () => {
        undone = true;
        const stopped = await Promise.allSettled(sent.map((one) => api.stop(one.id, one.key)));
        refresh(what.people);
        const back = what.people.filter((one) => stopped[sent.findIndex(({ id }) => id === one.id)]?.status === "fulfilled");
        if (back.length < sent.length) toasts.failed(t("compose.leftAlready", { count: sent.length - back.length }));
        if (back.length > 0) compose.open({ people: back, jobId: what.jobId, thread: what.thread, draft, at });
      };
      const said = at ? "compose.scheduled" : "compose.sent";
      const detail = failed.length > 0 ? t("compose.notTo", { count: failed.length }) : undefined;
      toasts.done(t(said, { count: sent.length }), undo, { life: UNDO, detail });
      if (at) return;
      // The sweep would send it within a minute; whoever is still here sees it leave now.
      setTimeout(() => {
        if (undone) return;
        void Promise.allSettled(sent.map((one) => api.sendNow(one.id, one.key))).then(() => setTimeout(() => refresh(what.people), 1500));
      }, UNDO + 500);
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
