import { useTranslation } from "react-i18next";
import type { Sending } from "@/api/model";
import { useFormat } from "@/i18n/format";

/** What Amazon SES lets the account send, and what of it is used. */
export function SesLimits({ ses }: { ses: Sending["ses"] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const day = ses && { used: f.number(ses.used), limit: f.number(ses.per_day) };
  const wrong =
    ses &&
    (!ses.enabled
      ? t("sending.sesStopped")
      : ses.waits_until
        ? t("sending.sesSpent", { when: f.full(ses.waits_until) })
        : ses.sandbox
          ? t("sending.sesSandbox")
          : null);
  return (
    <section aria-labelledby="sending-ses">
      <h2 id="sending-ses">{t("sending.ses")}</h2>
      {ses && day ? (
        <>
          <p className="meta">{t("sending.sesWhy", { when: f.full(ses.told_at) })}</p>
          <div className="sending-rates">
            <div className="sending-group">
              <dl>
                <div>
                  <dt>{t("sending.sesDay")}</dt>
                  <dd className="num">{t(ses.per_day < 0 ? "sending.sesDayFree" : "sending.sesDayOf", day)}</dd>
                </div>
                <div>
                  <dt>{t("sending.sesRate")}</dt>
                  <dd className="num">{f.number(ses.per_second)}</dd>
                </div>
              </dl>
              {wrong && <p className="koi">{wrong}</p>}
            </div>
          </div>
        </>
      ) : (
        <p className="ink2">{t("sending.sesUnknown")}</p>
      )}
    </section>
  );
}
