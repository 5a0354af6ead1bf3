import { useTranslation } from "react-i18next";
import type { Application } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { Due } from "@/ui/parts";
import { answerOwed } from "./promise";

export function AnswerDue({ of }: { of: Application }) {
  const { t } = useTranslation();
  const f = useFormat();
  const what = answerOwed(of, new Date());
  if (!what) return null;
  return (
    <Due state={what.state} title={f.full(what.at)}>
      {t(`due.${what.key}`, { count: what.days, date: f.daysAway(what.at) === 0 ? f.spokenTime(what.at) : f.day(what.at) })}
    </Due>
  );
}
