import { expect, it } from "vitest";
import type { Notification } from "@/api/day";
import { leadsTo, wordsOf } from "./told";

const one = (more: Partial<Notification>) =>
  ({ kind: "mention", data: {}, candidate_id: null, job_id: null, task_id: null, event_id: null, ...more }) as Notification;

it("leads to the person before the task or the job", () => {
  expect(leadsTo(one({ candidate_id: "can_1", task_id: "tsk_1", event_id: "evt_1" }))).toEqual({
    to: "person",
    id: "can_1",
    event: "evt_1",
    cards: null,
  });
  expect(leadsTo(one({ task_id: "tsk_1", job_id: "job_1" }))).toEqual({ to: "task", id: "tsk_1" });
  expect(leadsTo(one({ job_id: "job_1" }))).toEqual({ to: "job", id: "job_1" });
  expect(leadsTo(one({}))).toBeNull();
});
it("leads from a scorecard that is asked for to its form, from one that was given to all of them", () => {
  const about = { candidate_id: "can_1", job_id: "job_1" };
  expect(leadsTo(one({ ...about, kind: "scorecard_asked", data: { about: "stg_1" } }))).toMatchObject({
    cards: { job: "job_1", scorecard: "stg_1" },
  });
  expect(leadsTo(one({ ...about, kind: "scorecard_given", event_id: "evt_1" }))).toMatchObject({
    event: null,
    cards: { job: "job_1", scorecard: "all" },
  });
});
it("leads from an interview to it, among the others of the person", () => {
  const booked = one({ candidate_id: "can_1", job_id: "job_1", kind: "interview_booked", data: { interview: "itv_1" } });
  expect(leadsTo(booked)).toEqual({ to: "person", id: "can_1", event: null, cards: { job: "job_1", interview: "itv_1" } });
});
it("leads from a mail to its conversation", () => {
  const came = one({ candidate_id: "can_1", kind: "mail_received", event_id: "evt_1", data: { thread: "thr_1" } });
  expect(leadsTo(came)).toEqual({ to: "thread", id: "thr_1" });
});
it("leads from a verdict to its experiment", () => {
  expect(leadsTo(one({ kind: "experiment_winner", data: { experiment: "exp_1" } }))).toEqual({ to: "experiment", id: "exp_1" });
});
it("says something of a kind that it does not know", () => {
  expect(wordsOf(one({ kind: "task_due" }))).toBe("task_due");
  expect(wordsOf(one({ kind: "of_tomorrow" }))).toBe("other");
});
