import { Popover, TextInput } from "@mantine/core";
import { IconCheck, IconPlus } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCounts } from "@/api/queries";

/** Known tags with how many carry them, and the one being typed. */
export function TagPicker({
  opened,
  onClose,
  onPick,
  target,
  chosen = [],
  returnFocus = true,
}: {
  opened: boolean;
  onClose: () => void;
  onPick: (tag: string) => void;
  target: ReactNode;
  chosen?: string[];
  returnFocus?: boolean;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const known = Object.keys(useCounts().data?.tags ?? {});
  const wanted = text.trim();
  const fold = (s: string) => s.toLocaleLowerCase();
  const shown = known.filter((tag) => fold(tag).includes(fold(wanted))).slice(0, 8);
  const fresh = wanted !== "" && !known.some((tag) => fold(tag) === fold(wanted));
  const pick = (tag: string) => {
    setText("");
    onPick(tag);
  };
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && onClose()}
      onClose={onClose}
      position="bottom-start"
      width={240}
      trapFocus
      returnFocus={returnFocus}
      withinPortal
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown p={6} aria-label={t("tags.pick")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const first = fresh ? wanted : shown[0];
            if (wanted && first) pick(first);
          }}
        >
          <TextInput
            aria-label={t("tags.name")}
            placeholder={t("tags.name")}
            value={text}
            maxLength={40}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </form>
        <ul className="pick">
          {shown.map((tag) => (
            <li key={tag}>
              <button type="button" onClick={() => pick(tag)}>
                <span className="cut grow">{tag}</span>
                {chosen.includes(tag) && <IconCheck size={15} aria-label={t("tags.has")} />}
              </button>
            </li>
          ))}
          {fresh && (
            <li>
              <button type="button" onClick={() => pick(wanted)}>
                <IconPlus size={15} aria-hidden="true" />
                <span className="cut grow">{t("tags.create", { name: wanted })}</span>
              </button>
            </li>
          )}
          {!fresh && shown.length === 0 && <li className="meta pick-none">{t("tags.none")}</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
