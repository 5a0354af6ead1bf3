/** Calls about the workspace itself: its members, its audit. */
import { api, ok } from "./client";
import type { Whole } from "./model";
import { said } from "./query";
import type * as S from "./schema";

export type Invitation = S.Invitation;
export type Role = S.Role;
export type Held = Whole<S.Held>;
/** Which lines: what is absent is not asked for. */
export type AuditQuery = { [K in keyof S.AuditQuery]?: NonNullable<S.AuditQuery[K]> };
export type AuditLine = Whole<S.Line>;
export type AuditPage = Whole<S.Page>;

const of = (member_id: string) => ({ params: { path: { member_id } } });

export const invite = (body: Invitation) => ok(api().POST("/members", { body }));
export const inviteAgain = (id: string) => ok(api().POST("/members/{member_id}/invite", of(id)));
export const changeRole = (id: string, role: Role) => ok(api().PATCH("/members/{member_id}", { ...of(id), body: { role } }));
export const removeMember = (id: string) => ok(api().DELETE("/members/{member_id}", of(id)));
export const held = (id: string) => ok(api().GET("/members/{member_id}/held", of(id)));
export const handOver = (id: string, to: string) => ok(api().POST("/members/{member_id}/handover", { ...of(id), body: { to } }));

export const audit = (wanted: AuditQuery, cursor?: string, signal?: AbortSignal) =>
  ok(api().GET("/audit", { params: { query: said({ ...wanted, cursor }) }, ...(signal ? { signal } : {}) }));
export const noteExport = (body: AuditQuery) => ok(api().POST("/audit/exports", { body }));
