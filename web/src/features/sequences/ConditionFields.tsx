import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCounts } from "@/api/queries";
import type { Stage } from "@/api/model";
import { useFormat } from "@/i18n/format";
import type { Condition } from "./model";
import { named } from "./steps";

const about = ["clicked", "replied", "tag", "stage"] as const;

/** For whom a step is: everyone, or those of whom something holds when it comes up. The others go on to the next one. */
export function ConditionFields({ only, kind, stages, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const tags = Object.keys(useCounts().data?.tags ?? {});
  const choices = about.filter((one) => one !== "stage" || stages.length > 0 || only?.about === "stage");
  return (
    <div className="step-only">
      <NativeSelect
        label={t(`seq.only_${kind}`)}
        disabled={readOnly}
        value={only ? `${only.about} ${only.holds ? "yes" : "no"}` : ""}
        onChange={(event) => {
          const [what, holds] = event.currentTarget.value.split(" ") as [Condition["about"] | "", string];
          if (!what) return onChange(null);
          const value = named(what) ? (only?.about === what ? only.value : what === "stage" ? (stages[0]?.id ?? "") : "") : null;
          onChange({ about: what, holds: holds === "yes", value });
        }}
        data={[
          { value: "", label: t("seq.everyone") },
          ...choices.flatMap((one) =>
            (["yes", "no"] as const).map((holds) => ({ value: `${one} ${holds}`, label: t(`seq.choose_${one}_${holds}`) })),
          ),
        ]}
      />
      {only?.about === "tag" && (
        <TextInput
          label={t("tags.name")}
          list="seq-tags"
          maxLength={40}
          readOnly={readOnly}
          value={only.value ?? ""}
          onChange={(event) => onChange({ ...only, value: event.currentTarget.value })}
        />
      )}
      {only?.about === "tag" && (
        <datalist id="seq-tags">
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      )}
      {only?.about === "stage" && (
        <NativeSelect
          label={t("seq.stage")}
          disabled={readOnly}
          value={only.value ?? ""}
          onChange={(event) => onChange({ ...only, value: event.currentTarget.value })}
          data={[
            ...(stages.some((one) => one.id === only.value) ? [] : [{ value: only.value ?? "", label: t("seq.someStage") }]),
            ...stages.map((one) => ({ value: one.id, label: f.said(one.name) })),
          ]}
        />
      )}
    </div>
  );
}
interface Props {
  only: Condition | null;
  kind: "mail" | "task";
  stages: readonly Stage[];
  readOnly: boolean;
  onChange: (only: Condition | null) => void;
}
