import { Button, NativeSelect } from "@mantine/core";
import { IconAlertTriangle, IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Interview } from "@/api/interviews";
import type { Application, OpenedCandidate } from "@/api/model";
import { jobQuery, useMay, useMe, useMembers } from "@/api/queries";
import { dayOf, useFormat } from "@/i18n/format";
import "@/ui/css/meet.css";
import "@/ui/css/planning.css";
import { useKeys } from "@/ui/keys";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { Empty } from "@/ui/states";
import { begin, busyAt, draftOf, missing, unwritable, type Draft, type How, type Missing } from "./draft";
import { Interviewers } from "./Interviewers";
import { useSave } from "./useSave";
import { WhatFields, WordsFields } from "./WhatFields";
import { WhatTheyGet } from "./WhatTheyGet";
import { useTimes, WhenFields } from "./WhenFields";

interface Props {
  opened: OpenedCandidate;
  how: How;
  jobId: string | undefined;
  interviewId: string | undefined;
}
/** Where an interview is planned, moved, proposed again or changed: beside the person, not over them. */
export function PlanPane({ opened, how, jobId, interviewId }: Props) {
  const { t } = useTranslation();
  const may = useMay("move_people");
  const me = useMe().data?.member;
  const navigate = useNavigate();
  const { candidate, applications, interviews } = opened;
  const open = applications.filter((one) => !one.end);
  const own = how === "new" ? null : (interviews.find((one) => one.id === interviewId) ?? null);
  const application = open.find((one) => one.job_id === (own?.job_id ?? jobId)) ?? (own || jobId ? undefined : open[0]);
  const close = () =>
    void navigate({
      to: "/people/$id",
      params: { id: candidate.id },
      search: { tab: "timeline", ...(own ? { job: own.job_id, interview: own.id } : {}) },
      replace: true,
    });
  useKeys({ Escape: close }, {});
  const gone = how !== "new" && !own;
  const title = t(how === "move" && !own?.starts_at ? "meet.do_set" : `meet.do_${how}`);
  return (
    <section className="meet" aria-label={title}>
      <div className="sec cards-head">
        <Link to="/people/$id" params={{ id: candidate.id }} search={{ tab: "timeline" }} className="link row cards-back">
          <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" />
          {t("timeline.title")}
        </Link>
        <h2 className="cut">{title}</h2>
      </div>
      {!may ? (
        <Empty title={t("session.deniedTitle")}>{t("meet.denied")}</Empty>
      ) : gone || !application || !me ? (
        <Empty title={t(gone ? "meet.goneTitle" : "meet.noJobTitle")}>{t(gone ? "meet.gone" : "meet.noJob")}</Empty>
      ) : (
        <Form
          key={`${how} ${own?.id ?? application.job_id}`}
          {...{ opened, how, own, application, open, close }}
          me={{ id: me.id, zone: me.timezone }}
        />
      )}
    </section>
  );
}
interface FormProps {
  opened: OpenedCandidate;
  how: How;
  own: Interview | null;
  application: Application;
  open: Application[];
  me: { id: string; zone: string };
  close: () => void;
}
function Form({ opened, how, own, application, open, me, close }: FormProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const { candidate } = opened;
  const members = useMembers();
  const job = useQuery(jobQuery(application.job_id)).data?.job;
  const [draft, setDraft] = useState<Draft>(() => {
    const fresh = begin({ language: candidate.language, zone: me.zone, me: me.id, today: dayOf(new Date(), f.reader.zone) });
    return own ? draftOf(own, how, fresh) : fresh;
  });
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const times = useTimes(draft, how, own);
  const nameOf = (id: string) =>
    members.find((one) => one.id === id)?.name ?? own?.interviewers.find((one) => one.member_id === id)?.name ?? t("does.someone");
  const { save, saving, refused, forget } = useSave({
    how,
    job: application.job_id,
    person: candidate.id,
    own,
    zone: f.reader.zone,
    nameOf,
    onDone: close,
    onTaken: () => void times.refetch(),
  });
  const change = (some: Partial<Draft>) => {
    forget();
    setDraft((now) => ({ ...now, ...some }));
  };
  const offers = how !== "edit" && draft.way !== "now";
  const held = unwritable(candidate);
  const lacking = missing(draft, how, new Date());
  const at = how === "edit" ? (own?.starts_at ?? null) : draft.way === "now" ? draft.at : null;
  const conflicts = at ? busyAt(times.busy, at, draft.minutes) : [];
  const count = draft.way === "windows" ? (times.offer.data?.free.length ?? null) : draft.starts.length;
  const wrong = (key: Missing) => (tried && lacking.includes(key) ? t(`meet.lacks_${key}`) : undefined);
  const blocked = (offers && held !== null) || conflicts.length > 0 || (draft.way === "windows" && offers && count === 0);
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [tried]);
  const name = candidate.name ?? candidate.fields.emails[0]?.value ?? t("people.noName");
  const who = how === "new" || how === "edit";
  return (
    <form
      ref={form}
      className="meet-form"
      data-how={how}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (lacking.length === 0 && !blocked) save(draft);
      }}
    >
      <div className="meet-what">
        {how === "new" && open.length > 1 ? (
          <NativeSelect
            label={t("meet.job")}
            value={application.job_id}
            onChange={(event) =>
              void navigate({
                to: "/people/$id",
                params: { id: candidate.id },
                search: { tab: "timeline", meet: "new", job: event.currentTarget.value },
                replace: true,
              })
            }
            data={open.map((one) => ({ value: one.job_id, label: f.said(one.job_title) }))}
          />
        ) : (
          <p className="meta">
            {f.said(application.job_title)} · {f.said(application.stage_name)}
          </p>
        )}
        {own?.starts_at && how !== "edit" && <Stands own={own} />}
        {how !== "move" && (
          <WhatFields draft={draft} how={how} onChange={change} wrong={{ video: wrong("video"), minutes: wrong("tooMuch") }} />
        )}
        {who && (
          <Interviewers
            chosen={draft.interviewers}
            onChange={(interviewers) => change({ interviewers })}
            job={job}
            busy={times.busy}
            timed={how === "edit" || at !== null}
            conflicts={conflicts}
            error={wrong("interviewers")}
          />
        )}
        <WordsFields draft={draft} how={how} name={name} onChange={change} />
      </div>
      {how !== "edit" && (
        <div className="meet-when">
          <WhenFields draft={draft} how={how} own={own} onChange={change} times={times} nameOf={nameOf} wrong={wrong} />
        </div>
      )}
      <WhatTheyGet
        draft={draft}
        how={how}
        name={name}
        job={f.said(application.job_title)}
        interviewers={draft.interviewers.map(nameOf)}
        count={count}
        before={how === "propose" ? (own?.starts_at ?? null) : null}
        held={held}
      />
      <div className="meet-foot">
        {refused && (
          <div className="meet-refused" role="alert">
            <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
            <div>
              <p>{refused.words}</p>
              <FreeInstead free={draft.way === "now" ? refused.free : []} onPick={(at) => change({ at })} />
            </div>
          </div>
        )}
        <div className="row wrap meet-acts">
          <Button type="submit" loading={saving} disabled={offers && held !== null}>
            {t(how === "new" ? (draft.way === "now" ? "meet.book" : "meet.propose") : `meet.done_${how}`)}
          </Button>
          <Button variant="default" onClick={close}>
            {t("act.cancel")}
          </Button>
          {tried && (lacking.length > 0 || blocked) && (
            <span className="koi" role="status">
              {conflicts.length > 0
                ? t("meet.areBusy", { who: f.list(conflicts.map(nameOf)), count: conflicts.length })
                : lacking[0]
                  ? t(`meet.lacks_${lacking[0]}`)
                  : t("meet.noneFree")}
            </span>
          )}
        </div>
      </div>
    </form>
  );
}
/** What is booked now, before it is moved or given back. */
function Stands({ own }: { own: Interview }) {
  const { t } = useTranslation();
  const words = useMeetingWords();
  if (!own.starts_at) return null;
  const theirs = words.theirs(own.starts_at, own.zone);
  return (
    <p>
      {t("meet.standsAt", { when: words.moment(own.starts_at) })}
      {theirs && <span className="meta"> {t("meet.atTheirs", { when: theirs })}</span>}
    </p>
  );
}
function FreeInstead({ free, onPick }: { free: string[]; onPick: (at: string) => void }) {
  const words = useMeetingWords();
  if (free.length === 0) return null;
  return (
    <div className="row wrap">
      {free.map((at) => (
        <Button key={at} size="xs" variant="default" onClick={() => onPick(at)}>
          {words.shortMoment(at)}
        </Button>
      ))}
    </div>
  );
}
