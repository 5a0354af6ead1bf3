/** What a line says beside its kind: which fields, from which stage to which, what a role was before. Pure. */
import type { AuditLine } from "@/api/settings";

export interface Wording {
  t: (key: string, values?: Record<string, unknown>) => string;
  said: (words: { fr: string | null; en: string | null }) => string;
  list: (items: string[]) => string;
  day: (at: string) => string;
  memberName: (id: string) => string | undefined;
}
type Data = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const pair = (before: string, after: string): string => (before && after ? `${before} → ${after}` : after || before);

function fields(data: Data, { t, list }: Wording, under: "field" | "jobfield"): string {
  const changes = Array.isArray(data.changes) ? (data.changes as { field: string }[]) : [];
  const names = changes.map(({ field }) => {
    const last = field.split(".").at(-1) ?? field;
    const name = /^\d+$/.test(last) ? (field.split(".")[0] ?? field) : last;
    return t(`${under}.${name}`, { defaultValue: name });
  });
  return list([...new Set(names)]);
}
function stage(value: unknown, said: Wording["said"]): string {
  const name = (value as { name?: { fr?: string; en?: string } } | undefined)?.name;
  return name ? said({ fr: name.fr ?? null, en: name.en ?? null }) : "";
}
const teller: Record<string, (data: Data, words: Wording) => string> = {
  fields_edited: (data, words) => fields(data, words, "field"),
  job_edited: (data, words) => fields(data, words, "jobfield"),
  merged: (data) => text(data.other_name),
  unmerged: (data) => text(data.other_name),
  merged_away: (data) => text(data.into_name),
  member_invited: (data, { t }) => `${text(data.member_name)}, ${t(`role.${text(data.after)}`)}`,
  member_role_changed: (data, { t }) => `${text(data.member_name)}, ${pair(t(`role.${text(data.before)}`), t(`role.${text(data.after)}`))}`,
  template_changed: (data, { t }) =>
    `${t(`templates.${text(data.template)}`, { defaultValue: text(data.template) })}, ${t(`language.${text(data.language)}`)}`,
  audit_exported: (data, { t, day }) => t("audit.days", { from: day(text(data.since)), to: day(text(data.until)) }),
  application_assigned: (data, { memberName }) => memberName(text(data.owner)) ?? "",
};
export function detailOf(line: AuditLine, words: Wording): string {
  const { kind, data } = line;
  const own = teller[kind];
  if (own) return own(data, words);
  if (kind.startsWith("mail_")) return text(data.subject);
  if (kind.startsWith("task_") || kind.startsWith("interview_")) return text(data.title);
  if (data.to) return pair(stage(data.from, words.said), stage(data.to, words.said));
  return text(data.member_name) || text(data.name);
}
