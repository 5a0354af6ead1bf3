import { expect, it } from "vitest";
import type { Criterion } from "@/api/scorecards";
import { draftsOf, fresh, movedBy, same, textOf, unfinished, usual, wordsOf } from "./criteria";

const held = (id: string, requirement_id = "req_1"): Criterion => ({
  id,
  requirement_id,
  label: { fr: `Critère ${id}`, en: null },
  looked_at: null,
  anchors: usual(),
});

it("moves a criterion within the list, and no further than its ends", () => {
  const list = draftsOf([held("a"), held("b"), held("c")]);
  expect(movedBy(list, "a", 1).map((one) => one.key)).toEqual(["b", "a", "c"]);
  expect(movedBy(list, "a", -1).map((one) => one.key)).toEqual(["a", "b", "c"]);
  expect(movedBy(list, "c", 5).map((one) => one.key)).toEqual(["a", "b", "c"]);
  expect(movedBy(list, "x", 1).map((one) => one.key)).toEqual(["a", "b", "c"]);
});
it("says which criterion cannot be saved yet", () => {
  const known = new Set(["req_1"]);
  expect(unfinished(draftsOf([held("a")]), known)).toBeUndefined();
  expect(unfinished(draftsOf([held("a"), held("b", "req_gone")]), known)?.key).toBe("b");
  expect(unfinished([fresh("new", "req_1")], known)?.key).toBe("new");
});
it("sends words in the languages that they were written in, and the usual steps where none were", () => {
  const one = fresh("new", "req_1");
  one.label = { fr: " Sang-froid ", en: "" };
  one.anchors.two = { fr: null, en: "  " };
  expect(textOf(one)).toMatchObject({ requirement_id: "req_1", label: { fr: "Sang-froid" } });
  expect(textOf(one).anchors?.two).toEqual(usual().two);
  expect(textOf(one)).not.toHaveProperty("id");
  expect(textOf(one)).not.toHaveProperty("looked_at");
});
it("knows when nothing was changed", () => {
  const list = draftsOf([held("a"), held("b")]);
  expect(same(list, draftsOf([held("a"), held("b")]))).toBe(true);
  expect(same(list, movedBy(list, "a", 1))).toBe(false);
  expect(wordsOf(list).split("\n")[0]).toBe("Critère a");
});
