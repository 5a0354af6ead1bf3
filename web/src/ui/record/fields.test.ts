import { describe, expect, it } from "vitest";
import type { Candidate, Entry, Field } from "@/api/model";
import { doubtful, editAt, fieldAt, labelKey, painted, touched, undoOf } from "./fields";

const read = (value: string, confidence = 0.95): Field => ({
  value,
  confidence,
  origin: "read",
  at: null,
  by: null,
  boxes: [],
  confirmed: false,
  document_id: "doc_1",
  level: null,
  merged_from: null,
  reading: null,
});
const entry = (id: string, title: string, employer: Field | null): Entry => ({
  id,
  origin: "read",
  document_id: "doc_1",
  merged_from: null,
  title: read(title),
  employer,
  start: null,
  end: null,
  place: null,
  description: null,
  degree: null,
  field: null,
  institution: null,
});
const person = (): Candidate =>
  ({
    id: "can_1",
    version: 3,
    language: "fr",
    tags: ["nantes"],
    fields: {
      name: read("Maëlys Kervadec"),
      headline: null,
      summary: null,
      location: null,
      emails: [read("maelys@courrier.example"), read("mk@courrier.example", 0.4)],
      phones: [],
      links: [],
      skills: [read("TypeScript")],
      languages: [{ ...read("anglais"), level: "C1" }],
      licences: [read("Permis B")],
      certifications: [],
      publications: [],
      experience: [entry("ent_1", "Développeuse", read("Brume Énergie", 0.5)), entry("ent_2", "Alternante", null)],
      education: [],
    },
  }) as unknown as Candidate;
const now = "2026-11-24T10:00:00Z";

describe("paths", () => {
  it("reach single values, lists and entries", () => {
    expect(fieldAt(person().fields, "name")?.value).toBe("Maëlys Kervadec");
    expect(fieldAt(person().fields, "emails.1")?.value).toBe("mk@courrier.example");
    expect(fieldAt(person().fields, "experience.ent_1.employer")?.value).toBe("Brume Énergie");
    expect(fieldAt(person().fields, "experience.gone.employer")).toBeNull();
  });
  it("are named by their last word that has one", () => {
    expect(labelKey("experience.ent_1.start")).toBe("field.start");
    expect(labelKey("phones.0")).toBe("field.phones");
  });
  it("are doubtful below .6, until a human confirms", () => {
    expect(doubtful(person().fields)).toEqual(["emails.1", "experience.ent_1.employer"]);
    expect(doubtful(painted(person(), { confirm: ["emails.1"] }, now).fields)).toEqual(["experience.ent_1.employer"]);
  });
});
describe("an edit", () => {
  it("is painted without touching what it does not name", () => {
    const after = painted(person(), { name: "Maëlys K." }, now);
    expect(after.fields.name).toMatchObject({ value: "Maëlys K.", origin: "typed", confidence: null });
    expect(after.fields.emails).toEqual(person().fields.emails);
  });
  it("keeps the reading of a value that stays as it was", () => {
    expect(
      painted(person(), { emails: ["maelys@courrier.example", "neuf@courrier.example"] }, now).fields.emails.map((v) => v.origin),
    ).toEqual(["read", "typed"]);
  });
  it("puts a text at a path in a list or an entry, and takes it away", () => {
    expect(editAt(person().fields, "emails.1", "mk@autre.example")).toEqual({ emails: ["maelys@courrier.example", "mk@autre.example"] });
    expect(editAt(person().fields, "emails.1", null)).toEqual({ emails: ["maelys@courrier.example"] });
    expect(editAt(person().fields, "experience.ent_1.employer", "Brume")).toEqual({
      experience: [
        { id: "ent_1", title: "Développeuse", employer: "Brume" },
        { id: "ent_2", title: "Alternante" },
      ],
    });
  });
  it("names the fields that it touches, for a 412", () => {
    expect(touched({ phones: [], confirm: ["emails.1", "name"] })).toEqual(["phones", "emails", "name"]);
  });
});
describe("undo", () => {
  it("brings back what stood there", () => {
    expect(undoOf(person(), { name: "X", headline: "Y", tags: [] })).toEqual({ name: "Maëlys Kervadec", headline: null, tags: ["nantes"] });
  });
  it("turns a confirmation around", () => {
    expect(undoOf(person(), { confirm: ["emails.1"] })).toEqual({ unconfirm: ["emails.1"] });
  });
  it("brings a removed entry back as a new one, because its id is gone", () => {
    const back = undoOf(person(), { experience: [{ id: "ent_1", title: "Développeuse" }] });
    expect(back.experience).toEqual([{ id: "ent_1", title: "Développeuse", employer: "Brume Énergie" }, { title: "Alternante" }]);
  });
  it("keeps the levels of languages", () => {
    expect(undoOf(person(), { languages: [] })).toEqual({ languages: [{ name: "anglais", level: "C1" }] });
  });
});
