/** Every call that a screen can make, typed by the API's document. Nothing else talks to the API. */
import { api, etag, ok } from "./client";
import type * as M from "./model";
import { said } from "./query";

export interface PeopleFilter {
  q?: string | undefined;
  relation?: string | undefined;
  source?: string | undefined;
  tag?: string | undefined;
  state?: string | undefined;
}
const of = (candidate_id: string) => ({ params: { path: { candidate_id } } });
const upload = (intake_id: string) => ({ params: { path: { intake_id } } });

export const me = () => ok(api().GET("/me"));
export const editMe = (body: M.OwnSettings) => ok(api().PATCH("/me", { body }));
export const counts = () => ok(api().GET("/counts"));
export const catalogue = () => ok(api().GET("/fields"));

export const askUploads = (body: M.Announcement) => ok(api().POST("/uploads", { body }));
export const uploads = (batch: string, cursor?: string) =>
  ok(api().GET("/uploads", { params: { query: { batch, ...said({ cursor }) } } })) as Promise<{
    uploads: M.Intake[];
    cursor: string | null;
  }>;
export const renewUpload = (id: string) => ok(api().POST("/uploads/{intake_id}/renew", upload(id)));
export const retryUpload = (id: string, accept_anything = false, came_back = false) =>
  ok(api().POST("/uploads/{intake_id}/retry", { ...upload(id), body: { accept_anything, came_back } }));
export const discardUpload = (id: string) => ok(api().POST("/uploads/{intake_id}/discard", upload(id)));
export const restoreUpload = (id: string) => ok(api().POST("/uploads/{intake_id}/restore", upload(id)));
export const uploadFile = (id: string) => ok(api().GET("/uploads/{intake_id}/file", upload(id)));
export const loadDemo = () => ok(api().POST("/demo"));

export const people = (filter: PeopleFilter, cursor?: string, limit = 50, signal?: AbortSignal) =>
  ok(api().GET("/candidates", { params: { query: said({ ...filter, cursor, limit }) }, ...(signal ? { signal } : {}) }));
export const addCandidate = (body: M.NewCandidate) => ok(api().POST("/candidates", { body }));
export const openCandidate = (id: string) => ok(api().GET("/candidates/{candidate_id}", of(id)));
export const editCandidate = (id: string, version: number, body: M.CandidateEdit) =>
  ok(api().PATCH("/candidates/{candidate_id}", { params: { path: { candidate_id: id }, header: etag(version) }, body }));
export const events = (id: string, cursor: string) =>
  ok(api().GET("/candidates/{candidate_id}/events", { params: { path: { candidate_id: id }, query: { cursor } } }));

export const checkNote = (text: string) => ok(api().POST("/notes/check", { body: { text } }));
export const reportForms = () => ok(api().GET("/notes/forms"));
export const addNote = (id: string, body: M.NewNote) => ok(api().POST("/candidates/{candidate_id}/notes", { ...of(id), body }));
const note = (candidate_id: string, event_id: string) => ({ params: { path: { candidate_id, event_id } } });
export const editNote = (id: string, event: string, body: M.NoteEdit) =>
  ok(api().PATCH("/candidates/{candidate_id}/notes/{event_id}", { ...note(id, event), body }));
export const deleteNote = (id: string, event: string) => ok(api().DELETE("/candidates/{candidate_id}/notes/{event_id}", note(id, event)));
export const restoreNote = (id: string, event: string) =>
  ok(api().POST("/candidates/{candidate_id}/notes/{event_id}/restore", note(id, event)));

export const openDocument = (candidate_id: string, document_id: string) =>
  ok(api().GET("/candidates/{candidate_id}/documents/{document_id}", { params: { path: { candidate_id, document_id } } }));
export const decideProposal = (candidate_id: string, proposal_id: string, body: { accept: boolean; came_back?: boolean }) =>
  ok(api().POST("/candidates/{candidate_id}/proposals/{proposal_id}", { params: { path: { candidate_id, proposal_id } }, body }));
export const reopenProposal = (candidate_id: string, proposal_id: string) =>
  ok(api().POST("/candidates/{candidate_id}/proposals/{proposal_id}/reopen", { params: { path: { candidate_id, proposal_id } } }));
export const merge = (id: string, other_id: string) =>
  ok(api().POST("/candidates/{candidate_id}/merge", { ...of(id), body: { other_id } }));
export const unmerge = (id: string, other_id: string) =>
  ok(api().POST("/candidates/{candidate_id}/unmerge", { ...of(id), body: { other_id } }));
export const different = (id: string, other_id: string) =>
  ok(api().POST("/candidates/{candidate_id}/different", { ...of(id), body: { other_id } }));
export const maybeSame = (id: string, other_id: string) =>
  ok(api().POST("/candidates/{candidate_id}/maybe-same", { ...of(id), body: { other_id } }));
export const inform = (id: string) => ok(api().POST("/candidates/{candidate_id}/inform", of(id)));
export const informed = (id: string) => ok(api().POST("/candidates/{candidate_id}/informed", of(id)));
export const acknowledge = (id: string) => ok(api().POST("/candidates/{candidate_id}/acknowledge", of(id)));
const mail = (candidate_id: string, key: string) => ({ params: { path: { candidate_id, key } } });
export const sentMail = (id: string, key: string) => ok(api().GET("/candidates/{candidate_id}/mails/{key}", mail(id, key)));
export const seenMail = (id: string, key: string) => ok(api().POST("/candidates/{candidate_id}/mails/{key}/seen", mail(id, key)));

const received = (mail: string) => ({ params: { path: { mail } } });
export const receivedMail = (mail: string) => ok(api().GET("/received/{mail}", received(mail)));
export const receivedFile = (mail: string, number: number) =>
  ok(api().GET("/received/{mail}/files/{number}", { params: { path: { mail, number: String(number) } } }));
export const fileMail = (mail: string, candidate_id: string) =>
  ok(api().POST("/received/{mail}/file", { ...received(mail), body: { candidate_id } }));
export const holdMail = (mail: string) => ok(api().POST("/received/{mail}/hold", received(mail)));
export const dismissMail = (mail: string) => ok(api().POST("/received/{mail}/dismiss", received(mail)));

export const review = (kind: M.ReviewKind, cursor?: string) =>
  ok(api().GET("/review", { params: { query: { kind, ...said({ cursor }) } } })) as Promise<{
    items: M.ReviewItem[];
    cursor: string | null;
  }>;

export const templates = () => ok(api().GET("/templates"));
interface TemplateId {
  key: string;
  language: string;
}
export const saveTemplate = ({ key, language }: TemplateId, version: number, body: { subject: string; body: string }) =>
  ok(api().PUT("/templates/{key}/{language}", { params: { path: { key, language }, header: etag(version) }, body }));
export const previewTemplate = ({ key, language }: TemplateId, body: { subject?: string; body?: string; candidate_id?: string }) =>
  ok(api().POST("/templates/{key}/{language}/preview", { params: { path: { key, language } }, body }));
