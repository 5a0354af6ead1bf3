import { ActionIcon, Button } from "@mantine/core";
import { IconArrowLeft, IconX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import type { Application, Job, OpenedCandidate } from "@/api/model";
import { jobQuery, useMay, useMe } from "@/api/queries";
import * as cards from "@/api/scorecards";
import { useFormat } from "@/i18n/format";
import "@/ui/css/cards.css";
import { Person } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { AskFor } from "./AskFor";
import { Blind, CardForm } from "./CardForm";
import { SideBySide } from "./SideBySide";

interface Props {
  candidateId: string;
  jobId: string;
  /** A stage or an interview, or `all`: what was asked for and given. */
  about: string;
  application: Application | undefined;
  interviews: OpenedCandidate["interviews"];
}
/** What colleagues say of one person in one job: one's own scorecard, or all of them side by side. */
export function ScorecardPane({ candidateId, jobId, about, application, interviews }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const job = useQuery(jobQuery(jobId));
  const held = useQuery(cards.cardsQuery(jobId, candidateId));
  const [times, setTimes] = useState(0);
  const failed = job.error ?? held.error;
  const reload = async () => {
    await held.refetch();
    setTimes((n) => n + 1);
  };
  const title = job.data ? f.said(job.data.job.title) : application ? f.said(application.job_title) : "";
  return (
    <section className="cards" aria-label={t("cards.titleOf", { job: title })}>
      <div className="sec cards-head">
        <Link to="/people/$id" params={{ id: candidateId }} search={{ tab: "timeline" }} className="link row cards-back">
          <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" />
          {t("cards.back")}
        </Link>
        <h2 className="cut">{t("cards.titleOf", { job: title })}</h2>
      </div>
      {!job.data || !held.data ? (
        failed ? (
          <LoadFailed small error={failed} retry={() => (job.error ? job.refetch() : held.refetch())} />
        ) : (
          <Skeleton shape="field" rows={5} />
        )
      ) : about === "all" ? (
        <Overview held={held.data} job={job.data.job} application={application} interviews={interviews} />
      ) : (
        <Own
          key={`${about} ${times}`}
          held={held.data}
          job={job.data.job}
          about={about}
          application={application}
          interviews={interviews}
          onReload={reload}
        />
      )}
    </section>
  );
}
interface Of {
  held: cards.Scorecards;
  job: Job;
  application: Application | undefined;
  interviews: OpenedCandidate["interviews"];
}
/** The stage or interview by its id: from one's own scorecard, else from the job, else from the person's interviews. */
function useAbout({ held, job, application, interviews }: Of) {
  const { t } = useTranslation();
  const f = useFormat();
  return (id: string) => {
    const own = held.own.find((one) => one.scorecard.about.id === id)?.scorecard.about;
    const asked = held.asked.find((one) => one.about.id === id)?.about;
    const stage = job.stages.find((one) => one.id === id);
    const here = application?.stage_id === id ? application.stage_name : undefined;
    const meeting = interviews.find((one) => one.id === id);
    const called = meeting?.starts_at ? t("cards.interviewOn", { date: f.day(meeting.starts_at) }) : t("cards.interview");
    const name = own?.name ?? asked?.name ?? stage?.name ?? here ?? (meeting ? { fr: called, en: called } : undefined);
    return name ? { id, name } : null;
  };
}
function Own({ about: id, onReload, ...of }: Of & { about: string; onReload: () => Promise<void> }) {
  const { t } = useTranslation();
  const f = useFormat();
  const gives = useMay("give_scorecards");
  const navigate = useNavigate();
  const about = useAbout(of)(id);
  const all = (
    <Link
      to="/people/$id"
      params={{ id: of.held.candidate_id }}
      search={{ tab: "timeline", job: of.held.job_id, scorecard: "all" }}
      className="link"
    >
      {t("cards.see")}
    </Link>
  );
  if (!about || !gives)
    return (
      <Empty title={t("cards.none")} acts={all}>
        {t("cards.noneWhy")}
      </Empty>
    );
  return (
    <>
      <div className="row wrap">
        <h3 className="strong grow">{t("cards.yoursAbout", { stage: f.said(about.name) })}</h3>
        {all}
      </div>
      <CardForm
        held={of.held}
        job={of.job}
        about={about}
        onGiven={() =>
          void navigate({
            to: "/people/$id",
            params: { id: of.held.candidate_id },
            search: { tab: "timeline", job: of.held.job_id, scorecard: "all" },
            replace: true,
          })
        }
        onReload={() => void onReload()}
      />
    </>
  );
}
function Overview(of: Of) {
  const { t } = useTranslation();
  const { held, job, application } = of;
  const moves = useMay("move_people");
  const [asking, setAsking] = useState(false);
  return (
    <div className="cards-all">
      <div className="row wrap">
        <MyOwn {...of} />
        {moves && application && !asking && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t("cards.ask")}
          </Button>
        )}
      </div>
      {asking && application && <AskFor held={held} job={job} application={application} onEnd={() => setAsking(false)} />}
      <AskedFor held={held} />
      <Blind held={held} />
      {held.summary ? (
        <SideBySide summary={held.summary} requirements={job.requirements} />
      ) : (
        held.closed === "none_given" && <Empty title={t("cards.none")}>{t("cards.noneWhy")}</Empty>
      )}
    </div>
  );
}
/** The way to one's own: about where the person stands now, and about what one was asked or has begun. */
function MyOwn(of: Of) {
  const { t } = useTranslation();
  const f = useFormat();
  const gives = useMay("give_scorecards");
  const aboutOf = useAbout(of);
  const { held, application } = of;
  if (!gives) return null;
  const own = held.own.map(({ scorecard }) => scorecard);
  const begun = own.map((one) => one.about.id);
  const here = application && !application.end && !begun.includes(application.stage_id) ? [application.stage_id] : [];
  const way = { given: "cards.change", draft: "cards.goOn", asked: "cards.giveAbout" } as const;
  const primary = own.find((one) => one.state !== "given")?.about.id ?? here[0];
  return [...begun, ...here].map((id) => {
    const about = aboutOf(id);
    const state = own.find((one) => one.about.id === id)?.state ?? "asked";
    return (
      <Button
        key={id}
        renderRoot={(props) => (
          <Link
            {...props}
            to="/people/$id"
            params={{ id: held.candidate_id }}
            search={{ tab: "timeline", job: held.job_id, scorecard: id }}
          />
        )}
        variant={id === primary ? "filled" : "default"}
      >
        {t(way[state], { stage: about ? f.said(about.name) : "" })}
      </Button>
    );
  });
}
function AskedFor({ held }: { held: cards.Scorecards }) {
  const { t } = useTranslation();
  const f = useFormat();
  const client = useQueryClient();
  const me = useMe().data?.member.id;
  const moves = useMay("move_people");
  const takeBack = useMutation({
    mutationFn: (one: cards.Asked) => cards.takeBackRequest(held.job_id, held.candidate_id, one.about.id, one.member_id),
    onSuccess: (_, one) => {
      void client.invalidateQueries({ queryKey: cards.cardKeys.cards(held.job_id, held.candidate_id) });
      toasts.done(t("cards.takenBack", { name: one.member_name }), () =>
        cards
          .askForScorecards(held.job_id, held.candidate_id, {
            members: [one.member_id],
            about_id: one.about.id,
            ...(one.due_at && Date.parse(one.due_at) > Date.now() ? { due_at: one.due_at } : {}),
          })
          .then(() => client.invalidateQueries({ queryKey: cards.cardKeys.cards(held.job_id, held.candidate_id) })),
      );
    },
    onError: (error) => toasts.failed(t(isStatus(error, 409) ? "error.conflict" : reasonKey(error))),
  });
  if (held.asked.length === 0) return null;
  return (
    <section className="cards-asked" aria-labelledby="cards-asked">
      <h3 id="cards-asked" className="strong">
        {t("cards.asked")}
      </h3>
      <ul>
        {held.asked.map((one) => (
          <li key={`${one.member_id} ${one.about.id}`} className="row">
            <Person name={one.member_name} size={24} />
            <span className="grow two">
              <span>{t("cards.askedState", { name: one.member_name, stage: f.said(one.about.name) })}</span>
              <span className="meta">
                {one.state === "given" && one.given_at
                  ? t("cards.gave", { date: f.day(one.given_at) })
                  : one.due_at
                    ? t("cards.waitsUntil", { date: f.day(one.due_at) })
                    : t("cards.waits")}
              </span>
            </span>
            {moves && one.state === "asked" && one.member_id !== me && (
              <ActionIcon
                aria-label={t("cards.takeBack", { name: one.member_name })}
                loading={takeBack.isPending && takeBack.variables === one}
                onClick={() => takeBack.mutate(one)}
              >
                <IconX size={15} stroke={1.8} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
