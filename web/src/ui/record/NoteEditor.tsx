import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { fieldErrors, isStatus, reasonKey } from "@/api/errors";
import type { Event, NoteKind, NoteWarning, Visibility } from "@/api/model";
import { useMe, useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { drafts } from "@/ui/drafts";
import { newKey } from "@/ui/hiring/ulid";
import { Skeleton } from "@/ui/states";
import { toasts } from "@/ui/toast";
import { Call, Guided } from "./Guided";
import { MentionText } from "./MentionText";
import { stillNamed, whyNot } from "./mentions";
import { NoteWarnings } from "./NoteWarnings";
import { begun, blank, draftOf, fieldsOf, newNote, noteEdit, saysSomething, wordsOf, type NoteDraft } from "./note";
import { useEvents } from "./useEvents";
import { useReport } from "./useReport";
import "@/ui/css/noteForm.css";

const kinds: NoteKind[] = ["note", "call", "interview"];
const audiences: Visibility[] = ["all", "recruiters", "me"];

interface Props {
  candidateId: string;
  /** The note that is changed; without it, a new one. */
  event?: Event;
  kind?: NoteKind;
  /** The application that a new one is about, where the screen says it. */
  jobId?: string;
  onEnd: () => void;
}
/** The application that is meant must be known before the first word. */
export function NoteEditor(props: Props) {
  const { known, applications } = useReport(props.candidateId, "note", null);
  const me = useMe().data?.member.id;
  const members = useMembers();
  if (!known || !me || (props.event?.note?.mentions.length && members.length === 0)) return <Skeleton shape="field" rows={2} />;
  const open = applications.filter((one) => !one.end);
  return <Editor {...props} me={me} meant={props.jobId ?? (open.length === 1 ? (open[0]?.job_id ?? null) : null)} />;
}
/** What the candidate should not read is said before it is saved; the author decides. A draft survives being closed. */
function Editor({ candidateId, event, kind, onEnd, me, meant }: Props & { me: string; meant: string | null }) {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  const events = useEvents(candidateId);
  const about = `note.${candidateId}`;
  const [held] = useState(() => (event ? null : drafts.held<NoteDraft>(me, about)));
  const [was] = useState(() => (event ? draftOf(event, members) : blank(kind ?? "note", meant)));
  const [draft, setDraft] = useState<NoteDraft>(() => (held ? { ...was, ...held.value, kind: kind ?? held.value.kind } : was));
  const [back, setBack] = useState(held);
  const [warnings, setWarnings] = useState<NoteWarning[]>([]);
  const [key, setKey] = useState(newKey); // of these words: saved again after a lost answer, they are there once
  const report = useReport(candidateId, draft.kind, draft.jobId);
  const fields = fieldsOf(report.fields, event);
  const words = wordsOf(draft, fields);
  const ready = saysSomething(draft, fields);
  const unseen = stillNamed(draft.picked, draft.text).filter(({ id }) => {
    const member = members.find((one) => one.id === id);
    return member && id !== me && whyNot(member, draft.visibility, report.team);
  });
  const change = (next: Partial<NoteDraft>) => {
    const after = { ...draft, ...next };
    setDraft(after);
    setKey(newKey);
    setWarnings([]);
    save.reset();
    if (event) return;
    if (begun(after)) drafts.keep(me, about, after);
    else drafts.drop(me, about);
  };
  const save = useMutation({
    mutationFn: async (override: boolean) => {
      if (!override && words.trim()) {
        const found = await api.checkNote(words);
        setWarnings(found.warnings);
        if (found.warnings.length > 0) return null;
      }
      return event
        ? api.editNote(candidateId, event.id, noteEdit(was, draft, fields, override))
        : api.addNote(candidateId, { ...newNote(draft, fields, override), key });
    },
    onSuccess: (saved) => {
      if (!saved) return;
      if (!event) drafts.drop(me, about);
      events.put(saved);
      const undo = event
        ? () => api.editNote(candidateId, event.id, noteEdit(draft, was, fields, true)).then(events.put)
        : () => api.deleteNote(candidateId, saved.id).then(events.put);
      toasts.done(t(event ? "note.changed" : "note.added"), undo);
      onEnd();
    },
    onError: (error) => {
      if (!isStatus(error, 422)) toasts.failed(t(reasonKey(error)));
    },
  });
  const submit = () => {
    if (ready && unseen.length === 0 && !save.isPending) save.mutate(false);
  };
  const blocked = warnings.length > 0;
  const refused = [...new Set(Object.values(fieldErrors(save.error)))];
  const reports = draft.kind !== "note";
  return (
    <form
      className="note-form"
      aria-label={t(`note.${draft.kind}`)}
      onSubmit={(e) => {
        e.preventDefault();
        submit();
      }}
      onKeyDown={(e) => {
        if (e.key === "Escape" && !e.defaultPrevented) {
          e.stopPropagation();
          onEnd();
        }
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          submit();
        }
      }}
    >
      {back && (
        <p className="row wrap draft-back" role="status">
          <span>{t("report.draftBack", { date: f.ago(new Date(back.at)) })}</span>
          <button
            type="button"
            className="link"
            onClick={() => {
              drafts.drop(me, about);
              setDraft(was);
              setBack(null);
            }}
          >
            {t("report.discard")}
          </button>
        </p>
      )}
      <div className="row wrap note-top">
        {!event && (
          <SegmentedControl
            aria-label={t("note.kind")}
            value={draft.kind}
            onChange={(v) => change({ kind: v as NoteKind })}
            data={kinds.map((value) => ({ value, label: t(`note.${value}`) }))}
          />
        )}
        {!event && report.applications.length > 0 && (
          <NativeSelect
            size="xs"
            className="note-job"
            aria-label={t("report.about")}
            title={t("report.about")}
            value={draft.jobId ?? ""}
            onChange={(e) => change({ jobId: e.currentTarget.value || null })}
            data={[
              { value: "", label: t("report.aboutNone") },
              ...report.applications.map((one) => ({ value: one.job_id, label: f.said(one.job_title) })),
            ]}
          />
        )}
      </div>
      {report.said && <p className="meta">{report.said}</p>}
      {draft.kind === "call" && <Call draft={draft} onChange={change} />}
      {report.settled && (
        <Guided key={`${draft.kind} ${draft.jobId}`} draft={draft} fields={fields} focus={draft.text === was.text} onChange={change} />
      )}
      <MentionText
        {...(reports ? { label: t("report.more") } : { "aria-label": t("note.text") })}
        placeholder={t(reports ? "report.moreExample" : "note.placeholder")}
        autosize
        minRows={reports ? 1 : 3}
        maxRows={16}
        maxLength={20_000}
        value={draft.text}
        // Until it is known what to ask, the first words land here.
        autoFocus={!reports || !report.settled}
        visibility={draft.visibility}
        team={report.team}
        onChange={(text) => change({ text })}
        onPick={(member, text) => change({ text, picked: [...draft.picked.filter((one) => one.id !== member.id), member] })}
      />
      {unseen.length > 0 && (
        <p className="koi" role="alert">
          {t("report.unseen", { names: f.list(unseen.map((one) => one.name)) })}
        </p>
      )}
      {refused.map((message) => (
        <p key={message} className="koi" role="alert">
          {message}
        </p>
      ))}
      {blocked && <NoteWarnings text={words} warnings={warnings} />}
      <div className="row wrap">
        {blocked ? (
          <Button size="xs" type="button" variant="default" loading={save.isPending} onClick={() => save.mutate(true)}>
            {t("note.keep")}
          </Button>
        ) : (
          <Button size="xs" type="submit" disabled={!ready || unseen.length > 0} loading={save.isPending}>
            {t("act.save")}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={onEnd}>
          {t(event ? "act.cancel" : "report.close")}
        </Button>
        <span className="grow" />
        <NativeSelect
          size="xs"
          aria-label={t("note.who")}
          value={draft.visibility}
          onChange={(e) => change({ visibility: e.currentTarget.value as Visibility })}
          data={audiences.map((value) => ({ value, label: t(`note.for_${value}`) }))}
        />
      </div>
      <p className="meta only-wide">{t("report.howKeys")}</p>
    </form>
  );
}
