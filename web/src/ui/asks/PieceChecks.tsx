import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Piece } from "@/api/asks";
import { pieces } from "./pieces";

/** What can be asked for, each with a box; those chosen in the order of the list. */
export function PieceChecks({ chosen, onChange }: { chosen: readonly Piece[]; onChange: (chosen: Piece[]) => void }) {
  const { t } = useTranslation();
  return pieces.map((piece) => (
    <Checkbox
      key={piece}
      size="xs"
      label={t(`field.${piece}`)}
      checked={chosen.includes(piece)}
      onChange={(event) => {
        const on = event.currentTarget.checked;
        onChange(pieces.filter((p) => (p === piece ? on : chosen.includes(p))));
      }}
    />
  ));
}
