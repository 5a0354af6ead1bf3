import { ActionIcon, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Candidate, Field } from "@/api/model";
import { useMay } from "@/api/queries";
import { phone } from "@/i18n/phone";
import { FieldActs, FieldRow, InlineEdit, useFixing, type RowActs } from "./FieldRow";
import type { TextList } from "@/ui/record/fields";
import type { Edit } from "@/ui/record/useEdit";

interface Props extends RowActs {
  candidate: Candidate;
  edit: Edit;
}
const inputType: Record<string, string> = { emails: "email", phones: "tel", links: "url" };

const asIs = (value: string) => value;
const shown = {
  emails: asIs,
  licences: asIs,
  certifications: asIs,
  publications: asIs,
  phones: phone,
  links: (value: string) => value.replace(/^https?:\/\/(www\.)?/, ""),
};
/** E-mails, phones, links, certificates: one line each; an emptied line goes. */
export function TextListRows({ name, candidate, edit, ...acts }: Props & { name: Exclude<TextList, "skills"> }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const values = candidate.fields[name];
  const label = t(`field.${name}`);
  const save = (next: string[]) => void edit({ [name]: next.filter(Boolean) }, t("candidate.changed", { field: label }));
  if (values.length === 0 && !adding)
    return (
      <FieldRow
        label={label}
        path={`${name}.0`}
        field={null}
        onSave={(value) => save([value])}
        {...(inputType[name] ? { type: inputType[name] } : {})}
        {...acts}
      />
    );
  return (
    <>
      {values.map((field, i) => (
        <FieldRow
          key={field.value}
          label={label}
          hideLabel={i > 0}
          path={`${name}.${i}`}
          field={field}
          shownAs={shown[name](field.value)}
          {...(inputType[name] ? { type: inputType[name] } : {})}
          onSave={(value) => save(values.map((v, j) => (j === i ? value : v.value)))}
          beside={
            i === 0 &&
            !adding && (
              <ActionIcon
                size={24}
                className="field-add"
                aria-label={t("candidate.addAnother", { field: label })}
                onClick={() => setAdding(true)}
              >
                <IconPlus size={15} />
              </ActionIcon>
            )
          }
          {...acts}
        />
      ))}
      {adding && (
        <div className="field">
          <dt className="sr-only">{label}</dt>
          <dd>
            <InlineEdit
              label={label}
              value=""
              {...(inputType[name] ? { type: inputType[name] } : {})}
              onSave={(value) => save([...values.map((v) => v.value), value])}
              onEnd={() => setAdding(false)}
            />
          </dd>
        </div>
      )}
    </>
  );
}
/** For how long at least dated posts name a skill: quiet, beside it. */
function Practised({ months }: { months: number }) {
  const { t } = useTranslation();
  const time = months < 12 ? t("cv.months", { count: months }) : t("cv.years", { count: Math.floor(months / 12) });
  return (
    <span className="tag-time num" title={t("cv.practised", { time })}>
      {time}
    </span>
  );
}
/** Short words, added and taken away one by one. */
function Words({
  label,
  words,
  shownOf,
  onAdd,
  onRemove,
  acts,
}: {
  label: string;
  words: { key: string; text: string; field: Field | null; path: string; months?: number | undefined }[];
  shownOf?: number;
  onAdd: (text: string) => void;
  onRemove: (key: string) => void;
  acts: RowActs | null;
}) {
  const { t } = useTranslation();
  const edits = useMay("edit_people");
  const [text, setText] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const shown = all || !shownOf ? words : words.slice(0, shownOf);
  const end = (add: boolean) => {
    if (add && text?.trim()) onAdd(text.trim());
    setText(null);
  };
  return (
    <div className="field" data-words>
      <dt>{label}</dt>
      <dd>
        <ul className="words grow" aria-label={label}>
          {shown.map((word) => (
            <li
              key={word.key}
              className="tag"
              data-level={word.field && (word.field.confidence ?? 1) < 0.6 && !word.field.confirmed ? "low" : undefined}
              data-on={acts?.shown === word.path || undefined}
            >
              {word.field && acts && word.field.boxes.length > 0 ? (
                <button
                  type="button"
                  aria-pressed={acts.shown === word.path}
                  title={t("candidate.showWhere")}
                  onClick={() => acts.onShow(acts.shown === word.path ? null : word.path)}
                >
                  {word.text}
                </button>
              ) : (
                word.text
              )}
              {word.months !== undefined && <Practised months={word.months} />}
              {edits && (
                <button
                  type="button"
                  className="tag-x"
                  aria-label={t("candidate.removeThis", { name: word.text })}
                  onClick={() => onRemove(word.key)}
                >
                  <IconX size={11} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
          {shown.length < words.length && (
            <li>
              <button type="button" className="link meta" onClick={() => setAll(true)}>
                {t("candidate.more", { count: words.length - shown.length })}
              </button>
            </li>
          )}
          {edits && (
            <li>
              {text === null ? (
                <ActionIcon size={20} className="word-add" aria-label={t("candidate.addTo", { field: label })} onClick={() => setText("")}>
                  <IconPlus size={14} />
                </ActionIcon>
              ) : (
                <TextInput
                  size="xs"
                  aria-label={t("candidate.addTo", { field: label })}
                  value={text}
                  autoFocus
                  onChange={(event) => setText(event.currentTarget.value)}
                  onBlur={() => end(true)}
                  onKeyDown={(event) => {
                    if (event.key === "Enter") end(true);
                    if (event.key === "Escape") end(false);
                  }}
                  className="word-input"
                />
              )}
            </li>
          )}
        </ul>
      </dd>
    </div>
  );
}
export function SkillRow({ candidate, edit, ...acts }: Props) {
  const { t } = useTranslation();
  const label = t("field.skills");
  const skills = candidate.fields.skills;
  const save = (next: string[]) => void edit({ skills: next }, t("candidate.changed", { field: label }));
  return (
    <Words
      label={label}
      shownOf={12}
      acts={acts}
      words={skills.map((field, i) => ({
        key: field.value,
        text: field.value,
        field,
        path: `skills.${i}`,
        months: candidate.practice[field.value],
      }))}
      onAdd={(text) => save([...skills.map((s) => s.value), ...text.split(/\s*[,;]\s*/)].filter(Boolean))}
      onRemove={(key) => save(skills.map((s) => s.value).filter((s) => s !== key))}
    />
  );
}
export function TagRow({ candidate, edit }: Pick<Props, "candidate" | "edit">) {
  const { t } = useTranslation();
  const label = t("field.tags");
  const tags = candidate.tags;
  return (
    <Words
      label={label}
      acts={null}
      words={tags.map((tag) => ({ key: tag, text: tag, field: null, path: "" }))}
      onAdd={(text) => void edit({ tags: [...new Set([...tags, text.toLowerCase()])] }, t("candidate.changed", { field: label }))}
      onRemove={(key) => void edit({ tags: tags.filter((tag) => tag !== key) }, t("candidate.changed", { field: label }))}
    />
  );
}
/** "anglais (C1)": the level is typed in brackets. */
export function LanguageRows({ candidate, edit, ...acts }: Props) {
  const { t } = useTranslation();
  const label = t("field.languages");
  const held = candidate.fields.languages;
  const parse = (text: string) => {
    const match = /^(.*?)\s*[([]\s*(.+?)\s*[)\]]$/.exec(text);
    return match ? { name: match[1] ?? text, level: match[2] ?? null } : { name: text, level: null };
  };
  const plain = (field: Field) => ({ name: field.value, level: field.level ?? null });
  const words = (field: Field) =>
    field.level ? `${field.value} (${t(`level.${field.level}`, { defaultValue: field.level })})` : field.value;
  const save = (next: { name: string; level: string | null }[]) =>
    void edit({ languages: next.filter((l) => l.name) }, t("candidate.changed", { field: label }));
  const edits = useMay("edit_people");
  const [editing, setEditing] = useState<number | null>(null);
  useFixing(acts.fixing, (path) => path.startsWith("languages.") && setEditing(Number(path.split(".")[1])));
  return (
    <div className="field" data-words>
      <dt>{label}</dt>
      <dd className="stack">
        {held.map((field, i) =>
          editing === i ? (
            <InlineEdit
              key={i}
              label={label}
              value={field.level ? `${field.value} (${field.level})` : field.value}
              onSave={(text) => save(held.map((l, j) => (j === i ? parse(text) : plain(l))))}
              onEnd={() => setEditing(null)}
            />
          ) : (
            <div className="row field-line" key={field.value} data-on={acts.shown === `languages.${i}` || undefined}>
              <button
                type="button"
                className="field-value"
                disabled={!edits}
                onClick={() => setEditing(i)}
                aria-label={t("candidate.edit", { field: label, value: words(field) })}
              >
                {words(field)}
              </button>
              <FieldActs field={field} path={`languages.${i}`} label={`${label} ${field.value}`} {...acts} />
            </div>
          ),
        )}
        {editing === held.length ? (
          <InlineEdit label={label} value="" onSave={(text) => save([...held.map(plain), parse(text)])} onEnd={() => setEditing(null)} />
        ) : edits ? (
          <button type="button" className="field-value ink3" onClick={() => setEditing(held.length)}>
            {t("candidate.addLanguage")}
          </button>
        ) : null}
      </dd>
    </div>
  );
}
