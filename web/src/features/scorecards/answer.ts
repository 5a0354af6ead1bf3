/** One's own scorecard while it is being written. Pure. */
import type { NoteWarning } from "@/api/model";
import type { Criterion, Recommendation, Scorecard, ScorecardText } from "@/api/scorecards";

/** From 1 to 4, 0 for not seen; undefined: no answer yet. */
export type Mark = 0 | 1 | 2 | 3 | 4 | undefined;
export interface Rated {
  mark: Mark;
  remark: string;
}
export interface AnswerDraft {
  ratings: Record<string, Rated>;
  recommendation: Recommendation | null;
  text: string;
}
/** As the keys 1 to 4 say them. */
export const words: Recommendation[] = ["strong_no", "no", "yes", "strong_yes"];

export function draftOf(card: Scorecard | undefined): AnswerDraft {
  const given = card?.state === "given";
  const ratings = (card?.ratings ?? []).map(({ criterion_id, mark, remark }): [string, Rated] => [
    criterion_id,
    // A draft keeps a remark before its answer as one without a mark: who wrote it answers still.
    { mark: mark ? (mark as Mark) : remark && !given ? undefined : 0, remark },
  ]);
  return { ratings: Object.fromEntries(ratings), recommendation: card?.recommendation ?? null, text: card?.text ?? "" };
}
export const ratedIn = (draft: AnswerDraft, id: string): Rated => draft.ratings[id] ?? { mark: undefined, remark: "" };
export const withRating = (draft: AnswerDraft, id: string, change: Partial<Rated>): AnswerDraft => ({
  ...draft,
  ratings: { ...draft.ratings, [id]: { ...ratedIn(draft, id), ...change } },
});
/** Ids of criteria without an answer, then `recommendation`. */
export const missing = (draft: AnswerDraft, criteria: readonly Criterion[]): string[] => [
  ...criteria.filter(({ id }) => ratedIn(draft, id).mark === undefined).map(({ id }) => id),
  ...(draft.recommendation ? [] : ["recommendation"]),
];
export function bodyOf(draft: AnswerDraft, give: boolean, override = false): ScorecardText {
  const ratings = Object.entries(draft.ratings)
    .filter(([, { mark, remark }]) => mark !== undefined || remark.trim())
    .map(([criterion_id, { mark, remark }]) => ({ criterion_id, mark: mark || null, remark: remark.trim() }));
  return {
    ratings,
    recommendation: draft.recommendation,
    text: draft.text.trim(),
    ...(give ? { give } : {}),
    ...(override ? { override } : {}),
  };
}
/** What was written freely, by the part that it stands in. */
export const parts = (draft: AnswerDraft): [string, string][] => [
  ...Object.entries(draft.ratings).map(([id, { remark }]): [string, string] => [id, remark.trim()]),
  ["text", draft.text.trim()],
];
/** Warnings about a text of several parts, each with the part that it is in, placed from the beginning of that part. */
export function warningsByPart(of: readonly [string, string][], warnings: readonly NoteWarning[]): Record<string, NoteWarning[]> {
  const found: Record<string, NoteWarning[]> = {};
  let from = 0;
  for (const [name, text] of of) {
    const inside = warnings.filter((one) => one.start >= from && one.start < from + text.length);
    if (inside.length) found[name] = inside.map((one) => ({ ...one, start: one.start - from, end: one.end - from }));
    from += text.length + 1;
  }
  return found;
}
