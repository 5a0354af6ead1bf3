import { expect, it } from "vitest";
import type { Stage } from "@/api/model";
import { added, draftsOf, emptied, incomplete, movedBy, movedTo, offered, questionId, removable, same, textOf, unnamed } from "./pipeline";

const stage = (id: string, kind: Stage["kind"], more: Partial<Stage> = {}): Stage => ({
  id,
  kind,
  name: { fr: id, en: null },
  slot: 0,
  actions: [],
  form: [],
  leaving_to: null,
  ...more,
});
const stages = [stage("a", "new"), stage("b", "contact"), stage("c", "interview"), stage("h", "hired"), stage("x", "closed")];
const list = draftsOf(stages);
const keys = (drafts: { key: string }[]) => drafts.map((one) => one.key).join("");

it("a stage is moved, never behind the ends", () => {
  expect(keys(movedBy(list, "a", 1))).toBe("bachx");
  expect(keys(movedBy(list, "c", 5))).toBe("abchx");
  expect(keys(movedTo(list, "c", 0))).toBe("cabhx");
  expect(keys(movedBy(list, "h", -1))).toBe("abchx");
});
it("a new stage stands before the ends, without an id", () => {
  const more = added(list, "tmp", "decision", { fr: "Choix", en: null });
  expect(keys(more)).toBe("abctmphx");
  expect(textOf(more[3] as (typeof more)[0])).toEqual({ name: { fr: "Choix" }, kind: "decision", actions: [], form: [] });
  expect(same(more, list)).toBe(false);
});
it("the last stage before the ends stays, and so do the ends", () => {
  expect(removable(list, "a")).toBe(true);
  expect(removable(list, "x")).toBe(false);
  expect(removable(draftsOf([stage("a", "new"), stage("h", "hired")]), "a")).toBe(false);
});
it("asks where people go whose stage is removed, and only then", () => {
  const without = list.filter((one) => one.key !== "b" && one.key !== "c");
  expect(emptied(stages, without, { b: 3, c: 0 }).map((one) => one.id)).toEqual(["b"]);
});
it("leaves out what is being removed already", () => {
  expect(keys(draftsOf([...stages, stage("z", "contact", { leaving_to: "a" })]))).toBe("abchx");
});
it("finds the stage without a name", () => {
  expect(unnamed(added(list, "tmp", "contact", { fr: " ", en: null }))?.key).toBe("tmp");
});
it("names questions as the server does, each once", () => {
  expect(questionId("Préavis ?", [])).toBe("preavis");
  expect(questionId("Préavis", ["preavis"])).toBe("preavis_2");
  expect(questionId("!", [])).toBe("question");
});
it("finds what says nothing yet", () => {
  const doing = stage("a", "new", { actions: [{ do: "tag", tag: " " }] });
  const asking = stage("a", "new", { form: [{ id: "q", label: { fr: "Permis", en: null }, kind: "choice", choices: ["Oui"] }] });
  expect([incomplete(draftsOf([doing]))?.key, incomplete(draftsOf([asking]))?.key, incomplete(list)]).toEqual(["a", "a", undefined]);
});
it("a stage is offered running sequences that are about its job or about none", () => {
  const card = (id: string, state: "active" | "paused", job_id: string | null = null) => ({ id, name: id, state, job_id });
  const cards = [card("a", "active"), card("b", "paused"), card("c", "active", "job_1"), card("d", "active", "job_2")];
  expect([offered(cards, "job_1"), offered(cards, undefined)].map((list) => list.map((one) => one.id))).toEqual([["a", "c"], ["a"]]);
});
