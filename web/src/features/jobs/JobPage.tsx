import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { JobEdit, JobView } from "@/api/model";
import { jobQuery, useMay } from "@/api/queries";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { openIn } from "@/ui/hiring/stages";
import { LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { blank, bodyOf, changed, checkJob, colliding, draftOf, type BodyField } from "./draft";
import { JobActs } from "./JobActs";
import { JobConflict } from "./JobConflict";
import { JobForm } from "./JobForm";
import { useSaved } from "./queries";
import { UnderWay } from "./UnderWay";

const route = getRouteApi("/jobs/$id/about");

export function JobPage() {
  const { id } = route.useParams();
  const opened = useQuery(jobQuery(id));
  if (opened.isPending) return <Skeleton shape="field" rows={6} />;
  if (!opened.data) return isStatus(opened.error, 404) ? <JobGone /> : <LoadFailed page error={opened.error} retry={opened.refetch} />;
  return <Opened key={id} view={opened.data} reload={async () => (await opened.refetch()).data} />;
}
interface Collision {
  edit: JobEdit;
  fields: BodyField[];
}
function Opened({ view, reload }: { view: JobView; reload: () => Promise<JobView | undefined> }) {
  const { t } = useTranslation();
  const { job } = view;
  const edits = useMay("edit_jobs");
  const saved = useSaved(job.id);
  const [began, setBegan] = useState(view);
  const [draft, setDraft] = useState(() => draftOf(view.job));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [collision, setCollision] = useState<Collision | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const edit = useMemo(() => changed(bodyOf(draftOf(began.job)), bodyOf(draft)), [began, draft]);
  const dirty = Object.keys(edit).length > 0;
  // As long as nothing is being written here, the form shows how the job stands.
  useEffect(() => {
    if (dirty || view.version === began.version) return;
    setBegan(view);
    setDraft(draftOf(view.job));
  }, [view, began.version, dirty]);
  const save = useMutation({
    mutationFn: async ({ wanted, version, again }: { wanted: JobEdit; version: number; again: boolean }): Promise<JobView | null> => {
      try {
        return await hiring.editJob(job.id, version, wanted);
      } catch (error) {
        if (!isStatus(error, 412) || !again) throw error;
        const theirs = await reload();
        if (!theirs) throw error;
        const both = colliding(bodyOf(draftOf(began.job)), bodyOf(draftOf(theirs.job)), wanted);
        // Someone touched other fields: this edit still stands on its own.
        if (both.length === 0) return hiring.editJob(job.id, theirs.version, wanted);
        setCollision({ edit: wanted, fields: both });
        return null;
      }
    },
    onSuccess: (after) => {
      if (!after) return;
      const back = changed(bodyOf(draftOf(after.job)), bodyOf(draftOf(began.job)));
      setBegan(after);
      setDraft(draftOf(after.job));
      saved.put(after);
      toasts.done(t("jobs.saved"), () => save.mutateAsync({ wanted: back, version: after.version, again: true }));
    },
    onError: (error) => {
      if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set(Object.keys(blank)));
    if (Object.keys(checkJob(draft)).length > 0)
      return void setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
    save.mutate({ wanted: edit, version: began.version, again: true });
  };
  const resolve = (mine: boolean) => {
    const open = collision;
    setCollision(null);
    setBegan(view);
    if (!open) return;
    if (mine) return save.mutate({ wanted: open.edit, version: view.version, again: true });
    // Theirs stand where both wrote; what only I wrote is kept.
    const mineOnly = Object.fromEntries(Object.entries(open.edit).filter(([key]) => !open.fields.includes(key as BodyField)));
    setDraft(draftOf({ ...view.job, ...mineOnly } as JobView["job"]));
  };
  return (
    <>
      <JobHeader job={job} open={openIn(job.stages, view.counts)} tab="about">
        {edits && <JobActs view={view} />}
      </JobHeader>
      <UnderWay job={job} />
      {collision && <JobConflict fields={collision.fields} theirs={view.job} mine={draft} onResolve={resolve} />}
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("jobs.tab_about")}>
        <form className="page-form job-new" ref={form} noValidate onSubmit={submit}>
          {view.warnings.length > 0 && job.state !== "closed" && (
            <div className="warn-box" role="note">
              {view.warnings.map((one) => (
                <p key={one}>{t(`jobs.warn_${one}`)}</p>
              ))}
            </div>
          )}
          <JobForm
            draft={draft}
            onChange={setDraft}
            left={left}
            onLeave={(name) => setLeft(new Set(left).add(name))}
            refused={fieldErrors(save.error)}
            disabled={!edits}
          />
          {edits && (
            <div className="row wrap form-acts" data-dirty={dirty || undefined}>
              <Button type="submit" disabled={!dirty} loading={save.isPending}>
                {t("act.save")}
              </Button>
              {dirty ? (
                <Button variant="subtle" color="gray" className="quiet" onClick={() => setDraft(draftOf(began.job))}>
                  {t("act.discard")}
                </Button>
              ) : (
                <span className="meta">{t("jobs.nothingToSave")}</span>
              )}
            </div>
          )}
        </form>
      </div>
    </>
  );
}
