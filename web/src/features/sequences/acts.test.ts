import { expect, it } from "vitest";
import type { Enrolment } from "@/api/sequences";
import { actsFor } from "./acts";

const of = (changes: Partial<Enrolment>): Enrolment => ({ state: "active", version: 1, step_id: "stp_1", ...changes }) as Enrolment;

it("offers what can be done as somebody stands", () => {
  expect(actsFor(of({}), 1)).toEqual(["pause", "skip", "remove"]);
  expect(actsFor(of({}), 2)).toEqual(["pause", "skip", "move", "remove"]);
  expect(actsFor(of({ state: "paused", step_id: null }), undefined)).toEqual(["resume", "restart", "remove"]);
  expect(actsFor(of({ state: "finished" }), 3)).toEqual(["restart"]);
});
