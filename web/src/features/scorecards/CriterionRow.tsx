import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Requirement, Words } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { steps, type CriterionDraft } from "./criteria";

interface Props {
  one: CriterionDraft;
  place: number;
  last: boolean;
  requirements: Requirement[];
  edits: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (next: CriterionDraft) => void;
  onMove: (by: number) => void;
  onRetire: () => void;
}
/** One criterion: what it says, or its form. Alt and the arrows move it. */
export function CriterionRow({ one, place, last, requirements, edits, open, onOpen, onChange, onMove, onRetire }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const name = f.said(one.label) || t("criteria.noName");
  const tied = requirements.find((r) => r.id === one.requirement_id);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!edits || !event.altKey || !by) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li className="crit-row" data-open={open || undefined} onKeyDown={press}>
      <div className="row crit-head">
        <span className="num meta">{place + 1}</span>
        <div className="grow two">
          <h2 className={f.said(one.label) ? "strong" : "strong ink3"}>{name}</h2>
          {tied ? (
            <span className="meta">{t("criteria.tiedTo", { text: tied.text })}</span>
          ) : (
            <span className="meta koi">{t("criteria.untied")}</span>
          )}
          {!open && f.said(one.looked_at) && <span className="ink2">{f.said(one.looked_at)}</span>}
        </div>
        {edits && (
          <div className="row crit-acts">
            <ActionIcon aria-label={t("criteria.up", { name })} disabled={place === 0} onClick={() => onMove(-1)}>
              <IconArrowUp size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t("criteria.down", { name })} disabled={last} onClick={() => onMove(1)}>
              <IconArrowDown size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t("criteria.edit", { name })} aria-expanded={open} onClick={() => onOpen(!open)}>
              <IconPencil size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon aria-label={t("criteria.retire", { name })} title={t("criteria.retireWhy")} onClick={onRetire}>
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </div>
        )}
      </div>
      {open ? (
        <Form one={one} requirements={requirements} onChange={onChange} onEnd={() => onOpen(false)} />
      ) : (
        <ol className="crit-steps meta">
          {steps.map((step, i) => (
            <li key={step}>
              <b className="num">{i + 1}</b> {f.said(one.anchors[step])}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
type FormProps = Pick<Props, "one" | "requirements" | "onChange"> & { onEnd: () => void };
function Form({ one, requirements, onChange, onEnd }: FormProps) {
  const { t } = useTranslation();
  const both = (label: (language: "fr" | "en") => string, words: Words, put: (words: Words) => void, first = false) => (
    <div className="pair">
      {(["fr", "en"] as const).map((language) => (
        <TextInput
          key={language}
          label={label(language)}
          lang={language}
          maxLength={300}
          value={words[language] ?? ""}
          autoFocus={first && language === "fr"}
          autoComplete="off"
          onChange={(event) => put({ ...words, [language]: event.currentTarget.value || null })}
        />
      ))}
    </div>
  );
  return (
    <div className="crit-form">
      {both(
        (language) => t(`criteria.name_${language}`),
        one.label,
        (label) => onChange({ ...one, label }),
        one.isNew,
      )}
      <NativeSelect
        label={t("criteria.requirement")}
        value={requirements.some((r) => r.id === one.requirement_id) ? one.requirement_id : ""}
        onChange={(event) => onChange({ ...one, requirement_id: event.currentTarget.value })}
        data={[{ value: "", label: t("criteria.choose") }, ...requirements.map((r) => ({ value: r.id, label: r.text }))]}
      />
      {both(
        (language) => t(`criteria.look_${language}`),
        one.looked_at,
        (looked_at) => onChange({ ...one, looked_at }),
      )}
      <fieldset className="crit-anchors">
        <legend className="strong">{t("criteria.anchors")}</legend>
        <p className="meta">{t("criteria.anchorsWhy")}</p>
        {steps.map((step, i) => (
          <div key={step}>
            {both(
              (language) => t(`criteria.step_${language}`, { n: i + 1 }),
              one.anchors[step],
              (words) => onChange({ ...one, anchors: { ...one.anchors, [step]: words } }),
            )}
          </div>
        ))}
      </fieldset>
      <div>
        <Button size="xs" variant="default" onClick={onEnd}>
          {t("criteria.close")}
        </Button>
      </div>
    </div>
  );
}
