/** Calls about how mail is received, and about mail that nobody asked for. */
import { api, etag, ok } from "./client";
import type { SendingRules } from "./model";

const person = (candidate_id: string) => ({ params: { path: { candidate_id } } });

export const sending = () => ok(api().GET("/sending"));
export const saveRules = (version: number, body: SendingRules) =>
  ok(api().PUT("/sending/rules", { params: { header: etag(version) }, body }));
export const apart = (body: SendingRules["hours"]) => ok(api().POST("/sending/apart", { body }));
export const pause = (words: string) => ok(api().POST("/sending/pause", { body: { words } }));
export const resume = (words: string) => ok(api().POST("/sending/resume", { body: { words } }));
export const domain = () => ok(api().GET("/sending/domain"));

export const lookUp = (address: string) => ok(api().POST("/suppressions/look-up", { body: { address } }));
export const suppress = (address: string, words: string) => ok(api().POST("/suppressions/add", { body: { address, words } }));
export const release = (address: string, words: string) => ok(api().POST("/suppressions/lift", { body: { address, words } }));

export const stop = (id: string) => ok(api().POST("/candidates/{candidate_id}/unsolicited/stop", person(id)));
export const permit = (id: string, reason: string) =>
  ok(api().POST("/candidates/{candidate_id}/unsolicited/permit", { ...person(id), body: { reason } }));
