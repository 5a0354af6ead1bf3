/** One act on many, some at a time. Pure. */
import { Unreachable } from "@/api/errors";

interface Ways {
  /** How many are through, after each. */
  onDone?: ((done: number) => void) | undefined;
  atOnce?: number;
}
/** What fails for one keeps nobody else from it; once nobody answers, the rest is not asked. What went wrong, by each. */
export async function eachOf<T>(
  all: readonly T[],
  act: (one: T) => Promise<unknown>,
  { onDone, atOnce = 4 }: Ways = {},
): Promise<Map<T, unknown>> {
  const failed = new Map<T, unknown>();
  const left = [...all];
  let done = 0;
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const one = next;
      try {
        await act(one);
      } catch (error) {
        failed.set(one, error);
        if (error instanceof Unreachable) for (const other of left.splice(0)) failed.set(other, error);
      }
      done += 1;
      onDone?.(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
  return failed;
}
