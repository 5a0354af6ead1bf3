import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { Event } from "@/api/model";
import { Linked } from "@/ui/Linked";
import { MailFrame } from "@/ui/MailFrame";
import { LoadFailed, Skeleton } from "@/ui/states";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What somebody answered: their own words first, the files that came with them, then the whole mail when asked for. */
export function Received({ event }: { event: Event }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const names: unknown[] = Array.isArray(event.data.attachments) ? event.data.attachments : [];
  const reply = text(event.data.reply);
  return (
    <div className="event-body">
      {reply && (
        <p className="prose">
          <Linked text={reply} />
        </p>
      )}
      {names.length > 0 && <p className="meta">{t("mail.with", { count: names.length, names: names.map(text).join(", ") })}</p>}
      <button type="button" className="link meta" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {t(whole ? "mail.hide" : "mail.whole")}
      </button>
      {whole && <Whole id={text(event.data.received)} />}
    </div>
  );
}
function Whole({ id }: { id: string }) {
  const { t } = useTranslation();
  const mail = useQuery({ queryKey: ["received", id], queryFn: () => api.receivedMail(id) });
  if (mail.isPending) return <Skeleton rows={3} shape="field" />;
  if (mail.isError) return <LoadFailed error={mail.error} retry={mail.refetch} small />;
  const { sender, subject, html, text: plain, attachments } = mail.data.whole;
  return (
    <div className="mail">
      <dl className="mail-head">
        <div>
          <dt>{t("mail.from")}</dt>
          <dd>{sender}</dd>
        </div>
        <div>
          <dt>{t("mail.subject")}</dt>
          <dd className="strong">{subject}</dd>
        </div>
        {attachments.length > 0 && (
          <div>
            <dt>{t("mail.files")}</dt>
            <dd>
              {attachments.map((one) => (
                <button key={one.number} type="button" className="link" onClick={() => void take(id, one.number)}>
                  {one.name}
                </button>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {html ? (
        <MailFrame html={html} title={subject} />
      ) : (
        <p className="prose">
          <Linked text={plain} />
        </p>
      )}
    </div>
  );
}
async function take(id: string, number: number) {
  const { url } = await api.receivedFile(id, number);
  window.open(url, "_blank", "noopener");
}
