/** Paths into a record (`phones.0`, `experience.<id>.employer`) and what an edit makes of it: pure. */
import { phone } from "@/i18n/phone";
import type { Candidate, CandidateEdit, CandidateFields, Entry, EntryEdit, Field } from "@/api/model";

export const singles = ["name", "headline", "location", "summary"] as const;
export const lists = ["emails", "phones", "links", "skills", "languages", "licences", "certifications", "publications"] as const;
const textLists = ["emails", "phones", "links", "skills", "licences", "certifications", "publications"] as const;
export const entryLists = ["experience", "education"] as const;
export const entryFields = ["title", "employer", "degree", "field", "institution", "start", "end", "place", "description"] as const;
export type Single = (typeof singles)[number];
export type TextList = (typeof textLists)[number];
export type EntryList = (typeof entryLists)[number];
export type EntryField = (typeof entryFields)[number];

export const isEntryList = (name: string): name is EntryList => name === "experience" || name === "education";

export function fieldAt(fields: CandidateFields, path: string): Field | null {
  const [name = "", key, inner] = path.split(".");
  if (isEntryList(name)) {
    const entry = fields[name].find((e) => e.id === key);
    return (entry?.[inner as EntryField] as Field | null | undefined) ?? null;
  }
  const held = fields[name as keyof CandidateFields] as Field | Field[] | null | undefined;
  return Array.isArray(held) ? (held[Number(key)] ?? null) : (held ?? null);
}
/** `experience.ent_1.start` is shown as "start"; `phones.0` as "phones". */
export function labelKey(path: string): string {
  const [name = "", , inner] = path.split(".");
  return `field.${inner ?? name}`;
}
/** Asks a human: read, not confirmed, and not sure. */
export const toCheck = (field: Field): boolean => field.confidence != null && field.confidence < 0.6 && !field.confirmed;

export function doubtful(fields: CandidateFields): string[] {
  const paths: string[] = singles.filter((name) => fields[name] && toCheck(fields[name]));
  for (const name of lists) fields[name].forEach((field, i) => toCheck(field) && paths.push(`${name}.${i}`));
  for (const name of entryLists)
    for (const entry of fields[name])
      for (const key of entryFields) if (entry[key] && toCheck(entry[key])) paths.push(`${name}.${entry.id}.${key}`);
  return paths;
}
export const asEntryEdit = (entry: Entry, withId = true): EntryEdit => ({
  ...(withId ? { id: entry.id } : {}),
  ...Object.fromEntries(entryFields.flatMap((key) => (entry[key] ? [[key, entry[key].value]] : []))),
});

/** The same edit backwards, from the record as it stands. */
export function undoOf(candidate: Candidate, edit: CandidateEdit): CandidateEdit {
  const back: Record<string, unknown> = {};
  const f = candidate.fields;
  for (const key of Object.keys(edit) as (keyof CandidateEdit)[]) {
    if (key === "tags" || key === "language") back[key] = candidate[key];
    else if (key === "confirm") back.unconfirm = edit.confirm;
    else if (key === "unconfirm") back.confirm = edit.unconfirm;
    else if (key === "languages") back[key] = f.languages.map((l) => ({ name: l.value, level: l.level ?? null }));
    else if (isEntryList(key)) {
      // An entry that the edit takes out comes back as a new one: its id is gone.
      const left = new Set(edit[key]?.map((e) => e.id));
      back[key] = f[key].map((entry) => asEntryEdit(entry, left.has(entry.id)));
    } else if ((lists as readonly string[]).includes(key)) back[key] = (f[key as TextList] as Field[]).map((v) => v.value);
    else back[key] = f[key as Single]?.value ?? null;
  }
  return back as CandidateEdit;
}
const typed = (value: string, now: string, level: string | null = null): Field => ({
  value,
  level,
  origin: "typed",
  at: now,
  by: null,
  boxes: [],
  confidence: null,
  confirmed: false,
  document_id: null,
  merged_from: null,
  reading: null,
});
const kept = (held: Field | null | undefined, value: string, now: string): Field => (held?.value === value ? held : typed(value, now));

function withEntries(held: Entry[], wanted: EntryEdit[], now: string): Entry[] {
  return wanted.map((edit, i) => {
    const old = held.find((e) => e.id === edit.id);
    const values = Object.fromEntries(entryFields.map((key) => [key, edit[key] ? kept(old?.[key], edit[key], now) : null]));
    return { ...(old ?? { id: `new-${i}`, origin: "typed" as const }), ...values } as Entry;
  });
}
/** What the record looks like at once, before the server has answered. */
export function painted(candidate: Candidate, edit: CandidateEdit, now: string): Candidate {
  const f: CandidateFields = { ...candidate.fields };
  for (const name of singles) if (name in edit) f[name] = edit[name] ? kept(f[name], edit[name], now) : null;
  for (const name of textLists)
    if (edit[name]) f[name] = edit[name].map((value) => f[name].find((v) => v.value === value) ?? typed(value, now));
  if (edit.languages)
    f.languages = edit.languages.map(
      (l) => f.languages.find((v) => v.value === l.name && (v.level ?? null) === (l.level ?? null)) ?? typed(l.name, now, l.level ?? null),
    );
  for (const name of entryLists) if (edit[name]) f[name] = withEntries(f[name], edit[name], now);
  const after: Candidate = { ...candidate, fields: f, tags: edit.tags ?? candidate.tags, language: edit.language ?? candidate.language };
  for (const path of edit.confirm ?? []) confirm(after, path, true);
  for (const path of edit.unconfirm ?? []) confirm(after, path, false);
  return after;
}
function confirm(candidate: Candidate, path: string, yes: boolean): void {
  const [name = "", key, inner] = path.split(".");
  const mark = (field: Field): Field => ({ ...field, confirmed: yes });
  const f = candidate.fields;
  if (isEntryList(name))
    f[name] = f[name].map((e) =>
      e.id === key && inner && e[inner as EntryField] ? { ...e, [inner]: mark(e[inner as EntryField] as Field) } : e,
    );
  else if ((lists as readonly string[]).includes(name)) {
    const list = name as TextList;
    f[list] = f[list].map((v, i) => (String(i) === key ? mark(v) : v));
  } else if (f[name as Single]) f[name as Single] = mark(f[name as Single] as Field);
}
/** The record's fields that an edit touches, in the API's words for a 412. */
export function touched(edit: CandidateEdit): string[] {
  const names = Object.keys(edit).filter((k) => k !== "confirm" && k !== "unconfirm");
  return [...new Set([...names, ...[...(edit.confirm ?? []), ...(edit.unconfirm ?? [])].map((p) => p.split(".")[0] ?? p)])];
}
/** A field as one line of text, for saying what stands there. */
export function asText(fields: CandidateFields, name: string): string {
  if (isEntryList(name)) return fields[name].map(entryTitle).join(" · ");
  const held = fields[name as keyof CandidateFields] as Field | Field[] | null | undefined;
  if (Array.isArray(held))
    return held.map((v) => (v.level ? `${v.value} (${v.level})` : name === "phones" ? phone(v.value) : v.value)).join(", ");
  return held?.value ?? "";
}
export const entryTitle = (entry: Entry | EntryEdit): string => {
  const text = (key: EntryField) => {
    const held = entry[key];
    return typeof held === "string" ? held : (held?.value ?? null);
  };
  return [text("title") ?? text("degree"), text("employer") ?? text("institution")].filter(Boolean).join(", ");
};

/** The edit that puts another text at a path; null takes the value away. */
export function editAt(fields: CandidateFields, path: string, value: string | null): CandidateEdit {
  const [name = "", key, inner] = path.split(".");
  if (isEntryList(name))
    return {
      [name]: fields[name].map((entry) => (entry.id === key && inner ? { ...asEntryEdit(entry), [inner]: value } : asEntryEdit(entry))),
    };
  if (name === "languages") {
    const changed = fields.languages.map((l, i) => ({ name: String(i) === key ? (value ?? "") : l.value, level: l.level ?? null }));
    return { languages: changed.filter((l) => l.name !== "") };
  }
  if ((lists as readonly string[]).includes(name)) {
    const changed = fields[name as TextList].map((v, i) => (String(i) === key ? (value ?? "") : v.value));
    return { [name]: changed.filter((v) => v !== "") };
  }
  return { [name]: value };
}
