import { describe, expect, it } from "vitest";
import { linked } from "./links";

const hrefs = (text: string) => linked(text).flatMap(({ href }) => href ?? []);

describe("addresses in plain text", () => {
  it("are found, without the punctuation behind them", () => {
    expect(hrefs("Voir https://a.example/x?y=1&z=é, ou (http://b.example). « https://c.example »")).toEqual([
      "https://a.example/x?y=1&z=é",
      "http://b.example",
      "https://c.example",
    ]);
  });
  it("keep a bracket that they opened", () => {
    expect(hrefs("https://fr.example/wiki/Nantes_(ville) et (https://d.example/a_(b))")).toEqual([
      "https://fr.example/wiki/Nantes_(ville)",
      "https://d.example/a_(b)",
    ]);
  });
  it("lead to the web only", () => {
    expect(hrefs("javascript:alert(1) data:text/html,x file:///etc https:// mailto:a@b.example")).toEqual([]);
  });
  it("leave every word in its place", () => {
    for (const text of ["", "rien", "https://a.example", "a https://b.example b https://c.example.\n\nfin", "https://[::1 x"]) {
      const said = linked(text).map((piece) => piece.text);
      expect(said.join("")).toBe(text);
    }
  });
});
