import { ActionIcon, Popover } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { compose } from "@/ui/compose";
import { PersonPicker } from "@/ui/PersonPicker";

interface Props {
  opened: boolean;
  onOpen: (open: boolean) => void;
}
/** A mail that answers nothing: first to whom. */
export function NewMail({ opened, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={300} opened={opened} onChange={onOpen} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t("inbox.write")} title={`${t("inbox.write")} (E)`} aria-expanded={opened} onClick={() => onOpen(!opened)}>
          <IconPencil size={18} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <PersonPicker
          label={t("inbox.writeTo")}
          autoFocus
          onPick={(person) => {
            onOpen(false);
            compose.open({ people: [person] });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
