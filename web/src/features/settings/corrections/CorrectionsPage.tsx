import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/corrections";
import { isStatus, reasonKey } from "@/api/errors";
import { useFormat } from "@/i18n/format";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { SettingsFrame } from "../SettingsFrame";
import { useTakeOut } from "./takeOut";

const heldQuery = queryOptions({ queryKey: ["corrections"], queryFn: api.corrections, staleTime: 0 });
const times: api.Keeping["months"][] = [6, 12, 24];

/** Whether what people correct on readings is kept for the next version's rules: what, why, how long, and as a file. */
export function CorrectionsPage() {
  const { t } = useTranslation();
  const held = useQuery(heldQuery);
  return (
    <SettingsFrame title={t("corrections.title")}>
      <p className="ink2 settings-lead">{t("corrections.lead")}</p>
      {held.isPending ? (
        <Skeleton rows={4} shape="field" />
      ) : held.isError ? (
        <LoadFailed error={held.error} retry={held.refetch} />
      ) : (
        <div className="corrections">
          <Choice held={held.data} reload={held.refetch} />
          <Held held={held.data} />
          <Explained />
        </div>
      )}
    </SettingsFrame>
  );
}
function Choice({ held, reload }: { held: api.CorrectionsHeld; reload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [wanted, setWanted] = useState(held.keeping);
  const [sure, setSure] = useState(false);
  const began = useRef(held.version);
  useEffect(() => {
    if (began.current === held.version) return;
    began.current = held.version;
    setWanted(held.keeping);
  }, [held]);
  const save = useMutation({
    mutationFn: (body: api.Keeping) => api.keep(held.version, body),
    onSuccess: (saved) => {
      client.setQueryData(heldQuery.queryKey, saved);
      setSure(false);
      toasts.done(t(saved.keeping.keeps ? "corrections.saved" : held.keeping.keeps ? "corrections.turnedOff" : "corrections.saved"));
    },
    onError: (error) => {
      toasts.failed(isStatus(error, 412) ? t("corrections.stale") : t(reasonKey(error)));
      if (isStatus(error, 412)) void reload();
    },
  });
  const dirty = JSON.stringify(wanted) !== JSON.stringify(held.keeping);
  const deletes = held.keeping.keeps && !wanted.keeps && held.corrections > 0;
  return (
    <form
      aria-label={t("corrections.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (deletes && !sure) setSure(true);
        else save.mutate(wanted);
      }}
    >
      <Checkbox
        label={t("corrections.keeps")}
        description={t("corrections.keepsWhy")}
        checked={wanted.keeps}
        onChange={(event) => {
          setSure(false);
          setWanted({ ...wanted, keeps: event.currentTarget.checked });
        }}
      />
      <Checkbox
        label={t("corrections.documents")}
        description={t("corrections.documentsWhy")}
        checked={wanted.documents}
        disabled={!wanted.keeps}
        onChange={(event) => setWanted({ ...wanted, documents: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t("corrections.months")}
        value={`${wanted.months}`}
        disabled={!wanted.keeps}
        data={times.map((months) => ({ value: `${months}`, label: t("corrections.monthsOf", { count: months }) }))}
        onChange={(event) => {
          const months = times.find((one) => `${one}` === event.currentTarget.value);
          if (months) setWanted({ ...wanted, months });
        }}
      />
      {sure && (
        <section className="conflict" role="alert">
          <p>{t("corrections.deletes", { count: held.corrections })}</p>
        </section>
      )}
      <div className="row wrap">
        <Button type="submit" disabled={!dirty} loading={save.isPending} {...(sure ? { color: "koi" } : {})}>
          {t(sure ? "corrections.deleteDo" : "act.save")}
        </Button>
        {dirty && (
          <Button
            variant="subtle"
            color="gray"
            className="quiet"
            onClick={() => {
              setSure(false);
              setWanted(held.keeping);
            }}
          >
            {t("act.discard")}
          </Button>
        )}
      </div>
    </form>
  );
}
function Held({ held }: { held: api.CorrectionsHeld }) {
  const { t } = useTranslation();
  const f = useFormat();
  const take = useTakeOut();
  if (!held.keeping.keeps) return null;
  return (
    <section aria-labelledby="corrections-held">
      <h2 id="corrections-held">{t("corrections.held")}</h2>
      <p>
        {held.corrections === 0 || !held.since
          ? t("corrections.none")
          : t(held.more ? "corrections.atLeast" : "corrections.count", {
              count: held.corrections,
              corrections: f.number(held.corrections),
              people: t("corrections.people", { count: held.people }),
              since: f.day(held.since),
            })}
      </p>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.7} />}
        disabled={held.corrections === 0}
        loading={take.busy}
        onClick={take.start}
      >
        {t("corrections.export")}
      </Button>
      <p className="meta" role="status">
        {take.busy
          ? t("corrections.exporting", { count: take.read })
          : t(`corrections.exportWhy_${held.keeping.documents ? "lines" : "bare"}`)}
      </p>
    </section>
  );
}
function Explained() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="corrections-law">
      <h2 id="corrections-law">{t("corrections.law")}</h2>
      <dl>
        {(["what", "why", "ground", "time", "whose", "out"] as const).map((part) => (
          <Part key={part} name={t(`corrections.${part}`)} text={t(`corrections.${part}Is`)} />
        ))}
      </dl>
    </section>
  );
}
function Part({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
