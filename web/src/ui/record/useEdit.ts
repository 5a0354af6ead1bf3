import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { ApiError, isStatus, reasonKey } from "@/api/errors";
import type { Candidate, CandidateEdit, OpenedCandidate } from "@/api/model";
import { keys, useRefreshLists } from "@/api/queries";
import { NotBack, unlessErased } from "@/ui/erasure/cameBack";
import { toasts } from "@/ui/toast";
import { painted, touched, undoOf } from "./fields";

/** Two people changed the same fields: one of them decides. */
export interface Conflict {
  edit: CandidateEdit;
  fields: string[];
  said: string;
}
interface Ask {
  edit: CandidateEdit;
  /** What the toast says once it is done. */
  said: string;
  undoable?: boolean;
}
export type Edit = (edit: CandidateEdit, said: string) => Promise<boolean>;

/** Edits are painted at once, sent one after the other on the version last seen, and can be undone for 8 s. */
export function useEdit(id: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const refresh = useRefreshLists();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const opened = () => client.getQueryData<OpenedCandidate>(keys.candidate(id));
  const put = (candidate: Candidate) => client.setQueryData<OpenedCandidate>(keys.candidate(id), (old) => old && { ...old, candidate });
  const reload = () => client.fetchQuery({ queryKey: keys.candidate(id), queryFn: () => api.openCandidate(id), staleTime: 0 });

  const save = async (ask: Ask, again: boolean): Promise<Candidate | null> => {
    const version = opened()?.candidate.version ?? 0;
    try {
      return await unlessErased((back) => api.editCandidate(id, version, back ? { ...ask.edit, came_back: true } : ask.edit));
    } catch (error) {
      if (!isStatus(error, 412)) throw error;
      const theirs = (error.details.fields as string[] | undefined) ?? [];
      const mine = touched(ask.edit);
      const both = mine.filter((name) => theirs.includes(name));
      await reload();
      // Someone touched other fields: this edit still stands on its own.
      if (both.length === 0 && again) return save(ask, false);
      setConflict({ edit: ask.edit, fields: both.length ? both : mine, said: ask.said });
      return null;
    }
  };
  const mutation = useMutation({
    scope: { id: `edit-${id}` },
    mutationFn: (ask: Ask) => save(ask, true),
    onMutate: async ({ edit }) => {
      await client.cancelQueries({ queryKey: keys.candidate(id) });
      const before = opened()?.candidate;
      if (before) put(painted(before, edit, new Date().toISOString()));
      return { before, undo: before ? undoOf(before, edit) : null };
    },
    onSuccess: (candidate, ask, context) => {
      if (!candidate) return;
      put(candidate);
      void client.invalidateQueries({ queryKey: keys.candidate(id) });
      refresh();
      const back = context.undo;
      if (ask.undoable !== false && back)
        toasts.done(ask.said, () => mutation.mutateAsync({ edit: back, said: t("act.undone"), undoable: false }));
      else toasts.done(ask.said);
    },
    onError: (error, _, context) => {
      if (context?.before) put(context.before);
      if (error instanceof NotBack) return;
      const known = isStatus(error, 409) && typeof error.details.candidate_id === "string";
      const message =
        error instanceof ApiError && error.status === 422
          ? (firstMessage(error) ?? t(reasonKey(error)))
          : t(known ? "candidate.contactTaken" : reasonKey(error));
      toasts.failed(message);
    },
  });
  const edit: Edit = async (changes, said) => {
    try {
      return (await mutation.mutateAsync({ edit: changes, said })) !== null;
    } catch {
      return false;
    }
  };
  const resolve = (mine: boolean) => {
    const open = conflict;
    setConflict(null);
    if (open && mine) mutation.mutate({ edit: open.edit, said: open.said });
  };
  return { edit, conflict, resolve };
}
function firstMessage(error: ApiError): string | undefined {
  const errors = error.details.errors as { message: string }[] | undefined;
  return errors?.[0]?.message;
}
