/** Clocks on walls and instants: what a week grid and hours of days are made of. Pure. */
import { daysBetween, noonOf, plusDays } from "@/i18n/format";

const MINUTE = 60_000;
export interface Span {
  begins: string;
  ends: string;
}
function parts(at: number, zone: string): { day: string; minutes: number } {
  const said = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const of = (type: string) => said.find((part) => part.type === type)?.value ?? "0";
  return { day: `${of("year")}-${of("month")}-${of("day")}`, minutes: Number(of("hour")) * 60 + Number(of("minute")) };
}
/** The calendar day of an instant, and its minutes after midnight, as a clock in that zone says them. */
export const wallOf = (at: string | Date, zone: string) => parts(new Date(at).getTime(), zone);

/** The instant at which clocks of a zone say so. What a change of clocks leaves out is the moment after the gap. */
export function instantOf(day: string, minutes: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  let at = wanted;
  for (let i = 0; i < 2; i++) {
    const seen = parts(at, zone);
    at -= Date.parse(`${seen.day}T00:00:00Z`) + seen.minutes * MINUTE - wanted;
  }
  return new Date(at);
}
/** Minutes after midnight as the API writes a clock, and back. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** 1 is Monday. */
export const weekdayOf = (day: string): number => noonOf(day).getUTCDay() || 7;
export const mondayOf = (day: string): string => plusDays(day, 1 - weekdayOf(day));
export const daysFrom = (first: string, count: number): string[] => Array.from({ length: count }, (_, i) => plusDays(first, i));
export const weeksBetween = (from: string, to: string): number => Math.round(daysBetween(mondayOf(from), mondayOf(to)) / 7);

export const endOf = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * MINUTE).toISOString();
/** As the API writes instants: whole seconds, UTC. */
export const iso = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, "Z");
export const sameInstant = (a: string | null, b: string | null): boolean => a !== null && b !== null && Date.parse(a) === Date.parse(b);

export const overlaps = (at: string, minutes: number, span: Span): boolean =>
  Date.parse(at) < Date.parse(span.ends) && Date.parse(span.begins) < Date.parse(at) + minutes * MINUTE;
/** By calendar day, in order. */
export function byDay<T>(items: readonly T[], at: (item: T) => string, zone: string): { day: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of [...items].sort((a, b) => Date.parse(at(a)) - Date.parse(at(b)))) {
    const { day } = wallOf(at(item), zone);
    groups.set(day, [...(groups.get(day) ?? []), item]);
  }
  return [...groups].map(([day, found]) => ({ day, items: found }));
}
