import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StageKind } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { isEnd, kinds } from "@/ui/hiring/stages";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { Actions } from "./Actions";
import type { StageDraft } from "./pipeline";
import { Questions } from "./Questions";

/** One stage: its names, what it counts as, what it does on entering, and what a report asks. */
export function StageEditor({ stage, onChange }: { stage: StageDraft; onChange: (stage: StageDraft) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useActionWords();
  const fixed = isEnd(stage.kind);
  const does = words.of(stage);
  return (
    <div className="stage-edit">
      <h2 className="stage">
        <StageGlyph kind={stage.kind} size={16} />
        {f.said(stage.name) || t("pipe.noName")}
      </h2>
      <div className="pair">
        {(["fr", "en"] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`pipe.name_${language}`)}
            lang={language}
            maxLength={200}
            value={stage.name[language] ?? ""}
            onChange={(event) => onChange({ ...stage, name: { ...stage.name, [language]: event.currentTarget.value || null } })}
          />
        ))}
      </div>
      {fixed ? (
        <p className="meta">{t(`pipe.fixed_${stage.kind}`)}</p>
      ) : (
        <NativeSelect
          label={t("pipe.kind")}
          description={t("pipe.kindWhy")}
          value={stage.kind}
          onChange={(event) => onChange({ ...stage, kind: event.currentTarget.value as StageKind })}
          data={kinds.filter((kind) => !isEnd(kind)).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      )}
      <section className="job-part">
        <h3>{t("pipe.onEntering")}</h3>
        <p className={does ? "ink2" : "meta"}>{does || t("pipe.doesNothing")}</p>
        <Actions actions={stage.actions} onChange={(actions) => onChange({ ...stage, actions })} />
      </section>
      <section className="job-part">
        <h3>{t("pipe.report")}</h3>
        <p className="meta">{t("pipe.reportWhy")}</p>
        <Questions form={stage.form} onChange={(form) => onChange({ ...stage, form })} />
      </section>
    </div>
  );
}
