import { ActionIcon, Button, Textarea, TextInput } from "@mantine/core";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Candidate, Entry, EntryEdit, Field } from "@/api/model";
import { useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { partialDate, readDate } from "./dates";
import { FieldActs, useFixing, type RowActs } from "./FieldRow";
import { asEntryEdit, entryTitle, toCheck, type EntryField, type EntryList } from "@/ui/record/fields";
import type { Edit } from "@/ui/record/useEdit";

const formOf: Record<EntryList, EntryField[]> = {
  experience: ["title", "employer", "start", "end", "place", "description"],
  education: ["degree", "field", "institution", "end", "place"],
};

interface Props extends RowActs {
  list: EntryList;
  candidate: Candidate;
  edit: Edit;
}
export function Entries({ list, candidate, edit, ...acts }: Props) {
  const { t } = useTranslation();
  const edits = useMay("edit_people");
  const [editing, setEditing] = useState<string | null>(null);
  const held = candidate.fields[list];
  const label = t(`field.${list}`);
  const save = (next: EntryEdit[]) => void edit({ [list]: next }, t("candidate.changed", { field: label }));
  const end = () => setEditing(null);
  useFixing(acts.fixing, (path) => {
    const [name, id] = path.split(".");
    if (name === list && id) setEditing(id);
  });
  return (
    <section>
      <div className="sec">
        <h2>{label}</h2>
        {edits && (
          <ActionIcon size={24} aria-label={t("candidate.addTo", { field: label })} onClick={() => setEditing("new")}>
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
      {editing === "new" && <EntryForm list={list} onSave={(entry) => save([entry, ...held.map((e) => asEntryEdit(e))])} onEnd={end} />}
      {held.length === 0 && editing !== "new" && <p className="meta">{t("candidate.nothingRead")}</p>}
      <ul>
        {held.map((entry) => (
          <li key={entry.id}>
            {editing === entry.id ? (
              <EntryForm
                list={list}
                entry={entry}
                onSave={(changed) => save(held.map((e) => (e.id === entry.id ? changed : asEntryEdit(e))))}
                onRemove={() => save(held.filter((e) => e.id !== entry.id).map((e) => asEntryEdit(e)))}
                onEnd={end}
              />
            ) : (
              <EntryLine list={list} entry={entry} onEdit={() => setEditing(entry.id)} {...acts} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
function EntryLine({ list, entry, onEdit, ...acts }: { list: EntryList; entry: Entry; onEdit: () => void } & RowActs) {
  const { t } = useTranslation();
  const f = useFormat();
  const edits = useMay("edit_people");
  const [open, setOpen] = useState(false);
  const head = list === "experience" ? (["title", "employer"] as const) : (["degree", "institution"] as const);
  const first = entry[head[0]] ?? entry[head[1]];
  const second = entry[head[0]] ? entry[head[1]] : null;
  const dates = [entry.start, entry.end].filter((d) => d != null).map((d) => f.period(d.value, t("candidate.present")));
  const under = [entry.field?.value, entry.place?.value].filter(Boolean).join(", ");
  // What is doubtful is asked about one by one; what is sure shares one eye on its title.
  const doubts = formOf[list].filter((key) => entry[key] && toCheck(entry[key] as Field));
  const path = (key: string) => `${list}.${entry.id}.${key}`;
  const main = first === entry[head[0]] ? head[0] : head[1];
  return (
    <div className="entry" data-on={acts.shown?.startsWith(`${list}.${entry.id}.`) || undefined}>
      <div className="row entry-head">
        <button type="button" className="field-value" onClick={onEdit} disabled={!edits}>
          <span className="strong">{first?.value}</span>
          {second && <span className="ink2">{second.value}</span>}
          {edits && <span className="sr-only">, {t("act.edit")}</span>}
          <IconPencil size={13} stroke={1.7} className="field-pen" aria-hidden="true" />
        </button>
        {first && !doubts.includes(main) && <FieldActs field={first} path={path(main)} label={entryTitle(entry)} {...acts} />}
      </div>
      {(dates.length > 0 || under) && (
        <p className="meta num">
          {dates.join(" – ")}
          {dates.length > 0 && under ? " · " : ""}
          {under}
        </p>
      )}
      {doubts.map((key) => {
        const field = entry[key] as Field;
        return (
          <div className="row entry-doubt" key={key}>
            <span className="grow ink2">
              {t(`field.${key}`)}{" "}
              <span className="ink">{key === "start" || key === "end" ? f.period(field.value, t("candidate.present")) : field.value}</span>
            </span>
            <FieldActs field={field} path={path(key)} label={`${t(`field.${key}`)}, ${entryTitle(entry)}`} {...acts} />
          </div>
        );
      })}
      {entry.description && !doubts.includes("description") && (
        <p className="entry-text ink2" data-open={open || undefined}>
          {entry.description.value}
        </p>
      )}
      {entry.description && entry.description.value.length > 150 && (
        <button type="button" className="link meta" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "act.less" : "act.more")}
        </button>
      )}
    </div>
  );
}
function EntryForm({
  list,
  entry,
  onSave,
  onRemove,
  onEnd,
}: {
  list: EntryList;
  entry?: Entry;
  onSave: (entry: EntryEdit) => void;
  onRemove?: () => void;
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Record<string, string>>(() =>
    Object.fromEntries(formOf[list].map((key) => [key, entry?.[key]?.value ?? ""])),
  );
  const [asked, setAsked] = useState(false);
  const dates = ["start", "end"].filter((key) => key in draft);
  const badDate = (key: string) => (draft[key] ?? "").trim() !== "" && !partialDate.test(readDate(draft[key] ?? ""));
  const empty = Object.values(draft).every((value) => value.trim() === "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (empty || dates.some(badDate)) return;
    const values = Object.fromEntries(
      Object.entries(draft).flatMap(([key, value]) => (value.trim() ? [[key, dates.includes(key) ? readDate(value) : value.trim()]] : [])),
    );
    onSave({ ...(entry ? { ...asEntryEdit(entry), ...Object.fromEntries(formOf[list].map((key) => [key, null])) } : {}), ...values });
    onEnd();
  };
  return (
    <form
      className="entry-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onEnd();
      }}
    >
      {formOf[list].map((key, i) =>
        key === "description" ? (
          <Textarea
            key={key}
            label={t(`field.${key}`)}
            autosize
            minRows={2}
            maxRows={10}
            value={draft[key] ?? ""}
            onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            key={key}
            label={t(`field.${key}`)}
            value={draft[key] ?? ""}
            autoFocus={i === 0}
            {...(dates.includes(key)
              ? { placeholder: "2022-03", error: asked && badDate(key) ? t("check.date") : undefined, className: "entry-date" }
              : {})}
            onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
          />
        ),
      )}
      <div className="row wrap">
        <Button size="xs" type="submit" disabled={empty}>
          {t("act.save")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={onEnd}>
          {t("act.cancel")}
        </Button>
        <span className="grow" />
        {onRemove && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className="quiet"
            onClick={() => {
              onRemove();
              onEnd();
            }}
          >
            {t("act.remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
