/** The picture of a sequence: when each step would come for somebody who begins now, and how days lie beside each other. Pure. */
import { daysBetween, plusDays } from "@/i18n/format";
import { daysFrom, instantOf, wallOf } from "@/ui/meetings/moments";
import type { Settings, Step } from "./model";
import { isWait } from "./steps";
import { isHoliday, plusWorkingDays, weekdayOf } from "./workdays";

export interface Placed {
  id: string;
  step: Step;
  /** Of what does something: 1, 2, 3… */
  number: number;
  /** The day and minutes after midnight, on the clocks of the zone. */
  day: string;
  minutes: number;
}
interface Moment {
  day: string;
  minutes: number;
}
/** Whether mails leave on a day at all: chosen weekdays, and holidays where those are chosen. */
const sends = (day: string, { days, holidays }: Settings): boolean => days.includes(weekdayOf(day)) && (holidays || !isHoliday(day));

/** The first moment from `at` on at which mails of these settings may leave. */
export function allowed(at: Moment, settings: Settings): Moment {
  const [from, to] = [settings.from_hour * 60, settings.to_hour * 60];
  let { day, minutes } = at;
  // No day at all is refused by the form; until it is mended, nothing moves.
  if (settings.days.length === 0 || from >= to) return at;
  for (let i = 0; i < 400; i++) {
    if (sends(day, settings) && minutes < to) return { day, minutes: Math.max(minutes, from) };
    [day, minutes] = [plusDays(day, 1), 0];
  }
  return at;
}
/** Where each step falls. `zone`: in which the days are drawn. */
export function placed(steps: readonly Step[], settings: Settings, begins: Date, zone: string): Placed[] {
  let at: Moment = wallOf(begins, zone);
  let number = 0;
  const out: Placed[] = [];
  for (const step of steps) {
    if (isWait(step)) {
      let { day, minutes } = at;
      day = plusWorkingDays(plusDays(day, step.days), step.business_days);
      if (step.hours || step.minutes) {
        const later = instantOf(day, minutes, zone).getTime() + (step.hours * 60 + step.minutes) * 60_000;
        ({ day, minutes } = wallOf(new Date(later), zone));
      }
      at = { day, minutes };
      continue;
    }
    if (step.do === "mail") at = allowed(at, settings);
    out.push({ id: step.id, step, number: ++number, ...at });
  }
  return out;
}
/** A column of the picture: a day, or the days in which nothing happens and which stand as one. */
export interface Column {
  day: string;
  /** Days that this column stands for. */
  days: number;
  gap: boolean;
  /** Nothing leaves on it. */
  off: boolean;
  steps: Placed[];
  /** How wide it is, in widths of a day: steps of one day stand beside each other. */
  width: number;
}
/** So many days are drawn one by one; longer pictures keep the days around their steps. */
const WHOLE = 24;
export function columns(steps: readonly Placed[], settings: Settings, first: string): Column[] {
  const last = steps.reduce((at, step) => (step.day > at ? step.day : at), first);
  const days = daysFrom(first, daysBetween(first, last) + 2);
  const busy = new Set([first, ...steps.flatMap((step) => [-1, 0, 1].map((by) => plusDays(step.day, by)))]);
  const out: Column[] = [];
  for (const day of days) {
    const before = out.at(-1);
    if (days.length > WHOLE && !busy.has(day)) {
      if (before?.gap) before.days++;
      else out.push({ day, days: 1, gap: true, off: false, steps: [], width: 1 });
      continue;
    }
    const here = steps.filter((step) => step.day === day);
    out.push({ day, days: 1, gap: false, off: !sends(day, settings), steps: here, width: here.length > 1 ? here.length * 1.6 : 1 });
  }
  return out;
}
/** Where each step stands, from 0 to 1 of the whole width. */
export function across(list: readonly Column[]): Map<string, number> {
  const whole = list.reduce((sum, column) => sum + column.width, 0);
  const at = new Map<string, number>();
  let left = 0;
  for (const column of list) {
    column.steps.forEach((step, i) => at.set(step.id, (left + (column.width * (i + 0.5)) / column.steps.length) / whole));
    left += column.width;
  }
  return at;
}
