import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { isStatus, reasonKey } from "@/api/errors";
import type { Reason } from "@/api/model";
import { reasonsQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Conflict } from "@/ui/Conflict";
import { useKeys } from "@/ui/keys";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { SettingsFrame } from "../SettingsFrame";
import { added, draftsOf, MOST, movedBy, named, reasonsOf, same, sides, undone, unnamed, type ReasonDraft } from "./list";
import { ReasonRow } from "./ReasonRow";

export function ReasonsPage() {
  const { t } = useTranslation();
  const edits = useMay("edit_templates");
  const held = useQuery(reasonsQuery);
  return (
    <SettingsFrame title={t("reasons.title")}>
      <p className="ink2 settings-lead">{t("reasons.why")}</p>
      {held.isPending ? (
        <Skeleton shape="field" />
      ) : held.isError ? (
        <LoadFailed error={held.error} retry={held.refetch} />
      ) : edits ? (
        <Editor reasons={held.data.reasons} version={held.data.version} reload={held.refetch} />
      ) : (
        <ReadOnly reasons={held.data.reasons} />
      )}
    </SettingsFrame>
  );
}
function ReadOnly({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <>
      <p className="meta">{t("reasons.readOnly")}</p>
      {sides.map((side) => (
        <section className="reasons" key={side}>
          <h2>{t(`reasons.${side}`)}</h2>
          <ul>
            {reasons
              .filter((r) => r.side === side && r.in_use)
              .map((r) => (
                <li key={r.key}>{f.said(r.label)}</li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
function useSaveReasons() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const put = (saved: { reasons: Reason[]; version: number }) => client.setQueryData(reasonsQuery.queryKey, saved);
  return useMutation({
    mutationFn: ({ version, list }: { version: number; list: Reason[]; before: Reason[] }) => hiring.saveReasons(version, list),
    onSuccess: (saved, { before }) => {
      put(saved);
      toasts.done(t("reasons.saved"), () => hiring.saveReasons(saved.version, undone(before, saved.reasons)).then(put));
    },
    onError: (error) => {
      if (!isStatus(error, 412)) toasts.failed(t(reasonKey(error)));
    },
  });
}
function Editor({ reasons, version, reload }: { reasons: Reason[]; version: number; reload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const f = useFormat();
  const began = useRef({ version, reasons });
  const [list, setList] = useState<ReasonDraft[]>(() => draftsOf(reasons));
  const [told, setTold] = useState("");
  const [fresh, setFresh] = useState("");
  const [stale, setStale] = useState(false);
  const save = useSaveReasons();
  const dirty = !same(list, draftsOf(began.current.reasons));
  useEffect(() => {
    if (began.current.version === version) return;
    if (dirty && !save.isSuccess) return setStale(true);
    began.current = { version, reasons };
    setList(draftsOf(reasons));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new version is a reason
  }, [version]);
  const start = (mine: boolean) => {
    setStale(false);
    const known = new Set(list.map((r) => r.key));
    // What somebody else added stays in the list: it may have been chosen.
    if (mine) setList([...list, ...draftsOf(reasons).filter((r) => !known.has(r.key))]);
    else setList(draftsOf(reasons));
    began.current = { version, reasons };
  };
  const change = (next: ReasonDraft) => setList(list.map((r) => (r.key === next.key ? next : r)));
  const step = (reason: ReasonDraft, by: -1 | 1) => {
    const next = movedBy(list, reason.key, by);
    const own = next.filter((r) => r.side === reason.side);
    setList(next);
    const place = own.findIndex((r) => r.key === reason.key) + 1;
    setTold(t("reasons.movedTo", { name: named(reason, f.reader.language), place, of: own.length }));
  };
  // The arrows are heard where a reason has the focus.
  useKeys({}, { help: { "Alt ↑ ↓": "keys.reorder" } });
  const nameless = unnamed(list);
  const submit = () =>
    save.mutate(
      { version: began.current.version, list: reasonsOf(list), before: began.current.reasons },
      {
        onSuccess: (saved) => {
          began.current = saved;
          setList(draftsOf(saved.reasons));
        },
        onError: (error) => {
          if (!isStatus(error, 412)) return;
          setStale(true);
          void reload();
        },
      },
    );
  return (
    <form
      className="reasons-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {stale && (
        <Conflict theirs={t("reasons.theirsNow")} mine={t("reasons.mineNow")} onResolve={start}>
          <p>{t("reasons.stale")}</p>
        </Conflict>
      )}
      {sides.map((side) => {
        const own = list.filter((r) => r.side === side);
        return (
          <section className="reasons" key={side} aria-labelledby={`reasons-${side}`}>
            <h2 id={`reasons-${side}`}>{t(`reasons.${side}`)}</h2>
            <div className="reason reasons-head meta" aria-hidden="true">
              <span>{t("reasons.offered")}</span>
              <span>{t(`reasons.${f.reader.language}`)}</span>
              <span>{t(`reasons.${f.reader.language === "fr" ? "en" : "fr"}`)}</span>
            </div>
            <ul>
              {own.map((reason, i) => (
                <ReasonRow
                  key={reason.key}
                  reason={reason}
                  focused={reason.key === fresh}
                  first={i === 0}
                  last={i === own.length - 1}
                  onChange={change}
                  onStep={(by) => step(reason, by)}
                  onTakeAway={() => setList(list.filter((r) => r.key !== reason.key))}
                />
              ))}
            </ul>
            <Button
              variant="subtle"
              color="gray"
              className="quiet self-start"
              leftSection={<IconPlus size={15} />}
              disabled={list.length >= MOST}
              onClick={() => {
                const key = crypto.randomUUID().replaceAll("-", "_");
                setList(added(list, key, side));
                setFresh(key);
              }}
            >
              {t("reasons.add")}
            </Button>
          </section>
        );
      })}
      <p className="meta settings-lead">{t("reasons.law")}</p>
      <div role="status" className="sr-only">
        {told}
      </div>
      <div className="row wrap settings-acts">
        <Button type="submit" disabled={!dirty || Boolean(nameless) || stale} loading={save.isPending}>
          {t("act.save")}
        </Button>
        {dirty && (
          <Button variant="subtle" color="gray" className="quiet" onClick={() => setList(draftsOf(began.current.reasons))}>
            {t("act.discard")}
          </Button>
        )}
        <span className="meta">
          {list.length >= MOST ? t("reasons.full") : nameless ? t("reasons.nameless") : dirty ? "" : t("templates.noChange")}
        </span>
      </div>
    </form>
  );
}
