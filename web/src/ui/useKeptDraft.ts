import { useEffect, useState } from "react";
import { useMe } from "@/api/queries";
import { drafts } from "./drafts";

interface Kept<T> {
  value: T;
  version: number;
}
const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
/** What is written over something that is saved: kept in this browser until it is saved or taken back, with the version
 * that it began from. Whoever saved a newer one meanwhile is not overwritten unseen. */
export function useKeptDraft<T extends object>(about: string, began: T, version: number) {
  const me = useMe().data?.member.id ?? "";
  const [written, setWritten] = useState(() => drafts.held<Kept<T>>(me, about)?.value ?? null);
  const edit = written && !alike(written.value, began) ? written : null;
  const set = (next: T | ((old: T) => T)) =>
    setWritten((last) => {
      const old = last && !alike(last.value, began) ? last : { value: began, version };
      return { value: typeof next === "function" ? next(old.value) : next, version: old.version };
    });
  useEffect(() => {
    if (edit) drafts.keep(me, about, edit);
    else drafts.drop(me, about);
  }, [me, about, edit]);
  return {
    value: edit?.value ?? began,
    set,
    base: edit?.version ?? version,
    changed: edit !== null,
    /** A newer one was saved since. */
    behind: edit !== null && edit.version !== version,
    saved: () => drafts.drop(me, about),
    takeBack: () => setWritten(null),
  };
}
