import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconDots,
  IconGitBranch,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconRefresh,
  IconUserMinus,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { EnrolmentAct } from "@/api/sequences";
import { Dialog } from "@/ui/Dialog";

export const actGlyphs: Record<EnrolmentAct, Icon> = {
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  skip: IconPlayerSkipForward,
  move: IconGitBranch,
  restart: IconRefresh,
  remove: IconUserMinus,
};

/** What can be done about one person in one sequence. */
export function EnrolmentMenu({ name, acts, onAct }: { name: string; acts: EnrolmentAct[]; onAct: (act: EnrolmentAct) => void }) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={t("seq.menuOf", { name })}>
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => {
          const Sign = actGlyphs[act];
          return (
            <Menu.Item key={act} leftSection={<Sign size={15} aria-hidden="true" />} onClick={() => onAct(act)}>
              {t(`seq.act_${act}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
interface AskProps {
  act: EnrolmentAct;
  names: string[];
  onClose: () => void;
  onDo: () => void;
}
/** What cannot be taken back names its effect first. */
export function AskAct({ act, names, onClose, onDo }: AskProps) {
  const { t } = useTranslation();
  const count = names.length;
  return (
    <Dialog onClose={onClose} title={t(`seq.ask_${act}`, { count, name: names[0] })} size={480}>
      <p>{t(`seq.askWhy_${act}`)}</p>
      <div className="row wrap refuse-acts seq-ask">
        <Button variant="default" onClick={onClose}>
          {t("act.cancel")}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            onClose();
            onDo();
          }}
        >
          {t(`seq.act_${act}`)}
        </Button>
      </div>
    </Dialog>
  );
}
