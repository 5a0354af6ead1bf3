/** The days of the audit, which the API counts in UTC and people read in their own zone. Pure. */
import { dayOf, daysBetween, plusDays } from "@/i18n/format";
import type { AuditLine, AuditQuery } from "@/api/settings";
import type { AuditSearch } from "./filter";

/** When nobody says from when. */
const USUAL = 30;
const MOST = 364;

export interface Days {
  from: string;
  to: string;
}
export function daysOf(search: AuditSearch, today: string): Days {
  const to = search.to ?? (search.from && search.from > today ? search.from : today);
  return { from: search.from ?? plusDays(to, -USUAL), to };
}
export const areSound = ({ from, to }: Days): boolean => {
  const span = daysBetween(from, to);
  return Number.isFinite(span) && span >= 0 && span <= MOST;
};
/** What to ask for: every UTC day that a moment of these days can stand in. */
export function asked(search: AuditSearch, { from, to }: Days, zone: string): AuditQuery {
  const beginsEarlier = dayOf(`${from}T00:00:00Z`, zone) === from;
  const endsLater = dayOf(`${to}T23:59:59Z`, zone) === to;
  const { member: member_id, person: candidate_id, job: job_id, act, kind } = search;
  return {
    ...(member_id ? { member_id } : {}),
    ...(candidate_id ? { candidate_id } : {}),
    ...(job_id ? { job_id } : {}),
    ...(act ? { act } : {}),
    ...(kind ? { kind } : {}),
    since: beginsEarlier ? plusDays(from, -1) : from,
    until: endsLater ? plusDays(to, 1) : to,
  };
}
/** Of what came, what happened on these days where the reader is. */
export const within = (lines: readonly AuditLine[], { from, to }: Days, zone: string): AuditLine[] =>
  lines.filter((line) => {
    const day = dayOf(line.at, zone);
    return day >= from && day <= to;
  });
/** Lines under the day that they happened on, in the order that they came. */
export function byDay(lines: readonly AuditLine[], zone: string): { day: string; lines: AuditLine[] }[] {
  const groups: { day: string; lines: AuditLine[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.at, zone);
    const last = groups.at(-1);
    if (last?.day === day) last.lines.push(line);
    else groups.push({ day, lines: [line] });
  }
  return groups;
}
