import { describe, expect, it } from "vitest";
import type { Variant } from "@/api/experiments";
import type { HeldText } from "@/api/writing";
import { began, blank, problem, wordsToday, whole, without } from "./draft";

const words = { subject: "Un poste", body: "Bonjour", plain: null };
const place = { kind: "template", template: "next_step" } as const;
const of = (...subjects: string[]): Variant[] =>
  began({ fr: words }, subjects.length).map((one, i) => ({ ...one, fr: { ...words, subject: subjects[i] ?? "" } }));

describe("an experiment that is written", () => {
  it("begins with what is sent today, in each language that there is", () => {
    const held = [{ text: { id: "txt_1", fr: words, en: null } }] as unknown as HeldText[];

    expect(began(wordsToday("txt_1", held, []))).toEqual([
      { key: "a", fr: words, en: null },
      { key: "b", fr: words, en: null },
    ]);
  });
  it("says what is missing before it can begin", () => {
    const named = { ...blank, name: "Objet", place };

    expect(problem(blank)?.what).toBe("place");
    expect(problem({ ...blank, place })?.what).toBe("name");
    expect(problem({ ...named, variants: of("A", " ") })).toEqual({ what: "blank", variants: ["b"], language: null });
    expect(problem({ ...named, variants: of("A", "B", "A ") })).toEqual({ what: "same", variants: ["a", "c"], language: null });
    expect(problem({ ...named, variants: of("A", "B") })).toBeNull();
  });
  it("says in which of two languages that is", () => {
    const english = { subject: "A post", body: "Hello", plain: null };
    const both = of("A", "B").map((one) => ({ ...one, en: english }));

    expect(problem({ ...blank, name: "Objet", place, variants: both })).toEqual({ what: "same", variants: ["a", "b"], language: "en" });
  });
  it("names its variants anew when one goes", () => {
    expect(without(of("A", "B", "C"), "b").map((one) => [one.key, one.fr?.subject])).toEqual([
      ["a", "A"],
      ["b", "C"],
    ]);
  });
  it("takes whole numbers within bounds", () => {
    expect(["14", " 7 ", "0", "61", "7.5", "x", ""].map((text) => whole(text, 1, 60))).toEqual([14, 7, null, null, null, null, null]);
  });
});
