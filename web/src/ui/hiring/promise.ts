/** The answer that an application is owed. Pure. */
import type { Application } from "@/api/model";
import { owed, type Owed } from "@/ui/due";
import { isEnd } from "./stages";

/** Who is told nothing is owed an answer even after the end; who withdrew or was hired is not. */
export function answerOwed(application: Pick<Application, "stage_kind" | "answer_by" | "end">, now: Date): Owed | null {
  const { end } = application;
  const waiting = !isEnd(application.stage_kind) || (end !== null && ["refused", "job_closed"].includes(end.how) && end.told === null);
  return waiting ? owed({ answer_due_at: application.answer_by }, now) : null;
}
