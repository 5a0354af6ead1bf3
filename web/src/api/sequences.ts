/** Calls about sequences: writing and publishing them, who is in them. */
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import { said } from "./query";
import type * as S from "./schema";

export type Sequence = Whole<S.Sequence>;
export type SequenceText = Pick<Sequence, "name" | "settings" | "steps">;
export type SequenceView = Whole<S.SequenceView>;
export type SequenceVersion = Whole<S.SequenceVersion>;
export type ListedSequence = Whole<S.ListedSequence>;
export type SequenceState = Sequence["state"];
export type StepNumbers = Whole<S.StepNumbers>;
export type SequenceCounts = SequenceView["counts"];

const of = (sequence_id: string) => ({ params: { path: { sequence_id } } });
const onVersion = (sequence_id: string, version: number) => ({ params: { path: { sequence_id }, header: etag(version) } });

export const sequences = () => ok(api().GET("/sequences"));
export const openSequence = (id: string) => ok(api().GET("/sequences/{sequence_id}", of(id)));
export const addSequence = (body: SequenceText) => ok(api().POST("/sequences", { body }));
export const changeSequence = (id: string, version: number, body: SequenceText) =>
  ok(api().PUT("/sequences/{sequence_id}", { ...onVersion(id, version), body }));
export const publishSequence = (id: string, version: number, in_flight: "stay" | "move", end_experiments: boolean) =>
  // The document names If-Match for edits alone; publishing takes it too.
  ok(
    api().POST("/sequences/{sequence_id}/publish", {
      params: { path: { sequence_id: id }, header: etag(version) as object },
      body: { in_flight, end_experiments },
    }),
  );
export const sequenceVersions = (id: string) => ok(api().GET("/sequences/{sequence_id}/versions", of(id)));

export type Turn = "pause" | "resume" | "archive" | "restore";
export const turnSequence = (id: string, turn: Turn) => {
  switch (turn) {
    case "pause":
      return ok(api().POST("/sequences/{sequence_id}/pause", of(id)));
    case "resume":
      return ok(api().POST("/sequences/{sequence_id}/resume", of(id)));
    case "archive":
      return ok(api().POST("/sequences/{sequence_id}/archive", of(id)));
    case "restore":
      return ok(api().POST("/sequences/{sequence_id}/restore", of(id)));
  }
};

export type Whom = S.Whom;
export type Foreseen = Whole<S.ForeseenPerson>;
export type Preflight = Whole<S.Preflight>;
export type Excluded = NonNullable<Foreseen["excluded"]>;
export type EnrolledPeople = Whole<S.EnrolledPeople>;
export type SeenEnrolment = Whole<S.SeenEnrolment>;
export type Enrolment = SeenEnrolment["enrolment"];
export type EnrolmentState = Enrolment["state"];
export type Enrolments = Whole<S.Enrolments>;
export type Why = Whole<S.Why>;

/** Everyone of these people or of a filter, page after page: who would get what when. Nothing is written. */
export async function preflight(id: string, whom: Whom, signal?: AbortSignal): Promise<Preflight> {
  const whole: Preflight = { people: [], enrolled: 0, excluded: {}, cursor: null };
  let cursor: string | null = null;
  do {
    const body: Whom = { ...whom, ...(cursor ? { cursor } : {}) };
    const page: Preflight = await ok(api().POST("/sequences/{sequence_id}/preflight", { ...of(id), body, ...(signal ? { signal } : {}) }));
    whole.people.push(...page.people);
    whole.enrolled += page.enrolled;
    for (const [why, count] of Object.entries(page.excluded)) whole.excluded[why] = (whole.excluded[why] ?? 0) + count;
    ({ cursor } = page);
  } while (cursor);
  return whole;
}
/** `key` is the same when it is repeated: nobody is put in twice. */
export async function enrolPeople(id: string, key: string, whom: Whom): Promise<EnrolledPeople> {
  const whole: EnrolledPeople = { enrolled: [], excluded: [], cursor: null };
  let cursor: string | null = null;
  do {
    const body = { ...whom, key, ...(cursor ? { cursor } : {}) };
    const page: EnrolledPeople = await ok(api().POST("/sequences/{sequence_id}/enrolments", { ...of(id), body }));
    whole.enrolled.push(...page.enrolled);
    whole.excluded.push(...page.excluded);
    ({ cursor } = page);
  } while (cursor);
  return whole;
}
export const stepNumbers = (id: string) => ok(api().GET("/sequences/{sequence_id}/numbers", of(id))) as Promise<{ steps: StepNumbers[] }>;
export const enrolments = (
  sequence_id: string,
  those: { state?: EnrolmentState | undefined; step?: string | undefined; did?: "done" | "replied" | "clicked" | undefined },
  cursor?: string,
  signal?: AbortSignal,
) =>
  ok(
    api().GET("/sequences/{sequence_id}/enrolments", {
      params: { path: { sequence_id }, query: said({ ...those, cursor }) },
      ...(signal ? { signal } : {}),
    }),
  );
export const enrolmentsOf = (candidate_id: string) =>
  ok(api().GET("/candidates/{candidate_id}/enrolments", { params: { path: { candidate_id } } }));

export type EnrolmentAct = "pause" | "resume" | "skip" | "remove" | "restart" | "move";
/** `epoch`: of the enrolment as it is on the screen. What went on meanwhile is not skipped, and nothing begins again twice. */
export const actOn = (candidate_id: string, sequence_id: string, act: EnrolmentAct, epoch?: number): Promise<SeenEnrolment> => {
  const one = { params: { path: { candidate_id, sequence_id } } };
  const seen = epoch === undefined ? one : { params: { ...one.params, header: etag(epoch) as object } };
  switch (act) {
    case "pause":
      return ok(api().POST("/enrolments/{candidate_id}/{sequence_id}/pause", one));
    case "resume":
      return ok(api().POST("/enrolments/{candidate_id}/{sequence_id}/resume", one));
    case "skip":
      return ok(api().POST("/enrolments/{candidate_id}/{sequence_id}/skip", seen));
    case "remove":
      return ok(api().POST("/enrolments/{candidate_id}/{sequence_id}/remove", one));
    case "restart":
      return ok(api().POST("/enrolments/{candidate_id}/{sequence_id}/restart", seen));
    case "move":
      return ok(api().POST("/enrolments/{candidate_id}/{sequence_id}/move", one));
  }
};
export const whyMail = (candidate_id: string, key: string) =>
  ok(api().GET("/candidates/{candidate_id}/mails/{key}/why", { params: { path: { candidate_id, key } } }));

export type DryRunning = S.DryRunning;
export type DryRun = Whole<S.DryRun>;
/** What the draft would have done in days that are past, page after page. Nothing is written. */
export async function dryRun(id: string, asked: DryRunning, signal?: AbortSignal): Promise<DryRun> {
  const whole: DryRun = { people: [], looked_at: 0, mails: 0, stopped: {}, cursor: null };
  let cursor: string | null = null;
  do {
    const body: DryRunning = { ...asked, ...(cursor ? { cursor } : {}) };
    const page: DryRun = await ok(api().POST("/sequences/{sequence_id}/dry-run", { ...of(id), body, ...(signal ? { signal } : {}) }));
    whole.people.push(...page.people);
    whole.looked_at += page.looked_at;
    whole.mails += page.mails;
    for (const [why, count] of Object.entries(page.stopped)) whole.stopped[why] = (whole.stopped[why] ?? 0) + count;
    ({ cursor } = page);
  } while (cursor);
  return whole;
}
