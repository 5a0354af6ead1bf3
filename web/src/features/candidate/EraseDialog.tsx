import { Button, Radio, TextInput } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/erasures";
import { reasonKey } from "@/api/errors";
import { keys, useRefreshLists } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Dialog } from "@/ui/Dialog";
import { forgotten } from "@/ui/recent";
import { LoadFailed, Skeleton } from "@/ui/states";

const kinds = ["events", "documents", "mails", "conversations", "applications", "scorecards", "interviews", "tasks", "enrolments"] as const;
/** However somebody writes it: accents, case and spaces say nothing of whether they are sure. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s\u2019']+/g, " ")
    .trim()
    .toLocaleLowerCase();

interface Props {
  id: string;
  name: string | undefined;
  onClose: () => void;
}
/** Erasing somebody: what goes, what stays, and that nothing takes it back. */
export function EraseDialog({ id, name, onClose }: Props) {
  const { t } = useTranslation();
  const foreseen = useQuery({ queryKey: ["foreseen", id], queryFn: () => api.foresee(id), staleTime: 0, gcTime: 0 });
  return (
    <Dialog onClose={onClose} title={t("erasure.title", { name: name ?? t("people.noName") })} size={580}>
      {foreseen.isPending ? (
        <Skeleton rows={5} shape="field" />
      ) : foreseen.isError ? (
        <LoadFailed small error={foreseen.error} retry={foreseen.refetch} />
      ) : (
        <Sure {...{ id, name, onClose }} foreseen={foreseen.data} />
      )}
    </Dialog>
  );
}
function Sure({ id, name, onClose, foreseen }: Props & { foreseen: api.Foreseen }) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const refresh = useRefreshLists();
  const [why, setWhy] = useState<api.Why>("asked");
  const [typed, setTyped] = useState("");
  const word = name ?? t("erasure.noName");
  const sure = plain(typed) === plain(word);
  const erase = useMutation({
    mutationFn: () => api.erase(id, why),
    onSuccess: (begun) => {
      client.setQueryData(api.erasureQuery(begun.id).queryKey, begun as api.Erasure);
      forgotten(id);
      refresh();
      for (const queryKey of [keys.jobs, ["board"], ["erasures"], ["day"]]) void client.invalidateQueries({ queryKey });
      onClose();
      // The record is asked for again, and answers that it was erased.
      void client.resetQueries({ queryKey: keys.candidate(id) });
    },
  });
  const warnings = [
    foreseen.waiting > 0 && t("erasure.waiting", { count: foreseen.waiting }),
    foreseen.running > 0 && t("erasure.running", { count: foreseen.running }),
    foreseen.upcoming.length > 0 && t("erasure.upcoming", { count: foreseen.upcoming.length, when: f.list(foreseen.upcoming.map(f.full)) }),
  ].filter((one) => one !== false);
  return (
    <form
      className="erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (sure) erase.mutate();
      }}
    >
      <p>{t("erasure.lead")}</p>
      {warnings.length > 0 && (
        <div className="erase-warn">
          {warnings.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      )}
      <section aria-labelledby="erase-goes">
        <h3 id="erase-goes">{t("erasure.goes")}</h3>
        <ul className="erase-goes">
          <li>
            {t("erasure.records", { count: 1, n: f.number(1) })}
            {foreseen.merged > 0 && `, ${t("erasure.merged", { count: foreseen.merged })}`}
          </li>
          {kinds
            .filter((kind) => foreseen[kind] > 0)
            .map((kind) => (
              <li key={kind}>{t(`erasure.${kind}`, { count: foreseen[kind], n: f.number(foreseen[kind]) })}</li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="erase-stays">
        <h3 id="erase-stays">{t("erasure.stays")}</h3>
        <ul className="erase-stays">
          {["erasure.staysCertificate", "erasure.staysCounts", "erasure.staysBackup", "erasure.staysNotes"].map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </section>
      <Radio.Group label={t("erasure.why")} value={why} onChange={(value) => setWhy(value as api.Why)}>
        <div className="choices">
          {(["asked", "not_needed"] as const).map((value) => {
            const said = value === "asked" ? "asked" : "notNeeded";
            return (
              <div className="choice" key={value} data-on={why === value || undefined}>
                <Radio value={value} label={t(`erasure.${said}Why`)} description={t(`erasure.${said}Then`)} />
              </div>
            );
          })}
        </div>
      </Radio.Group>
      <TextInput
        label={t("erasure.type", { name: word })}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {erase.isError && (
        <p className="koi" role="alert">
          {t(reasonKey(erase.error))}
        </p>
      )}
      <div className="row wrap">
        <Button type="submit" color="koi" disabled={!sure} loading={erase.isPending} leftSection={<IconEraser size={16} stroke={1.7} />}>
          {t("erasure.do")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
      </div>
    </form>
  );
}
