import { ActionIcon, Menu, type ActionIconProps } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SequenceState, Turn } from "@/api/sequences";
import { useTurn } from "./queries";

interface Props extends Pick<ActionIconProps, "size" | "variant"> {
  id: string;
  name: string;
  state: SequenceState;
}
/** What one does with a sequence as a whole, in its row and on its pages. */
export function SequenceMenu({ id, name, state, ...target }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const turn = useTurn();
  const go = (what: Turn) => () => turn.mutate({ id, name, turn: what, from: state });
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon {...target} aria-label={t("seq.menuOf", { name })} loading={turn.isPending}>
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {state === "active" && (
          <Menu.Item leftSection={<IconPlayerPause size={15} />} onClick={go("pause")}>
            {t("seq.pause")}
          </Menu.Item>
        )}
        {state === "paused" && (
          <Menu.Item leftSection={<IconPlayerPlay size={15} />} onClick={go("resume")}>
            {t("seq.resume")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void navigate({ to: "/sequences/new", search: { like: id } })}>
          {t("seq.duplicate")}
        </Menu.Item>
        {state === "archived" ? (
          <Menu.Item leftSection={<IconArchiveOff size={15} />} onClick={go("restore")}>
            {t("seq.restore")}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive size={15} />} onClick={go("archive")}>
            {t("seq.archive")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
