import { Button } from "@mantine/core";
import { IconPlus, IconRoute2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { jobsQuery, useMay } from "@/api/queries";
import type { ListedSequence } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { FindField, withWords } from "@/ui/FindField";
import { useKeys } from "@/ui/keys";
import { Header } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { inView, named, views, type SequencesSearch, type View } from "./filter";
import { sequencesQuery } from "./queries";
import { SequenceMenu } from "./SequenceMenu";
import { StateMark } from "./StateMark";

const route = getRouteApi("/sequences");
type Counted = "active" | "paused" | "finished" | "stopped";
const counted: readonly Counted[] = ["active", "paused", "finished", "stopped"];

export function SequencesPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const search = route.useSearch();
  const view = search.view ?? "used";
  const list = useQuery(sequencesQuery);
  const runs = useMay("run_sequences");
  const all = list.data?.sequences ?? [];
  const shown = named(inView(all, view), search.q);
  const [cursor, setCursor] = useState(-1);
  const onSearch = useCallback((next: SequencesSearch) => void navigate({ to: "/sequences", search: next, replace: true }), [navigate]);
  useEffect(() => setCursor(-1), [view, search.q]);
  const step = (by: number) => setCursor((at) => Math.max(0, Math.min(shown.length - 1, at + by)));
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      Enter: () => {
        const at = shown[cursor];
        if (!at) return false;
        void navigate({ to: "/sequences/$id", params: { id: at.card.id } });
      },
      "/": () => document.getElementById("find-sequences")?.focus(),
    },
    { help: { j: "keys.next", k: "keys.previous", Enter: "keys.open", "/": "keys.findSequences" } },
  );
  return (
    <>
      <Header
        title={t("seq.title")}
        tabs={
          <nav className="views" aria-label={t("seq.views")}>
            {views.map((one) => (
              <Link
                key={one}
                to="/sequences"
                search={one === "used" ? {} : { view: one }}
                data-on={view === one || undefined}
                aria-current={view === one ? "page" : undefined}
              >
                {t(`seq.view_${one}`)}
                {list.data && <span className="num">{f.number(inView(all, one).length)}</span>}
              </Link>
            ))}
          </nav>
        }
      >
        {runs && all.length > 0 && (
          <Button component={Link} to="/sequences/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
            {t("seq.new")}
          </Button>
        )}
      </Header>
      {inView(all, view).length > 5 && (
        <div className="people-bar">
          <FindField id="find-sequences" label={t("seq.find")} value={search.q} onFind={(words) => onSearch(withWords(search, words))} />
        </div>
      )}
      {list.isPending ? (
        <Skeleton />
      ) : list.isError ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : shown.length === 0 ? (
        <None view={view} found={Boolean(search.q)} any={all.length > 0} onAll={() => onSearch(view === "used" ? {} : { view })} />
      ) : (
        <div className="scroll grow seqs" tabIndex={0} role="region" aria-label={t(`seq.view_${view}`)}>
          <Table list={shown} cursor={cursor} runs={runs} counts={view !== "drafts"} />
        </div>
      )}
    </>
  );
}
function Table({ list, cursor, runs, counts }: { list: ListedSequence[]; cursor: number; runs: boolean; counts: boolean }) {
  const { t } = useTranslation();
  return (
    <table className="listing seqs-table">
      <caption className="sr-only">{t("seq.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("seq.one")}</th>
          <th scope="col" className="seqs-state">
            {t("seq.state")}
          </th>
          {counts &&
            counted.map((one) => (
              <th scope="col" key={one} className="seqs-n">
                {t(`seq.count_${one}`)}
              </th>
            ))}
          <th scope="col" className="seqs-when">
            {t("seq.changedAt")}
          </th>
          {runs && (
            <th scope="col" className="seqs-menu">
              <span className="sr-only">{t("compose.more")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {list.map((one, i) => (
          <Row key={one.card.id} listed={one} on={i === cursor} runs={runs} counted={counts} />
        ))}
      </tbody>
    </table>
  );
}
function Row({
  listed: { card, counts },
  on,
  runs,
  counted: shows,
}: {
  listed: ListedSequence;
  on: boolean;
  runs: boolean;
  counted: boolean;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const jobs = useQuery({ ...jobsQuery("open"), enabled: card.job_id !== null }).data ?? [];
  const job = jobs.find((one) => one.job.id === card.job_id)?.job;
  const facts = [
    t("seq.mails", { count: card.mails, n: f.number(card.mails) }),
    ...(card.tasks ? [t("seq.tasks", { count: card.tasks, n: f.number(card.tasks) })] : []),
    ...(job ? [f.said(job.title)] : []),
  ];
  const some = (one: (typeof counted)[number]) => t(`seq.some_${one}`, { count: counts[one], n: f.number(counts[one]) });
  return (
    <tr data-cursor={on || undefined} aria-selected={on || undefined}>
      <th scope="row">
        <Link to="/sequences/$id" params={{ id: card.id }} className="name">
          {card.name}
        </Link>
        <div className="meta">
          {facts.join(", ")}
          {card.changed && card.version > 0 && <span className="ochre"> · {t("seq.unpublished")}</span>}
        </div>
      </th>
      <td className="seqs-state">
        <StateMark state={card.state} version={card.version} />
      </td>
      {shows &&
        counted.map((one) => (
          <td key={one} className="seqs-n num" data-none={counts[one] === 0 || undefined}>
            {counts[one] > 0 ? (
              <Link
                to="/sequences/$id/people"
                params={{ id: card.id }}
                search={{ state: one }}
                aria-label={t("seq.countOf", { some: some(one), name: card.name })}
              >
                <span className="only-wide">{f.number(counts[one])}</span>
                <span className="only-phone">{some(one)}</span>
              </Link>
            ) : (
              <span aria-hidden="true">–</span>
            )}
          </td>
        ))}
      <td className="seqs-when meta num">
        <time dateTime={card.updated_at} title={`${f.full(card.updated_at)}${card.updated_by_name ? `, ${card.updated_by_name}` : ""}`}>
          {f.ago(card.updated_at)}
        </time>
      </td>
      {runs && (
        <td className="seqs-menu">
          <SequenceMenu id={card.id} name={card.name} state={card.state} size={28} />
        </td>
      )}
    </tr>
  );
}
function None({ view, found, any, onAll }: { view: View; found: boolean; any: boolean; onAll: () => void }) {
  const { t } = useTranslation();
  const runs = useMay("run_sequences");
  if (found)
    return (
      <Empty
        title={t("seq.noneTitle")}
        acts={
          <Button variant="default" onClick={onAll}>
            {t("seq.showAll")}
          </Button>
        }
      >
        {t("seq.noneFound")}
      </Empty>
    );
  return (
    <Empty
      icon={<IconRoute2 size={24} stroke={1.4} className="ink3" aria-hidden="true" />}
      title={t(any ? `seq.empty_${view}` : "seq.emptyTitle")}
      acts={
        runs &&
        !any && (
          <Button component={Link} to="/sequences/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
            {t("seq.new")}
          </Button>
        )
      }
    >
      {t(any ? `seq.why_${view}` : "seq.empty")}
    </Empty>
  );
}
