import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Stage } from "@/api/model";
import { useFormat } from "@/i18n/format";
import type { StageDraft } from "./pipeline";

interface Props {
  leaving: Stage[];
  list: StageDraft[];
  counts: Record<string, number>;
  targets: Record<string, string>;
  onChange: (targets: Record<string, string>) => void;
}
/** People stand in a stage that is removed: where they go. Their history keeps the stage's name. */
export function Emptied({ leaving, list, counts, targets, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const choices = list.filter((one) => !one.isNew && one.kind !== "closed" && one.kind !== "hired");
  return (
    <section className="warn-box" role="alert">
      <p className="strong">{t("pipe.emptied")}</p>
      {leaving.map((stage) => (
        <NativeSelect
          key={stage.id}
          label={t("pipe.whereTo", { count: counts[stage.id] ?? 0, name: f.said(stage.name) })}
          value={targets[stage.id] ?? ""}
          onChange={(event) => onChange({ ...targets, [stage.id]: event.currentTarget.value })}
          data={[{ value: "", label: t("refusal.choose") }, ...choices.map((one) => ({ value: one.key, label: f.said(one.name) }))]}
        />
      ))}
      <p className="meta">{t("pipe.emptiedWhy")}</p>
    </section>
  );
}
