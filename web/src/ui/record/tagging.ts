import * as api from "@/api/calls";
import { isStatus } from "@/api/errors";

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
