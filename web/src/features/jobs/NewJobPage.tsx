import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import * as hiring from "@/api/hiring";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { NewJob } from "@/api/model";
import { jobQuery, jobsQuery, keys, libraryQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { Header } from "@/ui/parts";
import { toasts } from "@/ui/toast";
import { blank, bodyOf, checkJob, draftOf, type JobDraft } from "./draft";
import { JobForm } from "./JobForm";

const route = getRouteApi("/jobs/new");

export function NewJobPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { like, pipeline: begun } = route.useSearch();
  const [draft, setDraft] = useState<JobDraft>(blank);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [pipeline, setPipeline] = useState(begun ?? "standard");
  const [from, setFrom] = useState(like ?? "");
  const form = useRef<HTMLFormElement>(null);
  const library = useQuery(libraryQuery);
  const models = useQuery(jobsQuery("template"));
  const others = useQuery(jobsQuery("open"));
  const source = useQuery({ ...jobQuery(from), enabled: from !== "" });
  const job = from ? source.data?.job : undefined;
  useEffect(() => {
    if (job) setDraft({ ...draftOf(job), team: [], opensOn: "", closesOn: "" });
  }, [job]);
  const add = useMutation({
    mutationFn: (state: "draft" | "open" | "template") =>
      hiring.addJob({ ...bodyOf(draft), ...(from ? { like: from } : { pipeline }), state } as NewJob),
    onSuccess: ({ job: made }) => {
      void client.invalidateQueries({ queryKey: keys.jobs });
      toasts.done(t(`jobs.made_${made.state}`, { title: f.said(made.title) }));
      void navigate({ to: "/jobs/$id", params: { id: made.id } });
    },
  });
  const submit = (state: "draft" | "open" | "template") => {
    setLeft(new Set(Object.keys(blank)));
    if (Object.keys(checkJob(draft)).length > 0)
      return setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
    add.mutate(state);
  };
  const stages = from ? (job?.stages.filter((stage) => !stage.leaving_to) ?? []) : (library.data?.pipelines[pipeline] ?? []);
  return (
    <>
      <Header title={t("jobs.newTitle")} />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("jobs.newTitle")}>
        <form
          className="page-form job-new"
          ref={form}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            submit("open");
          }}
        >
          <section className="job-part">
            <h2>{t("jobs.begin")}</h2>
            <NativeSelect
              aria-label={t("jobs.begin")}
              value={from || `library:${pipeline}`}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (value.startsWith("library:")) {
                  setFrom("");
                  setPipeline(value.slice(8));
                } else setFrom(value);
              }}
              data={[
                {
                  group: t("jobs.fromLibrary"),
                  items: Object.keys(library.data?.pipelines ?? { standard: [] }).map((key) => ({
                    value: `library:${key}`,
                    label: t(`pipeline.${key}`, { defaultValue: key }),
                  })),
                },
                ...group(t("jobs.state_template"), models.data, f.said),
                ...group(t("jobs.likeAnother"), others.data, f.said),
                ...(like && job && ![...(models.data ?? []), ...(others.data ?? [])].some((one) => one.job.id === like)
                  ? [{ value: like, label: f.said(job.title) }]
                  : []),
              ]}
            />
            <ol className="way" aria-label={t("jobs.tab_stages")}>
              {stages.map((stage, i) => (
                <li key={i} className="stage">
                  <StageGlyph kind={stage.kind} />
                  {f.said({ fr: stage.name.fr ?? null, en: stage.name.en ?? null })}
                </li>
              ))}
            </ol>
            <p className="meta">{t("jobs.wayWhy")}</p>
          </section>
          <JobForm
            draft={draft}
            onChange={setDraft}
            left={left}
            onLeave={(name) => setLeft(new Set(left).add(name))}
            refused={fieldErrors(add.error)}
          />
          {add.isError && !isStatus(add.error, 422) && (
            <p className="koi" role="alert">
              {t(reasonKey(add.error))}
            </p>
          )}
          <div className="row wrap">
            <Button type="submit" loading={add.isPending && add.variables === "open"}>
              {t("jobs.createOpen")}
            </Button>
            <Button variant="default" loading={add.isPending && add.variables === "draft"} onClick={() => submit("draft")}>
              {t("jobs.createDraft")}
            </Button>
            <Button component={Link} to="/jobs" variant="subtle" color="gray" className="quiet">
              {t("act.cancel")}
            </Button>
            {!draft.payFrom && !draft.payTo && <span className="meta ochre">{t("jobs.noPay")}</span>}
          </div>
        </form>
      </div>
    </>
  );
}
type Listed = { job: { id: string; title: { fr: string | null; en: string | null } } }[] | undefined;
const group = (name: string, jobs: Listed, said: (words: { fr: string | null; en: string | null }) => string) =>
  jobs?.length ? [{ group: name, items: jobs.map(({ job }) => ({ value: job.id, label: said(job.title) })) }] : [];
