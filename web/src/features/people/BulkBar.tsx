import { IconBriefcase2, IconMail, IconRoute2, IconTag, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import { AddToJob } from "@/ui/hiring/AddToJob";
import { TagPicker } from "@/ui/TagPicker";

interface Props {
  people: string[];
  tagging: boolean;
  onTagging: (open: boolean) => void;
  onTag: (tag: string) => void;
  onMail: (() => void) | undefined;
  onEnrol: (() => void) | undefined;
  onClear: () => void;
}
export function BulkBar({ people, tagging, onTagging, onTag, onMail, onEnrol, onClear }: Props) {
  const { t } = useTranslation();
  const moves = useMay("move_people");
  const [adding, setAdding] = useState(false);
  return (
    <div className="bulk" role="toolbar" aria-label={t("people.bulk")}>
      <span className="num" role="status">
        {t("people.selected", { count: people.length })}
      </span>
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
      <span className="bulk-sep" />
      <button type="button" aria-label={t("people.unselect")} onClick={onClear}>
        <IconX size={16} />
      </button>
    </div>
  );
}
