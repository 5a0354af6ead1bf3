/** An interview being planned: what is chosen, what is still missing, and how the API is asked. Pure. */
import type { Candidate, Language } from "@/api/model";
import type { Busy, DetailsEdit, Hours, Interview, Kind, Looking, NewInterview, Offer, Windows } from "@/api/interviews";
import { plusDays } from "@/i18n/format";
import { endOf, overlaps, sameInstant, type Span } from "@/ui/meetings/moments";
import { doubtful } from "@/ui/record/fields";

/** What the screen is for: the first plans one, the others change one that is there. */
export type How = "new" | "move" | "propose" | "edit";
/** How a time is found: they choose among free times, among some times, or it is set. */
export type Way = "windows" | "slots" | "now";
export interface Draft {
  kind: Kind;
  title: string;
  minutes: number;
  interviewers: string[];
  place: string;
  video: string;
  message: string;
  language: Language;
  zone: string;
  ask: boolean;
  way: Way;
  first: string;
  last: string;
  hours: Hours[];
  notice: number;
  gap: number;
  starts: string[];
  at: string | null;
}
export const durations = [15, 30, 45, 60, 75, 90, 120, 180, 240];
export const notices = [0, 2, 24, 48, 168];
export const gaps = [0, 15, 30];
export const MOST_STARTS = 40;
export const MOST_HOURS = 14;
export const HORIZON = 60; // days
const MOST_QUARTERS = 32; // of an hour, times interviewers
const weekdays = [1, 2, 3, 4, 5];

export function begin(of: { language: Language; zone: string; me: string; today: string }): Draft {
  return {
    kind: "video",
    title: "",
    minutes: 45,
    interviewers: [of.me],
    place: "",
    video: "",
    message: "",
    language: of.language,
    zone: of.zone,
    ask: true,
    way: "windows",
    first: plusDays(of.today, 1),
    last: plusDays(of.today, 8),
    hours: [
      { days: weekdays, begins: "09:00", ends: "12:00" },
      { days: weekdays, begins: "14:00", ends: "18:00" },
    ],
    notice: 24,
    gap: 0,
    starts: [],
    at: null,
  };
}
/** The draft of one that is there: what it says now. */
export function draftOf(i: Interview, how: How, fresh: Draft): Draft {
  const windows = i.offer?.by === "windows" ? i.offer : null;
  const days = windows && windows.last > fresh.first ? { first: windows.first > fresh.first ? windows.first : fresh.first } : {};
  return {
    ...fresh,
    kind: i.kind,
    title: i.title ?? "",
    minutes: i.duration_minutes,
    interviewers: i.interviewers.map((one) => one.member_id),
    place: i.place ?? "",
    video: i.video_url ?? "",
    message: how === "move" ? "" : i.message,
    language: i.language,
    zone: i.zone,
    ask: i.ask_scorecards,
    way: how === "move" ? "now" : i.offer?.by === "slots" ? "slots" : "windows",
    ...(windows
      ? {
          ...days,
          ...("first" in days ? { last: windows.last } : {}),
          hours: windows.hours,
          notice: windows.notice_hours,
          gap: windows.gap_minutes,
        }
      : {}),
    at: null,
  };
}
export const windowsOf = (d: Draft, zone: string): Windows => ({
  by: "windows",
  zone,
  first: d.first,
  last: d.last,
  hours: d.hours,
  notice_hours: d.notice,
  gap_minutes: d.gap,
});
/** Whether its days and hours can be asked about at all. */
export const isAskable = (d: Draft): boolean =>
  d.interviewers.length > 0 &&
  !tooMuch(d) &&
  d.hours.length > 0 &&
  d.hours.every((one) => one.days.length > 0 && one.begins < one.ends) &&
  Boolean(d.first && d.last) &&
  d.first <= d.last &&
  d.last <= plusDays(d.first, HORIZON);

export const offerOf = (d: Draft, zone: string): Offer =>
  d.way === "slots" ? { by: "slots", starts: [...d.starts].sort() } : windowsOf(d, zone);
/** Asks when interviewers are busy in some days, whatever is chosen: half an hour each, all of the day. */
export const lookingAt = (interviewers: string[], first: string, last: string, zone: string): Looking => ({
  interviewers,
  duration_minutes: 30,
  offer: {
    by: "windows",
    zone,
    first,
    last,
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], begins: "00:00", ends: "24:00" }],
    notice_hours: 0,
  },
});
export const tooMuch = (d: Draft): boolean => d.interviewers.length * (d.minutes / 15) > MOST_QUARTERS;
const link = /^https:\/\/[^\s<>"]+$/;

export type Missing = "interviewers" | "tooMuch" | "video" | "days" | "hours" | "starts" | "at";
/** What stands between the draft and saving it, the first to be mended first. */
export function missing(d: Draft, how: How, now: Date): Missing[] {
  const timed = how !== "edit";
  const found: [Missing, boolean][] = [
    ["interviewers", d.interviewers.length === 0],
    ["tooMuch", tooMuch(d)],
    ["video", d.kind === "video" && d.video !== "" && !link.test(d.video)],
    ["days", timed && d.way === "windows" && !(d.first && d.last && d.first <= d.last && d.last <= plusDays(d.first, HORIZON))],
    [
      "hours",
      timed && d.way === "windows" && (d.hours.length === 0 || d.hours.some((one) => one.days.length === 0 || one.begins >= one.ends)),
    ],
    ["starts", timed && d.way === "slots" && d.starts.every((at) => Date.parse(at) <= now.getTime())],
    ["at", timed && d.way === "now" && (d.at === null || Date.parse(d.at) <= now.getTime())],
  ];
  return found.flatMap(([key, is]) => (is ? [key] : []));
}
const orNull = (text: string): string | null => text.trim() || null;

const said = (d: Draft) => ({
  kind: d.kind,
  title: orNull(d.title),
  message: d.message.trim(),
  place: orNull(d.place),
  video_url: d.kind === "video" ? orNull(d.video) : null,
  interviewers: d.interviewers,
  ask_scorecards: d.ask,
});
export const newOf = (d: Draft, zone: string): NewInterview => ({
  ...said(d),
  duration_minutes: d.minutes,
  language: d.language,
  zone: d.zone,
  ...(d.way === "now" ? { at: d.at } : { offer: offerOf(d, zone) }),
});
/** Only what differs: colleagues may change the rest meanwhile. */
export function editOf(d: Draft, i: Interview): DetailsEdit {
  const before: Record<string, unknown> = { ...i, interviewers: i.interviewers.map((one) => one.member_id) };
  return Object.fromEntries(Object.entries(said(d)).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value)));
}
/** Why no mail can leave to a person; the key of the sentence under `held.`. */
export function unwritable(candidate: Candidate): "no_email" | "doubtful_email" | "not_mailable" | null {
  if (candidate.fields.emails.length === 0) return "no_email";
  if (doubtful(candidate.fields).includes("emails.0")) return "doubtful_email";
  return candidate.mailable ? null : "not_mailable";
}
/** Who of them could not come at that time. An interview does not stand in its own way. */
export const busyAt = (busy: readonly Busy[], at: string, minutes: number): string[] => [
  ...new Set(busy.filter((one) => overlaps(at, minutes, one)).map((one) => one.member_id)),
];
export const withoutOwn = (busy: readonly Busy[], own: Interview | null): Busy[] =>
  busy.filter(
    (one) =>
      !own?.starts_at ||
      !sameInstant(one.begins, own.starts_at) ||
      !sameInstant(one.ends, endOf(own.starts_at, own.duration_minutes)) ||
      !own.interviewers.some((who) => who.member_id === one.member_id),
  );
export const touches = (span: Span, begins: string, ends: string): boolean =>
  Date.parse(span.begins) < Date.parse(ends) && Date.parse(begins) < Date.parse(span.ends);
