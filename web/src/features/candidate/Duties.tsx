import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Candidate, Entry, Field, OpenedCandidate, Pair, Proposal, Absorbed } from "@/api/model";
import { useDoesTasks } from "@/api/day";
import { candidateQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { owed, promisesOf } from "@/ui/due";
import { OwedDue } from "@/ui/OwedDue";
import { AskedErased } from "@/ui/erasure/AskedErased";
import type { Acts } from "@/ui/record/acts";
import { entryTitle } from "@/ui/record/fields";
import { TakeAllButton } from "@/ui/record/TakeAllButton";
import { TooPersonal } from "@/ui/record/TooPersonal";
import { TaskList } from "@/ui/tasks/TaskList";

/** What has to be done about this person, above what happened. */
export function Duties({ opened, acts, onShow }: { opened: OpenedCandidate; acts: Acts; onShow: (proposal: Proposal) => void }) {
  const { t } = useTranslation();
  const { candidate, proposals, duplicates, tasks } = opened;
  const { merged } = candidate;
  const answered = proposals.filter((p) => p.answer !== null);
  const what = owed(promisesOf(candidate), new Date());
  const open = what !== null && what.state !== "done";
  const does = useDoesTasks();
  const about = { id: candidate.id, name: candidate.name ?? t("people.noName") };
  if (!open && !does && proposals.length + duplicates.length + merged.length + tasks.length === 0) return null;
  return (
    <TaskList title={t("candidate.next")} tasks={tasks} about={{ candidate: about }}>
      {open && <Owed candidate={candidate} acts={acts} kind={what.key.startsWith("answer") ? "answer" : "notice"} />}
      {duplicates.map((pair) => (
        <Twin key={pair.other_id + pair.candidate_id} pair={pair} id={candidate.id} acts={acts} />
      ))}
      {answered.length > 1 && <TakeAll answered={answered} acts={acts} />}
      {proposals.map((p) => (
        <Proposed key={p.id} proposal={p} acts={acts} onShow={() => onShow(p)} />
      ))}
      {merged.map((m) => (
        <MergedIn key={m.id} one={m} acts={acts} />
      ))}
    </TaskList>
  );
}
function Duty({ children, act }: { children: ReactNode; act: ReactNode }) {
  const edits = useMay("edit_people");
  return (
    <div className="task">
      <div className="grow">{children}</div>
      {edits && <div className="row task-acts">{act}</div>}
    </div>
  );
}
function Owed({ candidate, acts, kind }: { candidate: Candidate; acts: Acts; kind: "answer" | "notice" }) {
  const { t } = useTranslation();
  const reachable = candidate.mailable && candidate.fields.emails.length > 0;
  const why =
    (kind === "answer" ? candidate.application?.held : null) ??
    (candidate.fields.emails.length === 0 ? "no_email" : candidate.mailable ? null : "not_mailable");
  return (
    <Duty
      act={
        kind === "answer" ? (
          <Button size="xs" disabled={!reachable} loading={acts.acknowledge.isPending} onClick={() => acts.acknowledge.mutate()}>
            {t("candidate.sendAnswer")}
          </Button>
        ) : (
          <>
            <Button size="xs" disabled={!reachable} loading={acts.inform.isPending} onClick={() => acts.inform.mutate()}>
              {t("candidate.informNow")}
            </Button>
            <Button size="xs" variant="default" onClick={() => acts.informed.mutate()}>
              {t("candidate.informedOtherwise")}
            </Button>
          </>
        )
      }
    >
      <div className="row wrap">
        <span>{t(`candidate.${kind}Owed`)}</span>
        <OwedDue of={promisesOf(candidate)} />
      </div>
      <p className="meta">{why ? t(`held.${why}`, { defaultValue: t("held.other") }) : t(`candidate.${kind}Why`)}</p>
    </Duty>
  );
}
function Twin({ pair, id, acts }: { pair: Pair; id: string; acts: Acts }) {
  const { t } = useTranslation();
  const f = useFormat();
  const other = pair.candidate_id === id ? pair.other_id : pair.candidate_id;
  const opened = useQuery(candidateQuery(other));
  const name = opened.data?.candidate.name ?? t("people.noName");
  return (
    <Duty
      act={
        <>
          <Button size="xs" variant="default" loading={acts.merge.isPending} onClick={() => acts.merge.mutate(other)}>
            {t("review.same")}
          </Button>
          <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => acts.different.mutate(other)}>
            {t("review.different")}
          </Button>
        </>
      }
    >
      {t("candidate.maybe")}{" "}
      <Link to="/people/$id" params={{ id: other }} className="strong">
        {name}
      </Link>
      <p className="meta">{f.list(pair.evidence.map((e) => t(`evidence.${e.field}`)))}</p>
    </Duty>
  );
}
/** Everything that the person answered to a form, at once. */
function TakeAll({ answered, acts }: { answered: Proposal[]; acts: Acts }) {
  const { t } = useTranslation();
  const [first] = answered;
  return (
    <Duty act={<TakeAllButton proposals={answered} acts={acts} />}>
      {t("asks.answersOf", { count: answered.length, by: first?.answer?.asked_by_name ?? t("event.system") })}
    </Duty>
  );
}
const said = (value: Field | Entry): string =>
  "value" in value ? (value.level ? `${value.value} (${value.level})` : value.value) : entryTitle(value);

function Proposed({ proposal, acts, onShow }: { proposal: Proposal; acts: Acts; onShow: () => void }) {
  const { t } = useTranslation();
  const field = proposal.field.split(".")[0] ?? proposal.field;
  return (
    <Duty
      act={
        <>
          <Button
            size="xs"
            variant="default"
            loading={acts.accept.isPending && acts.accept.variables === proposal.id}
            onClick={() => acts.accept.mutate(proposal.id)}
          >
            {t("review.accept")}
          </Button>
          <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={() => acts.refuse.mutate(proposal.id)}>
            {t("review.refuse")}
          </Button>
        </>
      }
    >
      <span className="ink2">
        {proposal.answer
          ? t("asks.fromForm", { by: proposal.answer.asked_by_name ?? t("event.system"), field: t(`field.${field}`).toLocaleLowerCase() })
          : t("candidate.newerSays", { field: t(`field.${field}`) })}
      </span>{" "}
      <span className="strong">{said(proposal.proposed)}</span>
      <p className="meta">
        {proposal.current ? t("candidate.insteadOf", { value: said(proposal.current) }) : t("candidate.inAddition")}{" "}
        {proposal.document_id && (
          <button type="button" className="link" onClick={onShow}>
            {t("candidate.seeCv")}
          </button>
        )}
      </p>
      <TooPersonal kinds={proposal.warnings} />
      <AskedErased at={proposal.erased_at} />
    </Duty>
  );
}
function MergedIn({ one, acts }: { one: Absorbed; acts: Acts }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <Duty
      act={
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className="quiet"
          loading={acts.unmerge.isPending}
          onClick={() => acts.unmerge.mutate(one.id)}
        >
          {t("candidate.unmerge")}
        </Button>
      }
    >
      {t("candidate.mergedIn", { name: one.name ?? t("people.noName") })}
      <p className="meta">{f.ago(one.at)}</p>
    </Duty>
  );
}
