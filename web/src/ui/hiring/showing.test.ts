import { describe, expect, it } from "vitest";
import { ticked, usual } from "./showing";

const everything = { ...usual, contacts: true, cv: true };

describe("what is shown keeps its word", () => {
  it("takes contacts and the CV out when names are hidden", () => {
    expect(ticked(everything, "name", false)).toEqual({ ...usual, name: "initials" });
  });
  it("shows names and contacts with a CV", () => {
    expect(ticked({ ...usual, name: "initials" }, "cv", true)).toEqual(everything);
  });
  it("takes the CV out with the contacts", () => {
    expect(ticked(everything, "contacts", false)).toEqual(usual);
  });
  it("changes nothing else", () => {
    expect(ticked(everything, "skills", false)).toEqual({ ...everything, skills: false });
    expect(ticked(usual, "contacts", true)).toEqual({ ...usual, contacts: true });
  });
});
