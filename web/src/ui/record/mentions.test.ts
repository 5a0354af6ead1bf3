import { expect, it } from "vitest";
import { matching, named, naming, pieces, stillNamed, whyNot } from "./mentions";

const lea = { id: "mem_1", name: "Léa Fontaine" };
const marie = { id: "mem_2", name: "Anne-Marie Le Goff" };

it("hears a name that is being typed after an @, and no address", () => {
  expect(naming("Ask @lea", 8)).toEqual({ from: 4, typed: "lea" });
  expect(naming("Ask @Léa Fo", 11)).toEqual({ from: 4, typed: "Léa Fo" });
  expect(naming("@", 1)).toEqual({ from: 0, typed: "" });
  expect(naming("write to lea@example.org", 24)).toBeNull();
  expect(naming("Ask @lea.", 9)).toBeNull();
});
it("finds by any word of a name, accents or not", () => {
  expect(matching([lea, marie], "lea")).toEqual([lea]);
  expect(matching([lea, marie], "marie")).toEqual([marie]);
  expect(matching([lea, marie], "Léa Fo")).toEqual([lea]);
  expect(matching([lea, marie], "")).toHaveLength(2);
});
it("puts the whole name where it was typed", () => {
  expect(named("Ask @le today", 4, 7, lea.name)).toEqual({ text: "Ask @Léa Fontaine today", caret: 18 });
});
it("forgets who was taken out of the text", () => {
  expect(stillNamed([lea, marie], "Ask @Léa Fontaine")).toEqual([lea]);
});
it("knows who would not see the note, and why", () => {
  const as = (role: "admin" | "recruiter" | "manager" | "reader") => ({ ...lea, role });
  expect(whyNot(as("admin"), "me", null)).toBe("me");
  expect(whyNot(as("recruiter"), "recruiters", null)).toBeNull();
  expect(whyNot(as("reader"), "recruiters", null)).toBe("recruiters");
  expect(whyNot(as("reader"), "all", null)).toBeNull();
  expect(whyNot(as("manager"), "all", null)).toBe("job");
  expect(whyNot(as("manager"), "all", ["mem_1"])).toBeNull();
});
it("shows names apart from the words around them", () => {
  expect(pieces("Hello @Léa Fontaine, and @Léa", [lea])).toEqual([
    { text: "Hello " },
    { text: "@Léa Fontaine", member: lea },
    { text: ", and @Léa" },
  ]);
  expect(pieces("Nobody", [lea])).toEqual([{ text: "Nobody" }]);
});
