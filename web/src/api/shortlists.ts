/** People of a job shown to somebody outside: calls and the query of what was shared. */
import { queryOptions } from "@tanstack/react-query";
import { api, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type NewShortlist = S.NewShortlist;
export type Showing = Whole<S.Showing>;
export type Shortlist = Whole<S.Shortlist>;
export type SharedList = Whole<S.SharedList>;
export type SharedLists = Whole<S.SharedLists>;
export type SharedPerson = Whole<S.SharedPerson>;

const of = (job_id: string) => ({ params: { path: { job_id } } });
const one = ({ job_id, id }: Pick<Shortlist, "job_id" | "id">) => ({ params: { path: { job_id, shortlist_id: id } } });

export const shared = (job_id: string) => ok(api().GET("/jobs/{job_id}/shortlists", of(job_id)));
export const share = (job_id: string, body: NewShortlist) => ok(api().POST("/jobs/{job_id}/shortlists", { ...of(job_id), body }));
export const preview = (job_id: string, body: S.Selection) => ok(api().POST("/jobs/{job_id}/shortlists/preview", { ...of(job_id), body }));
export const copyLink = (s: Shortlist) => ok(api().POST("/jobs/{job_id}/shortlists/{shortlist_id}/link", one(s)));
export const revoke = (s: Shortlist) => ok(api().DELETE("/jobs/{job_id}/shortlists/{shortlist_id}", one(s)));
export const restore = (s: Shortlist) => ok(api().POST("/jobs/{job_id}/shortlists/{shortlist_id}/restore", one(s)));
export const renew = (s: Shortlist, body: { days: number; send: boolean }) =>
  ok(api().POST("/jobs/{job_id}/shortlists/{shortlist_id}/renew", { ...one(s), body }));

export const sharedKey = (job_id: string) => ["shared", job_id] as const;
export const sharedQuery = (job_id: string) => queryOptions({ queryKey: sharedKey(job_id), queryFn: () => shared(job_id) });
