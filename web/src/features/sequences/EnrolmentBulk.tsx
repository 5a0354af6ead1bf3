import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { EnrolmentAct, SeenEnrolment } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { SelectAll, type SelectAllProps } from "@/ui/SelectAll";
import { actsFor } from "./acts";
import { actGlyphs } from "./EnrolmentMenu";

const acts: readonly EnrolmentAct[] = ["pause", "resume", "skip", "restart", "remove"];

interface Props {
  chosen: readonly SeenEnrolment[];
  /** The list of which all that is loaded is selected, when it goes on. */
  rest: SelectAllProps<SeenEnrolment> | null;
  newest: number;
  /** How many an act that is under way is through with, of how many. */
  underWay: { done: number; of: number } | null;
  onAct: (act: EnrolmentAct, those: SeenEnrolment[]) => void;
  onClear: () => void;
}
/** What is done with several people of a sequence: each act with whom it can be done. */
export function EnrolmentBulk({ chosen, rest, newest, underWay, onAct, onClear }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const groups = acts
    .map((act) => ({ act, those: chosen.filter((one) => actsFor(one.enrolment, newest).includes(act)) }))
    .filter(({ those }) => those.length > 0);
  return (
    <div className="bulk" role="toolbar" aria-label={t("people.bulk")}>
      <span className="num" role="status">
        {underWay && underWay.of > 1
          ? t("seq.bulkFar", { n: f.number(underWay.done), of: f.number(underWay.of) })
          : t("people.selected", { count: chosen.length })}
      </span>
      {rest && !underWay && <SelectAll {...rest} />}
      {groups.length > 0 && !underWay && <span className="bulk-sep" />}
      {(underWay ? [] : groups).map(({ act, those }) => {
        const Sign = actGlyphs[act];
        return (
          <button key={act} type="button" onClick={() => onAct(act, those)}>
            <Sign size={16} aria-hidden="true" />
            {t(`seq.bulk_${act}`)}
            {those.length < chosen.length && <span className="num"> {f.number(those.length)}</span>}
          </button>
        );
      })}
      <span className="bulk-sep" />
      <button type="button" aria-label={t("people.unselect")} disabled={underWay !== null} onClick={onClear}>
        <IconX size={16} />
      </button>
    </div>
  );
}
