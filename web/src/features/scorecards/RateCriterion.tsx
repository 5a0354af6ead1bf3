import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NoteWarning } from "@/api/model";
import type { Criterion } from "@/api/scorecards";
import { useFormat } from "@/i18n/format";
import { NoteWarnings } from "@/ui/record/NoteWarnings";
import type { Rated } from "./answer";
import { steps } from "./criteria";

interface Props {
  criterion: Criterion;
  /** The requirement that it is tied to. */
  tied: string | undefined;
  rated: Rated;
  cursor: boolean;
  missing: boolean;
  warnings: NoteWarning[] | undefined;
  onPoint: () => void;
  onChange: (change: Partial<Rated>) => void;
}
/** One criterion: which step was seen, and what shows it. */
export function RateCriterion({ criterion, tied, rated, cursor, missing, warnings, onPoint, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const name = f.said(criterion.label);
  const step = (mark: 0 | 1 | 2 | 3 | 4, words: string) => (
    <label key={mark} className="rate-step" data-on={rated.mark === mark || undefined}>
      <input type="radio" name={criterion.id} value={mark} checked={rated.mark === mark} onChange={() => onChange({ mark })} />
      <span className="num rate-n" aria-hidden="true">
        {mark || "–"}
      </span>
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className="rate" id={`rate-${criterion.id}`} data-cursor={cursor || undefined} onFocus={onPoint}>
      <legend>
        <span className="strong">{name}</span>
        {tied && <span className="meta"> {t("cards.tied", { text: tied })}</span>}
      </legend>
      {criterion.looked_at && <p className="ink2">{t("cards.lookAt", { text: f.said(criterion.looked_at) })}</p>}
      {missing && (
        <p className="koi" role="alert">
          {t("cards.missingThis")}
        </p>
      )}
      <div className="rate-steps">
        {steps.map((one, i) => step((i + 1) as 1 | 2 | 3 | 4, f.said(criterion.anchors[one])))}
        {step(0, `${t("cards.notSeen")}. ${t("cards.notSeenWhy")}`)}
      </div>
      <Textarea
        aria-label={t("cards.remark", { name })}
        placeholder={t("cards.remarkExample")}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={2000}
        value={rated.remark}
        onChange={(event) => onChange({ remark: event.currentTarget.value })}
      />
      {warnings && <NoteWarnings text={rated.remark.trim()} warnings={warnings} />}
    </fieldset>
  );
}
