import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCalendarPlus, IconClipboardCheck, IconFileImport, IconMail, IconNote } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import type { Application, Candidate, NoteKind, OpenedCandidate, Proposal } from "@/api/model";
import { candidateQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { DocumentPane } from "@/ui/document/DocumentPane";
import type { Mark } from "@/ui/document/Sheet";
import { useKeys } from "@/ui/keys";
import { OwedDue } from "@/ui/OwedDue";
import { KeyButton } from "@/ui/KeyButton";
import { Person } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { ToEveryone } from "@/ui/ToEveryone";
import { promisesOf } from "@/ui/due";
import { looked } from "@/ui/recent";
import { compose } from "@/ui/compose";
import { overlays } from "@/ui/overlays";
import { CameBack } from "@/ui/erasure/CameBack";
import { useActs } from "@/ui/record/acts";
import { RecordConflict } from "@/ui/record/RecordConflict";
import { Duties } from "./Duties";
import { Erased } from "./Erased";
import { EraseDialog } from "./EraseDialog";
import { MergeWith, RecordMenu } from "./MergeWith";
import { doubtful, fieldAt, labelKey } from "@/ui/record/fields";
import { Neighbours } from "./Neighbours";
import { Profile } from "./Profile";
import { Standing } from "./Standing";
import { Timeline } from "./Timeline";
import { Unasked, useStop } from "./Unasked";
import { useEdit } from "@/ui/record/useEdit";

const route = getRouteApi("/people/$id");
const tabs = ["profile", "timeline", "cv"] as const;

export interface Cards {
  candidateId: string;
  jobId: string;
  about: string;
  application: Application | undefined;
  interviews: OpenedCandidate["interviews"];
}
export interface Planning {
  opened: OpenedCandidate;
  how: "new" | "move" | "propose" | "edit";
  jobId: string | undefined;
  interviewId: string | undefined;
}
interface Slots {
  /** What colleagues say of the person in one job. */
  Scorecards: ComponentType<Cards>;
  /** When the person is met, and where a meeting is planned. */
  Interviews: ComponentType<{ opened: OpenedCandidate; name: string; marked: string | null }>;
  Plan: ComponentType<Planning>;
  Sequences: ComponentType<{ id: string; name: string }>;
}
export function CandidatePage(slots: Slots) {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const opened = useQuery(candidateQuery(id));
  if (opened.isPending) return <Skeleton rows={6} />;
  if (isStatus(opened.error, 410)) return <Erased id={id} error={opened.error} />;
  if (opened.isError && !opened.data)
    return isStatus(opened.error, 404) ? (
      <Empty page title={t("candidate.goneTitle")} acts={<ToEveryone />}>
        {t("candidate.gone")}
      </Empty>
    ) : (
      <LoadFailed page error={opened.error} retry={opened.refetch} />
    );
  const into = opened.data.candidate.merged_into;
  if (into)
    return (
      <Empty
        page
        title={t("candidate.mergedTitle")}
        acts={
          <Link to="/people/$id" params={{ id: into }} className="link">
            {t("candidate.openMerged")}
          </Link>
        }
      >
        {t("candidate.mergedAway")}
      </Empty>
    );
  return <Record key={id} opened={opened.data} {...slots} />;
}
function Record({ opened, Scorecards, Interviews, Plan, Sequences }: { opened: OpenedCandidate } & Slots) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { candidate, documents, applications } = opened;
  const { edit, conflict, resolve } = useEdit(candidate.id);
  const acts = useActs(candidate.id);
  const [writing, setWriting] = useState<NoteKind | null>(search.note === true ? "note" : null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const shown = search.show ?? null;
  const cards = search.job && search.scorecard ? { jobId: search.job, about: search.scorecard } : null;
  const how = search.meet;
  const beside = cards !== null || how !== undefined;
  const tab = search.tab ?? (beside || search.event || search.interview ? "timeline" : "profile");
  // Between phone and desktop the profile always stands beside, and the tabs are for the other pane.
  const phone = useMediaQuery("(max-width: 767px)");
  const chosen = tab === "profile" && !phone ? "timeline" : tab;
  const to = useCallback(
    (next: typeof search) => void navigate({ to: "/people/$id", params: { id: candidate.id }, search: next, replace: true }),
    [navigate, candidate.id],
  );

  const field = shown ? fieldAt(candidate.fields, shown) : null;
  const documentId = proposal?.document_id ?? field?.document_id ?? search.doc ?? newest(documents)?.id ?? null;
  const mark: Mark | null = proposal
    ? { boxes: boxesOf(proposal), label: t(labelKey(proposal.field)) }
    : field && shown
      ? { boxes: field.boxes, label: t(labelKey(shown)) }
      : null;
  const show = (path: string | null) => {
    setProposal(null);
    const { show: _, ...rest } = search;
    to(path ? { ...rest, show: path, ...(innerWidth < 1280 ? { tab: "cv" as const } : {}) } : rest);
  };
  const write = (kind: NoteKind | null) => {
    // Beside a scorecard or a plan, a note is written over it.
    if (kind && beside) return overlays.note(kind === "note" ? undefined : kind);
    setWriting(kind);
    if (kind && innerWidth < 768) to({ ...search, tab: "timeline" });
  };
  const [fixing, setFixing] = useState<{ path: string } | null>(null);
  const edits = useMay("edit_people");
  const doubts = edits ? doubtful(candidate.fields) : [];
  const next = doubts.find((_, i) => i > doubts.indexOf(shown ?? "")) ?? doubts[0];
  const confirm = (path: string) => edit({ confirm: [path] }, t("candidate.confirmed", { field: t(labelKey(path)) }));
  const accept = () => {
    if (!shown || !doubts.includes(shown)) return false;
    void confirm(shown);
    show(next && next !== shown ? next : null);
  };
  const writes = useMay("write_notes");
  const merges = useMay("edit_people");
  const erases = useMay("erase_people");
  const [erasing, setErasing] = useState(false);
  const merge = (open: boolean) => {
    const { merge: _, ...rest } = search;
    to(open ? { ...rest, merge: true } : rest);
  };
  const standing = applications.find((one) => !one.end) ?? applications[0];
  const mails = useMay("write_mails");
  const mail = () =>
    compose.open({
      people: [{ id: candidate.id, name: nameOf(candidate) ?? t("people.noName") }],
      jobId: standing && !standing.end ? standing.job_id : undefined,
    });
  const toCards = standing ? { job: standing.job_id, scorecard: standing.end ? "all" : standing.stage_id } : null;
  const gives = useMay("give_scorecards") && toCards !== null;
  const meets = useMay("move_people") && standing !== undefined && !standing.end;
  const meet = meets ? () => to({ tab: "timeline", meet: "new", job: standing.job_id }) : null;
  useKeys(
    {
      n: () => (writes ? write("note") : false),
      c: () => (writes ? write("call") : false),
      i: () => (writes ? write("interview") : false),
      e: () => (mails ? mail() : false),
      g: () => (gives && toCards && !beside ? to({ ...search, ...toCards, tab: "timeline" }) : false),
      m: () => (meet && !beside ? meet() : false),
      d: () => (next ? show(next) : false),
      y: accept,
      r: () => (edits && shown && field ? setFixing({ path: shown }) : false),
      Escape: () => (shown ? show(null) : false),
    },
    {
      help: {
        ...(doubts.length > 0 ? { d: "keys.doubt", y: "keys.accept" } : {}),
        ...(edits && field ? { r: "keys.correct" } : {}),
        ...(mails ? { e: "keys.mail" } : {}),
        ...(gives && !beside ? { g: "keys.scorecard" } : {}),
        ...(meet && !beside ? { m: "keys.meet" } : {}),
      },
    },
  );
  const name = candidate.name ?? t("people.noName");
  const stops = useStop(candidate.id, name);
  // A new task, wherever it is asked for, is about who is on screen.
  useEffect(() => overlays.here({ candidate: { id: candidate.id, name } }), [candidate.id, name]);
  const source = newest(documents);
  return (
    <>
      <Head
        candidate={candidate}
        job={standing}
        walks={!beside}
        onNote={writes ? () => write("note") : null}
        onMail={mails ? mail : null}
        onCard={gives && toCards && !beside ? () => to({ ...search, ...toCards, tab: "timeline" }) : null}
        onMeet={beside || phone ? null : meet}
        onMerge={merges ? () => merge(true) : null}
        onStop={candidate.unsolicited.stops.length === 0 ? () => stops.mutate() : null}
        onErase={erases ? () => setErasing(true) : null}
      />
      <MergeWith
        id={candidate.id}
        name={nameOf(candidate) ?? t("people.noName")}
        acts={acts}
        opened={merges && search.merge === true}
        onClose={() => merge(false)}
      />
      {erasing && <EraseDialog id={candidate.id} name={nameOf(candidate)} onClose={() => setErasing(false)} />}
      <CameBack />
      {conflict && <RecordConflict conflict={conflict} candidate={candidate} onResolve={resolve} />}
      <nav className="views cand-tabs only-narrow" aria-label={t("candidate.parts")}>
        {tabs.map((name) => (
          <Link
            key={name}
            to="/people/$id"
            params={{ id: candidate.id }}
            search={{ ...search, tab: name }}
            replace
            data-on={chosen === name || undefined}
            data-tab={name}
            aria-current={chosen === name ? "page" : undefined}
          >
            {t(`candidate.tab_${name}`)}
          </Link>
        ))}
      </nav>
      <div className="cand" data-tab={tab} data-wide={how !== undefined || cards?.about === "all" || undefined}>
        <div className="cand-left scroll" tabIndex={0} role="region" aria-label={t("candidate.profile")}>
          <Profile
            opened={opened}
            edit={edit}
            readIn={source?.name ?? null}
            shown={shown}
            onShow={show}
            onConfirm={(path) => void confirm(path)}
            onNext={next ? () => show(next) : null}
            fixing={fixing}
          />
        </div>
        <div className="cand-mid scroll" tabIndex={0} role="region" aria-label={t("timeline.title")}>
          {how ? (
            <Plan opened={opened} how={how} jobId={search.job} interviewId={search.interview} />
          ) : cards ? (
            <Scorecards
              candidateId={candidate.id}
              {...cards}
              application={applications.find((one) => one.job_id === cards.jobId)}
              interviews={opened.interviews}
              key={`${cards.jobId} ${cards.about}`}
            />
          ) : (
            <>
              <Unasked candidate={candidate} name={name} />
              <Standing opened={opened} name={name} />
              <Interviews opened={opened} name={name} marked={search.interview ?? null} />
              <Sequences id={candidate.id} name={name} />
              <Duties
                opened={opened}
                acts={acts}
                onShow={(p) => {
                  show(null);
                  setProposal(p);
                  if (innerWidth < 1280) to({ ...search, tab: "cv" });
                }}
              />
              <Timeline opened={opened} writing={writing} onWrite={write} marked={search.event ?? null} />
            </>
          )}
        </div>
        <div className="cand-doc">
          {documentId ? (
            <DocumentPane
              candidateId={candidate.id}
              documents={documents}
              documentId={documentId}
              mark={mark}
              onPick={(doc) => {
                setProposal(null);
                const { show: _, ...rest } = search;
                to({ ...rest, doc });
              }}
            />
          ) : (
            <Empty
              title={t("candidate.noCv")}
              acts={
                <Button component={Link} to="/drop" variant="default" leftSection={<IconFileImport size={16} />}>
                  {t("nav.drop")}
                </Button>
              }
            >
              {t("candidate.noCvWhy")}
            </Empty>
          )}
        </div>
      </div>
    </>
  );
}
const newest = (documents: OpenedCandidate["documents"]) => [...documents].sort((a, b) => b.read_at.localeCompare(a.read_at))[0];
function boxesOf(proposal: Proposal): Mark["boxes"] {
  if ("boxes" in proposal.proposed) return proposal.proposed.boxes;
  return Object.values(proposal.proposed).flatMap((value) =>
    value !== null && typeof value === "object" && "boxes" in value ? value.boxes : [],
  );
}
const nameOf = (candidate: Candidate) => candidate.fields.name?.value ?? candidate.fields.emails[0]?.value;
interface HeadProps {
  candidate: Candidate;
  /** The job that the person stands in: where who sees people through their jobs came from. */
  job: Application | undefined;
  walks: boolean;
  onNote: (() => void) | null;
  onMail: (() => void) | null;
  onCard: (() => void) | null;
  onMeet: (() => void) | null;
  onMerge: (() => void) | null;
  onStop: (() => void) | null;
  onErase: (() => void) | null;
}
function Head({ candidate, job, walks, onNote, onMail, onCard, onMeet, onMerge, onStop, onErase }: HeadProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const sees = useMay("see_people");
  const name = nameOf(candidate) ?? t("people.noName");
  const post = candidate.fields.experience[0];
  const headline = candidate.fields.headline?.value ?? [post?.title?.value, post?.employer?.value].filter(Boolean).join(", ");
  const source = t(`source.${candidate.origin.source}`, { defaultValue: candidate.origin.source });
  const more = [candidate.origin.campaign, candidate.origin.referrer && t("candidate.referredBy", { name: candidate.origin.referrer })]
    .filter(Boolean)
    .join(", ");
  useEffect(() => {
    document.title = `${name} · Vivier`;
    looked({ id: candidate.id, name, headline });
  }, [name, headline, candidate.id]);
  return (
    <header className="cand-head">
      {sees ? <Neighbours id={candidate.id} walks={walks} /> : job && <ToBoard job={job} />}
      <div className="cand-id">
        <Person name={name} size={52} />
        <div className="grow">
          <h1 className="serif" tabIndex={-1}>
            {name}
          </h1>
          <div className="row wrap ink2" style={{ gap: "0 14px" }}>
            {headline && <span>{headline}</span>}
            <span className="meta" title={f.full(candidate.created_at)}>
              {t(`candidate.origin_${candidate.relation}`, { source, date: f.day(candidate.created_at) })}
              {more ? `, ${more}` : ""}
            </span>
            <OwedDue of={promisesOf(candidate)} />
          </div>
        </div>
        <div className="row cand-acts">
          {onNote && <KeyButton k="N" label={t("candidate.note")} icon={<IconNote size={16} stroke={1.7} />} onClick={onNote} />}
          {onCard && (
            <KeyButton k="G" label={t("candidate.scorecard")} icon={<IconClipboardCheck size={16} stroke={1.7} />} onClick={onCard} />
          )}
          {onMeet && (
            <KeyButton k="M" label={t("candidate.interview")} icon={<IconCalendarPlus size={16} stroke={1.7} />} onClick={onMeet} />
          )}
          {onMail && (
            <KeyButton primary={walks} k="E" label={t("people.mail")} icon={<IconMail size={16} stroke={1.7} />} onClick={onMail} />
          )}
          {onMerge && <RecordMenu candidate={candidate} name={name} onMerge={onMerge} onStop={onStop} onErase={onErase} />}
        </div>
      </div>
    </header>
  );
}
function ToBoard({ job }: { job: Application }) {
  const f = useFormat();
  return (
    <div className="cand-crumb">
      <Link to="/jobs/$id" params={{ id: job.job_id }}>
        {f.said(job.job_title)}
      </Link>
    </div>
  );
}
