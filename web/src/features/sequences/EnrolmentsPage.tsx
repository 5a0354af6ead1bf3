import { Button, Checkbox } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import {
  enrolments,
  type EnrolmentAct,
  type SeenEnrolment,
  type SequenceCounts,
  type SequenceView,
  type StepNumbers,
} from "@/api/sequences";
import { enrol } from "@/ui/enrol";
import { useKeys } from "@/ui/keys";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { isAsked } from "./acts";
import { EnrolmentBulk } from "./EnrolmentBulk";
import { AskAct } from "./EnrolmentMenu";
import { EnrolmentRow } from "./EnrolmentRow";
import type { PeopleSearch } from "./filter";
import { Frame, Opened } from "./Frame";
import { enrolmentsQuery, numbersQuery } from "./queries";
import { useEnrolmentActs, type Target } from "./useEnrolmentActs";
import { isTask, WhichPeople } from "./WhichPeople";

const route = getRouteApi("/sequences/$id/people");
const idOf = (one: SeenEnrolment) => one.enrolment.candidate_id;
/** How many the list holds, where the counts tell: who did a step may have done it twice. */
function totalOf({ state, step, did }: PeopleSearch, counts: SequenceCounts, everyone: number, at: StepNumbers | undefined) {
  if (!step) return state ? counts[state] : everyone;
  return did ? null : ((state ? at?.stopped : at?.waiting) ?? null);
}

export function EnrolmentsPage() {
  const { id } = route.useParams();
  return <Opened id={id}>{(view) => <Enrolments key={id} view={view} />}</Opened>;
}
function Enrolments({ view }: { view: SequenceView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const those = route.useSearch();
  const { step: at, did } = those;
  const { sequence } = view;
  const runs = useMay("run_sequences");
  const list = useInfiniteQuery(enrolmentsQuery(sequence.id, those));
  const concerned = useQuery({ ...numbersQuery(sequence.id), enabled: at !== undefined }).data;
  const concernedHere = at ? concerned?.get(at) : undefined;
  const people = list.data?.pages.flatMap((page) => page.enrolments) ?? [];
  const counts = list.data?.pages[0]?.counts ?? view.counts;
  const everyone = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const { run, failures, busy, far } = useEnrolmentActs();
  const [cursor, setCursor] = useState(-1);
  const [selected, setSelected] = useState<ReadonlyMap<string, SeenEnrolment>>(new Map());
  // The list of which everyone is selected, until somebody is picked or left out by hand.
  const [whole, setWhole] = useState<string | null>(null);
  const [underWay, setUnderWay] = useState(0);
  const [asked, setAsked] = useState<{ act: EnrolmentAct; targets: Target[] } | null>(null);
  const address = JSON.stringify(those);
  const choose = (some: ReadonlyMap<string, SeenEnrolment>, all: string | null = null) => {
    setSelected(some);
    setWhole(all);
  };
  useEffect(() => {
    setCursor(-1);
    choose(new Map());
  }, [address]);
  const targetOf = ({ enrolment, name }: SeenEnrolment): Target => ({
    candidateId: enrolment.candidate_id,
    sequenceId: sequence.id,
    name: name ?? t("people.noName"),
    epoch: enrolment.epoch,
  });
  /** Whom it was done to is selected no more; whom it failed for stays so. */
  const doIt = async (what: EnrolmentAct, targets: Target[]) => {
    setUnderWay(targets.length);
    const failed = new Set((await run(what, targets)).map((one) => one.candidateId));
    const done = new Set(targets.map((one) => one.candidateId).filter((one) => !failed.has(one)));
    setWhole(null);
    setSelected((old) => new Map([...old].filter(([one]) => !done.has(one))));
  };
  const act = (what: EnrolmentAct, those: SeenEnrolment[]) => {
    const targets = those.map(targetOf);
    if (isAsked(what)) setAsked({ act: what, targets });
    else void doIt(what, targets);
  };
  // As they stand now, where they are loaded: people go on while one looks.
  const fresh = new Map(people.map((one) => [idOf(one), one]));
  const chosen = [...selected].map(([one, seen]) => fresh.get(one) ?? seen);
  const allShown = people.length > 0 && people.every((one) => selected.has(idOf(one)));
  const toggle = (one: SeenEnrolment) => {
    const next = new Map(selected);
    if (!next.delete(idOf(one))) next.set(idOf(one), one);
    choose(next);
  };
  const step = (by: number) => setCursor((at) => Math.max(0, Math.min(people.length - 1, at + by)));
  const here = people[cursor];
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      x: () => (here && runs ? toggle(here) : false),
      Enter: () => {
        if (!here) return false;
        void navigate({ to: "/people/$id", params: { id: here.enrolment.candidate_id }, search: { tab: "timeline" } });
      },
      Escape: () => (selected.size > 0 && !busy ? choose(new Map()) : false),
      "+": () => (runs && sequence.state === "active" ? enrol.open({ sequenceId: sequence.id }) : false),
    },
    { help: { j: "keys.next", k: "keys.previous", Enter: "keys.open", ...(runs ? { x: "keys.select", "+": "keys.enrol" } : {}) } },
  );
  const add = runs && sequence.state === "active" && (
    <Button
      aria-label={t("seq.addPeople")}
      leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => enrol.open({ sequenceId: sequence.id })}
    >
      <span className="only-wide">{t("seq.addPeople")}</span>
      <span className="add-short">{t("people.add")}</span>
    </Button>
  );
  return (
    <>
      <Frame view={view} tab="people">
        {everyone > 0 && add}
      </Frame>
      {sequence.state === "paused" && <p className="notice-bar">{t("seq.pausedWhy")}</p>}
      {everyone > 0 && <WhichPeople {...{ view, those, counts, everyone }} concerned={concernedHere} />}
      {list.isPending ? (
        <Skeleton />
      ) : list.isError && people.length === 0 ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : people.length === 0 ? (
        <Nobody any={everyone > 0} those={those} view={view} acts={add} />
      ) : (
        <div className="scroll grow enrolments" tabIndex={0} role="region" aria-label={t("seq.tab_people")}>
          {runs && (
            <div className="enrolments-all">
              <Checkbox
                label={t("seq.selectShown")}
                checked={allShown}
                indeterminate={chosen.length > 0 && !allShown}
                onChange={() => choose(new Map(allShown ? [] : people.map((one) => [idOf(one), one])))}
              />
            </div>
          )}
          <ul>
            {people.map((one, i) => (
              <EnrolmentRow
                // Who began again did a step twice.
                key={`${one.enrolment.candidate_id} ${one.did_at ?? ""}`}
                one={one}
                deed={did !== "done" ? did : at !== undefined && isTask(sequence.steps, at) ? "given" : "sent"}
                on={i === cursor}
                runs={runs}
                newest={sequence.version}
                selected={selected.has(idOf(one))}
                failure={failures.get(idOf(one))}
                onSelect={() => toggle(one)}
                onAct={(what) => act(what, [one])}
              />
            ))}
          </ul>
          {list.hasNextPage && (
            <Button
              variant="subtle"
              size="xs"
              color="gray"
              className="quiet"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("seq.morePeople")}
            </Button>
          )}
        </div>
      )}
      {runs && chosen.length > 0 && (
        <EnrolmentBulk
          chosen={chosen}
          rest={
            allShown && list.hasNextPage && whole !== address
              ? {
                  read: async (from, signal) => {
                    const page = await enrolments(sequence.id, those, from, signal);
                    return { found: page.enrolments.map((one) => [one.enrolment.candidate_id, one] as const), cursor: page.cursor };
                  },
                  total: totalOf(those, counts, everyone, concernedHere),
                  onAll: (all) => choose(all, address),
                }
              : null
          }
          newest={sequence.version}
          underWay={busy ? { done: far, of: underWay } : null}
          onAct={act}
          onClear={() => choose(new Map())}
        />
      )}
      {asked && (
        <AskAct
          act={asked.act}
          names={asked.targets.map((one) => one.name)}
          onClose={() => setAsked(null)}
          onDo={() => void doIt(asked.act, asked.targets)}
        />
      )}
    </>
  );
}
function Nobody({
  any,
  those: { state, step: at, did },
  view,
  acts,
}: {
  any: boolean;
  those: PeopleSearch;
  view: SequenceView;
  acts: React.ReactNode;
}) {
  const { t } = useTranslation();
  if (any && at) return <Empty title={t("seq.nobodyHere")}>{t(`seq.nobody${did ? "Did" : state === "stopped" ? "Before" : "At"}`)}</Empty>;
  if (any && state) return <Empty title={t("seq.nobodyHere")}>{t(`seq.nobody_${state}`)}</Empty>;
  return (
    <Empty title={t("seq.nobodyTitle")} acts={acts}>
      {t(view.sequence.version === 0 ? "seq.nobodyDraft" : "seq.nobody")}
    </Empty>
  );
}
