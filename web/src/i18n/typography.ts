import type { Language } from "@/api/model";

const NARROW = "\u202f";
const NB = "\u00a0";

/** French: a narrow no-break space inside guillemets and before : ; ? ! %, so that no line begins with one of them. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/« ?/g, `«${NARROW}`)
    .replace(/ ?»/g, `${NARROW}»`)
    .replace(/ ([:;?!%])/g, `${NARROW}$1`)
    .replace(/(\d) (Mo|ko|s|h|min)\b/g, `$1${NB}$2`);
}
function each(words: unknown, change: (text: string) => string): unknown {
  if (typeof words === "string") return change(words);
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, each(value, change)]));
}
/** Sets the apostrophes and spaces that nobody types; what is interpolated later is left as it was written. */
export function typeset<T>(words: T, language: Language): T {
  return each(words, (text) => {
    const curly = text.replace(/(\p{L}|\}\})'/gu, "$1’");
    return language === "fr" ? frenchSpaces(curly) : curly;
  }) as T;
}
