import { expect, it } from "vitest";
import type { SequenceVersion } from "@/api/sequences";
import { began } from "./draft";
import { onToday, saysToday, stepToday } from "./steps";

const said = (subject: string) => ({ subject, body: "Bonjour" });
const versions = [
  {
    name: "Rester en contact",
    steps: [
      { id: "stp_t", do: "task", title: "Appeler" },
      { id: "stp_w", do: "wait", days: 1 },
      { id: "stp_m", do: "mail", words: { fr: said("Des nouvelles"), en: null }, text_id: null },
      { id: "stp_x", do: "mail", words: null, text_id: "txt_1" },
    ],
  },
] as unknown as SequenceVersion[];
const today = stepToday(versions, "stp_m");

it("says what a step of the newest version says of its own", () => {
  expect(today).toEqual({ sequence: "Rester en contact", number: 2, words: { fr: { ...said("Des nouvelles"), plain: null } } });
  expect([stepToday(versions, "stp_x"), stepToday(versions, "stp_t"), stepToday([], "stp_m")]).toEqual([null, null, null]);
});
it("measures against what is sent today, and keeps what was written beside it", () => {
  const before = began({ fr: { ...said("Avant"), plain: null } }).map((one) =>
    one.key === "b" ? { ...one, fr: { ...said("Autre"), plain: null } } : one,
  );
  const after = onToday(before, today?.words ?? {});

  expect(saysToday(before, today?.words ?? {})).toBe(false);
  expect(saysToday(after, today?.words ?? {})).toBe(true);
  expect(after.map((one) => one.fr?.subject)).toEqual(["Des nouvelles", "Autre"]);
});
