import { Autocomplete } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useMembers } from "@/api/queries";
import type { PreviewedMail } from "@/api/writing";
import type { WholeDraft } from "./draft";

type Forward = NonNullable<WholeDraft["forward"]>;
interface Props {
  forward: Forward;
  seen: PreviewedMail | undefined;
  onChange: (forward: Forward) => void;
}
/** Whom a mail is passed on to: a colleague by name, or any address. */
export function PassTo({ forward, seen, onChange }: Props) {
  const { t } = useTranslation();
  const me = useMe().data?.member.id;
  const colleagues = useMembers().filter((one) => one.here && one.id !== me);
  const chosen = colleagues.find((one) => one.id === forward.colleague);
  const [typed, setTyped] = useState(forward.address ?? "");
  const [left, setLeft] = useState(false);
  const value = chosen?.name ?? typed;
  const wrong = left && value.trim() !== "" && seen?.held === "nobody";
  const type = (words: string) => {
    setTyped(words);
    const named = colleagues.find((one) => one.name.toLocaleLowerCase() === words.trim().toLocaleLowerCase());
    onChange({ ...forward, colleague: named?.id ?? null, address: named ? null : words.trim() || null });
  };
  return (
    <Autocomplete
      label={t("compose.passTo")}
      description={t(chosen || !seen?.to ? "compose.passToWhom" : "compose.passOutside")}
      placeholder={t("compose.passToHint")}
      autoFocus
      maxLength={254}
      limit={8}
      comboboxProps={{ withinPortal: false }}
      value={value}
      data={[...new Set(colleagues.map((one) => one.name))]}
      error={wrong ? t("compose.passToBad") : undefined}
      onChange={type}
      onBlur={() => setLeft(true)}
    />
  );
}
