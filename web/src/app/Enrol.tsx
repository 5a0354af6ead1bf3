import { useSyncExternalStore } from "react";
import { saying } from "@/i18n";
import { enrol } from "@/ui/enrol";
import { later } from "@/ui/later";

const Panel = later(() => saying(import("@/features/sequences/EnrolPanel"), "sequences", "writing", "hiring").then((m) => m.EnrolPanel));

/** People being put into a sequence, over whatever page. */
export function Enrol() {
  const what = useSyncExternalStore(enrol.subscribe, enrol.current);
  return what && <Panel what={what} />;
}
