import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { useFormat } from "@/i18n/format";
import { MailFrame } from "@/ui/MailFrame";
import { LoadFailed, Skeleton } from "@/ui/states";

/** A mail as it went out. */
export function Mail({ candidateId, messageKey }: { candidateId: string; messageKey: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const mail = useQuery({ queryKey: ["mail", candidateId, messageKey], queryFn: () => api.sentMail(candidateId, messageKey) });
  if (mail.isPending) return <Skeleton rows={3} shape="field" />;
  if (mail.isError) return <LoadFailed error={mail.error} retry={mail.refetch} small />;
  const { subject, to, html, state, settled_at } = mail.data;
  return (
    <div className="mail">
      <dl className="mail-head">
        <div>
          <dt>{t("mail.to")}</dt>
          <dd>{to}</dd>
        </div>
        <div>
          <dt>{t("mail.subject")}</dt>
          <dd className="strong">{subject}</dd>
        </div>
        <div>
          <dt>{t("mail.state")}</dt>
          <dd>
            {t(`mail.${state}`, { defaultValue: state })}
            {settled_at ? `, ${f.full(settled_at)}` : ""}
          </dd>
        </div>
      </dl>
      <MailFrame html={html} title={subject} />
    </div>
  );
}
