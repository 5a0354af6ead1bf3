import type { PreviewedMail } from "@/api/writing";
import { spokenTime, weekday, weekdayOf, type Reader } from "@/i18n/format";

export interface TheirTime {
  names: (string | null)[];
  time: string;
  day: string;
  /** What tells their clock: `location` or `phone` of the record. */
  told: string;
  /** At night, whatever the rules say; else within or outside the hours at which people may be written to. */
  how: "open" | "quiet" | "night";
}
type Person = Pick<PreviewedMail, "name" | "clock">;
const ORDER = ["night", "quiet", "open"];

/** What clocks show where people live when a mail leaves, where that is not what the reader's shows; the worst first. */
export function theirTimes(people: readonly Person[], at: string, reader: Reader): TheirTime[] {
  const found = new Map<string, TheirTime>();
  const ours = shown(at, reader);
  for (const { name, clock } of people) {
    if (!clock) continue;
    const theirs: Reader = { ...reader, zone: clock.zone };
    if (shown(at, theirs) === ours) continue;
    const place = `${shown(at, theirs)} ${clock.told_by}`;
    const group = found.get(place);
    if (group) group.names.push(name);
    else found.set(place, { names: [name], ...inWords(at, theirs), told: clock.told_by, how: howIs(at, clock) });
  }
  return [...found.values()].sort((one, other) => ORDER.indexOf(one.how) - ORDER.indexOf(other.how));
}
const inWords = (at: string, reader: Reader) => ({ time: spokenTime(at, reader), day: weekday(at, reader) });
const shown = (at: string, reader: Reader): string => Object.values(inWords(at, reader)).join(" ");

const NIGHT = { from: 22, to: 7 };
function howIs(at: string, { zone, days, from_hour, to_hour }: NonNullable<Person["clock"]>): TheirTime["how"] {
  const { day, hour } = weekdayOf(at, zone);
  if (hour >= NIGHT.from || hour < NIGHT.to) return "night";
  return days.includes(day) && from_hour <= hour && hour < to_hour ? "open" : "quiet";
}
