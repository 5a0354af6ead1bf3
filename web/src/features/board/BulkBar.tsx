import { IconArrowsExchange, IconMail, IconShare2, IconTag, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Stage } from "@/api/model";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { StageMenu } from "@/ui/hiring/StageMenu";
import { TagPicker } from "@/ui/TagPicker";

interface Props {
  count: number;
  stages: readonly Stage[];
  at: string | undefined;
  open: "stage" | "tag" | null;
  onOpen: (what: "stage" | "tag" | null) => void;
  onMove: (stage: Stage, actions: boolean) => void;
  onRefuse: () => void;
  onWithdraw: () => void;
  onTag: ((tag: string) => void) | undefined;
  onShare: (() => void) | undefined;
  onMail: (() => void) | undefined;
  onClear: () => void;
}
export function BulkBar({ count, stages, at, open, onOpen, onMove, onRefuse, onWithdraw, onTag, onShare, onMail, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <div className="bulk" role="toolbar" aria-label={t("people.bulk")}>
      <span className="num" role="status">
        {t("people.selected", { count })}
      </span>
      <span className="bulk-sep" />
      <StageMenu
        opened={open === "stage"}
        onClose={() => onOpen(null)}
        stages={stages}
        at={at}
        onMove={onMove}
        onRefuse={onRefuse}
        onWithdraw={onWithdraw}
        target={
          <button type="button" onClick={() => onOpen("stage")}>
            <IconArrowsExchange size={16} aria-hidden="true" />
            {t("stage.stage")}
            <kbd className="only-wide">S</kbd>
          </button>
        }
      />
      {onTag && (
        <TagPicker
          opened={open === "tag"}
          onClose={() => onOpen(null)}
          onPick={(tag) => {
            onOpen(null);
            onTag(tag);
          }}
          target={
            <button type="button" onClick={() => onOpen("tag")}>
              <IconTag size={16} aria-hidden="true" />
              {t("people.tag")}
              <kbd className="only-wide">T</kbd>
            </button>
          }
        />
      )}
      {onShare && (
        <button type="button" onClick={onShare}>
          <IconShare2 size={16} aria-hidden="true" />
          {t("share.act")}
        </button>
      )}
      {onMail && (
        <button type="button" onClick={onMail}>
          <IconMail size={16} aria-hidden="true" />
          {t("people.mail")}
          <kbd className="only-wide">E</kbd>
        </button>
      )}
      <button type="button" onClick={onRefuse}>
        <StageGlyph kind="closed" />
        {t("stage.refuseShort")}
      </button>
      <span className="bulk-sep" />
      <button type="button" aria-label={t("people.unselect")} onClick={onClear}>
        <IconX size={16} />
      </button>
    </div>
  );
}
