import { IconTag, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { TagPicker } from "@/ui/TagPicker";

interface Props {
  count: number;
  tagging: boolean;
  onTagging: (open: boolean) => void;
  onTag: (tag: string) => void;
  onClear: () => void;
}
export function BulkBar({ count, tagging, onTagging, onTag, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <div className="bulk" role="toolbar" aria-label={t("people.bulk")}>
      <span className="num" role="status">
        {t("people.selected", { count })}
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
      <span className="bulk-sep" />
      <button type="button" aria-label={t("people.unselect")} onClick={onClear}>
        <IconX size={16} />
      </button>
    </div>
  );
}
