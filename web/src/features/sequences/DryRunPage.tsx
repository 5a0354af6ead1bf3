import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconMail, IconSquareCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldErrors, isStatus } from "@/api/errors";
import { jobQuery, useMay } from "@/api/queries";
import * as api from "@/api/sequences";
import { dayOf, plusDays, useFormat } from "@/i18n/format";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { Frame, Opened } from "./Frame";
import { dryRunQuery } from "./queries";
import { EnrolmentMark } from "./StateMark";
import { useStepWords } from "./useStepWords";

const route = getRouteApi("/sequences/$id/dry-run");
const QUARTER = 91;
const SHOWN = 50;

export function DryRunPage() {
  const { id } = route.useParams();
  return <Opened id={id}>{(view) => <DryRun key={id} view={view} />}</Opened>;
}
/** What the draft would have done to the people of a time that is past. Nothing is written, nothing leaves. */
function DryRun({ view }: { view: api.SequenceView }) {
  const { t } = useTranslation();
  const f = useFormat();
  const { sequence } = view;
  const runs = useMay("run_sequences");
  const today = dayOf(new Date(), "UTC");
  const [since, setSince] = useState(plusDays(today, -QUARTER));
  const [until, setUntil] = useState(today);
  const [stage, setStage] = useState("");
  const jobId = sequence.settings.job_id;
  const job = useQuery({ ...jobQuery(jobId ?? ""), enabled: jobId !== null }).data?.job;
  const [asked, setAsked] = useState<api.DryRunning | null>(null);
  const seen = useQuery({ ...dryRunQuery(sequence.id, view.version, asked), enabled: asked !== null });
  const wrong = fieldErrors(seen.error);
  if (!runs)
    return (
      <>
        <Frame view={view} tab="dry_run" />
        <Empty title={t("session.deniedTitle")}>{t("session.denied")}</Empty>
      </>
    );
  return (
    <>
      <Frame view={view} tab="dry_run" />
      <div className="seq scroll" tabIndex={0} role="region" aria-label={t("seq.tab_dry_run")}>
        <form
          className="dry-form"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked({
              since,
              until,
              entering: stage && jobId ? { on: "stage", job_id: jobId, stage_id: stage } : { on: "created" },
            } as api.DryRunning);
          }}
        >
          <p className="ink2">{t("seq.dryWhy")}</p>
          <div className="row wrap dry-fields">
            <TextInput
              type="date"
              label={t("seq.drySince")}
              max={until}
              value={since}
              error={wrong.since}
              onChange={(event) => setSince(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t("seq.dryUntil")}
              min={since}
              max={today}
              value={until}
              error={wrong.until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            <NativeSelect
              label={t("seq.dryWho")}
              value={stage}
              onChange={(event) => setStage(event.currentTarget.value)}
              data={[
                { value: "", label: t("seq.dryCreated") },
                ...(job?.stages ?? []).map((one) => ({ value: one.id, label: t("seq.dryStage", { stage: f.said(one.name) }) })),
              ]}
            />
            <Button type="submit" disabled={!since || !until || since > until} loading={seen.isFetching}>
              {t("seq.dryDo")}
            </Button>
          </div>
        </form>
        {asked === null ? null : seen.isPending ? (
          <Skeleton rows={5} />
        ) : seen.isError ? (
          !isStatus(seen.error, 422) && <LoadFailed error={seen.error} retry={seen.refetch} />
        ) : (
          <Result seen={seen.data} sequence={sequence} />
        )}
      </div>
    </>
  );
}
function Result({ seen, sequence }: { seen: api.DryRun; sequence: api.Sequence }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [all, setAll] = useState(false);
  const out = seen.people.filter((one) => one.excluded).length;
  const stopped = Object.entries(seen.stopped).map(([why, count]) => `${f.number(count)} × ${t(`seq.reason_${why}`).toLocaleLowerCase()}`);
  if (seen.people.length === 0)
    return <Empty title={t("seq.dryNobodyTitle")}>{t("seq.dryNobody", { count: seen.looked_at, n: f.number(seen.looked_at) })}</Empty>;
  const shown = all ? seen.people : seen.people.slice(0, SHOWN);
  return (
    <section className="dry" aria-label={t("seq.dryResult")}>
      <p className="strong" role="status">
        {t("seq.dryMails", { count: seen.mails, n: f.number(seen.mails) })}{" "}
        {t("seq.dryTo", { count: seen.people.length - out, n: f.number(seen.people.length - out) })}
        {stopped.length > 0 && ` ${t("seq.dryStopped", { list: f.list(stopped) })}`}
        {out > 0 && <span className="ochre"> {t("seq.dryOut", { count: out, n: f.number(out) })}</span>}
      </p>
      <ul className="foreseen">
        {shown.map((one) => (
          <Person key={one.candidate_id} one={one} sequence={sequence} />
        ))}
      </ul>
      {seen.people.length > SHOWN && !all && (
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => setAll(true)}>
          {t("seq.allOfThem", { count: seen.people.length, n: f.number(seen.people.length) })}
        </Button>
      )}
      <p className="meta">{t("seq.dryLimits")}</p>
    </section>
  );
}
function Person({ one, sequence }: { one: api.DryRun["people"][number]; sequence: api.Sequence }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useStepWords();
  const { course } = one;
  return (
    <li>
      <div className="row wrap">
        <Link to="/people/$id" params={{ id: one.candidate_id }} search={{ tab: "timeline" }} className="name">
          {one.name ?? t("people.noName")}
        </Link>
        <span className="meta">{t("seq.dryEntered", { when: f.day(one.entered_at) })}</span>
        {one.tags === "today" && <span className="ochre">{t("seq.dryTagsToday")}</span>}
        <span className="grow" />
        {one.excluded ? (
          <span className="ochre">{t(`seq.out_${one.excluded}`)}</span>
        ) : (
          <span className="row meta">
            <EnrolmentMark state={course.ended === "running" ? "active" : course.ended} />
            {course.reason && t(`seq.reason_${course.reason}`)}
            {course.ended_at && `, ${f.day(course.ended_at)}`}
          </span>
        )}
      </div>
      {course.steps.length > 0 && (
        <ol className="foreseen-plan">
          {course.steps.map((step) => {
            const Sign = step.do === "mail" ? IconMail : IconSquareCheck;
            const of = sequence.steps.find((held) => held.id === step.step_id);
            return (
              <li key={step.step_id}>
                <Sign size={14} stroke={1.7} aria-hidden="true" />
                <time dateTime={step.at} title={f.full(step.at)}>
                  {f.day(step.at)}, {f.clock(step.at)}
                </time>
                <span className="grow">{of ? words.title(of) : ""}</span>
              </li>
            );
          })}
        </ol>
      )}
    </li>
  );
}
