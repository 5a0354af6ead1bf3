/** When a task is due, as its reader says it: pure, in the reader's zone and language. */
import type { Task } from "@/api/day";
import { capital, clock, day, dayOf, daysBetween, noonOf, plusDays, spokenTime, weekday, weekdayNumber, type Reader } from "@/i18n/format";
import type { DueState } from "../parts";

export interface TaskDue {
  state: DueState;
  /** Key under `task.`; null when `text` says it all. */
  key: "sinceTime" | "sinceYesterday" | "sinceDay" | "sinceDate" | "today" | "tomorrow" | "tomorrowAt" | "doneOn" | null;
  text: string;
}
export type When = Pick<Task, "on" | "at" | "due_at" | "state" | "done_at">;

/** The working day after this one: what is due until then is due soon. */
export function nextWorkingDay(today: string): string {
  const weekday = noonOf(today).getUTCDay();
  return plusDays(today, weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
}
/** The day it is due on, where the reader is. */
export const dueDay = (task: When, zone: string): string => (task.at === null ? task.on : dayOf(task.due_at, zone));

export function taskDue(task: When, now: Date, reader: Reader): TaskDue {
  if (task.state === "done") return { state: "done", key: "doneOn", text: task.done_at ? day(task.done_at, now, reader) : "" };
  const timed = task.at !== null;
  const today = dayOf(now, reader.zone);
  const on = dueDay(task, reader.zone);
  const away = daysBetween(today, on);
  // Days without a time are formatted at noon UTC, so that no zone moves them.
  const [at, read] = timed ? [new Date(task.due_at), reader] : [noonOf(on), { ...reader, zone: "UTC" }];
  if (timed ? at.getTime() < now.getTime() : away < 0) {
    if (away === 0) return { state: "late", key: "sinceTime", text: spokenTime(at, read) };
    if (away === -1) return { state: "late", key: "sinceYesterday", text: "" };
    return away > -7
      ? { state: "late", key: "sinceDay", text: weekday(at, read) }
      : { state: "late", key: "sinceDate", text: day(at, now, read) };
  }
  const state = on <= nextWorkingDay(today) ? "soon" : "ok";
  if (away === 0) return timed ? { state, key: null, text: clock(at, read) } : { state, key: "today", text: "" };
  if (away === 1) return { state, key: timed ? "tomorrowAt" : "tomorrow", text: timed ? clock(at, read) : "" };
  const said = away < 7 ? capital(weekdayNumber(at, read)) : day(at, now, read);
  return { state, key: null, text: timed ? `${said}, ${clock(at, read)}` : said };
}
