/** Sends what was chosen, four at a time, whatever screen is shown. State rules are in `model.ts`. */
import { askUploads, renewUpload } from "@/api/calls";
import { ApiError, isStatus } from "@/api/errors";
import { sendFile } from "@/api/send";
import * as kept from "./keep";
import { advance, atOnce, chosen, nextAsk, revived, stale, type LocalFile, type Origin, type Step } from "./model";

export interface QueueState {
  files: LocalFile[];
  batches: string[];
  paused: boolean;
  /** False when this browser cannot keep files over a reload: then leaving asks first. */
  safe: boolean;
}
const batchLife = 12 * 3_600_000;
const batchesKey = "vivier.batches";
let state: QueueState = { files: [], batches: [], paused: false, safe: true };
let owner = "";
const blobs = new Map<string, Blob>();
const sending = new Map<string, AbortController>();
const listeners = new Set<() => void>();
let asking = false;
// What is chosen before the person and their kept files are known waits for them.
let begin: () => void;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});
let resting = 0;

function become(next: Partial<QueueState>): void {
  state = { ...state, ...next };
  for (const tell of listeners) tell();
}
function step(key: string, what: Step): LocalFile | undefined {
  let after: LocalFile | undefined;
  become({
    files: state.files.map((file) => {
      if (file.key !== key) return file;
      after = advance(file, what);
      return after;
    }),
  });
  if (after && what.kind !== "moved") void kept.note(after).catch(() => undefined);
  return after;
}
function recentBatches(): string[] {
  const stored = JSON.parse(localStorage.getItem(batchesKey) ?? "[]") as { id: string; at: number; owner: string }[];
  return stored.filter((b) => b.owner === owner && Date.now() - b.at < batchLife).map((b) => b.id);
}
function rememberBatches(ids: string[]): void {
  localStorage.setItem(batchesKey, JSON.stringify(ids.map((id) => ({ id, at: Date.now(), owner }))));
  become({ batches: ids });
}
function rest(): void {
  // Not a storm of retries against a network that is away: each failure waits a little longer, up to 8 s.
  resting = Math.min(8000, resting ? resting * 2 : 500);
  setTimeout(pump, resting);
}

async function askForAddresses(files: LocalFile[]): Promise<void> {
  const first = files[0];
  if (!first) return;
  asking = true;
  for (const file of files) step(file.key, { kind: "asked" });
  try {
    const { uploads } = await askUploads({
      ...first.origin,
      batch: first.batch,
      files: files.map((f) => ({ client_key: f.key, name: f.name, size: f.size, content_type: f.type })),
    });
    resting = 0;
    for (const upload of uploads) step(upload.client_key, { kind: "addressed", upload });
  } catch (error) {
    const final = error instanceof ApiError && error.status < 500 && ![401, 429].includes(error.status);
    for (const file of files)
      step(file.key, final ? { kind: "refused", reason: isStatus(error, 403) ? "forbidden" : "unsupported" } : { kind: "lost" });
    if (!final) return rest();
  } finally {
    asking = false;
  }
  pump();
}
async function send(file: LocalFile): Promise<void> {
  const stop = new AbortController();
  sending.set(file.key, stop);
  const outcome = await sendOnce(file, stop.signal).catch(() => "lost" as const);
  sending.delete(file.key);
  if (outcome === "arrived") {
    resting = 0;
    step(file.key, { kind: "arrived" });
    blobs.delete(file.key);
    void kept.forget(file.key).catch(() => undefined);
  } else if (outcome === "too_large") step(file.key, { kind: "refused", reason: "too_large" });
  else if (outcome === "gone") step(file.key, { kind: "refused", reason: "lost_file" });
  else if (outcome === "expired") step(file.key, { kind: "expired" });
  else if (outcome === "stopped") step(file.key, { kind: "expired" });
  else {
    step(file.key, { kind: "lost" });
    return rest();
  }
  pump();
}
async function sendOnce(file: LocalFile, signal: AbortSignal) {
  const blob = blobs.get(file.key) ?? (await kept.blobOf(file.key).catch(() => undefined));
  if (!blob) return "gone" as const;
  let address = file.upload;
  if (stale(file, Date.now()) && address) {
    const renewed = await renewUpload(address.intake_id).catch((error: unknown) => {
      // The answer to an earlier try was lost, the file was not.
      if (isStatus(error, 409)) return null;
      throw error;
    });
    if (!renewed) return "arrived" as const;
    address = step(file.key, { kind: "addressed", upload: { ...renewed, client_key: file.key } })?.upload;
  }
  if (!address) return "lost" as const;
  step(file.key, { kind: "started" });
  return sendFile(address.url, address.fields, blob, file.name, (loaded) => step(file.key, { kind: "moved", loaded }), signal);
}
function pump(): void {
  if (state.paused || !navigator.onLine) return;
  const ready = state.files.filter((f) => f.phase === "ready" && !sending.has(f.key));
  for (const file of ready.slice(0, Math.max(0, atOnce - sending.size))) void send(file);
  // Addresses live five minutes: more are asked for only when the ones at hand run short.
  if (!asking && ready.length < atOnce) void askForAddresses(nextAsk(state.files));
}

export const queue = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: () => state,
  /** Takes up what this person left unsent. */
  async start(member: string): Promise<void> {
    if (owner === member) return;
    owner = member;
    addEventListener("online", pump);
    addEventListener("beforeunload", (event) => {
      if (!state.safe && state.files.some((f) => !["sent", "refused"].includes(f.phase))) event.preventDefault();
    });
    const files = await kept.keptBy(member).catch(() => null);
    become({ safe: files !== null, files: (files ?? []).map(revived), batches: recentBatches() });
    begin();
    pump();
  },
  /** Chosen files join the batch that is under way, or open a new one. */
  async add(files: File[], origin: Origin): Promise<void> {
    await begun;
    const batch =
      state.batches[0] && state.files.some((f) => f.batch === state.batches[0] && f.phase !== "refused")
        ? state.batches[0]
        : crypto.randomUUID();
    const fresh = files.map((file) => ({ file, local: chosen(file, crypto.randomUUID(), batch, owner, origin) }));
    for (const { file, local } of fresh) blobs.set(local.key, file);
    become({ files: [...state.files, ...fresh.map((f) => f.local)] });
    if (!state.batches.includes(batch)) rememberBatches([batch, ...state.batches]);
    const keeping = await Promise.allSettled(fresh.map(({ file, local }) => kept.keep(local, file)));
    if (keeping.some((k) => k.status === "rejected")) become({ safe: false });
    pump();
  },
  follow(batch: string): void {
    if (!state.batches.includes(batch)) rememberBatches([batch, ...state.batches]);
  },
  /** Starts nothing new; the four that are being sent arrive. */
  pause(): void {
    become({ paused: true });
  },
  go(): void {
    become({ paused: false });
    pump();
  },
  again(key: string): void {
    step(key, { kind: "again" });
    pump();
  },
  /** Takes a file off this machine's list; returns the way back. */
  drop(key: string): () => void {
    const file = state.files.find((f) => f.key === key);
    sending.get(key)?.abort();
    become({ files: state.files.filter((f) => f.key !== key) });
    const gone = setTimeout(() => {
      blobs.delete(key);
      void kept.forget(key).catch(() => undefined);
    }, 9000);
    return () => {
      clearTimeout(gone);
      if (file) become({ files: [...state.files, revived(file)] });
      pump();
    };
  },
  /** Ends the list of what is done; files still on their way stay. */
  clear(): void {
    const open = state.files.filter((f) => !["sent", "refused"].includes(f.phase));
    for (const file of state.files) if (!open.includes(file)) void kept.forget(file.key).catch(() => undefined);
    become({ files: open });
    rememberBatches([...new Set(open.map((f) => f.batch))]);
  },
};
