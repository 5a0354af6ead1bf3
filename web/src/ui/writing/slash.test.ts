import { describe, expect, it } from "vitest";
import { put, slashed } from "./slash";

describe("a snippet", () => {
  it("is asked for by a slash that begins a word", () => {
    expect(slashed("Bonjour /rel", 12)).toEqual({ from: 8, query: "rel" });
    expect(slashed("/", 1)).toEqual({ from: 0, query: "" });
    expect(slashed("et/ou", 5)).toBeNull();
    expect(slashed("https://a", 9)).toBeNull();
  });
  it("stands where it was asked for", () => {
    expect(put("Bonjour /rel, merci", 8, 12, "Je reviens vers vous")).toEqual({ text: "Bonjour Je reviens vers vous, merci", caret: 28 });
  });
  it("takes the place of what was selected", () => {
    expect(put("Dear X,", 5, 6, "{{ candidate.name }}")).toEqual({ text: "Dear {{ candidate.name }},", caret: 25 });
  });
});
