import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en as first } from "./en";
import { fr as premier } from "./fr";
import { everyRoom, rooms } from "./rooms";

/** With the rooms whose words come later. A room may add to what is there already. */
const whole = (...rooms: Tree[]): Tree => {
  const all: Tree = {};
  for (const room of rooms)
    for (const [key, value] of Object.entries(room)) {
      const there = all[key];
      all[key] = typeof value === "object" && typeof there === "object" ? { ...there, ...value } : value;
    }
  return all;
};

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, under = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[under + key, value] as [string, string]] : flat(value, `${under}${key}.`),
  );
const later = (language: "fr" | "en") => Promise.all(everyRoom.map((room) => rooms[room][language]() as Promise<Tree>));
const en = whole(first, ...(await later("en")));
const fr = whole(premier, ...(await later("fr")));
const english = new Map(flat(en));
const french = new Map(flat(fr));
const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<(\w)>/g)].map((m) => m[0]).sort();
const plural = /_(zero|one|other)$/;

/** Every source file but the words, the tests and what is generated. */
const source = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)i18n\/|\.test\.ts$|schema\.d\.ts$/.test(file))
  .map((file) => readFileSync(`src/${file}`, "utf8"))
  .join("\n");

describe("the words", () => {
  it("have the same keys in both languages", () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });
  it("are filled with the same values in both languages", () => {
    const differing = [...english].filter(([key, text]) => names(text).join() !== names(french.get(key) ?? "").join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });
  it("are never empty, and never end in a space", () => {
    expect([...english, ...french].filter(([, text]) => text.trim() !== text || text === "").map(([key]) => key)).toEqual([]);
  });
  it("exist for every key that the source names", () => {
    const named = [...source.matchAll(/"([a-z]+\.[a-zA-Z_]+)"/g)].map((m) => m[1] ?? "").filter((key) => (key.split(".")[0] ?? "") in en);
    const missing = [...new Set(named)].filter((key) => !english.has(key) && !english.has(`${key}_other`));
    expect(missing).toEqual([]);
  });
  it("are all used, or belong to a family that the source builds", () => {
    const families = new Set([...source.matchAll(/`([a-z]+\.[a-z]*_?)\$\{/g)].map((m) => m[1] ?? ""));
    const quoted = new Set([...source.matchAll(/"(\w+(?:\.\w+)+)"/g)].map((m) => m[1] ?? ""));
    const isUsed = (key: string) =>
      quoted.has(key) || [...families].some((family) => key.startsWith(family)) || /\.\w+(Example|Then|Of|They|One|Owed|Why)$/.test(key);
    const unused = [...english.keys()].map((key) => key.replace(plural, "")).filter((key) => !isUsed(key));
    expect([...new Set(unused)]).toEqual([]);
  });
  it("exclaim nowhere", () => {
    expect([...english, ...french].filter(([, text]) => /!|oops/i.test(text))).toEqual([]);
  });
});
