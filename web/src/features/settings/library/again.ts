/** A template as it was, to be made once more after it was deleted. Pure. */
import type { Job, NewJob } from "@/api/model";

export function again(job: Job): NewJob {
  const { title, department, places, remote, contract, pay, description, requirements, openings, answer_within_days, team } = job;
  const stages = job.stages.filter((s) => !s.leaving_to).map(({ name, kind, actions, form }) => ({ name, kind, actions, form }));
  const text = { title, department, places, remote, contract, pay, description, requirements, openings, answer_within_days, team };
  return { ...text, stages, state: "template" } as NewJob;
}
