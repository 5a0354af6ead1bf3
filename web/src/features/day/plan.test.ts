import { expect, it } from "vitest";
import type { MyDay, Owed, Task } from "@/api/day";
import type { Card } from "@/api/model";
import { itemsOf, plan, told } from "./plan";

const now = new Date("2026-11-23T08:37:00Z");
const task = (id: string) => ({ id }) as Task;
const card = (id: string, answer_due_at: string, acknowledged_at: string | null = null) => ({ id, answer_due_at, acknowledged_at }) as Card;
const day = {
  today: "2026-11-23",
  timezone: "Europe/Paris",
  overdue: [task("t1")],
  due_today: [task("t2")],
  next: [task("t3")],
  scorecards: [] as Owed[],
} as MyDay;

it("puts answers that were promised before tasks, the oldest first", () => {
  const of = plan(day, [card("c1", "2026-11-20T10:00:00Z"), card("c2", "2026-11-19T10:00:00Z"), card("c3", "2026-11-23T20:00:00Z")], now);
  expect(itemsOf(of).map((i) => i.id)).toEqual(["c2", "c1", "t1", "c3", "t2", "t3"]);
  expect(told(of)).toEqual({ promises: 3, late: 1, tasks: 1 });
});
it("leaves out who was answered, and promises of later days", () => {
  const of = plan(day, [card("c1", "2026-11-20T10:00:00Z", "2026-11-20T09:00:00Z"), card("c2", "2026-11-24T10:00:00Z")], now);
  expect(itemsOf(of).map((i) => i.id)).toEqual(["t1", "t2", "t3"]);
});
it("puts scorecards that colleagues wait for where their day is; one without a day is for today", () => {
  const owed = (candidate_id: string, due_at: string | null) =>
    ({ candidate_id, job_id: "j", about: { id: "s" }, due_at, asked_at: "2026-11-20T10:00:00Z" }) as Owed;
  const scorecards = [
    owed("c1", "2026-11-22T10:00:00Z"),
    owed("c2", null),
    owed("c3", "2026-11-23T17:00:00Z"),
    owed("c4", "2026-11-26T17:00:00Z"),
  ];
  const of = plan({ ...day, scorecards }, [], now);
  const ids = (items: { id: string }[]) => items.map((i) => i.id.split(" ")[0]);
  expect([ids(of.overdue), ids(of.today), ids(of.next)]).toEqual([
    ["c1", "t1"],
    ["c2", "c3", "t2"],
    ["c4", "t3"],
  ]);
  expect(told(of)).toEqual({ promises: 0, late: 2, tasks: 3 });
});
