import { expect, it } from "vitest";
import { opened } from "./opened";
import { parted } from "./parted";
import { waited } from "./waited";

const now = new Date("2026-11-26T10:00:00Z");

it("says how long somebody waits in the largest unit that is full", () => {
  expect(waited("2026-11-26T09:59:40Z", now)).toEqual({ unit: "now", count: 0, long: false });
  expect(waited("2026-11-26T09:35:00Z", now)).toEqual({ unit: "minutes", count: 25, long: false });
  expect(waited("2026-11-25T10:30:00Z", now)).toEqual({ unit: "hours", count: 23, long: false });
  expect(waited("2026-11-24T09:00:00Z", now)).toEqual({ unit: "days", count: 2, long: true });
  expect(waited("2026-11-26T10:05:00Z", now).unit).toBe("now");
});
it("opens what was said since we last answered, and what waits to leave", () => {
  const mail = (id: string, direction: "in" | "out", by: string | null = null, state = "sent") =>
    ({ id, direction, message: direction === "out" ? { author: by, state } : null }) as Parameters<typeof opened>[0][number];
  const talk = [mail("a", "in"), mail("b", "out", "Camille"), mail("c", "in"), mail("d", "in"), mail("e", "out")];
  expect([...opened(talk)]).toEqual(["c", "d"]);
  expect([...opened([mail("a", "in"), mail("b", "out", "Camille")])]).toEqual(["b"]);
  expect([...opened([mail("a", "in"), mail("b", "out", "Camille", "pending"), mail("c", "in")])]).toEqual(["a", "b", "c"]);
  expect([...opened([mail("a", "out")])]).toEqual(["a"]);
});
it("parts what we wrote from what we quote, whatever letters stand in either", () => {
  const below = "\n\nOn Friday Zoë 🦊 Fox wrote:\n> 🎉👍";
  const mail = { text: `Gladly 🙂.${below}`, quoted: [...below].length };
  expect(parted(mail)).toEqual({ own: "Gladly 🙂.", quoted: below.trim() });
  expect(parted({ text: "Gladly 🙂.", quoted: 0 })).toEqual({ own: "Gladly 🙂.", quoted: "" });
});
