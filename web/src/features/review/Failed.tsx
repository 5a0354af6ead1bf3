import { Button } from "@mantine/core";
import { IconExternalLink, IconFileAlert, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import type { DetailProps } from "./detail";
import { titleOf, whatOf } from "./cases";

/** A file that could not be read: why, what was kept, and what can be done about it. */
export function Failed({ item, acts, children }: DetailProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const intake = item.intake;
  const reason = intake?.reason ?? "unreadable";
  const erased = reason === "asked_to_be_erased";
  const title = titleOf(t, item);
  return (
    <div className="review-edit review-wide scroll" tabIndex={0} role="region" aria-label={t("review.detail")}>
      <div className="row">
        <h2 className="review-name cut" title={title}>
          {title}
        </h2>
        <span className="grow" />
        {children}
      </div>
      <div className="review-field">
        <p className="row koi review-why">
          <IconFileAlert size={18} stroke={1.6} aria-hidden="true" />
          <b>{whatOf(t, f.list, item)}</b>
        </p>
        <p className="ink2">{t([`advice.${reason}`, "advice.other"])}</p>
        {intake?.detail && (
          <p className="meta">
            {erased ? t("erasure.blocked", { date: f.longDay(intake.detail) }) : t("review.detailSays", { detail: intake.detail })}
          </p>
        )}
        {intake && (
          <dl className="kv">
            <div>
              <dt>{t("review.received")}</dt>
              <dd>{f.full(intake.created_at)}</dd>
            </div>
            <div>
              <dt>{t("facet.relation")}</dt>
              <dd>{t(`relation.${intake.relation}`)}</dd>
            </div>
            <div>
              <dt>{t("review.size")}</dt>
              <dd>{f.bytes(intake.size)}</dd>
            </div>
          </dl>
        )}
        <div className="row wrap">
          {erased ? (
            <Button
              leftSection={<IconRefresh size={16} stroke={1.7} />}
              loading={acts.cameBack.isPending}
              onClick={() => acts.cameBack.mutate(item)}
            >
              {t("erasure.readAgain")}
            </Button>
          ) : (
            <Button
              leftSection={<IconRefresh size={16} stroke={1.7} />}
              loading={acts.retry.isPending}
              onClick={() => acts.retry.mutate(item)}
            >
              {t(reason === "not_a_cv" ? "review.readAnyway" : "act.retry")}
            </Button>
          )}
          <Button variant="default" leftSection={<IconExternalLink size={16} stroke={1.7} />} onClick={() => acts.open.mutate(item)}>
            {t("drop.open")}
          </Button>
          <Button variant="subtle" color="gray" className="quiet" onClick={() => acts.discard.mutate(item)}>
            {t("act.discard")}
          </Button>
        </div>
      </div>
      <p className="law">{t("review.keptLaw")}</p>
    </div>
  );
}
