import { ActionIcon } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { domainQuery } from "./queries";

/** What to set at the DNS of the sender's domain, and what Amazon SES sees of it. */
export function DomainRecords({ sender }: { sender: string }) {
  const { t } = useTranslation();
  const held = useQuery(domainQuery);
  const copy = (value: string) => void navigator.clipboard.writeText(value).then(() => toasts.done(t("sending.copied")));
  return (
    <section aria-labelledby="sending-domain">
      <h2 id="sending-domain">{t("sending.domain")}</h2>
      {held.isPending ? (
        <Skeleton rows={3} shape="field" />
      ) : held.isError ? (
        <LoadFailed small error={held.error} retry={held.refetch} />
      ) : (
        <>
          <p className="meta">{t(held.data.known ? "sending.domainWhy" : "sending.unknown", { domain: held.data.domain, sender })}</p>
          <ul className="sending-records">
            {held.data.records.map((one) => (
              <li key={`${one.type} ${one.name}`}>
                <div className="row wrap">
                  <span className="strong">{t(`sending.purpose_${one.purpose}`)}</span>
                  <span className={one.state === "wrong" ? "koi" : "meta"}>{t(`sending.state_${one.state}`)}</span>
                </div>
                <dl>
                  <div>
                    <dt>{t("sending.recordType")}</dt>
                    <dd>{one.type}</dd>
                  </div>
                  {(
                    [
                      ["recordName", one.name],
                      ["recordValue", one.value],
                    ] as const
                  ).map(([key, value]) => (
                    <div key={key}>
                      <dt>{t(`sending.${key}`)}</dt>
                      <dd>
                        <code>{value}</code>
                        <ActionIcon size={26} aria-label={t("sending.copy", { what: value })} onClick={() => copy(value)}>
                          <IconCopy size={15} stroke={1.7} />
                        </ActionIcon>
                      </dd>
                    </div>
                  ))}
                </dl>
                {one.purpose === "dmarc" && <p className="meta">{t("sending.dmarcWhy")}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
