import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { isStatus, reasonKey } from "@/api/errors";
import type { Job } from "@/api/model";
import { reasonsQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { LetterChoice, type LetterDraft } from "@/ui/hiring/LetterChoice";
import { toasts } from "@/ui/toast";
import { Dialog } from "@/ui/Dialog";

interface Props {
  job: Job;
  /** How many are still considered. */
  count: number;
  onClose: () => void;
  onDone: (job: Job) => void;
}
/** Closing a job: why, and what everyone still in it is told. */
export function CloseDialog({ job, count, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const reasons = useQuery(reasonsQuery);
  const [reason, setReason] = useState("position_filled");
  const [draft, setDraft] = useState<LetterDraft>({ telling: "mail", letter: { template: "position_closed", business_days: 0 } });
  const title = f.said(job.title);
  const close = useMutation({
    mutationFn: () =>
      hiring.closeJob(job.id, {
        reason,
        ...(count > 0 && draft.telling === "mail" ? { letter: draft.letter } : {}),
        told_otherwise: count > 0 && draft.telling === "otherwise",
      }),
    onSuccess: (after) => {
      onDone(after);
      onClose();
      toasts.done(t("jobs.closing", { title }), () => hiring.reopenJob(job.id).then(onDone));
    },
  });
  const ours = (reasons.data?.reasons ?? []).filter((one) => one.in_use && one.side === "ours");
  return (
    <Dialog onClose={onClose} title={t("jobs.closeTitle", { title })} size={560}>
      <form
        className="refuse-form"
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate();
        }}
      >
        <p>{t(count > 0 ? "jobs.closeCount" : "jobs.closeNobody", { count })}</p>
        <NativeSelect
          label={t("jobs.closeReason")}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
          data={ours.map((one) => ({ value: one.key, label: f.said(one.label) }))}
        />
        {count > 0 && <LetterChoice value={draft} onChange={setDraft} />}
        {count > 0 && draft.telling === "mail" && <p className="meta">{t("jobs.closeHeld")}</p>}
        {close.isError && (
          <p className="koi" role="alert">
            {t(isStatus(close.error, 409) ? "jobs.notNow" : reasonKey(close.error))}
          </p>
        )}
        <div className="row wrap refuse-acts">
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" loading={close.isPending}>
            {t("jobs.closeDo")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
