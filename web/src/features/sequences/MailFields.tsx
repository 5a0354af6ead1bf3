import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { templatesQuery } from "@/api/queries";
import { languages } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { unknownFields } from "@/ui/merge";
import { MergeText } from "@/ui/MergeText";
import { FieldsMenu } from "@/ui/writing/FieldsMenu";
import { Languages } from "@/ui/writing/Languages";
import { Snippets, useSnippets } from "@/ui/writing/Snippets";
import { UnknownFields } from "@/ui/writing/UnknownFields";
import { useInsertion } from "@/ui/writing/useInsertion";
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
      <Languages
        {...{ there, shown, readOnly, onShow }}
        onAdd={(one) => set(one, { subject: "", body: "" })}
        onDrop={(one) => set(one, null)}
      />
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
  const fields = useQuery(templatesQuery).data?.templates[0]?.fields ?? [];
  const known = new Set(fields.map((field) => field.name));
  const unknown = fields.length ? unknownFields(`${words.subject}\n${words.body}`, known) : [];
  const change = (changes: Partial<MailWords>) => !readOnly && onChange({ ...words, ...changes });
  const at = useInsertion(words, change);
  const snippets = useSnippets(at.body.input, language, at.insertSnippet);
  return (
    <>
      <MergeText
        label={t("templates.subject")}
        value={words.subject}
        known={known}
        {...at.subject}
        lang={language}
        onChange={(value) => change({ subject: value })}
      />
      <div className="step-body">
        <MergeText
          label={t("templates.body")}
          lines
          value={words.body}
          known={known}
          {...at.body}
          lang={language}
          placeholder={t("compose.placeholder")}
          onKey={snippets.press}
          onChange={(value) => {
            change({ body: value });
            snippets.typed();
          }}
        />
        {!readOnly && (
          <span className="step-fields">
            <FieldsMenu fields={fields} missing={new Set()} onPick={at.insertField} />
          </span>
        )}
      </div>
      <Snippets {...snippets} />
      <UnknownFields names={unknown} />
    </>
  );
}
