import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

export type Part = "html" | "text";

/** Which part of a mail is looked at: the formatted one, or the plain text beside it. */
export function PartSwitch({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("compose.part")}
      value={part}
      onChange={(value) => onPart(value as Part)}
      data={(["html", "text"] as const).map((value) => ({ value, label: t(`compose.part_${value}`) }))}
    />
  );
}
