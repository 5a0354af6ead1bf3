/** Files chosen and not yet on the server, kept over reloads in IndexedDB. */
import type { LocalFile } from "./model";

interface Kept {
  key: string;
  file: LocalFile;
  blob: Blob;
}
let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("vivier-drop", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files", { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
  return opened;
}
async function store<T>(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const request = act(db.transaction("files", mode).objectStore("files"));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}
export const keep = (file: LocalFile, blob: Blob) => store("readwrite", (files) => files.put({ key: file.key, file, blob } satisfies Kept));
export const forget = (key: string) => store("readwrite", (files) => files.delete(key));
export const blobOf = async (key: string) => ((await store("readonly", (files) => files.get(key))) as Kept | undefined)?.blob;

/** What one person left behind; another person's files on the same machine stay out of sight and unsent. */
export async function keptBy(owner: string): Promise<LocalFile[]> {
  const all = (await store("readonly", (files) => files.getAll())) as Kept[];
  return all.map((kept) => kept.file).filter((file) => file.owner === owner);
}
export async function note(file: LocalFile): Promise<void> {
  const kept = (await store("readonly", (files) => files.get(file.key))) as Kept | undefined;
  if (kept) await keep(file, kept.blob);
}
