import { useTranslation } from "react-i18next";
import type { Sending } from "@/api/model";
import { noonOf, useFormat } from "@/i18n/format";
import { judged, type Judged, type Rate } from "./rates";

const kinds = ["all", "unasked"] as const;

/** Rates beside their limits, and the days that they are made of. */
export function Health({ seen }: { seen: Sending }) {
  const { t } = useTranslation();
  const rows = kinds.map((kind) => [kind, judged(seen, kind)] as const);
  const all = rows[0]?.[1];
  return (
    <section aria-labelledby="sending-health">
      <h2 id="sending-health">{t("sending.health")}</h2>
      <p className="meta">{t("sending.healthWhy", { days: seen.window_days })}</p>
      {all?.sent === 0 ? (
        <p className="ink2">{t("sending.none")}</p>
      ) : (
        <div className="sending-rates">
          {rows.map(([kind, row]) => (
            <Group key={kind} title={t(`sending.${kind}`)} row={row} least={seen.least} />
          ))}
        </div>
      )}
      <Days seen={seen} />
    </section>
  );
}
function Group({ title, row, least }: { title: string; row: Judged; least: number }) {
  const { t } = useTranslation();
  const f = useFormat();
  const over = row.bounced.over || row.complained.over;
  return (
    <div className="sending-group">
      <h3>{title}</h3>
      <dl>
        <div>
          <dt>{t("sending.sent")}</dt>
          <dd className="num">{f.number(row.sent)}</dd>
        </div>
        <div>
          <dt>{t("sending.delivered")}</dt>
          <dd className="num">{f.number(row.delivered)}</dd>
        </div>
        <Share name={t("sending.bounced")} rate={row.bounced} />
        <Share name={t("sending.complained")} rate={row.complained} />
      </dl>
      <p className={over ? "koi" : "meta"}>{row.few ? t("sending.tooFew", { least }) : t(over ? "sending.over" : "sending.good")}</p>
    </div>
  );
}
function Share({ name, rate }: { name: string; rate: Rate }) {
  const { t, i18n } = useTranslation();
  const f = useFormat();
  const percent = (value: number) =>
    new Intl.NumberFormat(i18n.language === "fr" ? "fr-FR" : "en-GB", { style: "percent", maximumFractionDigits: 2 }).format(value);
  return (
    <div data-over={rate.over || undefined}>
      <dt>{name}</dt>
      <dd className="num">
        {f.number(rate.bad)}
        {rate.share !== null && (
          <>
            {" · "}
            <b>{percent(rate.share)}</b>
          </>
        )}
        <span className="meta"> {t("sending.limit", { limit: percent(rate.limit) })}</span>
      </dd>
    </div>
  );
}
/** A bar a day: what was sent, and what came back of it. */
function Days({ seen }: { seen: Sending }) {
  const { t } = useTranslation();
  const f = useFormat();
  const most = Math.max(1, ...seen.days.map((d) => d.counts.sent));
  if (seen.days.length < 2) return null;
  return (
    <div className="sending-days" role="list" aria-label={t("sending.daily")}>
      {seen.days.map(({ day, counts }) => {
        const words = t("sending.dailyOf", {
          day: f.day(noonOf(day)),
          sent: f.number(counts.sent),
          bounced: f.number(counts.bounced),
          complained: f.number(counts.complained),
        });
        return (
          <span key={day} role="listitem" title={words} aria-label={words}>
            <i style={{ blockSize: `${(100 * counts.sent) / most}%` }} data-bad={counts.bounced + counts.complained > 0 || undefined} />
          </span>
        );
      })}
    </div>
  );
}
