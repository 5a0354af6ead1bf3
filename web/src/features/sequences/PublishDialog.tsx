import { Button, Radio } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import * as api from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { Dialog } from "@/ui/Dialog";
import { Differences } from "./Differences";
import { useKept, versionsQuery } from "./queries";
import { endedBy } from "./trials";
import type { useStepWords } from "./useStepWords";

interface Props {
  view: api.SequenceView;
  words: ReturnType<typeof useStepWords>;
  onClose: () => void;
}
/** What changes for whom: the people in flight stay on their version, or go over to the new one. */
export function PublishDialog({ view, words, onClose }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const kept = useKept();
  const { sequence, counts } = view;
  const flying = counts.active + counts.paused;
  const versions = useQuery({ ...versionsQuery(sequence.id), enabled: sequence.version > 0 });
  const before = versions.data?.versions[0];
  const [flight, setFlight] = useState<"stay" | "move">("stay");
  const ends = before ? endedBy(view, before) : [];
  const publish = useMutation({
    mutationFn: () => api.publishSequence(sequence.id, view.version, flight, ends.length > 0),
    onSuccess: (after) => {
      kept(after);
      void versions.refetch();
      onClose();
      toasts.done(t("seq.published", { version: after.sequence.version }), undefined, {
        detail: flying > 0 ? t(flight === "move" ? "seq.movedAll" : "seq.stayedAll", { count: flying }) : undefined,
      });
    },
  });
  return (
    <Dialog onClose={onClose} title={t("seq.publishTitle", { version: sequence.version + 1 })} size={560}>
      <form
        className="refuse-form"
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        {sequence.version === 0 ? (
          <p>{t("seq.publishFirst")}</p>
        ) : before ? (
          <section>
            <h2 className="seq-sub">{t("seq.whatChanges")}</h2>
            <Differences before={before} after={sequence} words={words} />
          </section>
        ) : (
          <Skeleton rows={2} shape="field" />
        )}
        {ends.length > 0 && (
          <section className="seq-ends">
            <h2 className="seq-sub">{t("seq.ends", { count: ends.length })}</h2>
            <ul className="seq-diff">
              {ends.map((one) => (
                <li key={one.experiment_id}>
                  <Link to="/experiments/$id" params={{ id: one.experiment_id }} className="link">
                    {one.name}
                  </Link>
                </li>
              ))}
            </ul>
            <p className="meta">{t("seq.endsWhy")}</p>
          </section>
        )}
        {flying > 0 && (
          <Radio.Group
            label={t("seq.inFlight", { count: flying, n: f.number(flying) })}
            value={flight}
            onChange={(value) => setFlight(value as "stay" | "move")}
          >
            <div className="choices">
              {(["stay", "move"] as const).map((one) => (
                <div className="choice" key={one} data-on={one === flight || undefined}>
                  <Radio value={one} label={t(`seq.flight_${one}`)} description={t(`seq.flight_${one}Why`)} />
                </div>
              ))}
            </div>
          </Radio.Group>
        )}
        {publish.isError && (
          <p className="koi" role="alert">
            {t(isStatus(publish.error, 409) ? "seq.notNow" : reasonKey(publish.error))}
          </p>
        )}
        <div className="row wrap refuse-acts">
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" loading={publish.isPending} data-autofocus>
            {t(ends.length > 0 ? "seq.publishEnding" : "seq.publish")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
