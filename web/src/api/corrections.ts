/** Calls about corrections of readings that are kept as material. */
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type CorrectionsHeld = Whole<S.CorrectionsHeld>;
export type Keeping = Whole<S.Keeping>;
export type CorrectedDocument = Whole<S.CorrectedDocument>;

export const corrections = () => ok(api().GET("/corrections"));
export const keep = (version: number, body: Keeping) => ok(api().PUT("/corrections", { params: { header: etag(version) }, body }));
export const takeOut = (cursor?: string, signal?: AbortSignal) =>
  ok(api().POST("/corrections/exports", { body: cursor ? { cursor } : {}, ...(signal ? { signal } : {}) }));
export const refuse = (candidate_id: string, refused: boolean) =>
  ok(api().PUT("/candidates/{candidate_id}/corrections", { params: { path: { candidate_id } }, body: { refused } }));
