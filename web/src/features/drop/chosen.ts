/** Files dropped or picked that wait for one answer: did these people apply, or were they found? */
const listeners = new Set<() => void>();
let files: File[] = [];
const become = (next: File[]) => {
  files = next;
  for (const tell of listeners) tell();
};
export const chosenFiles = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => files,
  add: (more: File[]) => become([...files, ...more]),
  clear: () => become([]),
};

type Entry = {
  isFile: boolean;
  isDirectory: boolean;
  file?: (ok: (f: File) => void, no: () => void) => void;
  createReader?: () => { readEntries: (ok: (e: Entry[]) => void, no: () => void) => void };
};

async function inside(entry: Entry): Promise<File[]> {
  if (entry.isFile)
    return new Promise((resolve) =>
      entry.file?.(
        (f) => resolve([f]),
        () => resolve([]),
      ),
    );
  const reader = entry.createReader?.();
  if (!reader) return [];
  const found: File[] = [];
  // A reader hands a folder out in portions until an empty one.
  for (;;) {
    const portion = await new Promise<Entry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (portion.length === 0) return found;
    for (const e of portion) found.push(...(await inside(e)));
  }
}
/** Everything in a drop, folders opened, hidden files left out. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items]
    .map((item) => (item.kind === "file" ? (item.webkitGetAsEntry() as Entry | null) : null))
    .filter((e) => e !== null);
  const files = entries.length ? (await Promise.all(entries.map(inside))).flat() : [...transfer.files];
  return files.filter((f) => !f.name.startsWith("."));
}
