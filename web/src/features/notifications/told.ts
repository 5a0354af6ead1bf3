/** What a notification says: its words, what they are filled with, and where it leads. Pure. */
import type { Notification } from "@/api/day";

export type Leads =
  | {
      to: "person";
      id: string;
      event: string | null;
      cards: { job: string; scorecard: string } | { job: string; interview: string } | null;
    }
  | { to: "task"; id: string }
  | { to: "job"; id: string }
  | { to: "thread"; id: string }
  | { to: "sending" }
  | { to: "experiment"; id: string }
  | null;

const known = new Set([
  "task_assigned",
  "task_due",
  "mention",
  "stage_entered",
  "scorecard_asked",
  "scorecard_given",
  "interview_booked",
  "interview_moved",
  "interview_cancelled",
  "shortlist_feedback",
  "mail_received",
  "thread_assigned",
  "missing_answered",
  "sending_paused",
  "experiment_winner",
  "experiment_alike",
  "experiment_adopted",
  "experiment_kept",
]);
export const wordsOf = (n: Notification): string => (known.has(n.kind) ? n.kind : "other");

export function leadsTo(n: Notification): Leads {
  if (n.kind === "sending_paused") return { to: "sending" };
  if (n.data.experiment) return { to: "experiment", id: n.data.experiment };
  if (n.data.thread) return { to: "thread", id: n.data.thread };
  if (n.candidate_id) {
    // What was asked for opens its form; what was given, all of them.
    const cards = n.kind.startsWith("scorecard_") && n.job_id ? { job: n.job_id, scorecard: n.data.about ?? "all" } : null;
    const interview = n.kind.startsWith("interview_") && n.job_id ? n.data.interview : undefined;
    if (n.job_id && interview) return { to: "person", id: n.candidate_id, event: null, cards: { job: n.job_id, interview } };
    return { to: "person", id: n.candidate_id, event: cards ? null : n.event_id, cards };
  }
  if (n.task_id) return { to: "task", id: n.task_id };
  return n.job_id ? { to: "job", id: n.job_id } : null;
}
