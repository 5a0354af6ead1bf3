import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language, Stage } from "@/api/model";
import { useMembers } from "@/api/queries";
import type { SequenceView, StepNumbers } from "@/api/sequences";
import type { Variant } from "@/api/writing";
import { useFormat } from "@/i18n/format";
import { useTexts } from "@/ui/texts";
import { TextPreview } from "@/ui/writing/TextPreview";
import { ConditionFields } from "./ConditionFields";
import { MailFields } from "./MailFields";
import type { MailStep, Settings, Step, TaskStep } from "./model";
import { Numbers } from "./Numbers";
import { fresh, hangsOnClick, lacksLink, waitsBefore } from "./steps";
import { StepTrial, TryWords } from "./StepTrial";
import type { useStepWords } from "./useStepWords";
import { WaitFields } from "./WaitFields";

interface Props {
  view: SequenceView;
  concerned: StepNumbers | undefined;
  step: Step;
  list: readonly Step[];
  number: number | undefined;
  settings: Settings;
  stages: readonly Stage[];
  words: ReturnType<typeof useStepWords>;
  readOnly: boolean;
  onChange: (step: Step) => void;
  onWait: (before: string) => void;
}
/** One step: when it comes, for whom it is, and what it says. */
export function StepEditor({ view, concerned, step, list, number, settings, stages, words, readOnly, onChange, onWait }: Props) {
  const { t } = useTranslation();
  if (step.do === "wait")
    return (
      <section className="step-edit" aria-label={t("seq.waitTitle")}>
        <h2>{t("seq.waitTitle")}</h2>
        <WaitFields wait={step} readOnly={readOnly} onChange={onChange} then={t("seq.thenNext")} />
        <p className="meta">{t("seq.waitWhy")}</p>
      </section>
    );
  const waits = waitsBefore(list, step.id);
  const then = step.do === "task" ? t("seq.thenTask") : t("seq.thenSend", { hours: words.hours(settings), zone: words.zone(settings) });
  return (
    <section className="step-edit" aria-labelledby="step-title">
      <h2 id="step-title">{t("seq.stepTitle", { n: number, name: words.title(step) })}</h2>
      {concerned && <Numbers sequenceId={view.sequence.id} step={step} numbers={concerned} clicks={list.some(hangsOnClick)} />}
      {waits.map((wait, i) => (
        <WaitFields key={wait.id} wait={wait} readOnly={readOnly} onChange={onChange} then={i === waits.length - 1 ? then : undefined} />
      ))}
      {waits.length === 0 && (
        <p className="row wrap step-when">
          <span>{t(list[0]?.id === step.id ? "seq.firstWhen" : "seq.noWaitBefore", { then })}</span>
          {!readOnly && (
            <button type="button" className="link" onClick={() => onWait(step.id)}>
              {t("seq.waitFirst")}
            </button>
          )}
        </p>
      )}
      {step.do === "mail" && <StepTrial view={view} step={step} />}
      {step.do === "task" ? (
        <TaskFields step={step} readOnly={readOnly} onChange={onChange} />
      ) : (
        <MailPart key={step.id} step={step} words={words} readOnly={readOnly} onChange={onChange} />
      )}
      <ConditionFields
        only={step.only_if}
        kind={step.do}
        stages={stages}
        readOnly={readOnly}
        onChange={(only_if) => onChange({ ...step, only_if })}
      />
      {step.only_if && <p className="meta">{t("seq.onlyWhy")}</p>}
      {lacksLink(list, step) && (
        <p className="ochre" role="status">
          {t("seq.noLink")}
        </p>
      )}
      {step.do === "mail" && <TryWords view={view} step={step} />}
    </section>
  );
}
function TaskFields({ step, readOnly, onChange }: { step: TaskStep; readOnly: boolean; onChange: (step: Step) => void }) {
  const { t } = useTranslation();
  return (
    <div className="step-task">
      <TextInput
        label={t("pipe.taskTitle")}
        placeholder={t("seq.taskExample")}
        maxLength={200}
        readOnly={readOnly}
        value={step.title}
        data-first
        onChange={(event) => onChange({ ...step, title: event.currentTarget.value })}
      />
      <Someone
        label={t("pipe.taskFor")}
        first={[{ value: "enroller", label: t("seq.as_enroller") }]}
        value={step.assignee}
        disabled={readOnly}
        onChange={(assignee) => onChange({ ...step, assignee })}
      />
      <NumberInput
        label={t("seq.dueIn")}
        min={0}
        max={365}
        clampBehavior="strict"
        allowDecimal={false}
        readOnly={readOnly}
        value={step.due_in_days}
        onChange={(value) => onChange({ ...step, due_in_days: Number(value) || 0 })}
      />
    </div>
  );
}
interface SomeoneProps {
  label: string;
  first: { value: string; label: string }[];
  value: string;
  disabled: boolean;
  onChange: (who: string) => void;
}
function Someone({ label, first, value, disabled, onChange }: SomeoneProps) {
  const members = useMembers();
  const here = members.filter((m) => m.here || m.id === value).map((m) => ({ value: m.id, label: m.name }));
  return (
    <NativeSelect
      label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[...first, ...here]}
    />
  );
}
const OWN = "";
function MailPart({
  step,
  words,
  readOnly,
  onChange,
}: {
  step: MailStep;
  words: Props["words"];
  readOnly: boolean;
  onChange: (step: Step) => void;
}) {
  const { t } = useTranslation();
  const f = useFormat();
  const texts = useTexts().filter(({ text }) => text.kind === "mail" && (!text.archived || text.id === step.text_id));
  const text = texts.find((one) => one.text.id === step.text_id)?.text;
  const written = text ? { fr: text.fr, en: text.en } : (step.words ?? { fr: null, en: null });
  const [asked, setShown] = useState<Language>(f.reader.language);
  const shown: Language = written[asked] ? asked : written.fr ? "fr" : "en";
  const [looking, setLooking] = useState(false);
  const variant: Variant = { subject: written[shown]?.subject ?? "", body: written[shown]?.body ?? "", plain: null };
  const [settled] = useDebouncedValue(variant, 300);
  const { language } = f.reader;
  const own = useRef(step.words);
  return (
    <>
      <div className="step-pair">
        <NativeSelect
          label={t("seq.text")}
          disabled={readOnly}
          value={step.text_id ?? OWN}
          onChange={(event) => {
            const id = event.currentTarget.value;
            if (step.words) own.current = step.words;
            const blank = fresh("mail", language, step.id) as MailStep;
            // Who leaves the template finds what they had written, or begins with its words.
            onChange(
              id ? { ...step, text_id: id, words: null } : { ...step, text_id: null, words: own.current ?? wordsFrom(text) ?? blank.words },
            );
          }}
          data={[
            { value: OWN, label: t("seq.ownWords") },
            ...(step.text_id && !text ? [{ value: step.text_id, label: t("seq.textGone") }] : []),
            ...texts.map((one) => ({ value: one.text.id, label: one.text.name })),
          ]}
        />
        <Someone
          label={t("seq.sentAs")}
          first={[
            { value: "organisation", label: t("seq.as_organisation") },
            { value: "enroller", label: t("seq.as_enroller") },
          ]}
          value={step.send_as}
          disabled={readOnly}
          onChange={(send_as) => onChange({ ...step, send_as })}
        />
      </div>
      {step.text_id ? (
        <p className="meta">
          {t("seq.textWhy")}{" "}
          <Link to="/settings/texts/$id" params={{ id: step.text_id }} className="link">
            {t("seq.textOpen", { name: words.own(step.text_id) })}
          </Link>
        </p>
      ) : (
        <MailFields step={step} shown={shown} onShow={setShown} readOnly={readOnly} onChange={onChange} />
      )}
      <div className="row wrap">
        <Button
          size="xs"
          variant="default"
          aria-expanded={looking}
          leftSection={<IconEye size={15} aria-hidden="true" />}
          onClick={() => setLooking(!looking)}
        >
          {t(looking ? "seq.hidePreview" : "seq.preview")}
        </Button>
        <span className="meta">{t("texts.signs")}</span>
      </div>
      {(looking || step.text_id) && <TextPreview variant={settled} language={shown} kind="mail" blocked={false} />}
    </>
  );
}
const wordsFrom = (text: { fr: Variant | null; en: Variant | null } | undefined): MailStep["words"] => {
  const of = (one: Variant | null) => (one ? { subject: one.subject ?? "", body: one.body } : null);
  return text ? { fr: of(text.fr), en: of(text.en) } : null;
};
