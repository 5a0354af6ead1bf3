/** Interviews: their calls, and the queries that several screens read. */
import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, etag, ok } from "./client";
import { dayKeys } from "./day";
import type { Whole } from "./model";
import { keys } from "./queries";
import type * as S from "./schema";

export type Interview = Whole<S.Interview>;
export type Appointment = Whole<S.Appointment>;
export type Kind = Interview["kind"];
export type NewInterview = S.NewInterview;
export type DetailsEdit = S.DetailsEdit;
export type Offer = NonNullable<NewInterview["offer"]>;
export type Windows = S.Windows;
export type Hours = S.Hours;
export type Busy = Whole<S.Busy>;
export type Looking = S.Looking;
export type Proposing = S.Proposing;

/** Which interview: the ids of a route. */
export interface At {
  job_id: string;
  candidate_id: string;
  id: string;
}
const here = "/jobs/{job_id}/applications/{candidate_id}/interviews" as const;
const one = `${here}/{interview_id}` as const;
const of = ({ job_id, candidate_id, id }: At) => ({ params: { path: { job_id, candidate_id, interview_id: id } } });
const on = (at: At, version: number) => ({ ...of(at), headers: etag(version) });

export const create = (job_id: string, candidate_id: string, body: NewInterview) =>
  ok(api().POST(here, { params: { path: { job_id, candidate_id } }, body }));
export const edit = (at: At, version: number, body: DetailsEdit) =>
  ok(api().PATCH(one, { params: { ...of(at).params, header: etag(version) }, body }));
export const propose = (at: At, version: number, body: Proposing) => ok(api().POST(`${one}/offer`, { ...on(at, version), body }));
export const book = (at: At, version: number, body: S.Booking) => ok(api().POST(`${one}/time`, { ...on(at, version), body }));
export const cancel = (at: At, version: number, message: string) =>
  ok(api().POST(`${one}/cancel`, { ...on(at, version), body: { message } }));
export const settle = (at: At, version: number, outcome: S.Outcome["outcome"]) =>
  ok(api().POST(`${one}/outcome`, { ...on(at, version), body: { outcome } }));
export const times = (body: Looking, signal?: AbortSignal) => ok(api().POST("/interviews/times", { body, ...(signal ? { signal } : {}) }));
export const agenda = (since: string, until: string, member_id?: string) =>
  ok(api().GET("/interviews", { params: { query: { since, until, ...(member_id ? { member_id } : {}) } } }));

export const meetingKeys = { all: ["interviews"] as const, times: ["interviews", "times"] as const };
export const agendaQuery = (since: string, until: string, member?: string) =>
  queryOptions({
    queryKey: [...meetingKeys.all, "agenda", since, until, member ?? "me"],
    queryFn: () => agenda(since, until, member),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
/** What an offer gives now; asked again whenever somebody looks, since colleagues book too. */
export const timesQuery = (wanted: Looking) =>
  queryOptions({
    queryKey: [...meetingKeys.times, wanted],
    queryFn: ({ signal }) => times(wanted, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
/** After an act on an interview: the person, the board, agendas and days show something else. */
export function useRefreshMeetings(): (candidate_id: string, job_id: string) => Promise<unknown> {
  const client = useQueryClient();
  return (candidate_id, job_id) => {
    void client.invalidateQueries({ queryKey: meetingKeys.all });
    void client.invalidateQueries({ queryKey: dayKeys.day });
    void client.invalidateQueries({ queryKey: keys.board(job_id) });
    return client.invalidateQueries({ queryKey: keys.candidate(candidate_id) });
  };
}
