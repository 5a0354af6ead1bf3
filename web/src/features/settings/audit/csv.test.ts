import { expect, it } from "vitest";
import { csv } from "./csv";

it("quotes everything and doubles quotes", () => {
  expect(csv([["a", 'said "b"', "c;d"]], ";")).toBe('\ufeff"a";"said ""b""";"c;d"\r\n');
});
it("lets no spreadsheet compute what somebody wrote", () => {
  for (const begun of ["=1+1", "+33", "-2", "@x", "\tx", "\rx"]) expect(csv([[begun]], ",")).toBe(`\ufeff"'${begun}"\r\n`);
  expect(csv([["a=b"]], ",")).toBe('\ufeff"a=b"\r\n');
});
