import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import * as api from "@/api/sequences";
import { sequencesQuery } from "@/ui/sequences";
import { toasts } from "@/ui/toast";
import type { PeopleSearch } from "./filter";

export { sequencesQuery };

export const keys = {
  list: sequencesQuery.queryKey,
  one: (id: string) => ["sequence", id] as const,
  versions: (id: string) => ["sequence", id, "versions"] as const,
  people: (id: string) => ["sequence", id, "people"] as const,
  person: (id: string) => ["candidate", id, "enrolments"] as const,
};
export const sequenceQuery = (id: string) => queryOptions({ queryKey: keys.one(id), queryFn: () => api.openSequence(id) });
export const versionsQuery = (id: string) => queryOptions({ queryKey: keys.versions(id), queryFn: () => api.sequenceVersions(id) });

/** How many people each step concerns, by step. */
export const numbersQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.one(id), "numbers"],
    queryFn: async () => new Map((await api.stepNumbers(id)).steps.map((one) => [one.step_id, one])),
    refetchInterval: 20_000,
  });
export const enrolmentsQuery = (id: string, { state, step, did }: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.people(id), did ?? state ?? "all", step ?? "every step"],
    queryFn: ({ pageParam }) => api.enrolments(id, { state, step, did }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
    // People move on by themselves: what stands here is looked at again.
    refetchInterval: 15_000,
  });
export const personQuery = (id: string) =>
  queryOptions({ queryKey: keys.person(id), queryFn: () => api.enrolmentsOf(id), refetchInterval: 20_000 });
export const preflightQuery = (id: string, whom: api.Whom) =>
  queryOptions({
    queryKey: ["preflight", id, whom],
    queryFn: ({ signal }) => api.preflight(id, whom, signal),
    staleTime: 0,
    gcTime: 30_000,
    retry: false,
  });

/** `version`: of the draft, so that another one is run again. */
export const dryRunQuery = (id: string, version: number, asked: api.DryRunning | null) =>
  queryOptions({
    queryKey: ["dry-run", id, version, asked],
    queryFn: ({ signal }) => (asked ? api.dryRun(id, asked, signal) : Promise.reject(new Error("nothing was asked"))),
    gcTime: 60_000,
    retry: false,
  });

/** What the server said of a sequence is what every screen shows from now on. */
export function useKept() {
  const client = useQueryClient();
  return (view: api.SequenceView) => {
    client.setQueryData(sequenceQuery(view.sequence.id).queryKey, view);
    void client.invalidateQueries({ queryKey: keys.list });
  };
}
const back: Record<api.Turn, api.Turn> = { pause: "resume", resume: "pause", archive: "restore", restore: "archive" };
const done: Record<api.Turn, string> = {
  pause: "seq.donePaused",
  resume: "seq.doneResumed",
  archive: "seq.doneArchived",
  restore: "seq.doneRestored",
};
/** Pauses, resumes, archives, restores: told, and undone for 8 s. */
export function useTurn() {
  const { t } = useTranslation();
  const kept = useKept();
  return useMutation({
    mutationFn: ({ id, turn }: { id: string; name: string; turn: api.Turn; from: api.SequenceState }) => api.turnSequence(id, turn),
    onSuccess: (view, { id, name, turn, from }) => {
      kept(view);
      // An archived sequence comes back paused: one that was running is let go on as well.
      const undo = async () => {
        const restored = await api.turnSequence(id, back[turn]);
        kept(turn === "archive" && from === "active" ? await api.turnSequence(id, "resume") : restored);
      };
      toasts.done(t(done[turn], { name }), () => undo().catch((error: unknown) => toasts.failed(t(reasonKey(error)))));
    },
    onError: (error) => toasts.failed(t(isStatus(error, 409) ? "seq.notNow" : reasonKey(error))),
  });
}
