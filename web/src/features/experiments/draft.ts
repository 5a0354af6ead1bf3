/** An experiment that is being written, before anything of it is sent. Pure. */
import type { Language, Template } from "@/api/model";
import type { Experiment, Variant, VariantKey, Wording, Written } from "@/api/experiments";
import type { HeldText } from "@/api/writing";

export const keys: VariantKey[] = ["a", "b", "c", "d"];
export const languages: Language[] = ["fr", "en"];
export const blank: Written = {
  name: "",
  place: { kind: "template", template: "" },
  plan: {
    metric: "reply",
    window_days: 14,
    minimum_days: 14,
    minimum_people: 50,
    difference: 5,
    usual: null,
    adopt: "by_hand",
    in_flight: "stay",
  },
  variants: [],
};
/** How many of a hundred do it, until somebody says otherwise. */
export const usual = { reply: 20, click: 10 } as const;

export const writtenOf = ({ name, place, plan, variants }: Experiment): Written => ({ name, place, plan, variants }) as Written;

/** The words that are sent today, in each language that there is. */
export function wordsToday(id: string, texts: readonly HeldText[], templates: readonly Template[]): Partial<Record<Language, Wording>> {
  const own = texts.find(({ text }) => text.id === id)?.text;
  const found = languages.flatMap((spoken): [Language, Wording][] => {
    if (own) {
      const said = own[spoken];
      return said ? [[spoken, { subject: said.subject, body: said.body, plain: said.plain }]] : [];
    }
    const product = templates.find(({ template }) => template.key === id && template.language === spoken)?.template;
    return product ? [[spoken, { subject: product.subject, body: product.body, plain: null }]] : [];
  });
  return Object.fromEntries(found);
}
/** Every variant begins as what is sent today: one changes what one wants to know about. */
export const began = (words: Partial<Record<Language, Wording>>, count = 2): Variant[] =>
  keys.slice(0, count).map((key) => ({ key, fr: words.fr ?? null, en: words.en ?? null }));

/** One less, the others keep their order. */
export const without = (variants: readonly Variant[], gone: VariantKey): Variant[] =>
  variants.filter(({ key }) => key !== gone).map((one, i) => ({ ...one, key: keys[i] ?? one.key }));

export const spokenIn = (variants: readonly Variant[]): Language[] => languages.filter((one) => variants[0]?.[one]);

/** What keeps it from beginning: of the words, in which variants, and in which language where there are two. */
export interface Problem {
  what: "name" | "place" | "blank" | "same";
  variants: VariantKey[];
  language: Language | null;
}
/** As far as this screen can tell; the server looks again. */
export function problem({ name, place, variants }: Written): Problem | null {
  const of = (what: Problem["what"], wrong: VariantKey[] = [], language: Language | null = null) => ({ what, variants: wrong, language });
  if (place.kind === "template" && !place.template) return of("place");
  if (!name.trim()) return of("name");
  const all = variants as Variant[];
  const languages = spokenIn(all);
  for (const spoken of languages) {
    const where = languages.length > 1 ? spoken : null;
    const blank = all.find((one) => !one[spoken]?.subject.trim() || !one[spoken].body.trim());
    if (blank) return of("blank", [blank.key], where);
    const words = ({ [spoken]: said }: Variant) => JSON.stringify([said?.subject.trim(), said?.body.trim(), said?.plain ?? null]);
    const same = all.map((one) => all.filter((other) => words(other) === words(one))).find((alike) => alike.length > 1);
    if (same)
      return of(
        "same",
        same.map(({ key }) => key),
        where,
      );
  }
  return null;
}
/** A whole number that was typed, inside what the server takes. */
export const whole = (text: string, least: number, most: number): number | null => {
  const value = Number(text);
  return /^\d{1,5}$/.test(text.trim()) && value >= least && value <= most ? value : null;
};
