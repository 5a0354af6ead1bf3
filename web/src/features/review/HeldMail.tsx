import { Button } from "@mantine/core";
import { IconMailOff, IconRobot, IconUserCheck, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { useFormat } from "@/i18n/format";
import { PersonPicker } from "@/ui/PersonPicker";
import { LoadFailed, Skeleton } from "@/ui/states";
import type { DetailProps } from "./detail";
import { titleOf } from "./cases";

/** A mail that came in and that nothing says where to put, or that may not be what it says; or a machine's answer. */
export function HeldMail({ item, acts, children }: DetailProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const held = item.received;
  const mail = useQuery({ queryKey: ["received", held?.id], queryFn: () => api.receivedMail(held?.id ?? "") });
  const who = item.candidate;
  const quiet = item.kind === "automatic";
  const safe = held?.reason !== "virus";
  return (
    <div className="review-edit review-wide scroll" tabIndex={0} role="region" aria-label={t("review.detail")}>
      <div className="row">
        <h2 className="serif review-name">{titleOf(t, item)}</h2>
        <span className="grow" />
        {children}
      </div>
      <div className="review-field">
        {quiet ? (
          <p className="row review-why">
            <IconRobot size={18} stroke={1.6} aria-hidden="true" />
            <b>{t(who ? "review.automaticKnown" : "review.automaticUnknown")}</b>
          </p>
        ) : (
          <p className="row koi review-why">
            <IconMailOff size={18} stroke={1.6} aria-hidden="true" />
            <b>{t(`review.held_${held?.reason ?? "no_thread"}`)}</b>
          </p>
        )}
        {quiet && <p className="ink2">{t("review.automaticWhy")}</p>}
        <p className="ink2">{t("review.heldFrom", { sender: held?.sender ?? "", subject: held?.subject || t("review.noSubject") })}</p>
        {mail.isPending && <Skeleton rows={3} shape="field" />}
        {mail.isError && <LoadFailed error={mail.error} retry={mail.refetch} small />}
        {mail.data && <p className="prose breakable">{mail.data.whole.reply || mail.data.whole.text}</p>}
        {mail.data && mail.data.whole.attachments.length > 0 && (
          <p className="meta">
            {t("review.heldFiles", {
              count: mail.data.whole.attachments.length,
              names: mail.data.whole.attachments.map((one) => `${one.name} (${f.bytes(one.size)})`).join(", "),
            })}
          </p>
        )}
        {!safe && <p className="ink2">{t("review.heldVirus")}</p>}
        <div className="row wrap">
          {who && safe && (
            <Button
              leftSection={<IconUserCheck size={16} />}
              loading={acts.file.isPending}
              onClick={() => acts.file.mutate({ item, to: { id: who.id, name: who.name ?? t("people.noName") } })}
            >
              {t("review.heldFile", { name: who.name ?? t("people.noName") })}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            loading={acts.dismiss.isPending}
            onClick={() => acts.dismiss.mutate(item)}
          >
            {t("review.heldDismiss")}
          </Button>
        </div>
        {safe && (
          <div className="held-pick">
            <PersonPicker
              label={t(who ? "review.heldOther" : "review.heldWhose")}
              onPick={(person) => acts.file.mutate({ item, to: person })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
