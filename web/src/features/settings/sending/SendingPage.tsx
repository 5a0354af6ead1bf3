import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Sending } from "@/api/model";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { LoadFailed, Skeleton } from "@/ui/states";
import { SettingsFrame } from "../SettingsFrame";
import { Brake } from "./Brake";
import { DomainRecords } from "./DomainRecords";
import { Health } from "./Health";
import { Limits } from "./Limits";
import { sendingQuery } from "./queries";
import { SesLimits } from "./SesLimits";

/** How mail is received, and what nobody asked for may do. */
export function SendingPage() {
  const { t } = useTranslation();
  const manages = useMay("manage_workspace");
  const seen = useQuery(sendingQuery);
  return (
    <SettingsFrame title={t("nav.sending")}>
      <p className="ink2 settings-lead">{t("sending.lead")}</p>
      {seen.isPending ? (
        <Skeleton rows={4} shape="field" />
      ) : seen.isError ? (
        <LoadFailed error={seen.error} retry={seen.refetch} />
      ) : (
        <div className="sending">
          <Brake seen={seen.data} manages={manages} />
          <Health seen={seen.data} />
          <Today seen={seen.data} />
          <SesLimits ses={seen.data.ses} />
          <Limits seen={seen.data} manages={manages} reload={seen.refetch} />
          {manages && <DomainRecords sender={seen.data.sender} />}
          {!manages && <p className="meta">{t("sending.readOnly")}</p>}
        </div>
      )}
    </SettingsFrame>
  );
}
function Today({ seen }: { seen: Sending }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <section aria-labelledby="sending-today">
      <h2 id="sending-today">{t("sending.today")}</h2>
      <p>
        {t("sending.todayOf", { used: f.number(seen.today), cap: f.number(seen.cap) })}{" "}
        <span className="meta">{t("sending.todayStep", { step: seen.step })}</span>
      </p>
      <div className="sending-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, (100 * seen.today) / Math.max(1, seen.cap))}%` }} />
      </div>
      {seen.today >= seen.cap && <p className="ochre">{t("sending.todaySpent")}</p>}
    </section>
  );
}
