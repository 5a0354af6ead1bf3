import { expect, it } from "vitest";
import { checkNew, type Draft } from "./draft";
import { readFilter, searchable, toggled } from "./filter";

const draft = (change: Partial<Draft>): Draft => ({
  name: "Elin Nordström",
  email: "",
  phone: "",
  headline: "",
  location: "",
  link: "",
  ...change,
});

it("an address may carry the filters and nothing else", () => {
  expect(readFilter({ q: " el ", tag: "nantes", source: "", colour: "red", state: 3 })).toEqual({ q: " el ", tag: "nantes", state: "3" });
});
it("choosing the chosen value takes it away", () => {
  expect(toggled({ tag: "nantes", q: "el" }, "tag", "nantes")).toEqual({ q: "el" });
  expect(toggled({ tag: "nantes" }, "tag", "brest")).toEqual({ tag: "brest" });
});
it("one letter is not looked for", () => {
  expect([searchable("e"), searchable("el"), searchable("")]).toEqual([false, true, true]);
});
it("says what to type instead", () => {
  expect(checkNew(draft({ name: " " }))).toEqual({ name: "check.name" });
  expect(checkNew(draft({ email: "elin" }))).toEqual({ email: "check.emailAt" });
  expect(checkNew(draft({ email: "elin@skargard" }))).toEqual({ email: "check.emailEnd" });
  expect(checkNew(draft({ phone: "call me" }))).toEqual({ phone: "check.phone" });
  expect(checkNew(draft({ link: "skargard.example" }))).toEqual({ link: "check.link" });
  expect(checkNew(draft({ email: "elin@skargard.example", phone: "+46 70 123 45 67", link: "https://skargard.example" }))).toEqual({});
});
