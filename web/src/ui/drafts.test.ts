import { beforeEach, expect, it, vi } from "vitest";
import { drafts } from "./drafts";

const DAY = 86_400_000;

beforeEach(() => {
  const store = {} as Record<string, string>;
  // As the browser's: its keys are its own properties.
  const methods = {
    getItem: (key: string) => store[key] ?? null,
    setItem: (key: string, value: string) => void (store[key] = value),
    removeItem: (key: string) => void delete store[key],
  };
  vi.stubGlobal("localStorage", new Proxy(store, { get: (_, name: string) => methods[name as keyof typeof methods] ?? store[name] }));
});

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
