import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Language, Template } from "@/api/model";
import type { Variant } from "@/api/writing";
import { inserted } from "@/ui/merge";
import { MergeText } from "@/ui/MergeText";

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
  const subject = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "body">("body");
  const change = (changes: Partial<Variant>) => !readOnly && onChange({ ...variant, ...changes });
  const insert = (name: string) => {
    const area = (last.current === "subject" ? subject : body).current;
    if (!area) return;
    const next = inserted(variant[last.current] ?? "", area.selectionStart, area.selectionEnd, name);
    change({ [last.current]: next.text });
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(next.caret, next.caret);
    });
  };
  return (
    <>
      {kind === "mail" && (
        <MergeText
          label={t("templates.subject")}
          value={variant.subject ?? ""}
          known={known}
          input={subject}
          lang={language}
          error={errors[`${language}.subject`]}
          onFocus={() => (last.current = "subject")}
          onChange={(value) => change({ subject: value })}
        />
      )}
      <MergeText
        label={t("templates.body")}
        lines
        value={variant.body}
        known={known}
        input={body}
        lang={language}
        error={errors[`${language}.body`]}
        onFocus={() => (last.current = "body")}
        onChange={(value) => change({ body: value })}
      />
      <p className="meta">{t("texts.signs")}</p>
      {!readOnly && (
        <fieldset className="tpl-fields">
          <legend>{t("templates.insert")}</legend>
          <div className="row wrap">
            {fields.map((field) => (
              <button
                type="button"
                key={field.name}
                className="var"
                title={t("templates.example", { example: field.example })}
                onClick={() => insert(field.name)}
              >
                {t(`merge.${field.name.replace(".", "_")}`, { defaultValue: field.name })}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
