import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError, reasonKey } from "@/api/errors";
import * as api from "@/api/interviews";
import type { Interview } from "@/api/interviews";
import type { OpenedCandidate } from "@/api/model";
import { keys } from "@/api/queries";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { toasts } from "@/ui/toast";
import { standingOf } from "./standing";

/** In a sentence: how it stands. */
export function useStandingWords() {
  const { t } = useTranslation();
  const words = useMeetingWords();
  return (i: Interview): string => {
    const standing = standingOf(i, new Date());
    return t(`meet.now_${standing}`, { when: i.starts_at ? words.moment(i.starts_at) : "" });
  };
}
/** What is true now, after somebody was quicker: null when it is gone. */
export function useTruth() {
  const client = useQueryClient();
  const refresh = api.useRefreshMeetings();
  return async (i: Pick<Interview, "id" | "candidate_id" | "job_id">): Promise<Interview | null> => {
    await refresh(i.candidate_id, i.job_id);
    const opened = client.getQueryData<OpenedCandidate>(keys.candidate(i.candidate_id));
    return opened?.interviews.find((one) => one.id === i.id) ?? null;
  };
}
/** What is done to one interview from its row: said, undone where that is possible, and corrected when it comes too late. */
export function useActs() {
  const { t } = useTranslation();
  const refresh = api.useRefreshMeetings();
  const truth = useTruth();
  const said = useStandingWords();

  const failed = async (i: Interview, error: unknown) => {
    const changed = error instanceof ApiError && (error.status === 412 || error.status === 409);
    const now = changed ? await truth(i) : null;
    toasts.failed(now ? t("meet.changedNow", { state: said(now) }) : t(reasonKey(error)));
  };
  const run = async (i: Interview, act: () => Promise<{ interview: unknown }>): Promise<Interview | null> => {
    try {
      const after = (await act()).interview as Interview;
      await refresh(i.candidate_id, i.job_id);
      return after;
    } catch (error) {
      await failed(i, error);
      return null;
    }
  };
  const settle = async (i: Interview, outcome: "held" | "no_show") => {
    const after = await run(i, () => api.settle(i, i.sequence, outcome));
    if (!after) return;
    const detail = outcome === "held" && i.ask_scorecards ? t("meet.askedFor") : undefined;
    toasts.done(t(`meet.did_${outcome}`), () => unsettle(after), detail ? { detail } : {});
  };
  const unsettle = async (i: Interview) => {
    if (await run(i, () => api.settle(i, i.sequence, "booked"))) toasts.done(t("meet.outcomeUndone"));
  };
  const cancel = async (i: Interview, message: string): Promise<boolean> => {
    const after = await run(i, () => api.cancel(i, i.sequence, message));
    if (after) toasts.done(t(i.state === "proposed" ? "meet.didWithdraw" : "meet.didCancel"), undefined, { detail: t("meet.toldAll") });
    return after !== null;
  };
  return { settle, unsettle, cancel };
}
