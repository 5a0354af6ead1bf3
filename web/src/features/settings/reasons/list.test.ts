import { expect, it } from "vitest";
import type { Reason } from "@/api/model";
import { added, draftsOf, movedBy, named, reasonsOf, same, undone, unnamed } from "./list";

const reason = (key: string, side: "ours" | "theirs" = "ours", in_use = true): Reason => ({
  key,
  label: { fr: key.toUpperCase(), en: null },
  side,
  in_use,
});
const held = [reason("a"), reason("pay", "theirs"), reason("b"), reason("place", "theirs")];
const keys = (list: { key: string }[]) => list.map((r) => r.key);

it("goes there and back unchanged", () => {
  expect(reasonsOf(draftsOf(held))).toEqual(held);
  expect(same(draftsOf(held), draftsOf(held))).toBe(true);
});
it("moves among its own side and leaves the other side where it was", () => {
  const list = draftsOf(held);
  expect(keys(movedBy(list, "b", -1))).toEqual(["b", "pay", "a", "place"]);
  expect(keys(movedBy(list, "pay", 1))).toEqual(["a", "place", "b", "pay"]);
  expect(keys(movedBy(list, "a", -1))).toEqual(keys(list));
  expect(keys(movedBy(list, "none", 1))).toEqual(keys(list));
});
it("asks for a name in one language at least", () => {
  const list = added(draftsOf(held), "new", "ours");
  expect(unnamed(list)?.key).toBe("new");
  expect(unnamed(list.map((r) => (r.key === "new" ? { ...r, en: "Too far" } : r)))).toBeUndefined();
  expect(named({ ...list[0]!, fr: "", en: "Only" }, "fr")).toBe("Only");
});
it("takes a saved addition out of use when it is undone, for it may have been chosen", () => {
  const later = [...held, reason("new")];
  expect(undone(held, later)).toEqual([...held, reason("new", "ours", false)]);
});
