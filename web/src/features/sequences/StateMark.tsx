import {
  IconArchive,
  IconChecks,
  IconHandStop,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserMinus,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { EnrolmentState, SequenceState } from "@/api/sequences";

const glyphs: Record<SequenceState, Icon> = { draft: IconPencil, active: IconPlayerPlay, paused: IconPlayerPause, archived: IconArchive };

/** How a sequence stands, and which version people are enrolled in. */
export function StateMark({ state, version }: { state: SequenceState; version: number }) {
  const { t } = useTranslation();
  const Sign = glyphs[state];
  return (
    <span className="seq-state" data-state={state}>
      <Sign size={14} stroke={1.8} aria-hidden="true" />
      {version > 0 ? t(`seq.is_${state}_version`, { version }) : t(`seq.is_${state}`)}
    </span>
  );
}

const stands: Record<EnrolmentState, Icon> = {
  active: IconPlayerPlay,
  paused: IconPlayerPause,
  finished: IconChecks,
  stopped: IconHandStop,
  removed: IconUserMinus,
};
/** How somebody stands in a sequence. */
export function EnrolmentMark({ state }: { state: EnrolmentState }) {
  const { t } = useTranslation();
  const Sign = stands[state];
  return (
    <span className="seq-state" data-state={state}>
      <Sign size={14} stroke={1.8} aria-hidden="true" />
      {t(`seq.stands_${state}`)}
    </span>
  );
}
