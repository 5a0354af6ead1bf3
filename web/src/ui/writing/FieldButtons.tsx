import { useTranslation } from "react-i18next";
import type { Template } from "@/api/model";

/** The merge fields, each put into the text by a press. */
export function FieldButtons({ fields, onPick }: { fields: Template["fields"]; onPick: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="tpl-fields">
      <legend>{t("templates.insert")}</legend>
      <div className="row wrap">
        {fields.map((field) => (
          <button
            type="button"
            key={field.name}
            className="var"
            title={t("templates.example", { example: field.example })}
            onClick={() => onPick(field.name)}
          >
            {t(`merge.${field.name.replace(".", "_")}`, { defaultValue: field.name })}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
