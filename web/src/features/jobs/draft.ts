/** A job as somebody writes it: what the form holds, what the API takes, and what changed in between. Pure. */
import type { Job, JobEdit, Requirement, TeamMember } from "@/api/model";

export interface JobDraft {
  titleFr: string;
  titleEn: string;
  department: string;
  /** Separated by commas, as one types them. */
  places: string;
  remote: "" | "none" | "partly" | "fully";
  contract: string;
  payFrom: string;
  payTo: string;
  currency: string;
  period: "hour" | "day" | "month" | "year";
  descriptionFr: string;
  descriptionEn: string;
  requirements: Requirement[];
  openings: string;
  opensOn: string;
  closesOn: string;
  answerWithin: string;
  team: TeamMember[];
}
export const blank: JobDraft = {
  titleFr: "",
  titleEn: "",
  department: "",
  places: "",
  remote: "",
  contract: "",
  payFrom: "",
  payTo: "",
  currency: "EUR",
  period: "year",
  descriptionFr: "",
  descriptionEn: "",
  requirements: [],
  openings: "1",
  opensOn: "",
  closesOn: "",
  answerWithin: "14",
  team: [],
};
type Body = Omit<JobEdit, "title"> & { title: { fr?: string; en?: string } };

export const draftOf = (job: Job): JobDraft => ({
  titleFr: job.title.fr ?? "",
  titleEn: job.title.en ?? "",
  department: job.department ?? "",
  places: job.places.join(", "),
  remote: job.remote ?? "",
  contract: job.contract ?? "",
  payFrom: plain(job.pay?.minimum),
  payTo: plain(job.pay?.maximum),
  currency: job.pay?.currency ?? "EUR",
  period: job.pay?.period ?? "year",
  descriptionFr: job.description.fr ?? "",
  descriptionEn: job.description.en ?? "",
  requirements: job.requirements,
  openings: String(job.openings),
  opensOn: job.opens_on ?? "",
  closesOn: job.closes_on ?? "",
  answerWithin: String(job.answer_within_days),
  team: job.team,
});
/** 48000.00 as it is typed: 48000. */
const plain = (amount: string | null | undefined): string => (amount ? String(Number(amount)) : "");
/** 48 000, 48'000 and 14,50 as people type them. */
export function amount(text: string): number | null {
  const said = text.replace(/[\s\u00a0\u202f'’]/g, "").replace(",", ".");
  return said === "" ? null : Number(said);
}
const words = (fr: string, en: string) => ({ ...(fr.trim() ? { fr: fr.trim() } : {}), ...(en.trim() ? { en: en.trim() } : {}) });

export function bodyOf(draft: JobDraft): Body {
  const [minimum, maximum] = [amount(draft.payFrom), amount(draft.payTo)];
  return {
    title: words(draft.titleFr, draft.titleEn),
    department: draft.department.trim() || null,
    places: draft.places
      .split(/[,;]/)
      .map((place) => place.trim())
      .filter(Boolean),
    remote: draft.remote || null,
    contract: (draft.contract || null) as NonNullable<JobEdit["contract"]> | null,
    pay:
      minimum === null && maximum === null
        ? null
        : { minimum: minimum?.toFixed(2) ?? null, maximum: maximum?.toFixed(2) ?? null, currency: draft.currency, period: draft.period },
    description: words(draft.descriptionFr, draft.descriptionEn),
    requirements: draft.requirements.filter(({ text }) => text.trim() !== "").map(({ id, text }) => ({ id, text: text.trim() })),
    openings: Number(draft.openings),
    opens_on: draft.opensOn || null,
    closes_on: draft.closesOn || null,
    answer_within_days: Number(draft.answerWithin),
    team: draft.team,
  };
}
export type BodyField = keyof Body;
/** What differs between two ways of writing a job, as the second has it. */
export function changed(from: Body, to: Body): JobEdit {
  const edit: Record<string, unknown> = {};
  for (const key of Object.keys(to) as BodyField[]) if (JSON.stringify(from[key]) !== JSON.stringify(to[key])) edit[key] = to[key];
  return edit as JobEdit;
}
/** Fields that both have changed since the same beginning, differently. */
export function colliding(began: Body, theirs: Body, mine: JobEdit): BodyField[] {
  const moved = changed(began, theirs);
  return (Object.keys(mine) as BodyField[]).filter((key) => key in moved && JSON.stringify(moved[key]) !== JSON.stringify(mine[key]));
}
/** What to type instead, by field: keys of sentences. The server has the last word. */
export function checkJob(draft: JobDraft): Partial<Record<keyof JobDraft, string>> {
  const wrong: Partial<Record<keyof JobDraft, string>> = {};
  const [from, to] = [amount(draft.payFrom), amount(draft.payTo)];
  if (!draft.titleFr.trim() && !draft.titleEn.trim()) wrong.titleFr = "jobs.checkTitle";
  if (Number.isNaN(from)) wrong.payFrom = "jobs.checkNumber";
  if (Number.isNaN(to)) wrong.payTo = "jobs.checkNumber";
  if (from !== null && to !== null && from > to) wrong.payTo = "jobs.checkRange";
  if (!/^[1-9]\d{0,2}$/.test(draft.openings)) wrong.openings = "jobs.checkOpenings";
  if (!/^([1-9]\d?|1[0-7]\d|180)$/.test(draft.answerWithin)) wrong.answerWithin = "jobs.checkDays";
  if (draft.opensOn && draft.closesOn && draft.opensOn > draft.closesOn) wrong.closesOn = "jobs.checkDates";
  return wrong;
}
