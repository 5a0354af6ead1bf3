import { Button, TextInput } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { refuse } from "@/api/corrections";
import { reasonKey } from "@/api/errors";
import type { Candidate } from "@/api/model";
import { keys, useMay } from "@/api/queries";
import * as api from "@/api/sending";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";

/** Notes that the person does not want to be written to unasked. */
export function useStop(id: string, name: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: () => api.stop(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.candidate(id) });
      toasts.done(t("unasked.stopped", { name }));
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
/** Notes that the person objects to corrections of their CV being kept as material, or does no more. */
export function useKeeping(id: string, name: string) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: (refused: boolean) => refuse(id, refused).then(() => refused),
    onSuccess: (refused) => {
      const seen = () => client.invalidateQueries({ queryKey: keys.candidate(id) });
      void seen();
      toasts.done(t(refused ? "unasked.keptNone" : "unasked.keptAgain", { name }), () => refuse(id, !refused).then(seen));
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
}
/** Why nothing unasked goes to the person, and the way back. Nothing while it may. */
export function Unasked({ candidate, name }: { candidate: Candidate; name: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const edits = useMay("edit_people");
  const { stops, until } = candidate.unsolicited;
  const [asking, setAsking] = useState(false);
  const pause = until && new Date(until) > new Date() ? until : null;
  if (stops.length === 0 && !pause) return null;
  return (
    <section className="unasked" aria-labelledby="unasked-title">
      <h2 id="unasked-title" className="row">
        <IconMailOff size={16} stroke={1.8} aria-hidden="true" />
        {t("unasked.title")}
      </h2>
      <ul>
        {stops.map((stop) => (
          <li key={stop.why}>{t(`unasked.since_${stop.why}`, { when: f.day(stop.at), by: stop.by ?? "" })}</li>
        ))}
        {stops.length === 0 && pause && <li>{t("unasked.until", { when: f.day(pause) })}</li>}
      </ul>
      <p className="meta">{t("unasked.owed")}</p>
      {edits &&
        (asking ? (
          <Permit id={candidate.id} name={name} onClose={() => setAsking(false)} />
        ) : (
          <Button size="xs" variant="default" className="self-start" onClick={() => setAsking(true)}>
            {t("unasked.permit")}
          </Button>
        ))}
    </section>
  );
}
function Permit({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const permit = useMutation({
    mutationFn: () => api.permit(id, reason.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.candidate(id) });
      toasts.done(t("unasked.permitted", { name }));
      onClose();
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  return (
    <form
      className="unasked-permit"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= 5) permit.mutate();
      }}
    >
      <TextInput
        label={t("unasked.permitReason")}
        description={t("unasked.permitHelp")}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row wrap">
        <Button size="xs" type="submit" disabled={reason.trim().length < 5} loading={permit.isPending}>
          {t("unasked.permitDo")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={onClose}>
          {t("act.cancel")}
        </Button>
      </div>
    </form>
  );
}
