import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { isStatus, reasonKey } from "@/api/errors";
import type { JobView, NoteWarning } from "@/api/model";
import { jobQuery, useMay } from "@/api/queries";
import * as cards from "@/api/scorecards";
import { Conflict } from "@/ui/Conflict";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { openIn } from "@/ui/hiring/stages";
import { newId } from "@/ui/hiring/ulid";
import { NoteWarnings } from "@/ui/record/NoteWarnings";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { CriterionRow } from "./CriterionRow";
import { draftsOf, fresh, movedBy, same, textOf, unfinished, wordsOf, type CriterionDraft } from "./criteria";

const route = getRouteApi("/jobs/$id/criteria");

export function CriteriaPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const job = useQuery(jobQuery(id));
  const criteria = useQuery(cards.criteriaQuery(id));
  if (job.isPending || criteria.isPending) return <Skeleton shape="field" rows={6} />;
  if (!job.data) return isStatus(job.error, 404) ? <JobGone /> : <LoadFailed page error={job.error} retry={job.refetch} />;
  return (
    <>
      <JobHeader job={job.data.job} open={openIn(job.data.job.stages, job.data.counts)} tab="criteria" />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("criteria.list")}>
        {criteria.data ? (
          <Editor key={id} view={job.data} held={criteria.data} reload={criteria.refetch} />
        ) : (
          <LoadFailed error={criteria.error} retry={criteria.refetch} />
        )}
      </div>
    </>
  );
}
interface Warned {
  text: string;
  warnings: NoteWarning[];
}
function Editor({ view, held, reload }: { view: JobView; held: cards.Criteria; reload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { job } = view;
  const edits = useMay("edit_jobs");
  const began = useRef({ version: held.version, list: draftsOf(held.criteria) });
  const [list, setList] = useState(began.current.list);
  const [open, setOpen] = useState<string | null>(null);
  const [stale, setStale] = useState(false);
  const [warned, setWarned] = useState<Warned | null>(null);
  const [told, setTold] = useState("");
  const dirty = !same(list, began.current.list);
  useEffect(() => {
    if (began.current.version === held.version) return;
    // Somebody else's change: taken over at once unless something is being written here.
    if (dirty) return setStale(true);
    began.current = { version: held.version, list: draftsOf(held.criteria) };
    setList(began.current.list);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new version is a reason
  }, [held.version]);
  const save = useMutation({
    mutationFn: async ({ wanted, override }: { wanted: CriterionDraft[]; override: boolean }) => {
      const text = wordsOf(wanted);
      const found = override || !text ? [] : (await api.checkNote(text)).warnings;
      setWarned(found.length ? { text, warnings: found } : null);
      if (found.length) return null;
      return cards.saveCriteria(job.id, began.current.version, { criteria: wanted.map(textOf), ...(override ? { override } : {}) });
    },
    onSuccess: (after) => {
      if (!after) return;
      const before = began.current.list;
      began.current = { version: after.version, list: draftsOf(after.criteria) };
      setList(began.current.list);
      setOpen(null);
      client.setQueryData(cards.cardKeys.criteria(job.id), after);
      void client.invalidateQueries({ queryKey: ["scorecards", job.id] });
      // What was retired comes back under a name of its own: its old one is no criterion of the job any more.
      const kept = new Set(after.criteria.map((one) => one.id));
      const back = before.map((one) => (kept.has(one.key) ? one : { ...one, isNew: true }));
      toasts.done(t("criteria.saved"), () => save.mutateAsync({ wanted: back, override: true }));
    },
    onError: (error) => {
      if (isStatus(error, 412)) {
        setStale(true);
        void reload();
      } else toasts.failed(t(reasonKey(error)));
    },
  });
  const start = (mine: boolean) => {
    setStale(false);
    const theirs = draftsOf(held.criteria);
    began.current = { version: held.version, list: theirs };
    setList(mine ? list.filter((one) => one.isNew || theirs.some((now) => now.key === one.key)) : theirs);
  };
  const needs = job.requirements;
  const half = unfinished(list, new Set(needs.map((one) => one.id)));
  const toNeeds = (
    <Link to="/jobs/$id/about" params={{ id: job.id }} className="link">
      {t("criteria.toNeeds")}
    </Link>
  );
  if (edits && needs.length === 0 && list.length === 0)
    return (
      <Empty title={t("criteria.noNeeds")} acts={toNeeds}>
        {t("criteria.noNeedsWhy")}
      </Empty>
    );
  const add = () => {
    const one = fresh(newId("crt"), needs.length === 1 ? (needs[0]?.id ?? "") : "");
    setList([...list, one]);
    setOpen(one.key);
  };
  const move = (key: string, by: number) => {
    const next = movedBy(list, key, by);
    setList(next);
    const at = next.findIndex((one) => one.key === key);
    setTold(t("criteria.movedTo", { name: next[at]?.label.fr ?? next[at]?.label.en ?? "", place: at + 1, of: next.length }));
  };
  return (
    <div className="page-form job-new crit">
      <p className="ink2">{t("criteria.what")}</p>
      {stale && (
        <Conflict mine={t("criteria.goOn")} onResolve={start}>
          <p>{t("criteria.stale")}</p>
        </Conflict>
      )}
      {list.length === 0 ? (
        <Empty title={t("criteria.none")}>{t(edits ? "criteria.noneWhy" : "criteria.nobodyWrote")}</Empty>
      ) : (
        <ol className="crit-list" aria-label={t("criteria.list")}>
          {list.map((one, i) => (
            <CriterionRow
              key={one.key}
              place={i}
              last={i === list.length - 1}
              one={one}
              requirements={needs}
              edits={edits}
              open={open === one.key}
              onOpen={(on) => setOpen(on ? one.key : null)}
              onChange={(next) => {
                setWarned(null);
                setList(list.map((other) => (other.key === one.key ? next : other)));
              }}
              onMove={(by) => move(one.key, by)}
              onRetire={() => setList(list.filter((other) => other.key !== one.key))}
            />
          ))}
        </ol>
      )}
      <p className="sr-only" role="status">
        {told}
      </p>
      {edits && (
        <>
          <div>
            <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} disabled={list.length >= 20} onClick={add}>
              {t("criteria.add")}
            </Button>
          </div>
          {warned && <NoteWarnings text={warned.text} warnings={warned.warnings} />}
          <div className="row wrap form-acts" data-dirty={dirty || undefined}>
            {warned ? (
              <Button variant="default" loading={save.isPending} onClick={() => save.mutate({ wanted: list, override: true })}>
                {t("criteria.warned")}
              </Button>
            ) : (
              <Button
                disabled={!dirty || half !== undefined || stale}
                loading={save.isPending}
                onClick={() => save.mutate({ wanted: list, override: false })}
              >
                {t("criteria.save")}
              </Button>
            )}
            {dirty && (
              <Button variant="subtle" color="gray" className="quiet" onClick={() => setList(began.current.list)}>
                {t("act.discard")}
              </Button>
            )}
            <span className="meta">{!dirty ? t("jobs.nothingToSave") : half ? t("criteria.half") : ""}</span>
          </div>
        </>
      )}
    </div>
  );
}
