import { expect, it } from "vitest";
import { phone } from "./phone";

it.each([
  ["+33641182290", "+33 6 41 18 22 90"],
  ["+447700900123", "+44 7700 900123"],
  ["+442079460011", "+44 20 7946 0011"],
  ["+12125550199", "+1 212 555 0199"],
  ["+221771234567", "+221 77 123 45 67"],
])("a phone is grouped as in its country: %s", (value, said) => {
  expect(phone(value)).toBe(said.replaceAll(" ", "\u00a0"));
});
it.each(["extension 12", "", "+44"])("what is no number stays as it is: %s", (value) => {
  expect(phone(value)).toBe(value);
});
