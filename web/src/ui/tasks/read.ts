/** When, in the words at the end of a task as people type them, in French or English. Pure. */
import { noonOf, plusDays } from "@/i18n/format";

export interface ReadTask {
  title: string;
  on: string | null;
  /** 24 hours: 15:30. */
  at: string | null;
  /** The words that were read, as they stand. */
  said: string;
}
const weekdays = [
  ["sunday", "dimanche"],
  ["monday", "lundi"],
  ["tuesday", "mardi"],
  ["wednesday", "mercredi"],
  ["thursday", "jeudi"],
  ["friday", "vendredi"],
  ["saturday", "samedi"],
];
const months = [
  "jan|janv",
  "feb|févr?|fevr?",
  "mar|mars",
  "apr|avr",
  "may|mai",
  "jun|juin",
  "jul|juil",
  "aug|août|aout",
  "sep|sept",
  "oct",
  "nov",
  "dec|déc",
];
const units: Record<string, number> = { j: 1, d: 1, s: 7, w: 7 };

function inMonths(today: string, count: number): string {
  const from = noonOf(today);
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1, 12));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(from.getUTCDate(), last));
  return target.toISOString().slice(0, 10);
}
/** The coming one of that name, never today. */
const coming = (today: string, weekday: number) => plusDays(today, (weekday - noonOf(today).getUTCDay() + 7) % 7 || 7);

/** A day of a month, this year or next, whichever is not past; null when there is no such day. */
function dated(today: string, day: number, month: number): string | null {
  const year = Number(today.slice(0, 4));
  for (const y of [year, year + 1]) {
    const date = new Date(Date.UTC(y, month - 1, day, 12));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
    const on = date.toISOString().slice(0, 10);
    if (on >= today) return on;
  }
  return null;
}
type Rule = [RegExp, (m: RegExpExecArray, today: string) => { on?: string | null; at?: string | null }];
const hour = (h: string, m: string | undefined, half?: string) => {
  const n = (Number(h) % (half ? 12 : 24)) + (half?.toLowerCase() === "pm" ? 12 : 0);
  return Number(h) > 24 || Number(m ?? 0) > 59 ? null : `${String(n).padStart(2, "0")}:${(m ?? "00").padStart(2, "0")}`;
};
const end = (pattern: string) => new RegExp(`(?:^|[\\s,])(?:${pattern})[\\s.]*$`, "iu");
const rules: Rule[] = [
  [end("(?:at |à )?(\\d{1,2})(?::(\\d{2}))? ?(am|pm)"), (m) => ({ at: hour(m[1] ?? "", m[2], m[3]) })],
  [end("(?:at |à )?(\\d{1,2})(?: ?h ?|:)(\\d{2})"), (m) => ({ at: hour(m[1] ?? "", m[2]) })],
  [end("(?:à )?(\\d{1,2}) ?h"), (m) => ({ at: hour(m[1] ?? "", undefined) })],
  [end("(?:à |at )?(?:midi|noon)"), () => ({ at: "12:00" })],
  [end("today|aujourd['’]?hui"), (_, today) => ({ on: today })],
  [end("(?:après-demain|apres-demain|the day after tomorrow)"), (_, today) => ({ on: plusDays(today, 2) })],
  [end("tomorrow|demain"), (_, today) => ({ on: plusDays(today, 1) })],
  [end("next week|la semaine prochaine"), (_, today) => ({ on: coming(today, 1) })],
  [
    end("(?:dans|in) (\\d{1,3}) (?:(j|d)(?:ours?|ays?)?|(s|w)(?:emaines?|eeks?)?)"),
    (m, today) => ({ on: plusDays(today, Number(m[1]) * (units[(m[2] ?? m[3] ?? "d").toLowerCase()] ?? 1)) }),
  ],
  [end("(?:dans|in) (\\d{1,2}) (?:mois|months?)"), (m, today) => ({ on: inMonths(today, Number(m[1])) })],
  ...weekdays.map(([en, fr], i): Rule => [
    end(`(?:on |next |ce )?(?:${en}|${fr})(?: prochain)?`),
    (_, today) => ({ on: coming(today, i) }),
  ]),
  [end("(?:le |on )?(\\d{1,2})/(\\d{1,2})"), (m, today) => ({ on: dated(today, Number(m[1]), Number(m[2])) })],
  ...months.map((name, i): Rule => [
    end(`(?:le |on )?(\\d{1,2})(?:er|st|nd|rd|th)? (?:${name})\\p{L}*\\.?`),
    (m, today) => ({ on: dated(today, Number(m[1]), i + 1) }),
  ]),
];

/** Reads the end of the text as long as it says a day or a time; a time alone is of today. */
export function readTask(text: string, today: string): ReadTask {
  let title = text.trimEnd();
  let on: string | null = null;
  let at: string | null = null;
  for (let more = true; more;) {
    more = false;
    for (const [pattern, read] of rules) {
      const match = pattern.exec(title);
      if (!match || match.index === 0) continue;
      const found = read(match, today);
      if (found.on ? on !== null : !found.at || at !== null) continue;
      on = found.on ?? on;
      at = found.at ?? at;
      title = title.slice(0, match.index).trimEnd();
      more = true;
      break;
    }
  }
  title = title.replace(/[\s,]+(?:le|on|pour|for|avant|before|by)$/iu, "").replace(/[\s,]+$/u, "");
  return {
    title,
    on: on ?? (at ? today : null),
    at,
    said: text
      .trim()
      .slice(title.length)
      .replace(/^[\s,]+/u, ""),
  };
}
