import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import type { Suppressed } from "@/api/model";
import * as api from "@/api/sending";
import { useFormat } from "@/i18n/format";
import { toasts } from "@/ui/toast";
import { SettingsFrame } from "../SettingsFrame";
import { ReasonForm } from "./ReasonForm";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
interface Found {
  address: string;
  held: Suppressed | null;
}
/** The list of addresses that get nothing unasked: asked about one, which is added or taken off. */
export function SuppressionsPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useState("");
  const [bad, setBad] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const look = useMutation({
    mutationFn: (wanted: string) =>
      api.lookUp(wanted).catch((error: unknown) => {
        if (isStatus(error, 404)) return null;
        throw error;
      }),
    onSuccess: (held, wanted) => setFound({ address: wanted, held }),
    onError: (error) => (isStatus(error, 422) ? setBad(true) : toasts.failed(t(reasonKey(error)))),
  });
  return (
    <SettingsFrame title={t("nav.suppressions")}>
      <div className="sending">
        <div>
          <p className="ink2 settings-lead">{t("suppress.lead")}</p>
          <p className="meta settings-lead">{t("suppress.hashed")}</p>
        </div>
        <form
          className="sending-look"
          onSubmit={(event) => {
            event.preventDefault();
            if (!ADDRESS.test(address.trim())) return setBad(true);
            look.mutate(address.trim());
          }}
        >
          <TextInput
            type="email"
            label={t("suppress.address")}
            value={address}
            maxLength={254}
            autoComplete="off"
            error={bad ? t("suppress.bad") : undefined}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setBad(false);
              setFound(null);
            }}
          />
          <Button type="submit" loading={look.isPending}>
            {t("suppress.look")}
          </Button>
        </form>
        {found && <Answer key={found.address} found={found} onChange={setFound} />}
      </div>
    </SettingsFrame>
  );
}
function Answer({ found, onChange }: { found: Found; onChange: (found: Found) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [asking, setAsking] = useState(false);
  const { address, held } = found;
  const how = held ? "lift" : "add";
  const act = useMutation({
    mutationFn: (words: string): Promise<Suppressed | null> =>
      held ? api.release(address, words).then(() => null) : api.suppress(address, words),
    onSuccess: (after) => {
      toasts.done(t(held ? "suppress.lifted" : "suppress.added"));
      setAsking(false);
      onChange({ address, held: after });
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  return (
    <section className="sending-answer" role="status">
      <p className="strong">{t(held ? "suppress.present" : "suppress.absent", { address })}</p>
      {held && (
        <ul>
          {Object.entries(held.reasons).map(([reason, at]) => (
            <li key={reason}>{t(`suppress.reason_${reason}`, { when: f.day(at) })}</li>
          ))}
          {held.words && <li className="meta">{t("suppress.addedBy", { by: held.by ?? "", words: held.words })}</li>}
        </ul>
      )}
      {asking ? (
        <ReasonForm
          label={t(`suppress.${how}Why`)}
          help={held ? t("suppress.liftHelp") : undefined}
          act={t(`suppress.${how}`)}
          pending={act.isPending}
          onGive={(words) => act.mutate(words)}
          onClose={() => setAsking(false)}
        />
      ) : (
        <Button size="xs" variant="default" className="self-start" onClick={() => setAsking(true)}>
          {t(`suppress.${how}`)}
        </Button>
      )}
    </section>
  );
}
