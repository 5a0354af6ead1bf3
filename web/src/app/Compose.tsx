import { useEffect, useSyncExternalStore } from "react";
import { useMe } from "@/api/queries";
import { saying } from "@/i18n";
import { compose } from "@/ui/compose";
import { later } from "@/ui/later";

export const Composer = later(() => saying(import("@/features/writing/Composer"), "writing").then((m) => m.Composer));

/** The mail that is being written, whatever page stands behind it. */
export function Compose() {
  const what = useSyncExternalStore(compose.subscribe, compose.current);
  const host = useSyncExternalStore(compose.subscribe, compose.hosted);
  const me = useMe().data?.member.id;
  useEffect(() => {
    if (me) compose.comeBack(me);
  }, [me]);
  if (!what || (what.thread && what.thread.id === host)) return null;
  return <Composer key={`${what.of?.key ?? ""} ${what.people.map((one) => one.id).join()}`} what={what} />;
}
