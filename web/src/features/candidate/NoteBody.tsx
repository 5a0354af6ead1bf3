import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { reasonKey } from "@/api/errors";
import type { Event, Note, NoteVersion, Words } from "@/api/model";
import { useMe, useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { useKinds } from "@/ui/record/kinds";
import { pieces } from "@/ui/record/mentions";
import { NoteForm } from "@/ui/record/NoteForm";
import { useEvents } from "@/ui/record/useEvents";
import { toasts } from "@/ui/toast";

interface Props {
  event: Event;
  note: Note;
  candidateId: string;
  /** The job that it is about. */
  about: Words | null;
}
/** What somebody wrote: its answers, its words, what was changed since, and what was kept knowingly. */
export function NoteBody({ event, note, candidateId, about }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const kinds = useKinds();
  const me = useMe().data?.member;
  const events = useEvents(candidateId);
  const [editing, setEditing] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.deleteNote(candidateId, event.id),
    // Gone at once, and its way back with it: an answer that takes its time must not outlast the toast.
    onMutate: () => events.paint({ ...event, note: { ...note, deleted_at: new Date().toISOString() } }),
    onSuccess: (gone) => {
      void events.put(gone);
      toasts.done(t("note.deleted"), () => api.restoreNote(candidateId, event.id).then(events.put));
    },
    onError: (error) => {
      void events.put(event);
      toasts.failed(t(reasonKey(error)));
    },
  });
  if (editing) return <NoteForm candidateId={candidateId} event={event} onEnd={() => setEditing(false)} />;
  const mine = me !== undefined && (event.actor.id === me.id || me.role === "admin");
  const knows = mine || me?.role === "recruiter";
  return (
    <div className="event-body">
      {(about || note.call) && (
        <p className="meta note-facts">
          {[about && t("report.for", { job: f.said(about) }), ...factsOf(note, t)].filter(Boolean).join(" · ")}
        </p>
      )}
      {note.answers.length > 0 && (
        <dl className="answers">
          {note.answers.map((one) => (
            <div key={one.id}>
              <dt className="meta">{one.label}</dt>
              <dd className="prose">{one.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {note.text && <Text text={note.text} mentions={note.mentions} />}
      {knows && note.overridden.length > 0 && <p className="meta ochre">{t("report.knowingly", { kinds: kinds(note.overridden) })}</p>}
      {note.edited_at && <Changed note={note} at={note.edited_at} />}
      {mine && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={24} className="event-menu" aria-label={t("note.menu")}>
              <IconDots size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setEditing(true)}>{t("act.edit")}</Menu.Item>
            <Menu.Item onClick={() => remove.mutate()}>{t("act.delete")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
function factsOf(note: Note, t: TFunction): string[] {
  const { call } = note;
  if (!call) return [];
  return [
    ...(call.outcome ? [t(`report.outcome_${call.outcome}`)] : []),
    t(`report.direction_${call.direction}`),
    ...(call.minutes === null ? [] : [t("report.lasted", { count: call.minutes })]),
  ];
}
/** Names of colleagues stand out from the words around them. */
function Text({ text, mentions }: { text: string; mentions: string[] }) {
  const members = useMembers();
  return (
    <p className="prose">
      {pieces(
        text,
        members.filter((one) => mentions.includes(one.id)),
      ).map((piece, i) =>
        piece.member ? (
          <b key={i} className="mentioned">
            {piece.text}
          </b>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
function Changed({ note, at }: { note: Note; at: string }) {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  const [open, setOpen] = useState(false);
  const nameOf = (id: string | null) => members.find((one) => one.id === id)?.name ?? t("report.someone");
  const count = note.history.length;
  return (
    <>
      <p className="meta" title={f.full(at)}>
        {t("report.editedOn", { date: f.ago(at) })}
        {count > 0 && (
          <>
            {". "}
            <button type="button" className="link meta" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t("report.hideEarlier") : t("report.seeEarlier", { count })}
            </button>
          </>
        )}
      </p>
      {open && (
        <ol className="earlier">
          {[...note.history].reverse().map((one, i, all) => (
            <li key={i}>
              <Earlier
                version={one}
                after={all[i - 1] ?? note}
                until={t("report.until", { date: `${f.day(one.at)}, ${f.spokenTime(one.at)}`, name: nameOf(one.by) })}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
interface EarlierProps {
  version: NoteVersion;
  /** What stood there next: what stayed as it was is not said again. */
  after: Pick<Note, "text" | "answers">;
  until: string;
}
function Earlier({ version, after, until }: EarlierProps) {
  const same = (id: string, value: string) => after.answers.some((one) => one.id === id && one.value === value);
  return (
    <>
      <p className="meta">{until}</p>
      {version.answers
        .filter((one) => !same(one.id, one.value))
        .map((one) => (
          <p key={one.id} className="prose">
            <span className="meta">{one.label}: </span>
            {one.value}
          </p>
        ))}
      {version.text && version.text !== after.text && <p className="prose">{version.text}</p>}
    </>
  );
}
