import { Button } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import { useMay } from "@/api/queries";
import type { SequenceView, Turn } from "@/api/sequences";
import { useFormat } from "@/i18n/format";
import { Header } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { sequenceQuery, useTurn } from "./queries";
import { SequenceMenu } from "./SequenceMenu";
import { StateMark } from "./StateMark";

const tabs = ["steps", "people", "versions", "dry_run"] as const;
export type Tab = (typeof tabs)[number];
const to = {
  steps: "/sequences/$id",
  people: "/sequences/$id/people",
  versions: "/sequences/$id/versions",
  dry_run: "/sequences/$id/dry-run",
} as const;

/** A sequence that is there, or why it is not shown. */
export function Opened({ id, children }: { id: string; children: (view: SequenceView) => ReactNode }) {
  const { t } = useTranslation();
  const opened = useQuery(sequenceQuery(id));
  if (opened.data) return children(opened.data);
  if (opened.isPending) return <Skeleton rows={6} />;
  if (!isStatus(opened.error, 404)) return <LoadFailed page error={opened.error} retry={opened.refetch} />;
  return (
    <Empty
      page
      title={t("seq.goneTitle")}
      acts={
        <Link to="/sequences" className="link">
          {t("seq.showAll")}
        </Link>
      }
    >
      {t("seq.gone")}
    </Empty>
  );
}
interface FrameProps {
  view: SequenceView;
  tab: Tab;
  /** The name as it is being written. */
  name?: string;
  /** What is the thing to do on this part. */
  children?: ReactNode;
}
/** A sequence's name, how it stands, its parts, and what one does with it as a whole. */
export function Frame({ view, tab, name, children }: FrameProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const runs = useMay("run_sequences");
  const { sequence, counts } = view;
  const everyone = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const shown = name?.trim() || sequence.name;
  return (
    <Header
      title={<span title={shown}>{shown}</span>}
      count={<StateMark state={sequence.state} version={sequence.version} />}
      tabs={
        <nav className="views" aria-label={t("seq.parts")}>
          {tabs.map((one) => (
            <Link
              key={one}
              to={to[one]}
              params={{ id: sequence.id }}
              data-on={tab === one || undefined}
              aria-current={tab === one ? "page" : undefined}
            >
              {t(`seq.tab_${one}`)}
              {one === "people" && everyone > 0 && <span className="num">{f.number(everyone)}</span>}
              {one === "versions" && sequence.version > 0 && <span className="num">{f.number(sequence.version)}</span>}
            </Link>
          ))}
        </nav>
      }
    >
      {runs && (
        <>
          <Running view={view} />
          {children}
          <SequenceMenu id={sequence.id} name={sequence.name} state={sequence.state} size={32} variant="default" />
        </>
      )}
    </Header>
  );
}
function Running({ view: { sequence } }: { view: SequenceView }) {
  const { t } = useTranslation();
  const turn = useTurn();
  const { id, name, state } = sequence;
  if (state !== "active" && state !== "paused") return null;
  const what: Turn = state === "active" ? "pause" : "resume";
  const Sign = state === "active" ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      variant="default"
      className="only-wide"
      leftSection={<Sign size={16} stroke={1.7} aria-hidden="true" />}
      loading={turn.isPending}
      onClick={() => turn.mutate({ id, name, turn: what, from: state })}
    >
      {t(`seq.${what}`)}
    </Button>
  );
}
