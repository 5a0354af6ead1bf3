/** What a job looks at, and what colleagues saw: calls, and the queries that several screens read. */
import { queryOptions } from "@tanstack/react-query";
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type Criterion = Whole<S.Criterion>;
export type CriterionText = S.CriterionText;
export type Criteria = Whole<S.CriteriaOfJob>;
export type Anchors = Whole<S.Anchors>;
export type Scorecards = Whole<S.Scorecards>;
export type Scorecard = Whole<S.Scorecard>;
export type OwnScorecard = Whole<S.OwnScorecard>;
export type ScorecardText = S.ScorecardText;
export type Asked = Whole<S.Asked>;
export type Summary = Whole<S.Summary>;
export type Rating = Whole<S.Rating>;
export type Recommendation = S.Recommendation;

const of = (job_id: string, candidate_id: string) => ({ params: { path: { job_id, candidate_id } } });

export const criteria = (job_id: string) => ok(api().GET("/jobs/{job_id}/criteria", { params: { path: { job_id } } }));
export const saveCriteria = (job_id: string, version: number, body: S.CriteriaText) =>
  ok(api().PUT("/jobs/{job_id}/criteria", { params: { path: { job_id }, header: etag(version) }, body }));

const here = "/jobs/{job_id}/applications/{candidate_id}/scorecards" as const;
export const scorecards = (job: string, person: string) => ok(api().GET(here, of(job, person)));
export const askForScorecards = (job: string, person: string, body: S.ScorecardRequest) =>
  ok(api().POST(here, { ...of(job, person), body }));
export const writeScorecard = (job_id: string, candidate_id: string, about_id: string, version: number, body: S.ScorecardText) =>
  ok(api().PUT(`${here}/{about_id}`, { params: { path: { job_id, candidate_id, about_id }, header: etag(version) }, body }));
export const takeBackRequest = (job_id: string, candidate_id: string, about_id: string, member_id: string) =>
  ok(api().DELETE(`${here}/{about_id}/{member_id}`, { params: { path: { job_id, candidate_id, about_id, member_id } } }));

export const cardKeys = {
  criteria: (job: string) => ["job", job, "criteria"] as const,
  cards: (job: string, person: string) => ["scorecards", job, person] as const,
};
export const criteriaQuery = (job: string) => queryOptions({ queryKey: cardKeys.criteria(job), queryFn: () => criteria(job) });
export const cardsQuery = (job: string, person: string) =>
  queryOptions({ queryKey: cardKeys.cards(job, person), queryFn: () => scorecards(job, person) });
