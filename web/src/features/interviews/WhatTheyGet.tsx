import { IconBell, IconCalendarEvent, IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import type { Draft, How } from "./draft";

interface Props {
  draft: Draft;
  how: How;
  /** Of the person, and of the job as they read it. */
  name: string;
  job: string;
  interviewers: string[];
  /** How many times they can choose among. */
  count: number | null;
  /** The time that stands now, when another is looked for. */
  before: string | null;
  /** Why nobody can write to them, if so: the key under `held.`. */
  held: string | null;
}
/** In words, before anything leaves: what the person gets, what colleagues get, and when. */
export function WhatTheyGet({ draft, how, name, job, interviewers, count, before, held }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const now = how !== "edit" && draft.way === "now";
  const zone = words.zone(draft.zone);
  const language = t(`meet.in_${draft.language}`);
  const when = draft.at ? words.moment(draft.at, draft.zone) : null;
  const theirs =
    how === "edit"
      ? t("meet.getsChange", { name })
      : now
        ? t(how === "move" ? "meet.getsMove" : "meet.getsBooking", { name, language })
        : t("meet.getsLink", { name, language, count: count ?? 0, zone });
  const mail = [
    draft.title.trim() || t(`meet.kind_${draft.kind}`),
    t("meet.aboutJob", { job }),
    now ? (when ? `${when} (${zone})` : t("meet.whenOpen")) : how === "edit" ? null : t("meet.whenTheirs"),
    t("meet.minutes", { count: draft.minutes }),
    draft.kind === "video" ? (draft.video ? (now ? draft.video : t("meet.videoLater")) : null) : draft.place.trim() || null,
    interviewers.length ? t("meet.with", { who: f.list(interviewers) }) : null,
  ].filter((line) => line !== null);
  return (
    <section className="meet-gets" aria-labelledby="meet-gets">
      <h3 id="meet-gets">{t("meet.gets", { name })}</h3>
      {held ? (
        <p className="koi">
          {t(`held.${held}`, { defaultValue: t("held.other") })} {now && t("meet.getsNothing")}
        </p>
      ) : (
        <>
          <p className="row">
            <IconMail size={15} stroke={1.7} aria-hidden="true" />
            <span>{theirs}</span>
          </p>
          {how !== "edit" && (
            <div className="meet-mail">
              {mail.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {draft.message.trim() && <p className="prose">{draft.message.trim()}</p>}
            </div>
          )}
        </>
      )}
      {before && <p className="meta">{t("meet.givesBack", { when: words.moment(before) })}</p>}
      <p className="row meta">
        <IconCalendarEvent size={15} stroke={1.7} aria-hidden="true" />
        <span>{t(now || how === "edit" ? "meet.getsNow" : "meet.getsLater", { who: f.list(interviewers) || t("meet.interviewers") })}</span>
      </p>
      {how !== "edit" && (
        <p className="row meta">
          <IconBell size={15} stroke={1.7} aria-hidden="true" />
          <span>{t("meet.reminded")}</span>
        </p>
      )}
    </section>
  );
}
