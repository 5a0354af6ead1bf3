import { Checkbox, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { estimateQuery, type InFlight, type Plan } from "@/api/experiments";
import { useFormat } from "@/i18n/format";
import { usual, whole } from "./draft";

interface Props {
  plan: Plan;
  variants: number;
  readOnly: boolean;
  /** On a mail of a sequence: taking a variant up is a new version of that. */
  onStep: boolean;
  onChange: (changes: Partial<Plan>) => void;
  /** Whether something stands in a field that is no number it could be. */
  onOdd: (name: string, odd: boolean) => void;
}
/** What decides, named before the first mail; and how many people that takes. */
export function PlanFields({ plan, variants, readOnly, onStep, onChange, onOdd }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const needs = useQuery(estimateQuery({ metric: plan.metric, usual: plan.usual, difference: plan.difference, variants })).data;
  const field = (name: NumberField, least: number, most: number, help?: string) => (
    <Whole
      key={name}
      label={t(`experiments.${labels[name]}`)}
      help={help}
      value={plan[name] ?? usual[plan.metric]}
      least={least}
      most={most}
      readOnly={readOnly}
      onValue={(value) => {
        onOdd(name, value === null);
        if (value !== null) onChange({ [name]: value });
      }}
    />
  );
  return (
    <>
      <Radio.Group
        label={t("experiments.metric")}
        description={t("experiments.metricWhy")}
        value={plan.metric}
        onChange={(value) => onChange({ metric: value as Plan["metric"], usual: null })}
      >
        <div className="exp-choices">
          <Radio value="reply" label={t("experiments.metric_reply")} disabled={readOnly} />
          <Radio value="click" label={t("experiments.metric_click")} description={t("experiments.clickWhy")} disabled={readOnly} />
        </div>
      </Radio.Group>
      <div className="exp-pair">
        {field("window_days", 1, 60, t("experiments.windowWhy"))}
        {field("difference", 1, 50, t("experiments.differenceWhy"))}
        {field("usual", 1, 95, t("experiments.usualWhy"))}
      </div>
      <p className="exp-needs" role="status">
        {needs ? t("experiments.needs", { count: needs.people, people: f.number(needs.people), points: plan.difference }) : "…"}
      </p>
      <div className="exp-pair">
        {field("minimum_days", 1, 180)}
        {field("minimum_people", 20, 10_000)}
      </div>
      <Checkbox
        label={t("experiments.byItself")}
        description={t(onStep ? "experiments.byItselfStepWhy" : "experiments.byItselfWhy")}
        checked={plan.adopt === "by_itself"}
        disabled={readOnly}
        onChange={(event) => onChange({ adopt: event.currentTarget.checked ? "by_itself" : "by_hand" })}
      />
      {onStep && <InFlightChoice value={plan.in_flight} disabled={readOnly} onChange={(in_flight) => onChange({ in_flight })} />}
    </>
  );
}
interface InFlightProps {
  /** What it is not about, where somebody may take it for more. */
  help?: string | undefined;
  value: InFlight;
  disabled: boolean;
  onChange: (value: InFlight) => void;
}
/** What becomes of who is under way in a sequence, when a variant becomes what its step says. */
export function InFlightChoice({ help, value, disabled, onChange }: InFlightProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t("experiments.inFlight")} description={help} value={value} onChange={(one) => onChange(one as InFlight)}>
      <div className="exp-choices">
        {(["stay", "move"] as const).map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`experiments.flight_${one}`)}
            description={t(`experiments.flight_${one}Why`)}
            disabled={disabled}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
type NumberField = "window_days" | "minimum_days" | "minimum_people" | "difference" | "usual";
const labels: Record<NumberField, string> = {
  window_days: "windowField",
  minimum_days: "minimumDaysField",
  minimum_people: "minimumPeopleField",
  difference: "differenceField",
  usual: "usualField",
};
interface WholeProps {
  label: string;
  help: string | undefined;
  value: number;
  least: number;
  most: number;
  readOnly: boolean;
  onValue: (value: number | null) => void;
}
/** A whole number: what cannot be one says what can, on leaving the field. */
function Whole({ label, help, value, least, most, readOnly, onValue }: WholeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const wrong = text !== null && whole(text, least, most) === null;
  return (
    <TextInput
      label={label}
      description={help}
      inputMode="numeric"
      maxLength={5}
      readOnly={readOnly}
      value={text ?? String(value)}
      error={wrong ? t("experiments.between", { least, most }) : undefined}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onValue(whole(event.currentTarget.value, least, most));
      }}
      onBlur={() => !wrong && setText(null)}
    />
  );
}
