import { expect, it } from "vitest";
import { inserted, pieces, unknownFields } from "./merge";

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
it("puts a field in the place of the selection", () => {
  expect(inserted("Dear X,", 5, 6, "candidate.name")).toEqual({ text: "Dear {{ candidate.name }},", caret: 25 });
});
