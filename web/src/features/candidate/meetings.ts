/** What an event about an interview says. Pure. */
import type { Event } from "@/api/model";
import type { Words } from "./hiring";

export interface Met {
  /** Key under `event.`. */
  key: string;
  job: Words | null;
  kind: "phone" | "video" | "onsite";
  title: string | null;
  startsAt: string | null;
  /** The time that it had until then. */
  before: string | null;
  /** What was changed: keys under `meet.part_`. */
  changed: string[];
  /** What was said with it. */
  words: string | null;
}
const text = (value: unknown): string | null => (typeof value === "string" && value ? value : null);
const kinds = ["phone", "video", "onsite"] as const;

/** Null when it is about something else. */
export function met(event: Event): Met | null {
  if (!event.kind.startsWith("interview_")) return null;
  const { data } = event;
  const chosen = event.kind === "interview_booked" && event.actor.kind === "candidate";
  const withdrawn = event.kind === "interview_cancelled" && data.was === "proposed";
  const kind = kinds.find((one) => one === data.interview_kind) ?? "onsite";
  return {
    key: chosen ? "interview_chosen" : withdrawn ? "interview_withdrawn" : event.kind,
    job:
      typeof data.job_title === "object" && data.job_title !== null ? { fr: null, en: null, ...(data.job_title as Partial<Words>) } : null,
    kind,
    title: text(data.title),
    startsAt: text(data.starts_at),
    before: text(data.before),
    changed: Array.isArray(data.changed) ? data.changed.flatMap((one: unknown) => text(one) ?? []) : [],
    words: text(data.message),
  };
}
