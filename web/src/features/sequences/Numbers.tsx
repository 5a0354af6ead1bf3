import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { StepNumbers } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import type { Step } from "./model";

interface Props {
  sequenceId: string;
  step: Step;
  numbers: StepNumbers;
  /** Whether links of the mails are followed: a step of the sequence hangs on a click. */
  clicks: boolean;
}
/** Whom a step concerns: who comes to it, who got it, what they did, for whom the sequence stopped before. */
export function Numbers({ sequenceId, step, numbers, clicks }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const said = (name: "waiting" | "done" | "replied" | "clicked" | "stopped", key: string = name) =>
    t(`seq.n_${key}`, { count: numbers[name], n: f.number(numbers[name]) });
  const search = {
    waiting: {},
    done: { did: "done" },
    replied: { did: "replied" },
    clicked: { did: "clicked" },
    stopped: { state: "stopped" },
  } as const;
  const people = (name: keyof typeof search, key: string = name) =>
    numbers[name] > 0 ? (
      <Link to="/sequences/$id/people" params={{ id: sequenceId }} search={{ step: step.id, ...search[name] }} className="link">
        {said(name, key)}
      </Link>
    ) : (
      said(name, key)
    );
  const parts = [
    people("waiting"),
    people("done", step.do === "task" ? "given" : "done"),
    ...(step.do === "mail" ? [people("replied"), ...(clicks || numbers.clicked > 0 ? [people("clicked")] : [])] : []),
    people("stopped"),
  ];
  return (
    <ul className="step-numbers num" aria-label={t("seq.numbers")}>
      {parts.map((part, i) => (
        <li key={i}>{part}</li>
      ))}
    </ul>
  );
}
