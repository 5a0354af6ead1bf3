import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { owed, type Promises } from "./due";
import { Due } from "./parts";

export function OwedDue({ of, quietWhenDone = false }: { of: Promises; quietWhenDone?: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const what = owed(of, new Date());
  if (!what || (quietWhenDone && what.state === "done")) return null;
  return (
    <Due state={what.state} title={f.full(what.at)}>
      {t(`due.${what.key}`, { count: what.days, date: f.daysAway(what.at) === 0 ? f.spokenTime(what.at) : f.day(what.at) })}
    </Due>
  );
}
