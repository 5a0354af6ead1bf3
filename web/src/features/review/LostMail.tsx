import { Button } from "@mantine/core";
import { IconCheck, IconMailQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MailFrame } from "@/ui/MailFrame";
import type { DetailProps } from "./detail";
import { titleOf } from "./cases";

/** A mail of which nobody can say whether it left. It is not sent again by itself. */
export function LostMail({ item, acts, children }: DetailProps) {
  const { t } = useTranslation();
  const mail = item.message;
  return (
    <div className="review-edit review-wide scroll" tabIndex={0} role="region" aria-label={t("review.detail")}>
      <div className="row">
        <h2 className="serif review-name">
          {item.candidate ? (
            <Link to="/people/$id" params={{ id: item.candidate.id }} className="ink">
              {titleOf(t, item)}
            </Link>
          ) : (
            titleOf(t, item)
          )}
        </h2>
        <span className="grow" />
        {children}
      </div>
      <div className="review-field">
        <p className="row koi review-why">
          <IconMailQuestion size={18} stroke={1.6} aria-hidden="true" />
          <b>{t("review.mailUnknown", { subject: mail?.subject ?? "" })}</b>
        </p>
        <p className="ink2">{t("review.mailWhy", { to: mail?.to ?? "" })}</p>
        {mail && <MailFrame html={mail.html} title={mail.subject} />}
        <div className="row wrap">
          <Button leftSection={<IconCheck size={16} />} loading={acts.seen.isPending} onClick={() => acts.seen.mutate(item)}>
            {t("review.seen")}
          </Button>
        </div>
      </div>
    </div>
  );
}
