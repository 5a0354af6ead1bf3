import { expect, it } from "vitest";
import { pieces, tooLong, unknownFields } from "./merge";

const known = new Set(["greeting", "candidate.name"]);

it("tells fields from text, and known ones from others", () => {
  expect(pieces("{{ greeting }}, {{who}}.", known)).toEqual([
    { text: "{{ greeting }}", field: "greeting", known: true },
    { text: ", " },
    { text: "{{who}}", field: "who", known: false },
    { text: "." },
  ]);
});
it("reads the field before a filter", () => {
  expect(unknownFields("{{ candidate.name | upcase }}", known)).toEqual([]);
});
it("names each unknown field once", () => {
  expect(unknownFields("{{ a }} {{a}} {{ }}", known)).toEqual(["a", "{{ }}"]);
});
it("counts characters as the server does, without the spaces around", () => {
  expect(tooLong("🙂".repeat(300), "subject")).toBe(false);
  expect(tooLong(` ${"a".repeat(300)} `, "subject")).toBe(false);
  expect(tooLong("a".repeat(301), "subject")).toBe(true);
});
