import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Repeat } from "@/api/day";
import { useMe, useMembers } from "@/api/queries";
import { capital, dayOf, noonOf, useFormat } from "@/i18n/format";
import { asRepeat, asWord, usual } from "./repeat";
import { readTask } from "./read";

export interface TaskValues {
  title: string;
  on: string;
  at: string | null;
  assignee: string;
  repeat: Repeat | null;
}
interface Props {
  /** What stands there at first; without it, a new task of one's own for today. */
  initial?: TaskValues;
  onSave: (values: TaskValues) => void;
  onCancel: () => void;
  /** What it is about, between the title and the days. */
  children?: ReactNode;
  /** Acts beside saving. */
  acts?: ReactNode;
}
export function TaskForm({ initial, onSave, onCancel, children, acts }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const me = useMe().data?.member;
  const today = dayOf(new Date(), f.reader.zone);
  const [title, setTitle] = useState(initial?.title ?? "");
  const [on, setOn] = useState(initial?.on ?? null);
  const [at, setAt] = useState(initial?.at ?? null);
  const [assignee, setAssignee] = useState(initial?.assignee ?? me?.id ?? "");
  const colleagues = useAssignees(assignee);
  const [repeat, setRepeat] = useState(asWord(initial?.repeat ?? null));
  const [verbatim, setVerbatim] = useState(initial !== undefined);
  const read = verbatim ? null : readTask(title, today);
  const heard = read?.on ? { title: read.title, on: read.on, at: read.at, said: read.said } : null;
  const values: TaskValues = {
    title: (heard?.title ?? title).trim(),
    on: on ?? heard?.on ?? today,
    at: at ?? heard?.at ?? null,
    assignee,
    repeat: asRepeat(repeat),
  };
  const ready = values.title !== "" && values.on !== "";
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) onSave(values);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onCancel();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  const days = f.reader.language === "fr" ? "fr-FR" : "en-GB";
  return (
    <form className="task-form" onSubmit={save} onKeyDown={press} aria-label={t(initial ? "task.edit" : "task.new")} lang={days}>
      <TextInput
        label={t("task.title")}
        placeholder={t("task.placeholder")}
        value={title}
        maxLength={300}
        autoFocus
        data-autofocus
        autoComplete="off"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {heard && (
        <p className="meta task-heard" role="status">
          {t("task.heard", {
            words: heard.said,
            when: [capital(f.weekdayNumber(noonOf(values.on))), values.at].filter(Boolean).join(", "),
          })}{" "}
          <button type="button" className="link meta" onClick={() => setVerbatim(true)}>
            {t("task.verbatim")}
          </button>
        </p>
      )}
      {children}
      <div className="task-form-row">
        <TextInput
          type="date"
          label={t("task.day")}
          value={values.on}
          required
          withAsterisk={false}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t("task.time")}
          value={values.at ?? ""}
          onChange={(event) => {
            setVerbatim(verbatim || heard?.at != null);
            setAt(event.currentTarget.value || null);
          }}
        />
        {colleagues.length > 1 && (
          <NativeSelect
            label={t("task.assignee")}
            value={assignee}
            onChange={(event) => setAssignee(event.currentTarget.value)}
            data={colleagues}
          />
        )}
        <NativeSelect
          label={t("task.repeat")}
          value={repeat}
          onChange={(event) => setRepeat(event.currentTarget.value)}
          data={[
            { value: "", label: t("task.never") },
            ...[...new Set([...usual, ...(repeat ? [repeat] : [])])].map((word) => {
              const { every, unit } = asRepeat(word) as Repeat;
              return { value: word, label: t(`task.every_${unit}`, { count: every }) };
            }),
          ]}
        />
      </div>
      <div className="row wrap">
        <Button type="submit" disabled={!ready}>
          {t(initial ? "act.save" : "task.add")}
        </Button>
        <Button variant="subtle" color="gray" className="quiet" onClick={onCancel}>
          {t("act.cancel")}
        </Button>
        <span className="grow" />
        {acts}
      </div>
    </form>
  );
}
/** Who can be given a task: oneself first, then everyone here who has tasks, and whoever has it now. */
function useAssignees(held: string): { value: string; label: string }[] {
  const { t } = useTranslation();
  const me = useMe().data?.member;
  const others = useMembers()
    .filter((one) => one.id !== me?.id && ((one.here && one.role !== "reader") || one.id === held))
    .sort((a, b) => a.name.localeCompare(b.name));
  const mine = me ? [{ value: me.id, label: t("task.me", { name: me.name }) }] : [];
  return [...mine, ...others.map((one) => ({ value: one.id, label: one.name }))];
}
/** Who or what a task is about, with the way to take it off. */
export function About({ label, name, onRemove }: { label: string; name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="row about">
      <span className="meta">{label}</span>
      <span className="strong cut">{name}</span>
      <button type="button" className="about-x" aria-label={t("task.without", { name })} onClick={onRemove}>
        <IconX size={14} aria-hidden="true" />
      </button>
    </p>
  );
}
