import { useSyncExternalStore } from "react";
import { saying } from "@/i18n";
import { compose } from "@/ui/compose";
import { later } from "@/ui/later";

const Composer = later(() => saying(import("@/features/writing/Composer"), "writing").then((m) => m.Composer));

/** The mail that is being written, whatever page stands behind it. */
export function Compose() {
  const what = useSyncExternalStore(compose.subscribe, compose.current);
  if (!what) return null;
  return <Composer key={`${what.of?.key ?? ""} ${what.people.map((one) => one.id).join()}`} what={what} />;
}
