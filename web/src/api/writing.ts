/** Calls about what is written to people, and the texts that one begins with. */
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type Draft = S.Draft;
export type PreviewedMail = Whole<S.PreviewedMail>;
export type Written = Whole<S.Written>;
export type TakenBack = Whole<S.TakenBack>;
export type HeldText = Whole<S.HeldText>;
export type OwnText = HeldText["text"];
export type WrittenText = S.WrittenText;
export type Variant = S.TextVariant;

/** The API takes fifty people at a time. */
const MOST = 50;
const of = (candidate_id: string, key: string) => ({ params: { path: { candidate_id, key } } });
const text = (text_id: string) => ({ params: { path: { text_id } } });

export const preview = async (people: string[], draft: Draft, at: string | null, signal?: AbortSignal): Promise<PreviewedMail[]> => {
  const previews: PreviewedMail[] = [];
  const parts = people.length ? Math.ceil(people.length / MOST) : 1;
  for (let part = 0; part < parts; part++) {
    const candidate_ids = people.slice(part * MOST, (part + 1) * MOST);
    const body = { candidate_ids, draft, at };
    previews.push(...((await ok(api().POST("/mails/preview", { body, ...(signal ? { signal } : {}) }))).previews as PreviewedMail[]));
  }
  return previews;
};
/** `key` is the same when the request is repeated: nobody is written to twice. */
export const write = async (key: string, people: string[], draft: Draft, at: string | null): Promise<Written[]> => {
  const written: Written[] = [];
  for (let from = 0; from < people.length; from += MOST) {
    const candidate_ids = people.slice(from, from + MOST);
    written.push(...((await ok(api().POST("/mails", { body: { key, candidate_ids, draft, at } }))).written as Written[]));
  }
  return written;
};
export const sendTest = (people: string[], draft: Draft) =>
  ok(api().POST("/mails/test", { body: { candidate_ids: people.slice(0, 1), draft } }));

export const openMail = (id: string, key: string) => ok(api().GET("/candidates/{candidate_id}/mails/{key}", of(id, key)));
export const rewrite = (candidate_id: string, { key, version }: { key: string; version: number }, draft: Draft, at: string | null) =>
  ok(
    api().PUT("/candidates/{candidate_id}/mails/{key}", {
      params: { path: { candidate_id, key }, header: etag(version) },
      body: { draft, at },
    }),
  );
export const stop = (id: string, key: string) => ok(api().POST("/candidates/{candidate_id}/mails/{key}/stop", of(id, key)));
export const sendNow = (id: string, key: string) => ok(api().POST("/candidates/{candidate_id}/mails/{key}/send", of(id, key)));

/** A draft that passes a mail of a conversation on; its files are on their way through the quarantine. */
export const beginForward = (thread_id: string, direction: "in" | "out", mail: string) =>
  ok(api().POST("/threads/{thread_id}/forward", { params: { path: { thread_id } }, body: { direction, mail } }));

/** Files that go out with a mail: asked for, posted to the form, inspected, then `ready`. */
export const announceFiles = async (files: S.Described[]) => (await ok(api().POST("/mails/files", { body: { files } }))).files;
export const lookAtFile = (file_id: string) => ok(api().GET("/mails/files/{file_id}", { params: { path: { file_id } } }));
export const mailFile = (candidate_id: string, key: string, number: number) =>
  ok(
    api().GET("/candidates/{candidate_id}/mails/{key}/files/{number}", { params: { path: { candidate_id, key, number: String(number) } } }),
  );

export const texts = () => ok(api().GET("/texts")) as Promise<{ texts: HeldText[] }>;
export const addText = (body: WrittenText) => ok(api().POST("/texts", { body })) as Promise<HeldText>;
export const changeText = (text_id: string, version: number, body: WrittenText) =>
  ok(api().PUT("/texts/{text_id}", { params: { path: { text_id }, header: etag(version) }, body })) as Promise<HeldText>;
export const archiveText = (id: string) => ok(api().POST("/texts/{text_id}/archive", text(id))) as Promise<HeldText>;
export const restoreText = (id: string) => ok(api().POST("/texts/{text_id}/restore", text(id))) as Promise<HeldText>;
