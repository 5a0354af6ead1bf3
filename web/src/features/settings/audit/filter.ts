/** What the address of the audit may carry; anything else is left out. Small: the router reads it at the first load. */
export const acts = ["saw", "changed", "took"] as const;
export type Act = (typeof acts)[number];
export interface AuditSearch {
  member?: string;
  person?: string;
  job?: string;
  act?: Act;
  kind?: string;
  /** Days of the reader's zone, both included. */
  from?: string;
  to?: string;
}
const shapes: Record<keyof AuditSearch, RegExp> = {
  member: /^mem_[0-9A-Z]{26}$/,
  person: /^can_[0-9A-Z]{26}$/,
  job: /^job_[0-9A-Z]{26}$/,
  act: /^(saw|changed|took)$/,
  kind: /^[a-z_]{1,40}$/,
  from: /^20\d\d-[01]\d-[0-3]\d$/,
  to: /^20\d\d-[01]\d-[0-3]\d$/,
};
export function readAudit(search: Record<string, unknown>): AuditSearch {
  const kept = Object.entries(shapes).flatMap(([key, shape]) => {
    const value = search[key];
    return typeof value === "string" && shape.test(value) ? [[key, value]] : [];
  });
  return Object.fromEntries(kept) as AuditSearch;
}
