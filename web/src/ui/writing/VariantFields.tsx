import { useTranslation } from "react-i18next";
import type { Language, Template } from "@/api/model";
import type { Variant } from "@/api/writing";
import { MergeText } from "@/ui/MergeText";
import { FieldButtons } from "./FieldButtons";
import { useInsertion } from "./useInsertion";

interface Props {
  language: Language;
  kind: "mail" | "snippet";
  variant: Variant;
  fields: Template["fields"];
  known: ReadonlySet<string>;
  errors: Record<string, string>;
  readOnly: boolean;
  onChange: (variant: Variant) => void;
}
/** Subject and text of one language, and the fields that can be put into them. */
export function VariantFields({ language, kind, variant, fields, known, errors, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const change = (changes: Partial<Variant>) => !readOnly && onChange({ ...variant, ...changes });
  const at = useInsertion(variant, change);
  return (
    <>
      {kind === "mail" && (
        <MergeText
          label={t("templates.subject")}
          value={variant.subject ?? ""}
          known={known}
          {...at.subject}
          lang={language}
          error={errors[`${language}.subject`]}
          onChange={(value) => change({ subject: value })}
        />
      )}
      <MergeText
        label={t("templates.body")}
        lines
        value={variant.body}
        known={known}
        {...at.body}
        lang={language}
        error={errors[`${language}.body`]}
        onChange={(value) => change({ body: value })}
      />
      <p className="meta">{t("texts.signs")}</p>
      {!readOnly && <FieldButtons fields={fields} onPick={at.insertField} />}
    </>
  );
}
