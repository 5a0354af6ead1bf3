import { Button } from "@mantine/core";
import { IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { templatesQuery } from "@/api/queries";
import { languages } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { unknownFields } from "@/ui/merge";
import { MergeText } from "@/ui/MergeText";
import { FieldsMenu } from "@/ui/writing/FieldsMenu";
import { put } from "@/ui/writing/slash";
import { Snippets, useSnippets } from "@/ui/writing/Snippets";
import type { MailStep, MailWords } from "./model";

interface Props {
  step: MailStep;
  shown: Language;
  onShow: (language: Language) => void;
  readOnly: boolean;
  onChange: (step: MailStep) => void;
}
/** The words of a mail in French, in English or in both, with merge fields and snippets. */
export function MailFields({ step, shown, onShow, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = step.words ?? { fr: null, en: null };
  const there = languages.filter((one) => words[one]);
  const set = (language: Language, next: MailWords | null) => onChange({ ...step, words: { ...words, [language]: next } });
  return (
    <>
      <div className="row wrap" role="group" aria-label={t("compose.language")}>
        {there.map((one) => (
          <Button
            key={one}
            size="xs"
            variant={one === shown ? "light" : "subtle"}
            color={one === shown ? "petrol" : "gray"}
            aria-pressed={one === shown}
            onClick={() => onShow(one)}
          >
            {t(`language.${one}`)}
          </Button>
        ))}
        {!readOnly &&
          languages
            .filter((one) => !words[one])
            .map((one) => (
              <Button
                key={one}
                size="xs"
                variant="subtle"
                color="gray"
                className="quiet"
                leftSection={<IconPlus size={14} aria-hidden="true" />}
                onClick={() => {
                  set(one, { subject: "", body: "" });
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
              set(shown, null);
              onShow(shown === "fr" ? "en" : "fr");
            }}
          >
            {t("texts.drop")}
          </Button>
        )}
      </div>
      <Written
        key={shown}
        words={words[shown] ?? { subject: "", body: "" }}
        language={shown}
        readOnly={readOnly}
        onChange={(next) => set(shown, next)}
      />
      {there.length === 1 && <p className="meta">{t("seq.oneLanguage", { language: f.language(there[0] ?? "fr") })}</p>}
    </>
  );
}
function Written({
  words,
  language,
  readOnly,
  onChange,
}: {
  words: MailWords;
  language: Language;
  readOnly: boolean;
  onChange: (words: MailWords) => void;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const fields = useQuery(templatesQuery).data?.templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const unknown = fields.length ? unknownFields(`${words.subject}\n${words.body}`, known) : [];
  const subject = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "body">("body");
  const insert = (text: string, from?: number) => {
    const where = last.current;
    const area = (where === "subject" ? subject : body).current;
    if (!area || readOnly) return;
    const next = put(words[where], from ?? area.selectionStart, area.selectionEnd, text);
    onChange({ ...words, [where]: next.text });
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(next.caret, next.caret);
    });
  };
  const snippets = useSnippets(body, language, (text, from) => {
    last.current = "body";
    insert(text, from);
  });
  const change = (changes: Partial<MailWords>) => !readOnly && onChange({ ...words, ...changes });
  return (
    <>
      <MergeText
        label={t("templates.subject")}
        value={words.subject}
        known={known}
        input={subject}
        lang={language}
        onFocus={() => (last.current = "subject")}
        onChange={(value) => change({ subject: value })}
      />
      <div className="step-body">
        <MergeText
          label={t("templates.body")}
          lines
          value={words.body}
          known={known}
          input={body}
          lang={language}
          placeholder={t("compose.placeholder")}
          onFocus={() => (last.current = "body")}
          onKey={snippets.press}
          onChange={(value) => {
            change({ body: value });
            snippets.typed();
          }}
        />
        {!readOnly && (
          <span className="step-fields">
            <FieldsMenu fields={fields} missing={new Set()} onPick={(name) => insert(`{{ ${name} }}`)} />
          </span>
        )}
      </div>
      <Snippets {...snippets} />
      {unknown.length > 0 && (
        <p className="row koi" role="alert">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <span>{t("templates.unknown", { count: unknown.length, fields: f.list(unknown) })}</span>
        </p>
      )}
    </>
  );
}
