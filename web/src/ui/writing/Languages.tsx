import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { languages } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { OneOf } from "@/ui/OneOf";

interface Props {
  /** Which languages it is written in. */
  there: Language[];
  shown: Language;
  readOnly: boolean;
  onShow: (language: Language) => void;
  onAdd: (language: Language) => void;
  onDrop: (language: Language) => void;
}
/** The languages of a text: which is shown, one more, one less. What is added or left behind is shown or left at once. */
export function Languages({ there, shown, readOnly, onShow, onAdd, onDrop }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <div className="row wrap" role="group" aria-label={t("compose.language")}>
      <OneOf of={there} chosen={shown} label={(one) => t(`language.${one}`)} onPick={onShow} />
      {!readOnly &&
        languages
          .filter((one) => !there.includes(one))
          .map((one) => (
            <Button
              key={one}
              size="xs"
              variant="subtle"
              color="gray"
              className="quiet"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={() => {
                onAdd(one);
                onShow(one);
              }}
            >
              {t("texts.add", { language: f.language(one) })}
            </Button>
          ))}
      <span className="grow" />
      {!readOnly && there.length > 1 && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className="quiet"
          onClick={() => {
            onDrop(shown);
            onShow(shown === "fr" ? "en" : "fr");
          }}
        >
          {t("texts.drop")}
        </Button>
      )}
    </div>
  );
}
