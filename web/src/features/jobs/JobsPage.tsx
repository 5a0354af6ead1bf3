import { Button, NativeSelect } from "@mantine/core";
import { IconBriefcase2, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { JobState, ListedJob } from "@/api/model";
import { jobsQuery, useMay, useMe, useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { byKind, kinds } from "@/ui/hiring/stages";
import { FindField, withWords } from "@/ui/FindField";
import { useKeys } from "@/ui/keys";
import { Header, Person } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { matching, ownerOf, states, type JobsSearch } from "./filter";

const route = getRouteApi("/jobs");

export function JobsPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const search = route.useSearch();
  const state = search.state ?? "open";
  const list = useQuery(jobsQuery(state));
  const edits = useMay("edit_jobs");
  const onSearch = useCallback((next: JobsSearch) => void navigate({ to: "/jobs", search: next, replace: true }), [navigate]);
  const shown = matching(list.data ?? [], search);
  useKeys({ "/": () => document.getElementById("find-jobs")?.focus() }, { help: { "/": "keys.findJobs" } });
  return (
    <>
      <Header
        title={t("jobs.title")}
        tabs={
          <nav className="views" aria-label={t("jobs.states")}>
            {states.map((one) => (
              <Link
                key={one}
                to="/jobs"
                search={one === "open" ? {} : { state: one }}
                data-on={state === one || undefined}
                aria-current={state === one ? "page" : undefined}
              >
                {t(`jobs.state_${one}`)}
                {one === state && list.data && <span className="num">{f.number(list.data.length)}</span>}
              </Link>
            ))}
          </nav>
        }
      >
        {edits && (
          <Button component={Link} to="/jobs/new" leftSection={<IconPlus size={16} />}>
            {t("jobs.new")}
          </Button>
        )}
      </Header>
      {(list.data?.length ?? 0) > 0 && <Bar search={search} onSearch={onSearch} />}
      {list.isPending ? (
        <Skeleton />
      ) : list.isError ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : shown.length === 0 ? (
        <None state={state} found={list.data.length > 0} onAll={() => onSearch({ ...(state === "open" ? {} : { state }) })} />
      ) : (
        <div className="scroll grow jobs" tabIndex={0} role="region" aria-label={t("jobs.title")}>
          <JobsTable jobs={shown} state={state} />
        </div>
      )}
    </>
  );
}
function Bar({ search, onSearch }: { search: JobsSearch; onSearch: (search: JobsSearch) => void }) {
  const { t } = useTranslation();
  const members = useMembers();
  return (
    <div className="people-bar jobs-bar">
      <FindField id="find-jobs" label={t("jobs.find")} value={search.q} onFind={(words) => onSearch(withWords(search, words))} />
      <NativeSelect
        aria-label={t("board.filter_owner")}
        value={search.owner ?? ""}
        onChange={(event) => {
          const { owner: _, ...rest } = search;
          onSearch(event.currentTarget.value ? { ...rest, owner: event.currentTarget.value } : rest);
        }}
        data={[{ value: "", label: t("jobs.anyOwner") }, ...members.filter((m) => m.here).map((m) => ({ value: m.id, label: m.name }))]}
      />
    </div>
  );
}
function JobsTable({ jobs, state }: { jobs: ListedJob[]; state: JobState }) {
  const { t } = useTranslation();
  const counted = state !== "template";
  return (
    <table className="listing jobs-table">
      <caption className="sr-only">{t(`jobs.state_${state}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("jobs.job")}</th>
          {counted &&
            kinds.map((kind) => (
              <th scope="col" key={kind} className="jobs-n" title={t(`kind.${kind}`)}>
                <StageGlyph kind={kind} />
                <span>{t(`kind.${kind}`)}</span>
              </th>
            ))}
          <th scope="col" className="jobs-owner">
            {t("jobs.owner")}
          </th>
          <th scope="col" className="jobs-when">
            {t(`jobs.when_${state}`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((listed) => (
          <Row key={listed.job.id} listed={listed} state={state} counted={counted} />
        ))}
      </tbody>
    </table>
  );
}
function Row({ listed, state, counted }: { listed: ListedJob; state: JobState; counted: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  const { job, counts } = listed;
  const sums = byKind(job.stages, counts);
  const owner = members.find((m) => m.id === ownerOf(job));
  const facts = [
    job.department,
    ...job.places,
    job.contract && t(`contract.${job.contract}`),
    job.openings > 1 ? t("jobs.openings", { count: job.openings }) : null,
  ].filter(Boolean);
  const when = state === "open" ? (job.opened_at ?? job.updated_at) : job.updated_at;
  return (
    <tr>
      <th scope="row">
        <Link to={state === "template" ? "/jobs/$id/about" : "/jobs/$id"} params={{ id: job.id }} className="name">
          {f.said(job.title)}
        </Link>
        <div className="meta row wrap">
          {facts.length > 0 && <span>{facts.join(", ")}</span>}
          {job.pay_missing && state !== "closed" && <span className="ochre">{t("jobs.noPay")}</span>}
        </div>
      </th>
      {counted &&
        kinds.map((kind) => (
          <td key={kind} className="jobs-n num" data-none={sums[kind] === 0 || undefined}>
            {sums[kind] > 0 ? (
              <Link
                to="/jobs/$id"
                params={{ id: job.id }}
                search={{ kind }}
                aria-label={t("jobs.countOf", { count: sums[kind], kind: t(`kind.${kind}`), title: f.said(job.title) })}
              >
                <StageGlyph kind={kind} />
                {f.number(sums[kind])}
              </Link>
            ) : (
              <span aria-hidden="true">–</span>
            )}
          </td>
        ))}
      <td className="jobs-owner">
        {owner && (
          <span className="row">
            <Person name={owner.name} size={20} />
            <span className="cut">{owner.name}</span>
          </span>
        )}
      </td>
      <td className="jobs-when meta num">
        <time dateTime={when} title={f.full(when)}>
          {f.ago(when)}
        </time>
      </td>
    </tr>
  );
}
function None({ state, found, onAll }: { state: JobState; found: boolean; onAll: () => void }) {
  const { t } = useTranslation();
  const edits = useMay("edit_jobs");
  const manager = useMe().data?.member.role === "manager";
  if (found)
    return (
      <Empty
        title={t("jobs.noneTitle")}
        acts={
          <Button variant="default" onClick={onAll}>
            {t("jobs.showAll")}
          </Button>
        }
      >
        {t("jobs.noneFound")}
      </Empty>
    );
  return (
    <Empty
      icon={<IconBriefcase2 size={24} stroke={1.4} className="ink3" aria-hidden="true" />}
      title={t(`jobs.empty_${state}`)}
      acts={
        edits && (
          <Button component={Link} to="/jobs/new" leftSection={<IconPlus size={16} />}>
            {t("jobs.new")}
          </Button>
        )
      }
    >
      {t(manager ? "jobs.emptyManager" : `jobs.why_${state}`)}
    </Empty>
  );
}
