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
export function useKeptDraft<T>(about: string, began: T, version: number) {
  const me = useMe().data?.member.id ?? "";
  const [held] = useState(() => {
    const found = drafts.held<Kept<T>>(me, about)?.value;
    return found && !alike(found.value, began) ? found : null;
  });
  const [value, set] = useState(held?.value ?? began);
  const [base, setBase] = useState(held?.version ?? version);
  const changed = !alike(value, began);
  useEffect(() => {
    if (changed) drafts.keep(me, about, { value, version: base } satisfies Kept<T>);
    else drafts.drop(me, about);
  }, [me, about, value, base, changed]);
  return {
    value,
    set,
    base,
    changed,
    /** A newer one was saved since. */
    behind: changed && base !== version,
    saved: () => drafts.drop(me, about),
    takeBack: () => {
      set(began);
      setBase(version);
    },
  };
}
