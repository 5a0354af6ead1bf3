/** Merge fields in a text, as Liquid writes them: `{{ candidate.name }}`. Pure. */
export interface Piece {
  text: string;
  field?: string;
  known?: boolean;
}
const token = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g;

export function pieces(text: string, known: ReadonlySet<string>): Piece[] {
  const out: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > last) out.push({ text: text.slice(last, match.index) });
    // A filter after the name (`| upcase`) does not make another field of it.
    const field = (match[1] ?? "").split("|")[0]?.trim() ?? "";
    out.push({ text: match[0], field, known: known.has(field) });
    last = match.index + match[0].length;
  }
  if (last < text.length) out.push({ text: text.slice(last) });
  return out;
}
export const unknownFields = (text: string, known: ReadonlySet<string>): string[] => [
  ...new Set(pieces(text, known).flatMap((p) => (p.field !== undefined && !p.known ? [p.field || "{{ }}"] : []))),
];
/** As the API has it, in characters. */
export const MOST = { subject: 300, body: 20_000 };
export const tooLong = (text: string, part: keyof typeof MOST): boolean => text.length > MOST[part] && [...text.trim()].length > MOST[part];
