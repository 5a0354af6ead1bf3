import { expect, it } from "vitest";
import { asked, finds, readSearch, withView } from "./filter";

it("an address may carry filters, a stage, a kind and a view, and nothing else", () => {
  expect(readSearch({ tag: "go", kind: "interview", stage: "stg_1", colour: "red", owner: "", view: 3 })).toEqual({
    tag: "go",
    kind: "interview",
    stage: "stg_1",
    view: "3",
  });
  expect(readSearch({ kind: "elsewhere" })).toEqual({});
});
it("the server is asked for owner, tag and source only", () => {
  expect(asked({ owner: "mem_1", find: "ada", kind: "new" })).toEqual({ owner: "mem_1" });
});
it("finds by the beginnings of words, whatever the accents", () => {
  expect(finds("el nord", "Elin Nordström", null)).toBe(true);
  expect(finds("etie ing", "Étienne Vaillant", "Ingénieur")).toBe(true);
  expect(finds("lin", "Elin Nordström", null)).toBe(false);
});
it("a view kept again under its name replaces the former", () => {
  const views = withView([{ name: "Mine", search: { tag: "a" }, pinned: true }], { name: "Mine", search: { tag: "b" }, pinned: false });
  expect(views).toEqual([{ name: "Mine", search: { tag: "b" }, pinned: false }]);
});
