import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { IconUserPlus, IconX } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import type { EnrolmentAct, SeenEnrolment, SequenceView, StepNumbers } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { enrol } from "@/ui/enrol";
import { useKeys } from "@/ui/keys";
import { Person } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { actsFor, isAsked } from "./acts";
import { actGlyphs, AskAct, EnrolmentMenu } from "./EnrolmentMenu";
import { EnrolmentMark } from "./StateMark";
import { states, type PeopleSearch } from "./filter";
import { Frame, Opened } from "./Frame";
import type { Step } from "./model";
import { enrolmentsQuery, numbersQuery } from "./queries";
import { numbers } from "./steps";
import { useEnrolmentActs, type Target } from "./useEnrolmentActs";
import { useEnrolmentWords } from "./useEnrolmentWords";
import { useStepWords } from "./useStepWords";

const route = getRouteApi("/sequences/$id/people");
const bulkActs: readonly EnrolmentAct[] = ["pause", "resume", "skip", "restart", "remove"];

export function EnrolmentsPage() {
  const { id } = route.useParams();
  return <Opened id={id}>{(view) => <Enrolments key={id} view={view} />}</Opened>;
}
function Enrolments({ view }: { view: SequenceView }) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const those = route.useSearch();
  const { state, step: at, did } = those;
  const { sequence } = view;
  const runs = useMay("run_sequences");
  const list = useInfiniteQuery(enrolmentsQuery(sequence.id, those));
  const concerned = useQuery({ ...numbersQuery(sequence.id), enabled: at !== undefined }).data;
  const people = list.data?.pages.flatMap((page) => page.enrolments) ?? [];
  const counts = list.data?.pages[0]?.counts ?? view.counts;
  const everyone = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const { run, failures, busy } = useEnrolmentActs();
  const [cursor, setCursor] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ act: EnrolmentAct; targets: Target[] } | null>(null);
  useEffect(() => {
    setCursor(-1);
    setSelected(new Set());
  }, [state, at, did]);
  const targetOf = ({ enrolment, name }: SeenEnrolment): Target => ({
    candidateId: enrolment.candidate_id,
    sequenceId: sequence.id,
    name: name ?? t("people.noName"),
    epoch: enrolment.epoch,
  });
  const act = (what: EnrolmentAct, those: SeenEnrolment[]) => {
    const targets = those.map(targetOf);
    if (isAsked(what)) setAsked({ act: what, targets });
    else void run(what, targets);
  };
  const chosen = people.filter((one) => selected.has(one.enrolment.candidate_id));
  const toggle = (id: string) =>
    setSelected((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])));
  const step = (by: number) => setCursor((at) => Math.max(0, Math.min(people.length - 1, at + by)));
  const here = people[cursor];
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      x: () => (here && runs ? toggle(here.enrolment.candidate_id) : false),
      Enter: () => {
        if (!here) return false;
        void navigate({ to: "/people/$id", params: { id: here.enrolment.candidate_id }, search: { tab: "timeline" } });
      },
      Escape: () => (selected.size > 0 ? setSelected(new Set()) : false),
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
      {everyone > 0 && (
        <div className="seq-states">
          <nav aria-label={t("seq.whichPeople")}>
            {at && <AtStep id={sequence.id} at={at} those={those} numbers={concerned?.get(at)} task={isTask(sequence.steps, at)} />}
            {(at ? [] : states).map((one) => {
              const all = one === "all";
              const count = all ? everyone : counts[one];
              const on = (state ?? "all") === one;
              if (count === 0 && !on && one !== "active") return null;
              return (
                <Link
                  key={one}
                  to="/sequences/$id/people"
                  params={{ id: sequence.id }}
                  search={all ? {} : { state: one }}
                  data-on={on || undefined}
                  aria-current={on ? "page" : undefined}
                  activeOptions={{ exact: true }}
                >
                  {t(`seq.count_${one}`)} <span className="num">{f.number(count)}</span>
                </Link>
              );
            })}
          </nav>
          <StepFilter view={view} those={those} />
        </div>
      )}
      {list.isPending ? (
        <Skeleton />
      ) : list.isError && people.length === 0 ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : people.length === 0 ? (
        <Nobody any={everyone > 0} those={those} view={view} acts={add} />
      ) : (
        <div className="scroll grow enrolments" tabIndex={0} role="region" aria-label={t("seq.tab_people")}>
          <ul>
            {people.map((one, i) => (
              <Row
                // Who began again did a step twice.
                key={`${one.enrolment.candidate_id} ${one.did_at ?? ""}`}
                one={one}
                deed={did !== "done" ? did : at !== undefined && isTask(sequence.steps, at) ? "given" : "sent"}
                on={i === cursor}
                runs={runs}
                newest={sequence.version}
                selected={selected.has(one.enrolment.candidate_id)}
                failure={failures.get(one.enrolment.candidate_id)}
                onSelect={() => toggle(one.enrolment.candidate_id)}
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
      {chosen.length > 0 && (
        <div className="bulk" role="toolbar" aria-label={t("people.bulk")}>
          <span className="num" role="status">
            {t("people.selected", { count: chosen.length })}
          </span>
          <span className="bulk-sep" />
          {bulkActs
            .filter((what) => chosen.some((one) => actsFor(one.enrolment, sequence.version).includes(what)))
            .map((what) => {
              const Sign = actGlyphs[what];
              const those = chosen.filter((one) => actsFor(one.enrolment, sequence.version).includes(what));
              return (
                <button
                  key={what}
                  type="button"
                  disabled={busy}
                  aria-label={t(`seq.bulk_${what}`)}
                  title={t(`seq.bulk_${what}`)}
                  onClick={() => act(what, those)}
                >
                  <Sign size={16} aria-hidden="true" />
                  <span className="only-wide">{t(`seq.bulk_${what}`)}</span>
                  {those.length < chosen.length && <span className="num"> {f.number(those.length)}</span>}
                </button>
              );
            })}
          <span className="bulk-sep" />
          <button type="button" aria-label={t("people.unselect")} onClick={() => setSelected(new Set())}>
            <IconX size={16} />
          </button>
        </div>
      )}
      {asked && (
        <AskAct
          act={asked.act}
          names={asked.targets.map((one) => one.name)}
          onClose={() => setAsked(null)}
          onDo={() => void run(asked.act, asked.targets)}
        />
      )}
    </>
  );
}
interface RowProps {
  one: SeenEnrolment;
  /** What they did with the step that they are listed by. */
  deed: "given" | "sent" | "replied" | "clicked" | undefined;
  on: boolean;
  runs: boolean;
  newest: number;
  selected: boolean;
  failure: string | undefined;
  onSelect: () => void;
  onAct: (act: EnrolmentAct) => void;
}
function Row({ one, deed, on, runs, newest, selected, failure, onSelect, onAct }: RowProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useEnrolmentWords();
  const { enrolment } = one;
  const name = one.name ?? t("people.noName");
  const stands = words.stands(one);
  const when = one.did_at ?? enrolment.settled_at ?? enrolment.enrolled_at;
  return (
    <li className="enrolment" data-cursor={on || undefined} data-on={selected || undefined}>
      {runs && <Checkbox aria-label={name} checked={selected} onChange={onSelect} />}
      <span className="enrolment-who">
        <Person name={name} size={28} />
        <span className="two">
          <Link to="/people/$id" params={{ id: enrolment.candidate_id }} search={{ tab: "timeline" }} className="name cut">
            {name}
          </Link>
          <span className="meta cut">
            {failure ? (
              <span className="koi">{failure}</span>
            ) : (
              <>
                {one.did_at
                  ? t(`seq.${deed ?? "sent"}_at`, { when: f.day(one.did_at) })
                  : t(`seq.via_${enrolment.via}`, {
                      who: enrolment.enrolled_by_name ?? t("event.system"),
                      when: f.day(enrolment.enrolled_at),
                    })}
                {enrolment.version < newest && `, ${t("seq.version", { version: enrolment.version }).toLocaleLowerCase()}`}
              </>
            )}
          </span>
        </span>
      </span>
      <span className="two enrolment-where">
        <span className="cut" title={words.step(one)}>
          {words.step(one) || t("seq.noStepLeft")}
        </span>
        <span
          className={stands.alarm ? "koi" : "meta"}
          title={enrolment.wake_at ? words.full(enrolment.wake_at, enrolment.zone) : undefined}
        >
          {stands.text}
        </span>
      </span>
      <EnrolmentMark state={enrolment.state} />
      <time className="meta only-wide enrolment-when" dateTime={when} title={f.full(when)}>
        {f.ago(when)}
      </time>
      {runs && <EnrolmentMenu name={name} acts={actsFor(enrolment, newest)} onAct={onAct} />}
    </li>
  );
}
const isTask = (steps: readonly Step[], id: string) => steps.some((step) => step.id === id && step.do === "task");

interface AtStepProps {
  id: string;
  at: string;
  those: PeopleSearch;
  numbers: StepNumbers | undefined;
  task: boolean;
}
/** Who comes to a step next, who got its mail (or whose task was made), for whom the sequence stopped before it. */
function AtStep({ id, at, those, numbers, task }: AtStepProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const ways = [
    { key: "all", search: {}, count: numbers?.waiting, on: !those.did && those.state !== "stopped" },
    { key: task ? "given" : "sent", search: { did: "done" }, count: numbers?.done, on: those.did === "done" },
    { key: "replied", search: { did: "replied" }, count: numbers?.replied, on: those.did === "replied", rare: true },
    { key: "clicked", search: { did: "clicked" }, count: numbers?.clicked, on: those.did === "clicked", rare: true },
    { key: "stopped", search: { state: "stopped" }, count: numbers?.stopped, on: those.state === "stopped" },
  ] as const;
  return ways
    .filter((way) => !("rare" in way) || way.on || (way.count ?? 0) > 0)
    .map(({ key, search, count, on }) => (
      <Link
        key={key}
        to="/sequences/$id/people"
        params={{ id }}
        search={{ step: at, ...search }}
        data-on={on || undefined}
        aria-current={on ? "page" : undefined}
        activeOptions={{ exact: true }}
      >
        {t(`seq.at_${key}`)} <span className="num">{f.number(count ?? 0)}</span>
      </Link>
    ));
}
/** Those of one step alone: of the steps as they are published, and of one that is gone where somebody came from a link. */
function StepFilter({ view, those: { step: at, did } }: { view: SequenceView; those: PeopleSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useStepWords();
  const { sequence } = view;
  const number = numbers(sequence.steps);
  const acting = sequence.steps.filter((step) => number.has(step.id));
  return (
    <NativeSelect
      size="xs"
      aria-label={t("seq.stepFilter")}
      value={at ?? ""}
      onChange={(event) => {
        const step = event.currentTarget.value;
        void navigate({ to: "/sequences/$id/people", params: { id: sequence.id }, search: step ? { step, ...(did ? { did } : {}) } : {} });
      }}
      data={[
        { value: "", label: t("seq.everyStep") },
        ...acting.map((step) => ({ value: step.id, label: t("seq.stepTitle", { n: number.get(step.id), name: words.title(step) }) })),
        ...(at && !number.has(at) ? [{ value: at, label: t("seq.stepGone") }] : []),
      ]}
    />
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
