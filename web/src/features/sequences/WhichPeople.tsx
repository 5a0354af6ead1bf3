import { NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SequenceCounts, SequenceView, StepNumbers } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { states, type PeopleSearch } from "./filter";
import type { Step } from "./model";
import { numbers } from "./steps";
import { useStepWords } from "./useStepWords";

export const isTask = (steps: readonly Step[], id: string) => steps.some((step) => step.id === id && step.do === "task");

interface Props {
  view: SequenceView;
  those: PeopleSearch;
  counts: SequenceCounts;
  everyone: number;
  /** Of the step that they are listed by. */
  concerned: StepNumbers | undefined;
}
/** Which people of a sequence are listed: by how they stand, or by a step. */
export function WhichPeople({ view, those, counts, everyone, concerned }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const { sequence } = view;
  const { state, step: at } = those;
  return (
    <div className="seq-states">
      <nav aria-label={t("seq.whichPeople")}>
        {at && <AtStep id={sequence.id} at={at} those={those} numbers={concerned} task={isTask(sequence.steps, at)} />}
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
  );
}
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
