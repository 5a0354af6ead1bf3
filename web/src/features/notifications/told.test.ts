import { expect, it } from "vitest";
import type { Notification } from "@/api/day";
import { leadsTo, wordsOf } from "./told";

const one = (more: Partial<Notification>) =>
  ({ kind: "mention", candidate_id: null, job_id: null, task_id: null, event_id: null, ...more }) as Notification;

it("leads to the person before the task or the job", () => {
  expect(leadsTo(one({ candidate_id: "can_1", task_id: "tsk_1", event_id: "evt_1" }))).toEqual({
    to: "person",
    id: "can_1",
    event: "evt_1",
  });
  expect(leadsTo(one({ task_id: "tsk_1", job_id: "job_1" }))).toEqual({ to: "task", id: "tsk_1" });
  expect(leadsTo(one({ job_id: "job_1" }))).toEqual({ to: "job", id: "job_1" });
  expect(leadsTo(one({}))).toBeNull();
});
it("says something of a kind that it does not know", () => {
  expect(wordsOf(one({ kind: "task_due" }))).toBe("task_due");
  expect(wordsOf(one({ kind: "of_tomorrow" }))).toBe("other");
});
