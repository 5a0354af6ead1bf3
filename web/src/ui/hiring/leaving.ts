import * as hiring from "@/api/hiring";
import type { Done } from "@/api/model";
import type { Part } from "./RefuseDialog";

/** Those of `ids` who are left, each part in its own way. */
export async function refuseEach(jobId: string, ids: string[], parts: readonly Part[]): Promise<Done[]> {
  const done: Done[] = [];
  for (const part of parts) {
    const left = part.ids.filter((id) => ids.includes(id));
    if (left.length > 0) done.push(...(await hiring.refuse(jobId, left, part.refusal)));
  }
  return done;
}
