import { Button } from "@mantine/core";
import { IconClipboardCheck, IconVideo } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "@/api/interviews";
import { useMay, useMe } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { KindGlyph } from "./KindGlyph";
import { useMeetingWords } from "./useMeetingWords";

interface Props {
  one: Appointment;
  /** Of the person, when it may be seen. */
  name: string | null | undefined;
  /** Whose agenda it stands in: the others are named. */
  whose?: string | undefined;
  cursor?: boolean;
}
/** An interview in a day or a week: when, whom, what for, with whom, and the way in. */
export function AppointmentRow({ one, name, whose, cursor = false }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const me = useMe().data?.member.id;
  const gives = useMay("give_scorecards");
  const who = name ?? t("people.noName");
  const mine = one.interviewers.some((m) => m.member_id === me);
  const others = one.interviewers.filter((m) => m.member_id !== (whose ?? me)).map((m) => m.name);
  const over = Date.parse(one.ends_at) < Date.now();
  const state = one.state === "booked" ? (over ? t("meet.unsettledShort") : null) : t(`meet.state_${one.state}`);
  const to = { to: "/people/$id" as const, params: { id: one.candidate_id } };
  const about = [words.kind(one.kind), f.said(one.job_title), others.length ? t("meet.with", { who: f.list(others) }) : null];
  return (
    <li className="todo meet-row" data-cursor={cursor || undefined} data-over={over || undefined}>
      <span className="num meet-time">
        <time dateTime={one.starts_at} title={f.full(one.starts_at)}>
          {f.clock(one.starts_at)}
        </time>
        <span className="meta">{f.clock(one.ends_at)}</span>
      </span>
      <KindGlyph kind={one.kind} />
      <div className="grow two">
        <span className="cut">
          <Link {...to} search={{ tab: "timeline", job: one.job_id, interview: one.interview_id }} className="strong">
            {who}
          </Link>
          {state && <span className="meta"> {state}</span>}
        </span>
        <span className="meta meet-about">{[...about, one.place].filter(Boolean).join(" · ")}</span>
      </div>
      {one.video_url && one.state === "booked" && !over && (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={one.video_url}
          target="_blank"
          rel="noopener noreferrer"
          leftSection={<IconVideo size={15} stroke={1.7} />}
          aria-label={t("meet.joinOf", { name: who })}
        >
          {t("meet.join")}
        </Button>
      )}
      {gives && mine && one.state !== "no_show" && (
        <Button
          size="xs"
          variant="default"
          className="only-wide"
          leftSection={<IconClipboardCheck size={15} stroke={1.7} />}
          aria-label={t("meet.scorecardOf", { name: who })}
          renderRoot={(props) => <Link {...props} {...to} search={{ tab: "timeline", job: one.job_id, scorecard: one.interview_id }} />}
        >
          {t("candidate.scorecard")}
        </Button>
      )}
    </li>
  );
}
