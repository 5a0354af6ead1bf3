import { expect, it } from "vitest";
import { frenchSpaces, typeset } from "./typography";

it("puts a narrow no-break space before French double punctuation", () => {
  expect(frenchSpaces("Pourquoi ? Voici : 57 %")).toBe("Pourquoi\u202f? Voici\u202f: 57\u202f%");
});
it("puts one inside guillemets", () => {
  expect(frenchSpaces("« accueil »")).toBe("«\u202faccueil\u202f»");
});
it("curls apostrophes in both languages", () => {
  expect(typeset({ a: "l'e-mail", b: { c: "{{name}}'s" } }, "fr")).toEqual({ a: "l’e-mail", b: { c: "{{name}}’s" } });
});
it("leaves English spaces alone", () => {
  expect(typeset({ a: "Why: this" }, "en")).toEqual({ a: "Why: this" });
});
