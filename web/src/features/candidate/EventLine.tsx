import {
  IconAlertTriangle,
  IconArrowsJoin,
  IconBriefcase2,
  IconCalendarEvent,
  IconChecklist,
  IconChecks,
  IconClipboardCheck,
  IconFileText,
  IconForms,
  IconHistory,
  IconMail,
  IconMessages,
  IconNote,
  IconPencil,
  IconPhone,
  IconRoute,
  IconShare2,
  IconTag,
  IconUserPlus,
  type Icon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Application, Candidate, Event } from "@/api/model";
import { reasonsQuery, useMay } from "@/api/queries";
import { instantOf, useFormat } from "@/i18n/format";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { useActionWords } from "@/ui/hiring/useActionWords";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { outKey, type Placed } from "./hiring";
import type { Met } from "./meetings";
import { Mail } from "./Mail";
import { NoteBody } from "./NoteBody";
import { Received } from "./Received";
import { byStage, changesOf, namesIn, piecesOf, stageIn, subjectOf, told, waitingMail, type Glyph, reasonKey } from "./told";
import { Waiting } from "@/ui/Waiting";
import { WhyChain } from "./Why";

const glyphs: Record<Glyph, Icon> = {
  person: IconUserPlus,
  doc: IconFileText,
  edit: IconPencil,
  note: IconNote,
  call: IconPhone,
  interview: IconMessages,
  meeting: IconCalendarEvent,
  mail: IconMail,
  trouble: IconAlertTriangle,
  merge: IconArrowsJoin,
  tag: IconTag,
  done: IconChecks,
  task: IconChecklist,
  share: IconShare2,
  mark: IconHistory,
  card: IconClipboardCheck,
  sequence: IconRoute,
  job: IconBriefcase2,
  ask: IconForms,
};
interface Props {
  event: Event;
  candidate: Candidate;
  applications: Application[];
  /** Somebody was led to it. */
  marked: boolean;
  /** The step of a sequence that made the mail that it is about. */
  step?: { n: number; sequence: string } | undefined;
}
export function EventLine({ event, candidate, applications, marked, step }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const [reading, setReading] = useState(false);
  const [asking, setAsking] = useState(false);
  const sees = useMay("see_people");
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!marked) return;
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: "center" });
  }, [marked]);
  const what = told(event);
  const waits = waitingMail(event);
  const Sign = glyphs[what.glyph];
  const name = candidate.fields.name?.value ?? t("people.noName");
  const source = what.values.source ? t(`source.${what.values.source}`, { defaultValue: String(what.values.source) }) : "";
  const where = what.placed;
  const words = useActionWords();
  const meeting = useMet(what.met);
  const rule = byStage(event) && where?.stage ? t("event.stageRule", { stage: f.said(where.stage) }) : t("event.system");
  const signed = (event.kind === "mail_sent" || event.kind === "mail_delivered") && String(what.values.author ?? "");
  const who = signed || { actor: event.actor.name ?? "", candidate: name, system: rule }[subjectOf(event)];
  const fields = [...changesOf(event).map((c) => c.field.split(".").at(-1) ?? c.field), ...piecesOf(event)].map((field) =>
    field === "cv" ? t("field.cv") : t(`field.${field}`, { defaultValue: field }).toLocaleLowerCase(),
  );
  const sentence = t(`event.${what.key}`, {
    ...what.values,
    ...(what.values.subject === "" ? { subject: t("event.noSubject") } : {}),
    ...(what.values.reason ? { reason: t(reasonKey(String(what.values.reason)), { defaultValue: String(what.values.reason) }) } : {}),
    ...(what.values.until ? { until: f.day(instantOf(String(what.values.until))) } : {}),
    ...(what.values.language ? { language: t(`language.${what.values.language}`) } : {}),
    source,
    name: what.values.name ?? name,
    fields: f.list([...new Set(fields)]),
    who: f.list(namesIn(event)),
    ...(event.kind === "stage_action_failed" && event.data.do === "sequence"
      ? { reason: t(outKey(event), { defaultValue: String(event.data.reason) }) }
      : {}),
    ...(event.kind === "missing_not_reminded" ? { reason: t(`asks.left_${what.values.why}`) } : {}),
    stage: where?.stage ? f.said(where.stage) : stageIn(event, f.said),
    ...(where ? { job: where.job ? f.said(where.job) : "", owner: where.owner ? words.who(where.owner) : "" } : {}),
    ...(where && what.values.template ? { template: words.template(String(what.values.template)) } : {}),
    ...meeting,
    defaultValue: t("event.other", { kind: event.kind }),
  });
  return (
    <li
      className="event"
      ref={line}
      tabIndex={marked ? -1 : undefined}
      data-kind={event.note ? "note" : event.kind}
      data-alarm={what.alarm}
      data-marked={marked || undefined}
    >
      <span className="event-dot">
        {where?.kind ? <StageGlyph kind={where.kind} size={14} /> : <Sign size={14} stroke={1.8} aria-hidden="true" />}
      </span>
      <div className="event-line">
        <span className="grow">
          <b>{who}</b> {sentence}
          {event.note && event.note.visibility !== "all" && (
            <span className="meta"> {t(`note.for_${event.note.visibility}`).toLocaleLowerCase()}</span>
          )}
          {step && <span className="meta"> {t("event.of_step", { ...step })}</span>}
          {what.mail && (
            <>
              {" "}
              <button type="button" className="link meta" aria-expanded={reading} onClick={() => setReading(!reading)}>
                {t(reading ? "mail.hide" : "mail.see")}
              </button>
            </>
          )}
          {what.mail && step && sees && (
            <>
              {" "}
              <button type="button" className="link meta" aria-expanded={asking} title={t("why.ask")} onClick={() => setAsking(!asking)}>
                {t("why.short")}
              </button>
            </>
          )}
        </span>
        <time dateTime={event.at} title={f.full(event.at)}>
          {f.clock(event.at)}
        </time>
      </div>
      <Changes event={event} />
      {what.met?.before && <p className="event-changes meta">{t("event.insteadOf", meeting)}</p>}
      {what.met?.words && (
        <div className="event-body">
          <p className="prose">{what.met.words}</p>
        </div>
      )}
      {where && <Consequences of={where} kind={event.kind} />}
      {event.data.came_back === true && <p className="meta">{t("event.came_back")}</p>}
      {event.actor.kind === "visitor" && typeof event.data.remark === "string" && (
        <div className="event-body">
          <p className="prose">{event.data.remark}</p>
        </div>
      )}
      {event.kind === "mail_from_other" && (
        <Link to="/review" search={{ kind: "received" }} className="link meta">
          {t("mail.toReview")}
        </Link>
      )}
      {typeof event.data.received === "string" && !["mail_from_other", "mail_unfiled"].includes(event.kind) && <Received event={event} />}
      {event.note && (
        <NoteBody
          event={event}
          note={event.note}
          candidateId={candidate.id}
          about={applications.find((one) => one.job_id === event.note?.job_id)?.job_title ?? null}
        />
      )}
      {waits && <Waiting candidateId={candidate.id} name={name} mailKey={waits.key} due={waits.due} />}
      {asking && what.mail && <WhyChain candidateId={candidate.id} messageKey={what.mail} name={name} />}
      {reading && what.mail && <Mail candidateId={candidate.id} messageKey={what.mail} name={name} />}
    </li>
  );
}
/** What the sentence about an interview is filled with. */
function useMet(of: Met | undefined): Record<string, string> {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  if (!of) return {};
  return {
    what: of.title ? t("meet.what_titled", { title: of.title }) : t(`meet.what_${of.kind}`),
    job: of.job ? f.said(of.job) : "",
    when: of.startsAt ? words.moment(of.startsAt) : "",
    before: of.before ? words.moment(of.before) : "",
    parts: f.list(of.changed.map((part) => t(`meet.part_${part}`, { defaultValue: part }))),
  };
}
/** Why somebody left, and what a move set going, stopped or let go on. */
function Consequences({ of, kind }: { of: Placed; kind: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useActionWords();
  const left = kind === "application_refused" || kind === "application_withdrawn";
  const reasons = useQuery({ ...reasonsQuery, enabled: left && of.reason !== null });
  const reason = reasons.data?.reasons.find((one) => one.key === of.reason);
  const each = (list: Placed["planned"]) => f.list(list.map((one) => words.brief(one)));
  const lines = [
    left && reason ? t("event.byReason", { reason: f.said(reason.label) }) : null,
    of.planned.length ? t("event.planned", { what: each(of.planned) }) : null,
    of.stopped.length ? t("event.stopped", { what: each(of.stopped) }) : null,
    of.resumed.length ? t("event.resumed", { what: each(of.resumed) }) : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <ul className="event-changes meta">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
/** Before and after, for short values; a list or an entry only says that it changed. */
function Changes({ event }: { event: Event }) {
  const { t } = useTranslation();
  if (event.kind !== "fields_edited" && event.kind !== "tags_changed") return null;
  const plain = (value: unknown): string | null => {
    if (value === null || value === undefined) return t("candidate.emptied");
    if (typeof value === "string") return value === "to_check" || value === "confirmed" ? t(`confidence.${value}`) : value;
    return Array.isArray(value) && value.every((v) => typeof v === "string") ? value.join(", ") || t("candidate.emptied") : null;
  };
  const rows = changesOf(event).flatMap((c) => {
    const [before, after] = [plain(c.before), plain(c.after)];
    return before !== null && after !== null ? [{ key: c.field, before, after }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <ul className="event-changes meta">
      {rows.map((row) => (
        <li key={row.key}>
          <del>{row.before}</del> → <ins>{row.after}</ins>
        </li>
      ))}
    </ul>
  );
}
