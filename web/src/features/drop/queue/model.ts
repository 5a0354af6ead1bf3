/** The way of a file from this machine to a person: pure rules, no network, no clock. */
import type { Intake, Relation, Upload } from "@/api/model";

export const atOnce = 4;
export const perCall = 50;
export const perDrop = 200;
export const maxBytes = 10 * 1024 * 1024;
const maxTries = 5;

export interface Origin {
  relation: Relation;
  source?: string;
  campaign?: string;
  referrer?: string;
  /** The job that whoever is read stands in from then on. */
  job_id?: string;
}
/**
 * waiting → asking (for an address) → ready → sending → sent. From there on the server's intake tells.
 * `refused`: will not go as it is. `broken`: the way there failed too often; a person says when to try again.
 */
export type Phase = "waiting" | "asking" | "ready" | "sending" | "sent" | "refused" | "broken";
export interface LocalFile {
  key: string;
  batch: string;
  owner: string;
  name: string;
  size: number;
  type: string;
  origin: Origin;
  phase: Phase;
  loaded: number;
  tries: number;
  reason?: string | undefined;
  upload?: { intake_id: string; url: string; fields: Record<string, string>; expires_at: string } | undefined;
}
export type Step =
  | { kind: "asked" }
  | { kind: "addressed"; upload: Upload }
  | { kind: "started" }
  | { kind: "moved"; loaded: number }
  | { kind: "arrived" }
  | { kind: "expired" }
  | { kind: "lost" }
  | { kind: "refused"; reason: string }
  | { kind: "again" };

export function chosen(
  file: { name: string; size: number; type: string },
  key: string,
  batch: string,
  owner: string,
  origin: Origin,
): LocalFile {
  const fresh: LocalFile = {
    key,
    batch,
    owner,
    origin,
    name: file.name,
    size: file.size,
    type: file.type || guessType(file.name),
    phase: "waiting",
    loaded: 0,
    tries: 0,
  };
  if (file.size === 0) return { ...fresh, phase: "refused", reason: "empty" };
  return file.size > maxBytes ? { ...fresh, phase: "refused", reason: "too_large" } : fresh;
}
/** Browsers name the type of few formats; the server looks inside anyway. */
export function guessType(name: string): string {
  const known: Record<string, string> = {
    pdf: "application/pdf",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    doc: "application/msword",
    odt: "application/vnd.oasis.opendocument.text",
    rtf: "application/rtf",
    txt: "text/plain",
    html: "text/html",
    htm: "text/html",
    jpg: "image/jpeg",
    jpeg: "image/jpeg",
    png: "image/png",
    tif: "image/tiff",
    tiff: "image/tiff",
    heic: "image/heic",
  };
  return known[name.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream";
}
export function advance(file: LocalFile, step: Step): LocalFile {
  switch (step.kind) {
    case "asked":
      return file.phase === "waiting" ? { ...file, phase: "asking" } : file;
    case "addressed": {
      const { refused, intake_id, url, fields, expires_at } = step.upload;
      if (refused || !intake_id || !url) return { ...file, phase: "refused", reason: refused?.reason ?? "unsupported" };
      return { ...file, phase: "ready", upload: { intake_id, url, fields, expires_at: expires_at ?? "" } };
    }
    case "started":
      return { ...file, phase: "sending", loaded: 0 };
    case "moved":
      return file.phase === "sending" ? { ...file, loaded: Math.min(step.loaded, file.size) } : file;
    case "arrived":
      return { ...file, phase: "sent", loaded: file.size };
    case "expired":
      return file.upload
        ? { ...file, phase: "ready", loaded: 0, upload: { ...file.upload, expires_at: "" } }
        : { ...file, phase: "waiting", loaded: 0 };
    case "lost": {
      const tries = file.tries + 1;
      const back: Phase = file.upload ? "ready" : "waiting";
      return { ...file, loaded: 0, tries, phase: tries >= maxTries ? "broken" : back };
    }
    case "refused":
      return { ...file, phase: "refused", reason: step.reason };
    case "again":
      return file.phase === "broken" ? { ...file, phase: file.upload ? "ready" : "waiting", tries: 0, loaded: 0 } : file;
  }
}
/** What was under way when the page went is taken up where it can be: at an address, or at the beginning. */
export const revived = (file: LocalFile): LocalFile =>
  file.phase === "sending" || file.phase === "asking" ? { ...file, loaded: 0, phase: file.upload ? "ready" : "waiting" } : file;

/** A link is renewed a little before it ends, so that a large file does not arrive too late. */
export const stale = (file: LocalFile, now: number): boolean =>
  !file.upload?.expires_at || Date.parse(file.upload.expires_at) - now < 20_000;

/** Waiting files of one batch and origin, at most fifty: what one call asks addresses for. */
export function nextAsk(files: LocalFile[]): LocalFile[] {
  const first = files.find((f) => f.phase === "waiting");
  if (!first) return [];
  const kind = (f: LocalFile) => JSON.stringify([f.batch, f.origin]);
  return files.filter((f) => f.phase === "waiting" && kind(f) === kind(first)).slice(0, perCall);
}
export type Group = "need" | "progress" | "waiting" | "read" | "gone";
export interface FileView {
  key: string;
  name: string;
  size: number;
  group: Group;
  /** 0..100 over the whole way. */
  percent: number;
  /** Key of the sentence for what is going on. */
  doing: string;
  reason?: string | undefined;
  local?: LocalFile | undefined;
  intake?: Intake | undefined;
}
const stepPercent: Record<string, number> = { inspect: 50, read: 62, recognise: 74, record: 86, acknowledge: 95 };

function viewOfIntake(intake: Intake): FileView {
  const base = { key: intake.client_key || intake.id, name: intake.name, size: intake.size, intake };
  switch (intake.state) {
    case "failed":
      return { ...base, group: "need", percent: 100, doing: "failed", reason: intake.reason ?? "unreadable" };
    case "discarded":
      return { ...base, group: "gone", percent: 100, doing: "discarded" };
    case "recorded":
      return { ...base, group: "read", percent: 100, doing: "read" };
    case "reading":
      return { ...base, group: "progress", percent: stepPercent[intake.step ?? ""] ?? 44, doing: intake.step ?? "stored" };
    case "awaiting_file":
      return { ...base, group: "need", percent: 0, doing: "failed", reason: "never_sent" };
  }
}
function viewOfLocal(local: LocalFile): FileView {
  const base = { key: local.key, name: local.name, size: local.size, local };
  if (local.phase === "refused") return { ...base, group: "need", percent: 0, doing: "failed", reason: local.reason };
  if (local.phase === "broken") return { ...base, group: "need", percent: 0, doing: "failed", reason: "connection" };
  if (local.phase === "sending")
    return { ...base, group: "progress", percent: (local.loaded / Math.max(local.size, 1)) * 38, doing: "sending" };
  if (local.phase === "sent") return { ...base, group: "progress", percent: 40, doing: "stored" };
  return { ...base, group: "waiting", percent: 0, doing: "waiting" };
}
/** One line a file: what the server knows wins, once it has the file. */
export function merged(locals: LocalFile[], intakes: Intake[]): FileView[] {
  const ours = new Map(locals.map((f) => [f.key, f]));
  const seen = new Set<string>();
  const views = intakes.map((intake) => {
    const local = ours.get(intake.client_key);
    seen.add(intake.client_key);
    return intake.state === "awaiting_file" && local ? { ...viewOfLocal(local), intake } : viewOfIntake(intake);
  });
  return [...views, ...locals.filter((f) => !seen.has(f.key)).map(viewOfLocal)];
}
export interface Tally {
  total: number;
  read: number;
  need: number;
  progress: number;
  waiting: number;
}
export function tally(views: FileView[]): Tally {
  const count = (group: Group) => views.filter((v) => v.group === group).length;
  const [read, need, progress, waiting] = [count("read"), count("need"), count("progress"), count("waiting")];
  return { total: read + need + progress + waiting, read, need, progress, waiting };
}
