import { describe, expect, it } from "vitest";
import type { MailStep, Step, WaitStep } from "./model";
import {
  added,
  alike,
  differences,
  duplicated,
  fresh,
  inUnit,
  lackOf,
  lacksLink,
  movedBy,
  movedTo,
  numbers,
  openingOf,
  putBack,
  removed,
  subjectOf,
  unitOf,
  waitsBefore,
} from "./steps";

const mail = (id: string, subject = id): MailStep => ({
  ...(fresh("mail", "en", id) as MailStep),
  words: { fr: null, en: { subject, body: "Hello." } },
});
const wait = (id: string): WaitStep => fresh("wait", "en", id) as WaitStep;
const ids = (list: readonly Step[]) => list.map((one) => one.id);
const list: Step[] = [mail("a"), wait("w"), mail("b"), wait("v"), mail("c")];

describe("a list of steps", () => {
  it("puts a wait before what would follow at once", () => {
    const next = added([mail("a")], mail("b"), "en");
    expect(next.map((one) => one.do)).toEqual(["mail", "wait", "mail"]);
    expect(added(next, wait("x"), "en").map((one) => one.do)).toEqual(["mail", "wait", "mail", "wait"]);
    expect(added([], mail("a"), "en").map((one) => one.do)).toEqual(["mail"]);
  });
  it("moves a step by places, and no further than the ends", () => {
    expect(ids(movedBy(list, "c", -1))).toEqual(["a", "w", "b", "c", "v"]);
    expect(ids(movedBy(list, "a", -1))).toEqual(ids(list));
    expect(ids(movedTo(list, "a", 99))).toEqual(["w", "b", "v", "c", "a"]);
  });
  it("doubles a step behind itself, with an id of its own", () => {
    expect(ids(duplicated(list, "b", "n"))).toEqual(["a", "w", "b", "n", "v", "c"]);
  });
  it("leaves no wait at the end when the last step goes, and keeps the times of others", () => {
    expect(ids(removed(list, "c"))).toEqual(["a", "w", "b"]);
    expect(ids(removed(list, "b"))).toEqual(["a", "w", "v", "c"]);
    expect(ids(removed(list, "v"))).toEqual(["a", "w", "b", "c"]);
  });
  it("puts back what was removed, and keeps what was changed meanwhile", () => {
    const without = removed(list, "v");
    const since = added([mail("a", "new words"), ...without.slice(1)], mail("d"), "en");
    const back = putBack(since, list, without);
    expect(ids(back).filter((id) => list.some((one) => one.id === id))).toEqual(ids(list));
    expect(back[0]).toEqual(mail("a", "new words"));
    expect(back).toHaveLength(since.length + 1);

    const two = [mail("a"), wait("w"), mail("b")];
    expect(ids(putBack(removed(two, "b"), two, removed(two, "b")))).toEqual(["a", "w", "b"]);
    expect(ids(putBack(removed(two, "a"), two, removed(two, "a")))).toEqual(["a", "w", "b"]);
  });
  it("numbers what does something", () => {
    expect([...numbers(list)]).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    expect(ids(waitsBefore(removed(list, "b"), "c"))).toEqual(["w", "v"]);
  });
});
describe("a wait", () => {
  it("has one unit", () => {
    expect(unitOf(wait("w"))).toBe("business_days");
    expect(inUnit(wait("w"), 2, "hours")).toMatchObject({ business_days: 0, hours: 2 });
    expect(unitOf(inUnit(wait("w"), 2, "hours"))).toBe("hours");
  });
});
describe("a step", () => {
  it("says what it lacks", () => {
    expect(lackOf(mail("a"))).toBeNull();
    expect(lackOf(mail("a", " "))).toBe("subject");
    expect(lackOf({ ...mail("a"), words: { fr: null, en: null } })).toBe("words");
    expect(lackOf({ ...mail("a"), words: null, text_id: "txt_1" })).toBeNull();
    expect(lackOf(fresh("task", "en", "t"))).toBe("title");
    expect(lackOf(inUnit(wait("w"), 0, "days"))).toBe("wait");
    expect(lackOf({ ...mail("a"), only_if: { about: "tag", holds: true, value: null } })).toBe("value");
    expect(lackOf({ ...mail("a"), only_if: { about: "clicked", holds: false, value: null } })).toBeNull();
  });
  it("is called by its subject, in the reader's language where there is one", () => {
    const both = { ...mail("a"), words: { fr: { subject: "Bonjour", body: "" }, en: { subject: "Hello", body: "" } } };
    expect([subjectOf(both, "fr"), subjectOf(both, "en"), subjectOf(mail("a", "Hi"), "fr")]).toEqual(["Bonjour", "Hello", "Hi"]);
  });
});
it("opens with the first line that says more than hello", () => {
  const said = { ...mail("a"), words: { fr: null, en: { subject: "a", body: "{{ greeting }},\n\nHi,\nWe build locks.\nMore." } } };
  expect(openingOf(said, "fr")).toBe("We build locks.");
});
describe("what changes", () => {
  it("names each step once: added, changed, moved or removed", () => {
    const after = [mail("c"), mail("a", "Another subject"), wait("w"), mail("n")];
    expect(differences(list, after).map(({ step, was }) => [step.id, was])).toEqual([
      ["c", "moved"],
      ["a", "changed"],
      ["n", "added"],
      ["b", "removed"],
      ["v", "removed"],
    ]);
  });
  it("is nothing for equal values in another order", () => {
    expect(alike({ a: 1, b: null }, { b: undefined, a: 1 })).toBe(true);
    expect(differences(list, structuredClone(list))).toEqual([]);
  });
});

describe("a step for who clicked", () => {
  const clicked = { ...mail("z"), only_if: { about: "clicked", holds: true, value: null } } as MailStep;
  const saying = (body: string): MailStep => ({ ...mail("a"), words: { fr: null, en: { subject: "a", body } } });

  it("needs a link with words in a mail before it", () => {
    expect(lacksLink([saying("See https://locks.example."), clicked], clicked)).toBe(true);
    expect(lacksLink([saying("See [https://locks.example](https://locks.example)."), clicked], clicked)).toBe(true);
    expect(lacksLink([saying("[See the job](https://locks.example)."), clicked], clicked)).toBe(false);
    expect(lacksLink([clicked, saying("[See the job](https://locks.example).")], clicked)).toBe(true);
  });
  it("may have it in a template", () => {
    expect(lacksLink([{ ...mail("a"), words: null, text_id: "txt_1" }, clicked], clicked)).toBe(false);
  });
});
