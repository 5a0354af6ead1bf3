/** Calls about jobs, their boards and the people in them. */
import { api, etag, ok } from "./client";
import { said } from "./query";
import type * as M from "./model";

export interface BoardFilter {
  owner?: string | undefined;
  tag?: string | undefined;
  source?: string | undefined;
}
/** The API takes fifty people at a time. */
const MOST = 50;
const of = (job_id: string) => ({ params: { path: { job_id } } });
const onVersion = (job_id: string, version: number) => ({ params: { path: { job_id }, header: etag(version) } });

export const members = () => ok(api().GET("/members"));

export const jobs = (state: M.JobState, cursor?: string) => ok(api().GET("/jobs", { params: { query: { state, ...said({ cursor }) } } }));
export const pipelines = () => ok(api().GET("/jobs/library"));
export const openJob = (id: string) => ok(api().GET("/jobs/{job_id}", of(id)));
export const addJob = (body: M.NewJob) => ok(api().POST("/jobs", { body }));
export const editJob = (id: string, version: number, body: M.JobEdit) =>
  ok(api().PATCH("/jobs/{job_id}", { ...onVersion(id, version), body }));
export const changePipeline = (id: string, version: number, body: { stages: M.StageText[]; moves: Record<string, string> }) =>
  ok(api().PUT("/jobs/{job_id}/pipeline", { ...onVersion(id, version), body }));
export const publishJob = (id: string) => ok(api().POST("/jobs/{job_id}/open", of(id)));
export const deleteJob = (id: string) => ok(api().DELETE("/jobs/{job_id}", of(id)));
export const jobEvents = (job_id: string, cursor?: string) =>
  ok(api().GET("/jobs/{job_id}/events", { params: { path: { job_id }, query: said({ cursor }) } }));

export const board = (job_id: string, filter: BoardFilter, signal?: AbortSignal) =>
  ok(api().GET("/jobs/{job_id}/board", { params: { path: { job_id }, query: said({ ...filter }) }, ...(signal ? { signal } : {}) }));
export const stagePage = (job_id: string, stage_id: string, filter: BoardFilter, cursor?: string, limit = 50) =>
  ok(
    api().GET("/jobs/{job_id}/stages/{stage_id}", {
      params: { path: { job_id, stage_id }, query: { limit, ...said({ ...filter, cursor }) } },
    }),
  );
export const pulse = (id: string) => ok(api().POST("/jobs/{job_id}/pulse", of(id)));

/** Any number of people, in requests of fifty, one after the other: what became of each. */
async function inParts(ids: string[], ask: (part: string[]) => Promise<{ done: M.Done[] }>): Promise<M.Done[]> {
  const done: M.Done[] = [];
  for (let from = 0; from < ids.length; from += MOST) done.push(...(await ask(ids.slice(from, from + MOST))).done);
  return done;
}
export const putInJob = (id: string, people: string[], stage_id?: string) =>
  inParts(people, (candidate_ids) =>
    ok(api().POST("/jobs/{job_id}/applications", { ...of(id), body: { candidate_ids, ...said({ stage_id }) } })),
  );
export const move = (
  id: string,
  people: string[],
  to: string,
  { actions = true, expected }: { actions?: boolean; expected?: string } = {},
) =>
  inParts(people, (candidate_ids) =>
    ok(api().POST("/jobs/{job_id}/moves", { ...of(id), body: { candidate_ids, to, actions, ...said({ expected }) } })),
  );
export const assign = (job_id: string, candidate_id: string, owner: string | null) =>
  ok(api().PUT("/jobs/{job_id}/applications/{candidate_id}/owner", { params: { path: { job_id, candidate_id } }, body: { owner } }));

export const entering = (job_id: string, stage_id: string, candidate_ids: string[]) =>
  ok(
    api().POST("/jobs/{job_id}/stages/{stage_id}/entering", {
      params: { path: { job_id, stage_id } },
      body: { candidate_ids: candidate_ids.slice(0, MOST) },
    }),
  );
export const refuse = (id: string, people: string[], refusal: M.Refusal) =>
  inParts(people, (candidate_ids) => ok(api().POST("/jobs/{job_id}/refusals", { ...of(id), body: { candidate_ids, refusal } })));
export const previewLetters = async (id: string, people: string[], letter: M.Letter): Promise<M.Previewed[]> => {
  const letters: M.Previewed[] = [];
  for (let from = 0; from < people.length; from += MOST) {
    const candidate_ids = people.slice(from, from + MOST);
    letters.push(...(await ok(api().POST("/jobs/{job_id}/refusals/preview", { ...of(id), body: { candidate_ids, letter } }))).letters);
  }
  return letters;
};
export const withdraw = (id: string, people: string[], withdrawal: M.Withdrawal) =>
  inParts(people, (candidate_ids) => ok(api().POST("/jobs/{job_id}/withdrawals", { ...of(id), body: { candidate_ids, withdrawal } })));
export const reopen = (id: string, people: string[]) =>
  inParts(people, (candidate_ids) => ok(api().POST("/jobs/{job_id}/reopenings", { ...of(id), body: { candidate_ids } })));
/** `moves`: each person with the epoch that the act left their application at. */
export const undo = (id: string, moves: ReadonlyMap<string, number>) =>
  inParts([...moves.keys()], (part) =>
    ok(
      api().POST("/jobs/{job_id}/undo", {
        ...of(id),
        body: { moves: Object.fromEntries(part.map((one) => [one, moves.get(one) ?? 0])) },
      }),
    ),
  );

export const reasons = () => ok(api().GET("/refusal-reasons"));
export const saveReasons = (version: number, list: M.Reason[]) =>
  ok(api().PUT("/refusal-reasons", { params: { header: etag(version) }, body: { reasons: list } }));
export const closeJob = (id: string, body: M.Closing) => ok(api().POST("/jobs/{job_id}/close", { ...of(id), body }));
export const reopenJob = (id: string) => ok(api().POST("/jobs/{job_id}/reopen", of(id)));
/** One more step of what concerns everyone in a job. */
export const goOn = (id: string) => ok(api().POST("/jobs/{job_id}/work", of(id)));
