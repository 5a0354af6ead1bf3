import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconArrowsExchange, IconClock, IconPlus, IconRotate2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application, OpenedCandidate } from "@/api/model";
import { jobQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { age } from "@/ui/hiring/age";
import { AddToJob } from "@/ui/hiring/AddToJob";
import { AnswerDue } from "@/ui/hiring/AnswerDue";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { StageMenu } from "@/ui/hiring/StageMenu";
import { isEnd } from "@/ui/hiring/stages";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { useKeys } from "@/ui/keys";
import { useStanding } from "./useStanding";

type Planned = OpenedCandidate["planned"][number];
const RefuseDialog = lazy(() => import("@/ui/hiring/RefuseDialog").then((m) => ({ default: m.RefuseDialog })));

/** The jobs that the person stands in: where, what is about to happen, and where they may go from there. */
export function Standing({ opened, name }: { opened: OpenedCandidate; name: string }) {
  const { t } = useTranslation();
  const { candidate, applications, planned } = opened;
  const moves = useMay("move_people");
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const inOrder = [...applications].sort((a, b) => Number(a.end !== null) - Number(b.end !== null));
  const first = inOrder[0];
  useKeys({ s: () => (moves && first ? setOpen(first.job_id) : false) }, moves && first ? { help: { s: "keys.stage" } } : {});
  if (applications.length === 0 && !moves) return null;
  return (
    <section className="standing" aria-labelledby="standing">
      <div className="sec">
        <h2 id="standing">{t("candidate.jobs")}</h2>
        {moves && (
          <AddToJob
            people={[candidate.id]}
            inJobs={applications.filter((one) => !one.end).map((one) => one.job_id)}
            opened={adding}
            onClose={() => setAdding(false)}
            target={
              <Tooltip label={t("board.putInJob")}>
                <ActionIcon aria-label={t("board.putInJob")} onClick={() => setAdding(true)}>
                  <IconPlus size={17} />
                </ActionIcon>
              </Tooltip>
            }
          />
        )}
      </div>
      {applications.length === 0 && <p className="meta standing-none">{t("candidate.noJobs")}</p>}
      <ul>
        {inOrder.map((one) => (
          <InJob
            key={one.job_id}
            one={one}
            name={name}
            planned={planned.filter((p) => p.job_id === one.job_id)}
            opened={open === one.job_id}
            onOpen={moves ? (wanted) => setOpen(wanted ? one.job_id : null) : null}
          />
        ))}
      </ul>
    </section>
  );
}
interface Props {
  one: Application;
  name: string;
  planned: Planned[];
  opened: boolean;
  onOpen: ((open: boolean) => void) | null;
}
function InJob({ one, name, planned, opened, onOpen }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const gives = useMay("give_scorecards");
  const stood = age(one.entered_at, new Date());
  const cards = (about: string) => ({ tab: "timeline" as const, job: one.job_id, scorecard: about });
  const title = f.said(one.job_title);
  return (
    <li>
      <div className="row standing-line">
        <span className="two grow">
          <Link to="/jobs/$id" params={{ id: one.job_id }} className="strong cut">
            {title}
          </Link>
          <span className="meta row wrap">
            <StageGlyph kind={one.stage_kind} size={14} />
            {f.said(one.stage_name)}
            <span title={t("board.since", { date: f.full(one.entered_at) })}>{t(`age.${stood.unit}`, { count: stood.n })}</span>
            {!one.end && <AnswerDue of={one} />}
            <Link
              to="/people/$id"
              params={{ id: one.candidate_id }}
              search={cards("all")}
              className="link"
              aria-label={t("candidate.sideBySideIn", { job: title })}
            >
              {t("candidate.sideBySide")}
            </Link>
          </span>
        </span>
        <span className="row standing-acts">
          {onOpen && <Where one={one} name={name} opened={opened} onOpen={onOpen} />}
          {onOpen && !one.end && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/people/$id"
                  params={{ id: one.candidate_id }}
                  search={{ tab: "timeline", meet: "new", job: one.job_id }}
                />
              )}
              aria-label={t("candidate.interviewIn", { job: title })}
            >
              {t("candidate.interview")}
            </Button>
          )}
          {gives && !one.end && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link {...props} to="/people/$id" params={{ id: one.candidate_id }} search={cards(one.stage_id)} />}
              aria-label={t("candidate.scorecardIn", { job: title })}
            >
              {t("candidate.scorecard")}
            </Button>
          )}
        </span>
      </div>
      {planned.length > 0 && <About planned={planned} />}
    </li>
  );
}
/** What the stage is about to do: leaving it stops it. */
function About({ planned }: { planned: Planned[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useActionWords();
  return (
    <ul className="standing-planned">
      {planned.map((p) => (
        <li key={`${p.epoch}.${p.number}`} className="meta">
          <IconClock size={13} aria-hidden="true" />{" "}
          {t("candidate.planned", { what: words.brief(p.action), when: `${f.day(p.due_at)}, ${f.spokenTime(p.due_at)}` })}
        </li>
      ))}
      <li className="meta">{t("candidate.plannedStops")}</li>
    </ul>
  );
}
function Where({ one, name, opened, onOpen }: Omit<Props, "planned" | "onOpen"> & { onOpen: (open: boolean) => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  const job = useQuery({ ...jobQuery(one.job_id), enabled: opened });
  const acts = useStanding(one, name);
  const [side, setSide] = useState<"ours" | "theirs" | null>(null);
  const left = isEnd(one.stage_kind);
  const leave = (whose: "ours" | "theirs") => () => setSide(whose);
  return (
    <>
      <StageMenu
        opened={opened && job.data !== undefined}
        onClose={() => onOpen(false)}
        stages={left ? [] : (job.data?.job.stages ?? [])}
        at={one.stage_id}
        onMove={acts.move}
        onRefuse={left ? undefined : leave("ours")}
        onWithdraw={left ? undefined : leave("theirs")}
        target={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowsExchange size={15} />}
            aria-label={t("candidate.moveIn", { job: f.said(one.job_title) })}
            aria-haspopup="menu"
            loading={opened && job.isPending}
            onClick={() => onOpen(!opened)}
          >
            {t("stage.stage")}
          </Button>
        }
        more={
          left && (
            <Menu.Item
              leftSection={<IconRotate2 size={15} />}
              onClick={() => {
                onOpen(false);
                acts.reopen();
              }}
            >
              {t("stage.reopen")}
            </Menu.Item>
          )
        }
      />
      {side && (
        <Suspense>
          <RefuseDialog
            jobId={one.job_id}
            side={side}
            people={[{ id: one.candidate_id, name, kind: one.stage_kind }]}
            onClose={() => setSide(null)}
            onRefuse={acts.refuse}
            onWithdraw={(_, withdrawal) => acts.withdraw(withdrawal)}
          />
        </Suspense>
      )}
    </>
  );
}
