import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCalendarTime, IconCheck, IconClipboardCheck, IconUserOff, IconVideo } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Interview } from "@/api/interviews";
import { useMay, useMe } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Due } from "@/ui/parts";
import { KindGlyph } from "@/ui/meetings/KindGlyph";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { CancelForm } from "./CancelForm";
import { InterviewMenu } from "./InterviewMenu";
import { standingOf, type Standing } from "./standing";
import { useActs } from "./useActs";

interface Props {
  one: Interview;
  name: string;
  /** Whether the person still stands in its job. */
  open: boolean;
  /** Whether the person stands in several jobs: then each says which. */
  several: boolean;
  marked: boolean;
}
export function InterviewRow({ one, name, open, several, marked }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const moves = useMay("move_people");
  const gives = useMay("give_scorecards");
  const me = useMe().data?.member.id;
  const acts = useActs();
  const [cancelling, setCancelling] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!marked) return;
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  const standing = standingOf(one, new Date());
  const mine = one.interviewers.some((m) => m.member_id === me);
  const settles = moves || (gives && mine);
  const live = standing === "booked" || standing === "waiting" || standing === "silent" || standing === "unsettled";
  const theirs = one.starts_at ? words.theirs(one.starts_at, one.zone) : null;
  const about = [
    several ? f.said(one.job_title) : null,
    t("meet.with", { who: f.list(one.interviewers.map((m) => m.name)) }),
    one.kind === "video" ? null : one.place,
  ];
  const at = (meet: "move" | "propose") => ({ tab: "timeline" as const, meet, job: one.job_id, interview: one.id });
  const go = (meet: "move" | "propose", label: string) => (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconCalendarTime size={15} stroke={1.7} />}
      renderRoot={(props) => <Link {...props} to="/people/$id" params={{ id: one.candidate_id }} search={at(meet)} />}
    >
      {label}
    </Button>
  );
  return (
    <li ref={line} className="meeting" tabIndex={marked ? -1 : undefined} data-marked={marked || undefined} data-standing={standing}>
      <span className="event-dot">
        <KindGlyph kind={one.kind} size={14} />
      </span>
      <div className="grow meeting-said">
        <div className="row wrap meeting-line">
          <span className="strong">{one.title ?? words.kind(one.kind)}</span>
          <State one={one} standing={standing} />
        </div>
        {one.starts_at && standing !== "cancelled" && (
          <p>
            <time dateTime={one.starts_at} title={f.full(one.starts_at)}>
              {words.day(one.starts_at)}, {words.hours(one.starts_at, one.duration_minutes)}
            </time>
          </p>
        )}
        {theirs && standing !== "cancelled" && <p className="meta">{t("meet.atTheirs", { when: theirs })}</p>}
        <p className="meta">{about.filter(Boolean).join(" · ")}</p>
        {standing === "cancelled" && one.changed.message && <p className="meta">{t("meet.said", { words: one.changed.message })}</p>}
        {one.untold && live && (
          <p className="meta koi">
            <IconAlertTriangle size={12} aria-hidden="true" /> {t("meet.untold", { name })}{" "}
            {t(`held.${one.untold}`, { defaultValue: t("held.other") })}
          </p>
        )}
        {cancelling ? (
          <CancelForm one={one} name={name} onCancel={acts.cancel} onEnd={() => setCancelling(false)} />
        ) : (
          <div className="row wrap meeting-acts">
            {one.video_url && (standing === "booked" || standing === "unsettled") && (
              <Button
                size="xs"
                variant="default"
                component="a"
                href={one.video_url}
                target="_blank"
                rel="noopener noreferrer"
                leftSection={<IconVideo size={15} stroke={1.7} />}
              >
                {t("meet.join")}
              </Button>
            )}
            {standing === "unsettled" && settles && (
              <>
                <Button size="xs" variant="default" leftSection={<IconCheck size={15} />} onClick={() => void acts.settle(one, "held")}>
                  {t("meet.wasHeld")}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconUserOff size={15} />}
                  onClick={() => void acts.settle(one, "no_show")}
                >
                  {t("meet.wasNoShow")}
                </Button>
              </>
            )}
            {moves && open && standing === "booked" && go("move", t("meet.move"))}
            {moves && open && (standing === "silent" || standing === "no_show") && go("propose", t("meet.proposeOthers"))}
            {gives && one.starts_at && standing !== "cancelled" && standing !== "no_show" && (mine || standing === "held") && (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconClipboardCheck size={15} stroke={1.7} />}
                aria-label={t("meet.scorecardOf", { name })}
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/people/$id"
                    params={{ id: one.candidate_id }}
                    search={{ tab: "timeline", job: one.job_id, scorecard: one.id }}
                  />
                )}
              >
                {t("candidate.scorecard")}
              </Button>
            )}
          </div>
        )}
      </div>
      <div className="meeting-menu">
        <InterviewMenu
          one={one}
          standing={standing}
          moves={moves && open}
          settles={settles}
          onCancel={moves && one.state !== "held" && live ? () => setCancelling(true) : null}
          onUnsettle={() => void acts.unsettle(one)}
        />
      </div>
    </li>
  );
}
/** Where it stands, at the right: shape before colour. */
function State({ one, standing }: { one: Interview; standing: Standing }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const { offer } = one;
  if (standing === "waiting" && offer)
    return (
      <Due state="soon" title={t("meet.since", { date: f.full(one.changed.at) })}>
        {offer.by === "slots"
          ? t("meet.waitsAmong", { count: offer.starts.length })
          : t("meet.waitsUntil", { until: words.shortDay(`${offer.last}T12:00:00Z`, "UTC") })}
      </Due>
    );
  if (standing === "silent") return <Due state="late">{t("meet.silent")}</Due>;
  if (standing === "booked" && one.starts_at) {
    const away = f.daysAway(one.starts_at);
    return <Due state={away <= 1 ? "soon" : "ok"}>{away === 0 ? t("when.today") : away === 1 ? t("meet.tomorrow") : t("meet.booked")}</Due>;
  }
  if (standing === "unsettled") return <Due state="soon">{t("meet.unsettled")}</Due>;
  if (standing === "held") return <Due state="done">{t("meet.state_held")}</Due>;
  if (standing === "no_show") return <span className="meta">{t("meet.state_no_show")}</span>;
  const by = one.changed.by.kind === "candidate" ? t("meet.byThem") : (one.changed.by.name ?? "");
  return (
    <span className="meta" title={f.full(one.changed.at)}>
      {t("meet.cancelledOn", { date: f.day(one.changed.at), by })}
    </span>
  );
}
