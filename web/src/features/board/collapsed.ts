import { useCallback, useState } from "react";

const key = (job: string) => `vivier.board.${job}`;
function kept(job: string): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(key(job)) ?? "{}") as Record<string, boolean>;
  } catch {
    return {};
  }
}
/** Which columns are put aside, remembered on this machine; what was never touched is absent. */
export function useCollapsed(job: string) {
  const [all, setAll] = useState(() => kept(job));
  const set = useCallback(
    (stage: string, shut: boolean) =>
      setAll((now) => {
        const next = { ...now, [stage]: shut };
        localStorage.setItem(key(job), JSON.stringify(next));
        return next;
      }),
    [job],
  );
  return [all, set] as const;
}
