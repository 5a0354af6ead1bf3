import { beforeEach, expect, it } from "vitest";
import { drafts } from "./drafts";
import { storing } from "./storing";

const DAY = 86_400_000;

beforeEach(storing);

it("gives back what was kept, to whoever wrote it", () => {
  drafts.keep("mem_1", "note.can_1", { text: "Free from March" }, 1000);
  expect(drafts.held("mem_1", "note.can_1", 2000)).toEqual({ at: 1000, value: { text: "Free from March" } });
  expect(drafts.held("mem_2", "note.can_1", 2000)).toBeNull();
  drafts.drop("mem_1", "note.can_1");
  expect(drafts.held("mem_1", "note.can_1", 2000)).toBeNull();
});
it("forgets after a week, whatever is asked for", () => {
  drafts.keep("mem_1", "note.can_1", { text: "old" }, 0);
  expect(drafts.held("mem_1", "note.can_2", 8 * DAY)).toBeNull();
  expect(Object.keys(localStorage)).toEqual([]);
});
it("forgets everybody's when somebody signs out", () => {
  localStorage.setItem("vivier.language", "fr");
  drafts.keep("mem_1", "note.can_1", { text: "a" });
  drafts.keep("mem_2", "note.can_2", { text: "b" });
  drafts.clear();
  expect(Object.keys(localStorage)).toEqual(["vivier.language"]);
});
