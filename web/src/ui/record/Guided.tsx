import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { outcomes, type Field, type NoteDraft, type Outcome } from "./note";

interface Props {
  draft: NoteDraft;
  fields: readonly Field[];
  /** Whether the first field takes the focus when it comes. */
  focus: boolean;
  onChange: (change: Partial<NoteDraft>) => void;
}
/** How a call went. */
export function Call({ draft, onChange }: Omit<Props, "fields" | "focus">) {
  const { t } = useTranslation();
  return (
    <div className="report-call">
      <NativeSelect
        size="xs"
        label={t("report.outcome")}
        value={draft.outcome}
        onChange={(event) => onChange({ outcome: event.currentTarget.value as Outcome | "" })}
        data={[
          ...(draft.outcome === "" ? [{ value: "", label: t("report.notSaid") }] : []),
          ...outcomes.map((value) => ({ value, label: t(`report.outcome_${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t("report.direction")}
        value={draft.direction}
        onChange={(event) => onChange({ direction: event.currentTarget.value as NoteDraft["direction"] })}
        data={(["out", "in"] as const).map((value) => ({ value, label: t(`report.direction_${value}`) }))}
      />
      <TextInput
        size="xs"
        label={t("report.minutes")}
        inputMode="numeric"
        maxLength={3}
        value={draft.minutes}
        onChange={(event) => onChange({ minutes: event.currentTarget.value.replace(/\D/g, "") })}
      />
    </div>
  );
}
/** What a report of this stage asks; nothing must be answered. */
export function Guided({ draft, fields, focus, onChange }: Props) {
  const { t } = useTranslation();
  const put = (id: string, value: string) => onChange({ answers: { ...draft.answers, [id]: value } });
  return fields.map(({ id, label, kind, choices }, i) => {
    const value = draft.answers[id] ?? "";
    const first = focus && i === 0;
    if (kind === "choice" || kind === "yes_no") {
      const said = kind === "choice" ? choices : [t("report.yes"), t("report.no")];
      // What was answered under other words stays an answer.
      const known = value && !said.includes(value) ? [value, ...said] : said;
      return (
        <NativeSelect
          key={id}
          label={label}
          value={value}
          autoFocus={first}
          onChange={(event) => put(id, event.currentTarget.value)}
          data={[{ value: "", label: t("report.notSaid") }, ...known.map((one) => ({ value: one, label: one }))]}
        />
      );
    }
    return kind === "text" ? (
      <TextInput
        key={id}
        label={label}
        value={value}
        maxLength={5000}
        autoFocus={first}
        autoComplete="off"
        onChange={(event) => put(id, event.currentTarget.value)}
      />
    ) : (
      <Textarea
        key={id}
        label={label}
        value={value}
        maxLength={5000}
        autosize
        minRows={1}
        maxRows={10}
        autoFocus={first}
        onChange={(event) => put(id, event.currentTarget.value)}
      />
    );
  });
}
