/** Experiments on the words of mails: calls and queries. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type Opened = Whole<S.OpenedExperiment>;
export type Experiment = Opened["experiment"];
export type Verdict = Opened["verdict"];
export type Result = Verdict["results"][number];
export type Plan = Experiment["plan"];
export type Variant = Experiment["variants"][number];
export type VariantKey = Variant["key"];
export type Wording = NonNullable<Variant["fr"]>;
export type Place = Experiment["place"];
export type StepPlace = Extract<Place, { kind: "step" }>;
export type InFlight = Plan["in_flight"];
export type Written = S.NewExperiment;
export type Behind = "counted" | "hits" | "waiting" | "left_out";
export type Counted = Whole<S.CountedPerson>;

const of = (experiment_id: string) => ({ params: { path: { experiment_id } } });
const on = (experiment_id: string, version: number) => ({ params: { path: { experiment_id }, header: etag(version) } });

export const experiments = () => ok(api().GET("/experiments")) as Promise<{ experiments: Opened[] }>;
export const experiment = (id: string) => ok(api().GET("/experiments/{experiment_id}", of(id))) as Promise<Opened>;
export const add = (body: Written) => ok(api().POST("/experiments", { body })) as Promise<Opened>;
export const save = (id: string, version: number, body: Written) =>
  ok(api().PUT("/experiments/{experiment_id}", { ...on(id, version), body })) as Promise<Opened>;
export const remove = (id: string, version: number) =>
  ok(api().DELETE("/experiments/{experiment_id}", { ...of(id), headers: etag(version) }));
export const start = (id: string, version: number) =>
  ok(api().POST("/experiments/{experiment_id}/start", { ...of(id), headers: etag(version) })) as Promise<Opened>;
export const stop = (id: string) => ok(api().POST("/experiments/{experiment_id}/stop", of(id))) as Promise<Opened>;
export const resume = (id: string) => ok(api().POST("/experiments/{experiment_id}/resume", of(id))) as Promise<Opened>;
export const adopt = (id: string, variant: VariantKey, in_flight: InFlight | null) =>
  ok(api().POST("/experiments/{experiment_id}/adopt", { ...of(id), body: { variant, in_flight } })) as Promise<Opened>;
export const giveBack = (id: string) => ok(api().POST("/experiments/{experiment_id}/give-back", of(id))) as Promise<Opened>;

export const experimentsQuery = queryOptions({ queryKey: ["experiments"], queryFn: experiments });
export const experimentQuery = (id: string) => queryOptions({ queryKey: ["experiments", id], queryFn: () => experiment(id) });
export interface Question {
  metric: "reply" | "click";
  usual: number | null;
  difference: number;
  variants: number;
}
/** How many people it takes. */
export const estimateQuery = ({ metric, usual, difference, variants }: Question) =>
  queryOptions({
    queryKey: ["experiments", "estimate", metric, usual, difference, variants],
    queryFn: () =>
      ok(api().GET("/experiments/estimate", { params: { query: { metric, difference, variants, ...(usual ? { usual } : {}) } } })),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
export const behindQuery = (id: string, variant: VariantKey, which: Behind) =>
  infiniteQueryOptions({
    queryKey: ["experiments", id, "people", variant, which],
    queryFn: ({ pageParam }) =>
      ok(
        api().GET("/experiments/{experiment_id}/people", {
          params: { path: { experiment_id: id }, query: { variant, which, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ) as Promise<{ people: Counted[]; cursor: string | null }>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  });
