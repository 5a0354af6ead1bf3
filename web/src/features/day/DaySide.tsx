import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MyDay } from "@/api/day";
import type { ReviewKind } from "@/api/model";
import { useCounts, useMay } from "@/api/queries";
import { capital, longDay, noonOf, useFormat } from "@/i18n/format";

const waiting: Exclude<ReviewKind, "automatic">[] = ["failed", "received", "mail", "doubtful", "duplicate", "update"];

/** The day itself, and what else waits: each number opens what it counts. */
export function DaySide({ day }: { day: MyDay }) {
  const { t } = useTranslation();
  const f = useFormat();
  const counts = useCounts().data;
  const reviews = useMay("review");
  const found = counts?.states.notice_due ?? 0;
  const review = reviews && counts ? waiting.filter((kind) => counts.review[kind] > 0) : [];
  const date = longDay(noonOf(day.today), { ...f.reader, zone: "UTC" }).replace(/,? \d{4}$/, "");
  return (
    <aside className="day-side scroll only-wide" aria-label={t("day.side")} tabIndex={0}>
      <h2>{capital(date)}</h2>
      <h3>{t("day.waits")}</h3>
      {found + review.length === 0 ? (
        <p className="meta">{t("day.waitsNot")}</p>
      ) : (
        <ul className="since">
          {review.map((kind) => (
            <li key={kind}>
              <span className="num strong">{f.number(counts?.review[kind] ?? 0)}</span>
              <Link to="/review" search={{ kind }}>
                {t(`day.review_${kind}`, { count: counts?.review[kind] ?? 0 })}
              </Link>
            </li>
          ))}
          {found > 0 && (
            <li>
              <span className="num strong">{f.number(found)}</span>
              <Link to="/people" search={{ state: "notice_due" }}>
                {t("day.notices", { count: found })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </aside>
  );
}
