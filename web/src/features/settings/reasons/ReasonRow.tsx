import { ActionIcon, Checkbox, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { named, type ReasonDraft } from "./list";

interface Props {
  reason: ReasonDraft;
  focused: boolean;
  first: boolean;
  last: boolean;
  onChange: (reason: ReasonDraft) => void;
  onStep: (by: -1 | 1) => void;
  onTakeAway: () => void;
}
export function ReasonRow({ reason, focused, first, last, onChange, onStep, onTakeAway }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const own = f.reader.language;
  const name = named(reason, own) || t("reasons.new");
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    onStep(by as -1 | 1);
  };
  return (
    <li className="reason" data-off={!reason.inUse || undefined} onKeyDown={press}>
      <Checkbox
        aria-label={t("reasons.inUse", { name })}
        checked={reason.inUse}
        onChange={(event) => onChange({ ...reason, inUse: event.currentTarget.checked })}
      />
      {([own, own === "fr" ? "en" : "fr"] as const).map((language, i) => (
        <TextInput
          key={language}
          lang={language}
          aria-label={t("reasons.nameOf", { name, language: t(`language.${language}`) })}
          placeholder={t(`reasons.${language}`)}
          value={reason[language]}
          maxLength={200}
          autoFocus={focused && i === 0}
          onChange={(event) => onChange({ ...reason, [language]: event.currentTarget.value })}
        />
      ))}
      <span className="row reason-acts">
        <ActionIcon size={28} disabled={first} aria-label={t("reasons.up", { name })} onClick={() => onStep(-1)}>
          <IconArrowUp size={16} stroke={1.7} />
        </ActionIcon>
        <ActionIcon size={28} disabled={last} aria-label={t("reasons.down", { name })} onClick={() => onStep(1)}>
          <IconArrowDown size={16} stroke={1.7} />
        </ActionIcon>
        {reason.isNew ? (
          <ActionIcon size={28} aria-label={t("reasons.takeAway", { name })} onClick={onTakeAway}>
            <IconX size={16} stroke={1.7} />
          </ActionIcon>
        ) : (
          <span className="meta reason-off">{reason.inUse ? "" : t("reasons.retired")}</span>
        )}
      </span>
    </li>
  );
}
