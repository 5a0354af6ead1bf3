/** Calls about what people are asked for. */
import { api, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type Ask = Whole<S.Ask>;
export type Asked = Whole<S.AskedPerson>;
export type Piece = Ask["pieces"][number];
export type Prospect = Whole<S.Prospect>;
export type Question = Omit<S.Considered, "candidate_ids">;

/** The API takes fifty people at a time. */
const MOST = 50;
const of = (candidate_id: string, ask_id: string) => ({ params: { path: { candidate_id, ask_id } } });

/** `key` is the same when the request is repeated: nobody is asked twice. */
export const askPeople = async (key: string, people: string[], question: Question): Promise<Asked[]> => {
  const asked: Asked[] = [];
  for (let from = 0; from < people.length; from += MOST) {
    const candidate_ids = people.slice(from, from + MOST);
    asked.push(...((await ok(api().POST("/asks", { body: { key, candidate_ids, ...question } }))).asked as Asked[]));
  }
  return asked;
};
export const previewAsks = async (people: string[], question: Question, signal?: AbortSignal): Promise<{ people: Prospect[] }> => {
  const seen: Prospect[] = [];
  for (let from = 0; from < people.length; from += MOST) {
    const body = { candidate_ids: people.slice(from, from + MOST), ...question };
    seen.push(...((await ok(api().POST("/asks/preview", { body, ...(signal ? { signal } : {}) }))).people as Prospect[]));
  }
  return { people: seen };
};
export const withdrawAsk = (id: string, ask: string) => ok(api().POST("/candidates/{candidate_id}/asks/{ask_id}/withdraw", of(id, ask)));
export const copyAskLink = (id: string, ask: string) => ok(api().POST("/candidates/{candidate_id}/asks/{ask_id}/link", of(id, ask)));
