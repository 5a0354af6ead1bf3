/** What can be asked for, what a record lacks of it, and how far a question came. Pure. */
import type { Ask, Piece } from "@/api/asks";
import type { OpenedCandidate } from "@/api/model";

export const pieces: readonly Piece[] = [
  "name",
  "emails",
  "phones",
  "location",
  "links",
  "headline",
  "summary",
  "skills",
  "languages",
  "cv",
];
/** Asked for unless somebody chooses, as `law/catalogue.py` has it. */
const expected: ReadonlySet<Piece> = new Set(["name", "emails", "phones", "cv"]);

type Record = Pick<OpenedCandidate, "candidate" | "documents">;
export function knows({ candidate, documents }: Record, piece: Piece): boolean {
  if (piece === "cv") return documents.length > 0;
  const held = candidate.fields[piece];
  return Array.isArray(held) ? held.length > 0 : held !== null;
}
export const lacks = (record: Record): Piece[] => pieces.filter((piece) => expected.has(piece) && !knows(record, piece));
/** The same without what an answer or a CV proposes already, or what is on its way. */
export const lacking = (opened: OpenedCandidate): Piece[] => {
  const coming = new Set([
    ...opened.proposals.map((one) => one.field),
    ...opened.asks.flatMap((ask) => (ask.state === "answered" && ask.files.length > 0 ? ["cv"] : [])),
  ]);
  return lacks(opened).filter((piece) => !coming.has(piece));
};

export type Stand = "waiting" | "answered" | "ended" | "withdrawn";
export function standOf(ask: Ask, now: Date): Stand {
  if (ask.state === "answered") return "answered";
  if (ask.state === "withdrawn") return "withdrawn";
  return now < new Date(ask.expires_at) ? "waiting" : "ended";
}
