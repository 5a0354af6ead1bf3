import type { TFunction } from "i18next";
import type { Done } from "@/api/model";

/** Why nothing changed for one person of several: key of a sentence by the code of the refusal. */
const known: Record<string, string> = {
  Conflict: "stage.failConflict",
  NotFound: "stage.failGone",
  Invalid: "stage.failInvalid",
  Forbidden: "error.forbidden",
};
export const whyNot = (t: TFunction, done: Done): string => t(known[done.code ?? ""] ?? "error.unexpected");
export const failed = (done: readonly Done[]): Done[] => done.filter((one) => one.code !== null);
export const worked = (done: readonly Done[]): Map<string, number> =>
  new Map(done.flatMap((one) => (one.code === null && one.application ? [[one.candidate_id, one.application.epoch] as const] : [])));
