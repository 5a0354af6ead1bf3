import { NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { StepPlace } from "@/api/experiments";
import type { HeldText } from "@/api/writing";
import type { StepToday } from "./steps";

interface TemplateProps {
  own: readonly HeldText[];
  value: string;
  disabled: boolean;
  onChoose: (id: string) => void;
}
/** The template that an experiment is on. */
export function TemplateWhere({ own, value, disabled, onChoose }: TemplateProps) {
  const { t } = useTranslation();
  const none = own.length === 0 && !disabled && (
    <>
      {t("experiments.noOwn")}{" "}
      <Link to="/settings/texts" className="link">
        {t("experiments.writeOwn")}
      </Link>
    </>
  );
  return (
    <NativeSelect
      description={none || undefined}
      label={t("experiments.where")}
      value={value}
      disabled={disabled}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: "", label: t("experiments.pick") },
        ...own.map((one) => ({ value: one.text.id, label: one.text.name })),
        { value: "next_step", label: t("experiments.nextStep") },
      ]}
    />
  );
}
/** The mail of a sequence that an experiment is on, and who takes part. */
export function StepWhere({ step, today, changed }: { step: StepPlace; today: StepToday; changed: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <Link to="/sequences/$id" params={{ id: step.sequence_id }} search={{ step: step.step_id }} className="link">
          {t("experiments.stepOf", { number: today.number, name: today.sequence })}
        </Link>
      </p>
      <p className="meta">{t("experiments.stepWho")}</p>
      {changed && (
        <p className="exp-needs" role="status">
          {t("experiments.stepChanged")}
        </p>
      )}
    </>
  );
}
