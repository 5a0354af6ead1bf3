/** Where an interview stands, as a person reads it: what is next, what is past, and what somebody must do. Pure. */
import type { Interview } from "@/api/interviews";
import { endOf } from "@/ui/meetings/moments";

/** `silent`: every time that was offered is over; `unsettled`: it has begun, and nobody said what became of it. */
export type Standing = "waiting" | "silent" | "booked" | "unsettled" | "cancelled" | "held" | "no_show";

/** The last time that an offer holds, roughly to the day. */
const lastOffered = (i: Interview): number =>
  i.offer?.by === "slots" ? Math.max(...i.offer.starts.map((at) => Date.parse(at))) : i.offer ? Date.parse(`${i.offer.last}T23:59:59Z`) : 0;

export function standingOf(i: Interview, now: Date): Standing {
  if (i.state === "proposed") return lastOffered(i) < now.getTime() ? "silent" : "waiting";
  if (i.state === "booked") return i.starts_at && Date.parse(i.starts_at) <= now.getTime() ? "unsettled" : "booked";
  return i.state;
}
/** Those that something is still to happen with, the soonest first; then the others, the last first. */
export function nextThenPast(all: readonly Interview[]): { next: Interview[]; past: Interview[] } {
  const open = (i: Interview) => i.state === "proposed" || i.state === "booked";
  const when = (i: Interview) => Date.parse(i.starts_at ?? (i.state === "proposed" ? "9999-01-01T00:00:00Z" : i.changed.at));
  return {
    next: all.filter(open).sort((a, b) => when(a) - when(b) || a.id.localeCompare(b.id)),
    past: all.filter((i) => !open(i)).sort((a, b) => when(b) - when(a)),
  };
}
/** From a quarter before it begins until it is over. */
export const isNow = (startsAt: string, minutes: number, now: Date): boolean =>
  now.getTime() >= Date.parse(startsAt) - 15 * 60_000 && now.getTime() < Date.parse(endOf(startsAt, minutes));
