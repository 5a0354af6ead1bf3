import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { MailFrame } from "@/ui/MailFrame";
import { LoadFailed, Skeleton } from "@/ui/states";
import { reasonKey } from "./told";
import { Why } from "./Why";

/** A mail as it went out. */
export function Mail({ candidateId, messageKey, name }: { candidateId: string; messageKey: string; name: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const sees = useMay("see_people");
  const mail = useQuery({ queryKey: ["mail", candidateId, messageKey], queryFn: () => api.sentMail(candidateId, messageKey) });
  if (mail.isPending) return <Skeleton rows={3} shape="field" />;
  if (mail.isError) return <LoadFailed error={mail.error} retry={mail.refetch} small />;
  const { subject, to, to_name, html, delivery, settled_at, due_at, reason, attachments, kept } = mail.data;
  const waits = delivery === "queued" && reason;
  const last = kept.at(-1);
  const clock = waits && last?.why === reason ? last.zone : null;
  return (
    <div className="mail">
      <dl className="mail-head">
        <div>
          <dt>{t("mail.to")}</dt>
          <dd>{to_name ? `${to_name}, ${to}` : to}</dd>
        </div>
        <div>
          <dt>{t("mail.subject")}</dt>
          <dd className="strong">{subject}</dd>
        </div>
        {attachments.length > 0 && (
          <div>
            <dt>{t("mail.files")}</dt>
            <dd>{f.list(attachments.map((one) => one.name))}</dd>
          </div>
        )}
        <div>
          <dt>{t("mail.state")}</dt>
          <dd>
            {t(`mail.${delivery}`)}
            {settled_at ? `, ${f.full(settled_at)}` : ""}
            {(waits || delivery === "cancelled") && reason && (
              <p className="meta">
                {t(reasonKey(reason), { defaultValue: reason })} {waits && t("mail.waits", { when: f.full(due_at) })}
                {clock &&
                  ` ${t("mail.waitsClock", { zone: clock.split("/").at(-1)?.replaceAll("_", " "), told: t(`mail.told_${last?.zone_from ?? "default"}`) })}`}
              </p>
            )}
          </dd>
        </div>
      </dl>
      {sees && !mail.data.draft?.forward && <Why candidateId={candidateId} messageKey={messageKey} name={name} />}
      <MailFrame html={html} title={subject} />
    </div>
  );
}
