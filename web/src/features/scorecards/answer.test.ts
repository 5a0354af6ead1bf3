import { expect, it } from "vitest";
import type { NoteWarning } from "@/api/model";
import type { Criterion, Scorecard } from "@/api/scorecards";
import { bodyOf, draftOf, missing, parts, warningsByPart, withRating } from "./answer";

const criteria = [{ id: "crt_a" }, { id: "crt_b" }] as Criterion[];
const card = (state: string, ...ratings: { criterion_id: string; mark: number | null; remark: string }[]) =>
  ({ state, ratings, recommendation: "yes", text: "" }) as unknown as Scorecard;

it("asks for an answer to each criterion, and for a word", () => {
  let draft = draftOf(undefined);
  expect(missing(draft, criteria)).toEqual(["crt_a", "crt_b", "recommendation"]);
  draft = withRating(draft, "crt_a", { mark: 0 });
  expect(missing({ ...draft, recommendation: "no" }, criteria)).toEqual(["crt_b"]);
});
it("sends not seen as no mark at all", () => {
  const draft = withRating(withRating(draftOf(undefined), "crt_a", { mark: 0 }), "crt_b", { mark: 3, remark: " Vu. " });
  expect(bodyOf(draft, true).ratings).toEqual([
    { criterion_id: "crt_a", mark: null, remark: "" },
    { criterion_id: "crt_b", mark: 3, remark: "Vu." },
  ]);
});
it("keeps a remark that stands before its answer, and asks for the answer again", () => {
  const draft = withRating(draftOf(undefined), "crt_a", { remark: "Calm on the lock." });
  const sent = bodyOf(draft, false).ratings?.[0];
  expect(sent).toEqual({ criterion_id: "crt_a", mark: null, remark: "Calm on the lock." });
  const again = draftOf(card("draft", { criterion_id: "crt_a", mark: null, remark: "Calm on the lock." }));
  expect(missing(again, criteria)).toContain("crt_a");
  expect(missing(draftOf(card("given", { criterion_id: "crt_a", mark: null, remark: "Not asked." })), criteria)).not.toContain("crt_a");
});
it("says in which part a warning stands", () => {
  const draft = {
    ...withRating(withRating(draftOf(undefined), "crt_a", { remark: "Good." }), "crt_b", { remark: "Married." }),
    text: "Old.",
  };
  const of = parts(draft);
  const joined = of.map(([, text]) => text).join("\n");
  const at = (word: string) => ({ start: joined.indexOf(word), end: joined.indexOf(word) + word.length }) as NoteWarning;
  const found = warningsByPart(of, [at("Married"), at("Old")]);
  expect(Object.keys(found)).toEqual(["crt_b", "text"]);
  expect(found.crt_b?.[0]).toMatchObject({ start: 0, end: 7 });
});
