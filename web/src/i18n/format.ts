import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { useMe } from "@/api/queries";

const DAY = 86_400_000;
export interface Reader {
  language: Language;
  zone: string;
}

function parts(at: Date, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(reader.language === "fr" ? "fr-FR" : "en-GB", { timeZone: reader.zone, ...options }).format(at);
}
/** The calendar day in the reader's zone, as a number that can be subtracted. */
function dayNumber(at: Date, zone: string): number {
  const [y, m, d] = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" })
    .format(at)
    .split("-")
    .map(Number);
  return Math.round(Date.UTC(y ?? 0, (m ?? 1) - 1, d ?? 1) / DAY);
}
/** Calendar days from `now` to `at`: 0 today, -1 yesterday, 1 tomorrow. */
export function daysAway(at: string | Date, now: Date, zone: string): number {
  return dayNumber(new Date(at), zone) - dayNumber(now, zone);
}
/** 14:30, for columns. */
export const clock = (at: string | Date, reader: Reader): string =>
  parts(new Date(at), reader, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** 14 h 30 in French sentences, 14:30 in English ones. */
export function spokenTime(at: string | Date, reader: Reader): string {
  const time = clock(at, reader);
  if (reader.language === "en") return time;
  const [h, m] = time.split(":");
  return m === "00" ? `${Number(h)}\u00a0h` : `${Number(h)}\u00a0h\u00a0${m}`;
}
/** 23 nov., or 23 nov. 2024 when the year is another one. */
export function day(at: string | Date, now: Date, reader: Reader): string {
  const date = new Date(at);
  const year = (d: Date) => parts(d, reader, { year: "numeric" });
  const other = year(date) !== year(now);
  return parts(date, reader, { day: "numeric", month: "short", ...(other ? { year: "numeric" } : {}) });
}
/** Mardi 24 novembre 2026: for titles on hover. */
export const longDay = (at: string | Date, reader: Reader): string =>
  parts(new Date(at), reader, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const fullMoment = (at: string | Date, reader: Reader): string => `${longDay(at, reader)}, ${spokenTime(at, reader)}`;

/** vendredi, Friday. */
export const weekday = (at: string | Date, reader: Reader): string => parts(new Date(at), reader, { weekday: "long" });
/** jeudi 26, Thursday 26. */
export const weekdayNumber = (at: string | Date, reader: Reader): string => {
  const date = new Date(at);
  return `${weekday(date, reader)}\u00a0${parts(date, reader, { day: "numeric" })}`;
};
/** The day of the week (0: Monday) and the hour that clocks of a zone show. */
export function weekdayOf(at: string | Date, zone: string): { day: number; hour: number } {
  const hour = parts(new Date(at), { language: "en", zone }, { hour: "2-digit", hourCycle: "h23" });
  return { day: (noonOf(dayOf(at, zone)).getUTCDay() + 6) % 7, hour: Number(hour) };
}
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The calendar day of an instant, as the API writes days: 2026-11-24. */
export const dayOf = (at: string | Date, zone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(at));
/** A day that has no time, as an instant that every zone reads as that day when it is formatted in UTC. */
export const noonOf = (on: string): Date => new Date(`${on}T12:00:00Z`);
/** What an event says as a day or as an instant: `2026-12-24`, `2026-12-24T09:00:00Z`. */
export const instantOf = (said: string): Date => (/^\d{4}-\d\d-\d\d$/.test(said) ? noonOf(said) : new Date(said));
/** Days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / DAY);
export const plusDays = (on: string, days: number): string => new Date(noonOf(on).getTime() + days * DAY).toISOString().slice(0, 10);
/** A text that was written in one language or both: in the reader's, else in the other. */
export const said = (words: { fr: string | null; en: string | null }, language: Language): string =>
  words[language] ?? words.fr ?? words.en ?? "";

/** A time of today, yesterday, days up to a week, then a date. */
export function ago(at: string | Date, now: Date, reader: Reader): string {
  const away = daysAway(at, now, reader.zone);
  if (away === 0) return clock(at, reader);
  if (away < 0 && away >= -7)
    return new Intl.RelativeTimeFormat(reader.language, { numeric: "auto", style: away === -1 ? "long" : "short" }).format(away, "day");
  return day(at, now, reader);
}
const small: Record<Language, string[]> = {
  fr: ["", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
  en: ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
};
/** From two to ten in words, in sentences. */
export const spelled = (value: number, language: Language): string => small[language][value] || String(value);
export const number = (value: number, reader: Reader): string =>
  new Intl.NumberFormat(reader.language === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 1 }).format(value);

/** 182 kB, 2,1 Mo: decimal units, at most one decimal. */
export function bytes(size: number, reader: Reader): string {
  const fr = reader.language === "fr";
  if (size < 1000) return `${number(size, reader)}\u00a0${fr ? "o" : "B"}`;
  if (size < 999_500) return `${number(Math.round(size / 1000), reader)}\u00a0${fr ? "ko" : "kB"}`;
  return `${number(Math.round(size / 100_000) / 10, reader)}\u00a0${fr ? "Mo" : "MB"}`;
}
/** "2022-03" → mars 2022; "2019" and "present" as they are said. */
export function period(value: string, reader: Reader, present: string): string {
  if (value === "present") return present;
  const match = /^(\d{4})-(\d{2})$/.exec(value);
  if (!match) return value;
  return parts(
    new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, 15)),
    { ...reader, zone: "UTC" },
    { month: "short", year: "numeric" },
  );
}

/** Every format, bound to who reads: their language and their zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const zone = useMe().data?.member.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const language: Language = i18n.language === "fr" ? "fr" : "en";
  return useMemo(() => {
    const reader: Reader = { language, zone };
    return {
      reader,
      clock: (at: string | Date) => clock(at, reader),
      spokenTime: (at: string | Date) => spokenTime(at, reader),
      day: (at: string | Date) => day(at, new Date(), reader),
      longDay: (at: string | Date) => longDay(at, reader),
      weekdayNumber: (at: string | Date) => weekdayNumber(at, reader),
      full: (at: string | Date) => fullMoment(at, reader),
      ago: (at: string | Date) => ago(at, new Date(), reader),
      number: (value: number) => number(value, reader),
      bytes: (size: number) => bytes(size, reader),
      period: (value: string, present: string) => period(value, reader, present),
      list: (items: string[]) => new Intl.ListFormat(language, { type: "conjunction" }).format(items),
      anyOf: (items: string[]) => new Intl.ListFormat(language, { type: "disjunction" }).format(items),
      daysAway: (at: string | Date) => daysAway(at, new Date(), zone),
      /** A language's name within a sentence. */
      language: (of: Language) => new Intl.DisplayNames([language], { type: "language" }).of(of) ?? of,
      said: (words: { fr: string | null; en: string | null }) => said(words, language),
    };
  }, [language, zone]);
}
