import { IconNote } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OpenedCandidate } from "@/api/model";
import { candidateQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { OwedDue } from "@/ui/OwedDue";
import { promisesOf } from "@/ui/due";
import { overlays } from "@/ui/overlays";
import { Person } from "@/ui/parts";
import { LoadFailed, Skeleton } from "@/ui/states";
import { TaskDue } from "@/ui/tasks/TaskDue";

/** Who writes, where they stand, what is to be done, what colleagues noted: beside the conversation. */
export function PersonCard({ id, job }: { id: string; job: string | null }) {
  const opened = useQuery(candidateQuery(id));
  const into = opened.data?.candidate.merged_into;
  if (into) return <PersonCard id={into} job={job} />;
  if (opened.isPending) return <Skeleton rows={4} shape="field" />;
  if (opened.isError && !opened.data) return <LoadFailed error={opened.error} retry={opened.refetch} small />;
  return <Card opened={opened.data} job={job} />;
}
function Card({ opened, job }: { opened: OpenedCandidate; job: string | null }) {
  const { t } = useTranslation();
  const f = useFormat();
  const writes = useMay("write_notes");
  const { candidate, applications, tasks, events } = opened;
  const name = candidate.name ?? t("people.noName");
  const post = candidate.fields.experience[0];
  const headline = candidate.fields.headline?.value ?? [post?.title?.value, post?.employer?.value].filter(Boolean).join(", ");
  const shown = [...applications].sort(
    (a, b) => Number(b.job_id === job) - Number(a.job_id === job) || Number(a.end !== null) - Number(b.end !== null),
  );
  const open = tasks.filter(({ task }) => task.state === "open").slice(0, 3);
  const notes = events.filter((event) => event.note && !event.note.deleted_at).slice(0, 3);
  return (
    <>
      <Person name={name} size={44} />
      <h2 className="serif card-name">
        <Link to="/people/$id" params={{ id: candidate.id }} className="ink">
          {name}
        </Link>
      </h2>
      {headline && <p className="ink2">{headline}</p>}
      <dl className="card-facts">
        {shown.slice(0, 2).map((one) => (
          <div key={one.job_id}>
            <dt>{f.said(one.job_title)}</dt>
            <dd className="row">
              <StageGlyph kind={one.stage_kind} />
              <Link to="/jobs/$id" params={{ id: one.job_id }} className="ink">
                {f.said(one.stage_name)}
              </Link>
            </dd>
          </div>
        ))}
        <OwedRow opened={opened} />
        <div>
          <dt>{t("field.language")}</dt>
          <dd>{t(`language.${candidate.language}`)}</dd>
        </div>
        {candidate.fields.phones[0] && (
          <div>
            <dt>{t("field.phone")}</dt>
            <dd>
              <a href={`tel:${candidate.fields.phones[0].value}`}>{candidate.fields.phones[0].value}</a>
            </dd>
          </div>
        )}
      </dl>
      {open.length > 0 && (
        <section>
          <h3>{t("candidate.next")}</h3>
          <ul className="card-lines">
            {open.map(({ task }) => (
              <li key={task.id}>
                <span>{task.title}</span>
                <TaskDue task={task} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <div className="row">
          <h3 className="grow">{t("inbox.notes")}</h3>
          {writes && (
            <button type="button" className="link meta row" onClick={() => overlays.note()}>
              <IconNote size={14} stroke={1.7} aria-hidden="true" />
              {t("candidate.note")}
            </button>
          )}
        </div>
        {notes.length === 0 ? (
          <p className="meta">{t("inbox.noNotes")}</p>
        ) : (
          <ul className="card-lines">
            {notes.map((event) => (
              <li key={event.id} className="card-note">
                <span className="meta">
                  {event.actor.name}, {f.ago(event.at)}
                </span>
                <Link to="/people/$id" params={{ id: candidate.id }} search={{ tab: "timeline", event: event.id }} className="ink clamp">
                  {event.note?.text || event.note?.answers.find((one) => one.value)?.value}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Link to="/people/$id" params={{ id: candidate.id }} search={{ tab: "timeline" }} className="link">
        {t("inbox.record")}
      </Link>
    </>
  );
}
function OwedRow({ opened }: { opened: OpenedCandidate }) {
  const { t } = useTranslation();
  const of = promisesOf(opened.candidate);
  if (!of.answer_due_at && !of.notice_due_at) return null;
  return (
    <div>
      <dt>{t("inbox.promise")}</dt>
      <dd>
        <OwedDue of={of} />
      </dd>
    </div>
  );
}
