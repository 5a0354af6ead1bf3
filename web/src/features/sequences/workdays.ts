/** Working days in France, as the server counts them (Code du travail L3133-1). Days are written 2026-11-24. Pure. */
import { noonOf, plusDays } from "@/i18n/format";

const held = new Map<number, ReadonlySet<string>>();

/** Sunday of Easter in the Gregorian calendar (Meeus, Jones, Butcher). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}
export function holidays(year: number): ReadonlySet<string> {
  const known = held.get(year);
  if (known) return known;
  const sunday = easter(year);
  const made = new Set([
    ...["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"].map((day) => `${year}-${day}`),
    // Easter Monday, Ascension, Whit Monday.
    ...[1, 39, 50].map((days) => plusDays(sunday, days)),
  ]);
  held.set(year, made);
  return made;
}
/** Monday is 0, as the server numbers days. */
export const weekdayOf = (day: string): number => (noonOf(day).getUTCDay() + 6) % 7;
export const isHoliday = (day: string): boolean => holidays(Number(day.slice(0, 4))).has(day);
export const isWorking = (day: string): boolean => weekdayOf(day) < 5 && !isHoliday(day);
export function plusWorkingDays(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0;) {
    at = plusDays(at, 1);
    if (isWorking(at)) left--;
  }
  return at;
}
