import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sending } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { useBrake } from "./queries";
import { ReasonForm } from "./ReasonForm";

/** The pause of what nobody asked for: why it stands, and letting it go on. */
export function Brake({ seen, manages }: { seen: Sending; manages: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [asking, setAsking] = useState(false);
  const { pause } = seen;
  const holds = pause !== null && pause.lifted_at === null;
  const how = holds ? "resume" : "pause";
  const brake = useBrake(how);
  const form = asking && (
    <ReasonForm
      label={t(`sending.${how}Why`)}
      help={t(`sending.${how}Help`)}
      act={t(`sending.${how}Do`)}
      pending={brake.isPending}
      onGive={(words) => brake.mutate(words, { onSuccess: () => setAsking(false) })}
      onClose={() => setAsking(false)}
    />
  );
  const opener = manages && !asking && (
    <Button size="xs" variant={holds ? "filled" : "default"} className="self-start" onClick={() => setAsking(true)}>
      {t(`sending.${how}`)}
    </Button>
  );
  if (!holds)
    return (
      <div className="sending-brake">
        {pause?.lifted_at && (
          <p className="meta">
            {t("sending.lifted", { by: pause.lifted_by ?? "", when: f.day(pause.lifted_at), words: pause.lifted_words ?? "" })}
          </p>
        )}
        {opener}
        {form}
      </div>
    );
  return (
    <section className="conflict" role="alert" aria-labelledby="sending-paused">
      <h2 id="sending-paused">{t("sending.paused")}</h2>
      <p>
        {t(`sending.paused_${pause.why}`, {
          bad: f.number(pause.bad),
          mails: f.number(pause.mails),
          by: pause.by ?? "",
          words: pause.words ?? "",
        })}
      </p>
      <p className="meta">{t("sending.pausedSince", { when: f.full(pause.at) })}</p>
      {opener}
      {form}
    </section>
  );
}
