import * as api from "@/api/calls";
import { isStatus } from "@/api/errors";

const atOnce = 4;

/** Reads the record's version, then writes; a colleague's edit in between is read again once. */
export async function setTag(id: string, tag: string, on: boolean, again = true): Promise<void> {
  const { candidate } = await api.openCandidate(id);
  if (candidate.tags.includes(tag) === on) return;
  const tags = on ? [...candidate.tags, tag] : candidate.tags.filter((t) => t !== tag);
  try {
    await api.editCandidate(id, candidate.version, { tags });
  } catch (error) {
    if (!again || !isStatus(error, 412)) throw error;
    await setTag(id, tag, on, false);
  }
}
/** Some people at a time; what fails for one keeps nobody else from it. */
export async function eachOf(ids: string[], act: (id: string) => Promise<void>): Promise<Map<string, unknown>> {
  const failures = new Map<string, unknown>();
  const left = [...ids];
  const work = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const one = id;
      await act(one).catch((error: unknown) => failures.set(one, error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}
/** One after the other, until one fails: those that were done, and what stopped it. */
export async function untilOneFails(ids: string[], act: (id: string) => Promise<unknown>): Promise<{ done: string[]; error: unknown }> {
  const done: string[] = [];
  try {
    for (const one of ids) {
      await act(one);
      done.push(one);
    }
    return { done, error: null };
  } catch (error) {
    return { done, error };
  }
}
