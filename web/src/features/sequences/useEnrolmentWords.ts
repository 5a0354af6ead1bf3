import { useTranslation } from "react-i18next";
import type { SeenEnrolment } from "@/api/sequences";
import { clock, day, longDay, useFormat } from "@/i18n/format";
import { useStepWords } from "./useStepWords";

/** Nobody knows when it ends: such a mail is tried again from time to time. */
const PAUSED = "sending_paused";

/** Where somebody stands in a sequence, and why: in plain words. */
export function useEnrolmentWords() {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useStepWords();
  /** A moment on the clock of the person. */
  const theirs = (at: string, zone: string): string => {
    const reader = { language: f.reader.language, zone };
    const said = `${day(at, new Date(), reader)}, ${clock(at, reader)}`;
    return zone === f.reader.zone ? said : t("seq.theirMoment", { when: said });
  };
  const full = (at: string, zone: string) =>
    `${longDay(at, { language: f.reader.language, zone })}, ${clock(at, { language: f.reader.language, zone })}, ${zone}`;
  const step = ({ step: next, number, steps }: SeenEnrolment): string =>
    next && number !== null ? t("seq.atStep", { n: number, of: steps, name: words.title(next) }) : "";
  /** What happens next, or why nothing does. */
  const stands = ({ enrolment: of, leaves_at, held_by, halted }: SeenEnrolment): { text: string; alarm: boolean } => {
    if (of.state === "finished") return { text: t("seq.ended"), alarm: false };
    if (of.state !== "active") {
      const reason = of.reason ?? "by_hand";
      return { text: t(`seq.reason_${reason}`), alarm: reason === "reply_held" || reason === "missing" || reason === "refused" };
    }
    if (halted) return { text: t("seq.waits_sequence"), alarm: false };
    if (of.waiting === "sending" && leaves_at && held_by)
      return {
        text: t(held_by === PAUSED ? "later.held_sending_paused" : "later.held", {
          when: theirs(leaves_at, of.zone),
          why: t(`later.${held_by}`),
        }),
        alarm: false,
      };
    if (of.waiting === "sending") return { text: t("seq.waits_sending"), alarm: false };
    if (of.waiting === "unsure") return { text: t("seq.waits_unsure"), alarm: true };
    if (of.waiting === "sequence") return { text: t("seq.waits_sequence"), alarm: false };
    if (!of.wake_at) return { text: "", alarm: false };
    return { text: theirs(of.wake_at, of.zone), alarm: false };
  };
  return { step, stands, theirs, full, title: words.title };
}
