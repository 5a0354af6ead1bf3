import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, reasonKey } from "@/api/errors";
import * as api from "@/api/interviews";
import type { Interview } from "@/api/interviews";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { toasts } from "@/ui/toast";
import { editOf, newOf, offerOf, type Draft, type How } from "./draft";
import { useStandingWords, useTruth } from "./useActs";

/** Why it was not saved, in words, and the times that are free instead. */
export interface Refused {
  words: string;
  free: string[];
}
interface Of {
  how: How;
  job: string;
  person: string;
  own: Interview | null;
  zone: string;
  nameOf: (member: string) => string;
  onDone: () => void;
  /** When others may have taken time meanwhile. */
  onTaken: () => void;
}
type Saved = Pick<Interview, "id" | "state" | "starts_at" | "untold">;

/** Saves a draft, and says what came of it: what was done, or what is true instead. */
export function useSave({ how, job, person, own, zone, nameOf, onDone, onTaken }: Of) {
  const { t } = useTranslation();
  const words = useMeetingWords();
  const refresh = api.useRefreshMeetings();
  const truth = useTruth();
  const standing = useStandingWords();
  const [refused, setRefused] = useState<Refused | null>(null);

  const send = async (d: Draft): Promise<Saved> => {
    if (how === "new" || !own) return (await api.create(job, person, newOf(d, zone))).interview;
    if (how === "edit") return (await api.edit(own, own.sequence, editOf(d, own))).interview;
    if (how === "move") return (await api.book(own, own.sequence, { starts_at: d.at ?? "", message: d.message.trim() })).interview;
    const body = { offer: offerOf(d, zone), duration_minutes: d.minutes, message: d.message.trim() };
    return (await api.propose(own, own.sequence, body)).interview;
  };
  const explain = async (error: unknown): Promise<Refused> => {
    const none = (said: string): Refused => ({ words: said, free: [] });
    if (!(error instanceof ApiError)) return none(t(reasonKey(error)));
    if (error.code === "SlotTaken") {
      onTaken();
      const free = Array.isArray(error.details.free) ? (error.details.free as string[]) : [];
      return { words: t(free.length ? "meet.takenBut" : "meet.taken"), free: free.slice(0, 8) };
    }
    const first = error.status === 422 && Array.isArray(error.details.errors) ? (error.details.errors as Problem[])[0] : undefined;
    if (first?.field === "offer") return none(t("meet.noneFree"));
    if (first?.field === "starts_at") return none(t("meet.overChoose"));
    if (first?.field === "emails") return none(t(`held.${first.message}`, { defaultValue: t("held.other") }));
    if (first?.field === "interviewers") return none(t("meet.cannotCome", { name: nameOf(first.message) }));
    if (error.status !== 412 && error.status !== 409) return none(t(reasonKey(error)));
    const now = own ? await truth(own) : (await refresh(person, job), null);
    return none(now ? t("meet.changedNow", { state: standing(now) }) : t("meet.notPossible"));
  };
  const save = useMutation({
    mutationFn: send,
    onMutate: () => setRefused(null),
    onSuccess: async (saved) => {
      await refresh(person, job);
      onDone();
      const when = saved.starts_at ? words.moment(saved.starts_at) : "";
      const detail = saved.untold ? t(`held.${saved.untold}`, { defaultValue: t("held.other") }) : t(`meet.told_${how}`);
      const done = how === "new" ? (saved.state === "booked" ? "booked" : "proposed") : how;
      toasts.done(t(`meet.saved_${done}`, { when }), undefined, { detail });
    },
    onError: async (error) => setRefused(await explain(error)),
  });
  return { save: (d: Draft) => save.mutate(d), saving: save.isPending, refused, forget: () => setRefused(null) };
}
interface Problem {
  field: string;
  message: string;
}
