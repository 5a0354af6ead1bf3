import { NativeSelect, NumberInput } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { WaitStep } from "./model";
import { inUnit, isNothing, unitOf, units, type WaitUnit } from "./steps";

const longest: Record<WaitUnit, number> = { business_days: 250, days: 730, hours: 720, minutes: 1440 };

/** So many of a unit: the while before the next step. */
export function WaitFields({ wait, readOnly, onChange, then }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(unitOf(wait));
  const unit = isNothing(wait) ? said : unitOf(wait); // while the number is being typed anew, it is still of hours
  const change = (amount: number, of: WaitUnit) => {
    setSaid(of);
    onChange(inUnit(wait, amount, of));
  };
  return (
    <div className="row wrap step-when">
      <IconClock size={16} stroke={1.7} aria-hidden="true" />
      <span>{t("seq.wait")}</span>
      <NumberInput
        aria-label={t("seq.howLong")}
        w={72}
        hideControls
        min={0}
        max={longest[unit]}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        readOnly={readOnly}
        value={wait[unit] || ""}
        onChange={(value) => change(Number(value) || 0, unit)}
      />
      <NativeSelect
        aria-label={t("seq.unit")}
        w={150}
        disabled={readOnly}
        value={unit}
        onChange={(event) => {
          const next = event.currentTarget.value as WaitUnit;
          change(Math.min(wait[unit] || 1, longest[next]), next);
        }}
        data={units.map((one) => ({ value: one, label: t(`seq.unit_${one}`, { count: wait[unit] || 2 }) }))}
      />
      {then && <span>{then}</span>}
    </div>
  );
}
interface Props {
  wait: WaitStep;
  readOnly: boolean;
  onChange: (wait: WaitStep) => void;
  then?: ReactNode;
}
