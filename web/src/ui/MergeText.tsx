import { Input } from "@mantine/core";
import { useId, type KeyboardEvent, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { MOST, pieces, tooLong } from "./merge";
import "./css/merge.css";

interface Props {
  label: string;
  value: string;
  known: ReadonlySet<string>;
  lines?: boolean;
  error?: string | undefined;
  input: Ref<HTMLTextAreaElement>;
  lang: string;
  onChange: (value: string) => void;
  onFocus?: () => void;
  /** Before the text takes a key. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  placeholder?: string | undefined;
}
/** A text area whose merge fields are tinted: petrol when they exist, koi when they don't. */
export function MergeText({ label, value, known, lines = false, error, input, lang, onChange, onFocus, onKey, placeholder }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const id = useId();
  const part = lines ? "body" : "subject";
  const wrong = tooLong(value, part) ? t("merge.tooLong", { most: f.number(MOST[part]) }) : error;
  return (
    <Input.Wrapper label={label} id={id} error={wrong}>
      <div className="merge" data-lines={lines || undefined} data-error={wrong ? true : undefined}>
        <div className="merge-mirror" aria-hidden="true">
          {pieces(value, known).map((piece, i) =>
            piece.field === undefined ? (
              <span key={i}>{piece.text}</span>
            ) : (
              <mark key={i} data-missing={!piece.known || undefined}>
                {piece.text}
              </mark>
            ),
          )}
          {"\u200b"}
        </div>
        <textarea
          id={id}
          ref={input}
          lang={lang}
          rows={1}
          value={value}
          spellCheck
          aria-invalid={wrong ? true : undefined}
          onFocus={onFocus}
          placeholder={placeholder}
          onKeyDown={(event) => {
            onKey?.(event);
            if (!lines && event.key === "Enter") event.preventDefault();
          }}
          onChange={(event) => onChange(lines ? event.currentTarget.value : event.currentTarget.value.replace(/\n/g, " "))}
        />
      </div>
    </Input.Wrapper>
  );
}
