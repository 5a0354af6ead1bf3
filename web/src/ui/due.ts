/** What is owed to a person, and how soon: pure, in calendar and working days. */
import type { DueState } from "./parts";

export interface Owed {
  state: DueState;
  /** Key under `due.`; `days` and `at` fill it in. */
  key: "answerLate" | "answerSoon" | "answerBy" | "answered" | "noticeLate" | "noticeSoon" | "noticeBy" | "informed";
  days: number;
  at: string;
}
export interface Promises {
  answer_due_at?: string | null;
  acknowledged_at?: string | null;
  notice_due_at?: string | null;
  informed_at?: string | null;
}
const HOUR = 3_600_000;

/** The end of the working day that follows `now`: what is due before it is due soon. */
function oneWorkingDay(now: Date): number {
  const weekday = now.getUTCDay();
  return now.getTime() + (weekday === 5 ? 72 : weekday === 6 ? 60 : weekday === 0 ? 36 : 24) * HOUR;
}
function one(kind: "answer" | "notice", due: string, now: Date): Owed {
  const at = Date.parse(due);
  if (at < now.getTime())
    return { state: "late", key: `${kind}Late`, days: Math.max(0, Math.floor((now.getTime() - at) / (24 * HOUR))), at: due };
  const days = Math.ceil((at - now.getTime()) / (24 * HOUR));
  return at <= oneWorkingDay(now) ? { state: "soon", key: `${kind}Soon`, days, at: due } : { state: "ok", key: `${kind}By`, days, at: due };
}
/** An answer for who applied, a notice for who was found; what is kept shows when. */
export function owed(p: Promises, now: Date): Owed | null {
  if (p.answer_due_at && !p.acknowledged_at) return one("answer", p.answer_due_at, now);
  if (p.notice_due_at && !p.informed_at) return one("notice", p.notice_due_at, now);
  if (p.acknowledged_at) return { state: "done", key: "answered", days: 0, at: p.acknowledged_at };
  if (p.informed_at) return { state: "done", key: "informed", days: 0, at: p.informed_at };
  return null;
}

/** The promises of a whole record, flat as a list's card has them. */
export const promisesOf = (c: {
  application: { answer_due_at: string; acknowledged_at: string | null } | null;
  notice_due_at: string | null;
  informed_at: string | null;
}): Promises => ({
  answer_due_at: c.application?.answer_due_at ?? null,
  acknowledged_at: c.application?.acknowledged_at ?? null,
  notice_due_at: c.notice_due_at,
  informed_at: c.informed_at,
});
