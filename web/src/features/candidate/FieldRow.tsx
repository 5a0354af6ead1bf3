import { ActionIcon, Button, Kbd, Textarea, TextInput, Tooltip } from "@mantine/core";
import { IconCheck, IconEyeSearch, IconPencil } from "@tabler/icons-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/api/model";
import { useMay } from "@/api/queries";
import { Confidence, levelOf } from "@/ui/parts";
import { toCheck } from "@/ui/record/fields";

/** One text, edited where it stands: Enter saves, Escape leaves it as it was. */
export function InlineEdit({
  label,
  value,
  multiline = false,
  type,
  onSave,
  onEnd,
}: {
  label: string;
  value: string;
  multiline?: boolean;
  type?: string;
  onSave: (value: string) => void;
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => input.current?.select(), []);
  const save = () => {
    onEnd();
    if (text.trim() !== value) onSave(text.trim());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onEnd();
    }
    if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  const common = { "aria-label": label, value: text, onKeyDown: keys, autoFocus: true, ref: input };
  return (
    <div className="inline-edit">
      {multiline ? (
        <Textarea {...common} autosize minRows={3} maxRows={14} onChange={(event) => setText(event.currentTarget.value)} />
      ) : (
        <TextInput {...common} type={type ?? "text"} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <div className="row">
        <Button size="xs" onClick={save}>
          {t("act.save")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" className="quiet" onClick={onEnd}>
          {t("act.cancel")}
        </Button>
        <span className="meta only-wide">{t(multiline ? "candidate.howSaveLong" : "candidate.howSave")}</span>
      </div>
    </div>
  );
}
/** How sure the reading is; who confirmed or typed it. Nothing is said of what is sure. */
export function Sureness({ field }: { field: Field }) {
  const { t } = useTranslation();
  if (field.confirmed) return <IconCheck size={14} className="leaf" aria-label={t("confidence.confirmed")} role="img" />;
  if (field.origin === "typed" || field.confidence == null) return null;
  return <Confidence level={levelOf(field.confidence)} />;
}
export interface RowActs {
  shown: string | null;
  onShow: (path: string | null) => void;
  onConfirm: (path: string) => void;
  /** What a key asked to correct; a new object each time. */
  fixing: { path: string } | null;
}
/** Confirm what is doubtful; show where it was read. */
export function FieldActs({ field, path, label, shown, onShow, onConfirm }: { field: Field; path: string; label: string } & RowActs) {
  const { t } = useTranslation();
  const edits = useMay("edit_people");
  const on = shown === path;
  return (
    <span className="field-acts">
      <Sureness field={field} />
      {edits && toCheck(field) && (
        <Button size="xs" variant="default" aria-label={t("candidate.confirmThis", { field: label })} onClick={() => onConfirm(path)}>
          {t("candidate.confirm")}
          {on && <Kbd className="field-key">Y</Kbd>}
        </Button>
      )}
      {field.boxes.length > 0 && (
        <Tooltip label={t("candidate.showWhere")}>
          <ActionIcon
            size={24}
            aria-label={t("candidate.showThis", { field: label })}
            aria-pressed={on}
            variant={on ? "light" : "subtle"}
            color={on ? "petrol" : "gray"}
            onClick={() => onShow(on ? null : path)}
          >
            <IconEyeSearch size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}
/** Opens what a key asked to correct, once each time it is asked. */
export function useFixing(fixing: RowActs["fixing"], open: (path: string) => unknown): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (fixing) latest.current(fixing.path);
  }, [fixing]);
}
interface Props extends RowActs {
  label: string;
  path: string;
  field: Field | null;
  /** The value as it is shown and said, when that is not as it is kept. */
  shownAs?: string;
  multiline?: boolean;
  type?: string;
  hideLabel?: boolean;
  /** A small act beside the label, such as "one more". */
  beside?: ReactNode;
  onSave: (value: string) => void;
}
export function FieldRow({ label, path, field, shownAs, multiline = false, type, hideLabel = false, beside, onSave, ...acts }: Props) {
  const { t } = useTranslation();
  const edits = useMay("edit_people");
  const [editing, setEditing] = useState(false);
  const said = shownAs ?? field?.value ?? "";
  useFixing(acts.fixing, (asked) => asked === path && setEditing(true));
  const back = useRef<HTMLButtonElement>(null);
  const end = () => {
    setEditing(false);
    requestAnimationFrame(() => back.current?.focus());
  };
  return (
    <div className="field" data-on={acts.shown === path || undefined} data-more={hideLabel || undefined}>
      <dt className={hideLabel ? "sr-only" : undefined}>{label}</dt>
      <dd>
        {editing ? (
          <InlineEdit
            label={label}
            value={field?.value ?? ""}
            multiline={multiline}
            {...(type ? { type } : {})}
            onSave={onSave}
            onEnd={end}
          />
        ) : (
          <>
            {edits ? (
              <button
                type="button"
                className={field ? "field-value" : "field-value ink3"}
                ref={back}
                onClick={() => setEditing(true)}
                aria-label={field ? t("candidate.edit", { field: label, value: said }) : t("candidate.addTo", { field: label })}
              >
                {field ? <span className={multiline ? "prose" : undefined}>{said}</span> : t("candidate.addThis")}
                <IconPencil size={13} stroke={1.7} className="field-pen" aria-hidden="true" />
              </button>
            ) : (
              <span className={multiline ? "prose" : undefined}>
                {field ? said : <span className="ink3">{t("candidate.unknown")}</span>}
              </span>
            )}
            {field && <FieldActs field={field} path={path} label={label} {...acts} />}
          </>
        )}
        {edits && beside}
      </dd>
    </div>
  );
}
