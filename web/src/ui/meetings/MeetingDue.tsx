import { useTranslation } from "react-i18next";
import type { Application } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { Due } from "../parts";
import { useMeetingWords } from "./useMeetingWords";

/** The next interview of somebody in a job: when, or that their choice is waited for. */
export function MeetingDue({ of }: { of: Application["interviews"] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const booked = of
    .flatMap((one) => (one.state === "booked" && one.starts_at ? [one.starts_at] : []))
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const next = booked.find((at) => Date.parse(at) > Date.now());
  if (next) {
    const away = f.daysAway(next);
    const when = away === 0 ? f.clock(next) : words.shortMoment(next);
    return (
      <Due state={away <= 1 ? "soon" : "ok"} title={f.full(next)}>
        {t(away === 0 ? "meet.dueToday" : "meet.dueOn", { when })}
      </Due>
    );
  }
  if (booked[0])
    return (
      <Due state="soon" title={f.full(booked[0])}>
        {t("meet.unsettled")}
      </Due>
    );
  return of.some((one) => one.state === "proposed") ? <Due state="ok">{t("meet.dueChoice")}</Due> : null;
}
