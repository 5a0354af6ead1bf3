import { useSyncExternalStore } from "react";
import { queue } from "@/features/drop/queue/engine";

/** Files still on their way from this machine. */
export function useInProgress(): number {
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  return state.files.filter((f) => ["waiting", "asking", "ready", "sending"].includes(f.phase)).length;
}
