import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Opened, Result, Behind } from "@/api/experiments";
import { useFormat } from "@/i18n/format";
import { percent, scale } from "./said";

/** Each variant: where its true rate lies, nineteen times in twenty, and the people behind every number. */
export function Picture({ opened: { experiment, verdict } }: { opened: Opened }) {
  const { t } = useTranslation();
  const f = useFormat();
  const { top, ticks } = scale(verdict.results);
  const at = (rate: number) => `${(100 * rate) / top}%`;
  const shown = (rate: number) => percent(rate, f.reader.language);
  const ahead = new Set(verdict.said === "winner" ? verdict.leading : []);
  const some = verdict.results.some((one) => one.counted > 0);
  return (
    <section className="exp-picture" aria-label={t("experiments.picture")}>
      <h2>{t(`experiments.rate_${experiment.plan.metric}`)}</h2>
      <ul>
        {verdict.results.map((one) => (
          <li key={one.variant} className="exp-row" data-ahead={ahead.has(one.variant) || undefined}>
            <span className="exp-letter" aria-hidden="true">
              {one.variant.toUpperCase()}
            </span>
            <span className="exp-rate num">
              <span className="sr-only">{t("experiments.variant", { letter: one.variant.toUpperCase() })} </span>
              {one.rate === null ? "–" : shown(one.rate)}
            </span>
            <svg className="exp-strip" role="img" aria-label={spoken(one, shown, t)}>
              {ticks.map((tick) => (
                <line key={tick} className="exp-grid" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
              ))}
              {one.low !== null && one.high !== null && one.rate !== null && (
                <>
                  <rect className="exp-between" x={at(one.low)} width={at(one.high - one.low)} y="9" height="10" rx="5" />
                  <circle className="exp-seen" cx={at(one.rate)} cy="14" r="5.5" />
                </>
              )}
            </svg>
            <Numbers experimentId={experiment.id} one={one} metric={experiment.plan.metric} />
          </li>
        ))}
      </ul>
      {some && (
        <div className="exp-axis num" aria-hidden="true">
          <div>
            {ticks.map((tick) => (
              <span key={tick} style={{ insetInlineStart: at(tick) }}>
                {shown(tick)}
              </span>
            ))}
          </div>
        </div>
      )}
      <p className="meta">{t(some ? "experiments.pictureWhy" : "experiments.pictureEmpty", { count: experiment.plan.window_days })}</p>
    </section>
  );
}
const spoken = (one: Result, shown: (rate: number) => string, t: TFunction): string =>
  one.low === null || one.high === null || one.rate === null
    ? t("experiments.nobodyYet", { letter: one.variant.toUpperCase() })
    : t("experiments.spoken", { letter: one.variant.toUpperCase(), rate: shown(one.rate), low: shown(one.low), high: shown(one.high) });

function Numbers({ experimentId, one, metric }: { experimentId: string; one: Result; metric: "reply" | "click" }) {
  const { t } = useTranslation();
  const f = useFormat();
  const link = (which: Behind, count: number, key: string, more: Record<string, unknown> = {}) =>
    count > 0 || which === "counted" ? (
      <Link
        className="link"
        to="/experiments/$id"
        params={{ id: experimentId }}
        search={{ variant: one.variant, which }}
        resetScroll={false}
      >
        {t(key, { count, people: f.number(count), ...more })}
      </Link>
    ) : (
      <span>{t(key, { count, people: f.number(count), ...more })}</span>
    );
  return (
    <span className="exp-numbers meta num">
      {link("hits", one.hits, `experiments.n_${metric}`)} {link("counted", one.counted, "experiments.n_of")}
      {one.waiting > 0 && <> · {link("waiting", one.waiting, "experiments.n_waiting")}</>}
    </span>
  );
}
