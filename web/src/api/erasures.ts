/** Calls about erasing people, and the certificates of those who were. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ok } from "./client";
import type { Whole } from "./model";
import { said } from "./query";
import type * as S from "./schema";

export type Erasure = Whole<S.Erasure>;
export type Foreseen = Whole<S.Foreseen>;
export type Why = Erasure["why"];

const of = (candidate_id: string) => ({ params: { path: { candidate_id } } });
const erasure = (erasure_id: string) => ok(api().GET("/erasures/{erasure_id}", { params: { path: { erasure_id } } })) as Promise<Erasure>;
const erasures = (cursor?: string) =>
  ok(api().GET("/erasures", { params: { query: said({ cursor }) } })) as Promise<{ erasures: Erasure[]; cursor: string | null }>;

export const foresee = (id: string) => ok(api().GET("/candidates/{candidate_id}/erasure", of(id)));
export const erase = (id: string, why: Why) => ok(api().POST("/candidates/{candidate_id}/erasure", { ...of(id), body: { why } }));

const SOON = 2_000;
/** Looked at again while it goes on: that takes seconds. */
export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ["erasure", id],
    queryFn: () => erasure(id),
    refetchInterval: (query) => (query.state.data?.state === "under_way" ? SOON : false),
  });
export const erasuresQuery = infiniteQueryOptions({
  queryKey: ["erasures"],
  queryFn: ({ pageParam }) => erasures(pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.cursor ?? undefined,
  refetchInterval: (query) =>
    query.state.data?.pages.some((page) => page.erasures.some((one) => one.state === "under_way")) ? SOON : false,
});
