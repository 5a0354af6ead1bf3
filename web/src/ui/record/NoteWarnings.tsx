import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { NoteWarning } from "@/api/model";
import { useFormat } from "@/i18n/format";
import "@/ui/css/noteForm.css";

/** What the law forbids to record, word by word, and why. */
export function NoteWarnings({ text, warnings }: { text: string; warnings: NoteWarning[] }) {
  const { t } = useTranslation();
  const language = useFormat().reader.language;
  return (
    <div className="note-warn" role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <div>
        <p className="strong">{t("note.warnTitle")}</p>
        <ul>
          {warnings.map((warning, i) => (
            <li key={i}>
              <q>{text.slice(warning.start, warning.end)}</q> {warning.why[language]}
            </li>
          ))}
        </ul>
        <p className="meta">{t("note.warnWhy")}</p>
      </div>
    </div>
  );
}
