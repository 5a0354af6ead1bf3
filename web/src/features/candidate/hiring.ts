/** What an event about jobs says: which job, where from and where to, what a stage does. Pure. */
import type { Event, StageKind } from "@/api/model";

export type Words = { fr: string | null; en: string | null };
export interface Planned {
  do: string;
  due_at: string;
  template?: string;
  title?: string;
  tag?: string;
  sequence_id?: string;
}
export interface Placed {
  /** Key under `event.`. */
  key: string;
  job: Words | null;
  stage: Words | null;
  kind: StageKind | null;
  from: Words | null;
  owner: string | null;
  reason: string | null;
  planned: Planned[];
  stopped: Planned[];
  resumed: Planned[];
}
const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string | null => (typeof value === "string" && value ? value : null);
const words = (value: unknown): Words | null =>
  typeof value === "object" && value !== null ? { fr: null, en: null, ...(value as Partial<Words>) } : null;
const list = (value: unknown): Planned[] => (Array.isArray(value) ? (value as Planned[]) : []);

const kinds = new Set([
  "application_created",
  "application_reopened",
  "application_refused",
  "application_withdrawn",
  "application_hired",
  "application_closed",
  "application_assigned",
  "application_set_aside",
  "application_brought_back",
  "application_not_made",
  "stage_moved",
  "stage_move_undone",
  "stage_action_done",
  "stage_action_failed",
  "stage_action_stopped",
]);
/** Null when it is about something else. */
export function placed(event: Event): Placed | null {
  if (!kinds.has(event.kind)) return null;
  const { data } = event;
  const [to, from] = [record(data.to), record(data.from)];
  const owner = text(data.owner);
  const does = text(data.do);
  const key =
    event.kind === "stage_action_done" && does
      ? [event.kind, does, text(data.skipped)].filter(Boolean).join("_")
      : event.kind === "application_assigned" && !owner
        ? "application_unassigned"
        : event.kind;
  return {
    key,
    job: words(data.job_title),
    stage: words(to.name) ?? words(data.stage_name),
    kind: (text(to.kind) as StageKind | null) ?? null,
    from: words(from.name),
    owner,
    reason: text(data.reason),
    planned: list(data.planned),
    stopped: list(data.stopped),
    resumed: list(data.resumed),
  };
}

/** Key of why a stage enrolled nobody. */
export const outKey = ({ data }: Event): string => `seq.out_${data.held === "missing_fields" ? "missing" : text(data.held)}`;
