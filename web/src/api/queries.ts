/** Queries that more than one feature reads; a feature's own stand in its folder. */
import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import * as api from "./calls";
import { ApiError } from "./errors";
import * as hiring from "./hiring";
import type { JobState, ListedJob, Me, Member, ReviewCounts } from "./model";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => times < 2 && !(error instanceof ApiError && error.status < 500),
      retryDelay: (times) => 400 * 2 ** times,
    },
    mutations: { retry: false },
  },
});

export const keys = {
  me: ["me"] as const,
  counts: ["counts"] as const,
  people: ["people"] as const,
  candidate: (id: string) => ["candidate", id] as const,
  document: (id: string, doc: string) => ["document", id, doc] as const,
  review: ["review"] as const,
  uploads: ["uploads"] as const,
  templates: ["templates"] as const,
  jobs: ["jobs"] as const,
  job: (id: string) => ["job", id] as const,
  board: (id: string) => ["board", id] as const,
};

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: api.me, staleTime: 5 * 60_000 });
export const countsQuery = queryOptions({ queryKey: keys.counts, queryFn: api.counts, refetchInterval: 60_000 });
export const catalogueQuery = queryOptions({ queryKey: ["catalogue"], queryFn: api.catalogue, staleTime: Infinity });
export const formsQuery = queryOptions({ queryKey: ["forms"], queryFn: api.reportForms, staleTime: Infinity });
export const candidateQuery = (id: string) => queryOptions({ queryKey: keys.candidate(id), queryFn: () => api.openCandidate(id) });
/** Links of a document live 60 s: a document is read again when its page is opened later than that. */
export const documentQuery = (id: string, doc: string) =>
  queryOptions({
    queryKey: keys.document(id, doc),
    queryFn: () => api.openDocument(id, doc),
    staleTime: 45_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });

export const useMe = () => useQuery(meQuery);

export type Permission = Me["permissions"][number];
/** What the signed-in person may do; nothing, until that is known. */
export function useMay(permission: Permission): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
/** How many cases wait for a human: what machines answered does not. */
export const toReview = (counts: ReviewCounts): number => Object.values({ ...counts, automatic: 0 }).reduce((sum, n) => sum + n, 0);
export const useCounts = () => {
  const enabled = useMay("see_people");
  return useQuery({ ...countsQuery, enabled });
};

/** Jobs of one state, every page of them: a company has tens, not thousands. */
export const jobsQuery = (state: JobState) =>
  queryOptions({
    queryKey: [...keys.jobs, state],
    queryFn: async () => {
      const found: ListedJob[] = [];
      for (let cursor: string | undefined, page = 0; page < 20; page++) {
        const { jobs, cursor: next } = await hiring.jobs(state, cursor);
        found.push(...jobs);
        if (!next) break;
        cursor = next;
      }
      return found;
    },
    staleTime: 30_000,
  });
export const jobQuery = (id: string) => queryOptions({ queryKey: keys.job(id), queryFn: () => hiring.openJob(id) });
export function useOpenJobs() {
  return useQuery({ ...jobsQuery("open"), enabled: useMay("see_jobs"), refetchInterval: 120_000 });
}

export const libraryQuery = queryOptions({ queryKey: [...keys.jobs, "library"], queryFn: hiring.pipelines, staleTime: Infinity });
export const reasonsQuery = queryOptions({ queryKey: ["reasons"], queryFn: hiring.reasons, staleTime: 5 * 60_000 });
export const templatesQuery = queryOptions({ queryKey: keys.templates, queryFn: api.templates, staleTime: 60_000 });

export type Colleague = Member & { here: boolean };
export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: hiring.members, staleTime: 5 * 60_000 });
/** Everyone whose name stands somewhere: who was removed is not `here` any more. */
export function useMembers(): Colleague[] {
  const enabled = useMe().isSuccess;
  const { data } = useQuery({ ...membersQuery, enabled });
  return useMemo(() => (data?.members ?? []).map((one) => ({ ...one, here: one.state === "active" })), [data]);
}

/** After an act on people: what lists and counts show may have moved. */
export function useRefreshLists(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keys.counts });
    void client.invalidateQueries({ queryKey: keys.people });
    void client.invalidateQueries({ queryKey: keys.review });
  };
}

/** Newest first, a page of fifty at a time. */
export const peopleQuery = (filter: api.PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.people, filter],
    queryFn: ({ pageParam, signal }) => api.people(filter, pageParam, 50, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
