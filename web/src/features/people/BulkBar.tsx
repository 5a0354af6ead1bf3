import { IconBriefcase2, IconMail, IconRoute2, IconTag, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "@/api/model";
import { useMay } from "@/api/queries";
import { saying } from "@/i18n";
import { AddToJob } from "@/ui/hiring/AddToJob";
import { later } from "@/ui/later";
import { SelectAll, type SelectAllProps } from "@/ui/SelectAll";
import { TagPicker } from "@/ui/TagPicker";

const AskSeveral = later(() => saying(import("@/ui/asks/AskSeveral"), "asks").then((m) => m.AskSeveral));

interface Props {
  people: string[];
  /** The list of which all that is loaded is selected, when it goes on. */
  rest: SelectAllProps<Card> | null;
  tagging: boolean;
  onTagging: (open: boolean) => void;
  onTag: (tag: string) => void;
  onMail: (() => void) | undefined;
  onEnrol: (() => void) | undefined;
  /** Why somebody could not be asked, by their id. */
  onFailures: (failures: Map<string, string>) => void;
  onClear: () => void;
}
export function BulkBar({ people, rest, tagging, onTagging, onTag, onMail, onEnrol, onFailures, onClear }: Props) {
  const { t } = useTranslation();
  const moves = useMay("move_people");
  const [adding, setAdding] = useState(false);
  return (
    <div className="bulk" role="toolbar" aria-label={t("people.bulk")}>
      <span className="num" role="status">
        {t("people.selected", { count: people.length })}
      </span>
      {rest && <SelectAll {...rest} />}
      <span className="bulk-sep" />
      <TagPicker
        opened={tagging}
        onClose={() => onTagging(false)}
        onPick={(tag) => {
          onTagging(false);
          onTag(tag);
        }}
        target={
          <button type="button" onClick={() => onTagging(true)}>
            <IconTag size={16} aria-hidden="true" />
            {t("people.tag")}
            <kbd className="only-wide">T</kbd>
          </button>
        }
      />
      {moves && (
        <AddToJob
          people={people}
          opened={adding}
          onClose={() => setAdding(false)}
          onDone={onClear}
          target={
            <button type="button" onClick={() => setAdding(true)}>
              <IconBriefcase2 size={16} aria-hidden="true" />
              {t("board.putInJob")}
            </button>
          }
        />
      )}
      {onMail && (
        <button type="button" onClick={onMail}>
          <IconMail size={16} aria-hidden="true" />
          {t("people.mail")}
          <kbd className="only-wide">E</kbd>
        </button>
      )}
      {onEnrol && (
        <button type="button" onClick={onEnrol}>
          <IconRoute2 size={16} aria-hidden="true" />
          {t("people.enrol")}
          <kbd className="only-wide">Q</kbd>
        </button>
      )}
      {onMail && <AskSeveral people={people} onFailures={onFailures} onDone={onClear} />}
      <span className="bulk-sep" />
      <button type="button" aria-label={t("people.unselect")} onClick={onClear}>
        <IconX size={16} />
      </button>
    </div>
  );
}
