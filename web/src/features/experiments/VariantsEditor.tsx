import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language, Template } from "@/api/model";
import type { Variant, VariantKey, Wording } from "@/api/experiments";
import { useFormat } from "@/i18n/format";
import { OneOf } from "@/ui/OneOf";
import { toasts } from "@/ui/toast";
import { TextPreview } from "@/ui/writing/TextPreview";
import { UnknownFields } from "@/ui/writing/UnknownFields";
import { VariantFields } from "@/ui/writing/VariantFields";
import { keys, spokenIn, without } from "./draft";

interface Props {
  variants: Variant[];
  fields: Template["fields"];
  known: ReadonlySet<string>;
  unknown: string[];
  errors: Record<string, string>;
  readOnly: boolean;
  onChange: (variants: Variant[]) => void;
  /** Takes back that one was dropped, whatever was written meanwhile elsewhere. */
  onPutBack: (variants: Variant[]) => void;
}
/** The words of each variant, one at a time, with what somebody would get. */
export function VariantsEditor({ variants, fields, known, unknown, errors, readOnly, onChange, onPutBack }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const spoken = spokenIn(variants);
  const [shown, setShown] = useState<VariantKey>("b");
  const [language, setLanguage] = useState<Language>(f.reader.language);
  const tongue = spoken.includes(language) ? language : (spoken[0] ?? "fr");
  const current = variants.find(({ key }) => key === shown) ?? variants[0];
  const words: Wording = current?.[tongue] ?? { subject: "", body: "", plain: null };
  const edited = useRef<HTMLDivElement>(null);
  // What was pressed is gone, or is about another variant now: one goes on in the words that are shown.
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    if (moved) edited.current?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [moved]);
  const [settled] = useDebouncedValue(words, 300);
  if (!current) return null;
  const set = (next: Wording) => onChange(variants.map((one) => (one.key === current.key ? { ...one, [tongue]: next } : one)));
  const add = () => {
    const key = keys[variants.length];
    if (!key || !variants[0]) return;
    onChange([...variants, { ...variants[0], key }]);
    setShown(key);
    setMoved(moved + 1);
  };
  const drop = (key: VariantKey) => {
    onChange(without(variants, key));
    setShown("b");
    setMoved(moved + 1);
    toasts.done(t("experiments.dropped", { letter: key.toUpperCase() }), () => {
      onPutBack(variants);
      setShown(key);
    });
  };
  return (
    <section className="exp-part exp-wide">
      <h2>{t("experiments.partWords")}</h2>
      <p className="meta">{t("experiments.partWordsWhy")}</p>
      <div className="row wrap" role="group" aria-label={t("experiments.words")}>
        <OneOf
          of={variants.map(({ key }) => key)}
          chosen={current.key}
          label={(key) => (key === "a" ? t("experiments.letterToday") : t("experiments.variant", { letter: key.toUpperCase() }))}
          onPick={setShown}
        />
        {!readOnly && variants.length < 4 && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className="quiet"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={add}
          >
            {t("experiments.addVariant")}
          </Button>
        )}
        <span className="grow" />
        {spoken.length > 1 && <OneOf of={spoken} chosen={tongue} label={(one) => t(`language.${one}`)} onPick={setLanguage} />}
      </div>
      <div className="tpl">
        <div className="tpl-edit" ref={edited}>
          {current.key === "a" && <p className="meta">{t("experiments.firstWhy")}</p>}
          <VariantFields
            key={`${current.key} ${tongue}`}
            language={tongue}
            kind="mail"
            variant={words}
            fields={fields}
            known={known}
            errors={{
              [`${tongue}.subject`]: errors[`variants.${current.key}.${tongue}.subject`] ?? "",
              [`${tongue}.body`]: errors[`variants.${current.key}.${tongue}.body`] ?? "",
            }}
            readOnly={readOnly || current.key === "a"}
            onChange={({ subject, body, plain }) => set({ subject: subject ?? "", body, plain: plain ?? null })}
          />
          <UnknownFields names={unknown} />
          {!readOnly && current.key !== "a" && variants.length > 2 && (
            <Button size="xs" variant="subtle" color="gray" className="quiet exp-drop" onClick={() => drop(current.key)}>
              {t("experiments.dropVariant", { letter: current.key.toUpperCase() })}
            </Button>
          )}
        </div>
        <TextPreview variant={settled} language={tongue} kind="mail" blocked={unknown.length > 0} />
      </div>
    </section>
  );
}
