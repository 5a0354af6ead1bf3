import { describe, expect, it } from "vitest";
import type { Application, Board, BoardCard, Pulse, Stage } from "@/api/model";
import { counted, grown, neighbour, painted, refreshed, settled, stale, type Act } from "./moves";

const card = (id: string, stage: string, day = 1): BoardCard =>
  ({
    application: { candidate_id: id, stage_id: stage, entered_at: `2026-11-${String(day).padStart(2, "0")}T09:00:00Z`, epoch: 0 },
    person: { name: id, headline: null, location: null, source: null, tags: [] },
  }) as unknown as BoardCard;
const column = (stage: string, cards: BoardCard[], more: Partial<Board["columns"][number]> = {}) => ({
  stage: { id: stage, kind: "new" } as unknown as Stage,
  count: cards.length,
  revision: 1,
  cursor: null,
  cards,
  ...more,
});
const board = (): Board =>
  ({
    columns: [column("new", [card("ada", "new"), card("bo", "new", 2)]), column("call", [card("cy", "call")])],
    looking: [],
    version: 1,
  }) as unknown as Board;
const names = (b: Board) => b.columns.map((c) => c.cards.map((one) => one.application.candidate_id));
const counts = (b: Board) => b.columns.map((c) => c.count);
const moving = (...cards: BoardCard[]): Act => ({ id: 1, cards, to: "call" });
const moved = (id: string, day = 20) => ({
  candidate_id: id,
  application: card(id, "call", day).application as Application,
  code: null,
  message: null,
});

describe("a move on its way", () => {
  it("is painted with its counts", () => {
    const after = painted(board(), [moving(card("ada", "new"))]);
    expect(names(after)).toEqual([["bo"], ["cy", "ada"]]);
    expect(counts(after)).toEqual([1, 2]);
  });
  it("is rolled back by being forgotten", () => {
    const before = board();
    painted(before, [moving(card("ada", "new"))]);
    expect(painted(before, [])).toEqual(board());
  });
  it("counts nobody twice when the server shows it already", () => {
    const said = settled(board(), moving(card("ada", "new")), [moved("ada")]);
    expect(painted(said, [moving(card("ada", "new"))])).toEqual(said);
  });
  it("holds who is between two columns that are asked for one after the other", () => {
    const without = refreshed(board(), "new", { cards: [card("bo", "new", 2)], cursor: null }, 2);
    const shown = painted(without, [moving(card("ada", "new"))]);
    expect(names(shown)).toEqual([["bo"], ["cy", "ada"]]);
  });
  it("gives way to a later one of the same person", () => {
    const back: Act = { id: 2, cards: [card("ada", "call")], to: "new" };
    expect(names(painted(board(), [moving(card("ada", "new")), back]))).toEqual([["bo", "ada"], ["cy"]]);
  });
});
describe("an answer", () => {
  it("moves those it worked for, and leaves the others where they stood", () => {
    const act = moving(card("ada", "new"), card("bo", "new", 2));
    const refused = { candidate_id: "bo", application: null, code: "Conflict", message: "no" };
    const after = settled(board(), act, [moved("ada"), refused]);
    expect(names(after)).toEqual([["bo"], ["cy", "ada"]]);
    expect(counts(after)).toEqual([1, 2]);
  });
  it("puts who comes back where they waited", () => {
    const act: Act = { id: 1, cards: [card("cy", "call")], to: "new" };
    const back = { ...moved("cy"), application: card("cy", "new", 1).application as Application };
    expect(names(settled(board(), act, [back]))).toEqual([["ada", "cy", "bo"], []]);
  });
  it("changes somebody in place without counting them", () => {
    const act: Act = { id: 1, cards: [card("ada", "new")] };
    const owned = { ...moved("ada"), application: { ...card("ada", "new").application, owner: "mem_1" } as Application };
    const after = settled(board(), act, [owned]);
    expect(counts(after)).toEqual([2, 1]);
    expect(after.columns[0]?.cards[0]?.application.owner).toBe("mem_1");
  });
});
describe("what others do", () => {
  const pulse = { counts: { new: 5, call: 1 }, revisions: { new: 2, call: 1 }, looking: ["mem_2"], version: 1 } as Pulse;

  it("is seen by revision, and counted at once", () => {
    expect(stale(board(), pulse)).toEqual(["new"]);
    expect(counts(counted(board(), pulse))).toEqual([5, 1]);
    expect(counted(board(), pulse).looking).toEqual(["mem_2"]);
  });
  it("takes nobody out of sight whom I have just moved behind the page", () => {
    const long = {
      ...board(),
      columns: [column("new", []), column("call", [card("cy", "call"), card("ada", "call", 20)], { cursor: "c" })],
    };
    const page = { cards: [card("cy", "call")], cursor: "c" };
    expect(names(refreshed(long as Board, "call", page, 3, new Set(["ada"])))).toEqual([[], ["cy", "ada"]]);
    expect(names(refreshed(long as Board, "call", page, 3))).toEqual([[], ["cy"]]);
  });
  it("shows a person in one column only", () => {
    const after = refreshed(board(), "call", { cards: [card("cy", "call"), card("ada", "call", 20)], cursor: null }, 2);
    expect(names(after)).toEqual([["bo"], ["cy", "ada"]]);
  });
});
it("a further page is put behind, nobody twice", () => {
  expect(names(grown(board(), "new", { cards: [card("bo", "new", 2), card("di", "new", 3)], cursor: null }))[0]).toEqual([
    "ada",
    "bo",
    "di",
  ]);
});
it("the cursor goes to who comes next, else to who stood before", () => {
  const cards = [card("ada", "new"), card("bo", "new"), card("cy", "new")];
  expect(neighbour(cards, "bo", new Set(["bo"]))).toBe("cy");
  expect(neighbour(cards, "cy", new Set(["cy", "bo"]))).toBe("ada");
  expect(neighbour(cards, "ada", new Set(["ada", "bo", "cy"]))).toBeNull();
});
