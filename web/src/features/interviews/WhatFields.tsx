import { Checkbox, NativeSelect, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Kind } from "@/api/interviews";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { durations, type Draft, type How } from "./draft";

const kinds: Kind[] = ["video", "phone", "onsite"];
interface Props {
  draft: Draft;
  how: How;
  onChange: (change: Partial<Draft>) => void;
  wrong: { video?: string | undefined; minutes?: string | undefined };
}
/** What kind of interview, how long, where. */
export function WhatFields({ draft, how, onChange, wrong }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {how !== "propose" && (
        <div>
          <span className="meet-label" id="meet-kind">
            {t("meet.kind")}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby="meet-kind"
            value={draft.kind}
            onChange={(kind) => onChange({ kind: kind as Kind })}
            data={kinds.map((value) => ({ value, label: t(`meet.short_${value}`) }))}
          />
        </div>
      )}
      <div className="pair">
        {how !== "propose" && (
          <TextInput
            label={t("meet.title")}
            placeholder={t(`meet.kind_${draft.kind}`)}
            description={t("meet.titleWhy")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            maxLength={200}
            value={draft.title}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
        )}
        {how !== "edit" && <Duration minutes={draft.minutes} onChange={(minutes) => onChange({ minutes })} error={wrong.minutes} />}
      </div>
      {how !== "propose" && draft.kind === "video" && (
        <TextInput
          type="url"
          label={t("meet.video")}
          placeholder="https://"
          maxLength={500}
          value={draft.video}
          error={wrong.video}
          onChange={(event) => onChange({ video: event.currentTarget.value.trim() })}
        />
      )}
      {how !== "propose" && draft.kind !== "video" && (
        <TextInput
          label={t(`meet.place_${draft.kind}`)}
          placeholder={t(`meet.place_${draft.kind}Example`)}
          maxLength={200}
          value={draft.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      )}
    </>
  );
}
function Duration({ minutes, onChange, error }: { minutes: number; onChange: (minutes: number) => void; error: string | undefined }) {
  const { t } = useTranslation();
  const known = [...new Set([...durations, minutes])].sort((a, b) => a - b);
  return (
    <NativeSelect
      label={t("meet.duration")}
      value={String(minutes)}
      error={error}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={known.map((value) => ({ value: String(value), label: t("meet.minutes", { count: value }) }))}
    />
  );
}
/** What is said to the person, in which language and by which clock; what colleagues are asked afterwards. */
export function WordsFields({ draft, how, name, onChange }: Omit<Props, "wrong"> & { name: string }) {
  const { t } = useTranslation();
  const words = useMeetingWords();
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    <>
      <Textarea
        label={t("meet.message", { name })}
        description={how === "propose" ? t("meet.messageKept") : undefined}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        value={draft.message}
        onChange={(event) => onChange({ message: event.currentTarget.value })}
      />
      {how === "new" && (
        <div className="pair">
          <NativeSelect
            label={t("meet.language")}
            value={draft.language}
            onChange={(event) => onChange({ language: event.currentTarget.value as Draft["language"] })}
            data={(["fr", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          />
          <NativeSelect
            label={t("meet.zone")}
            description={words.zone(draft.zone)}
            inputWrapperOrder={["label", "input", "description"]}
            value={draft.zone}
            onChange={(event) => onChange({ zone: event.currentTarget.value })}
            data={[...new Set([draft.zone, ...zones])].map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          />
        </div>
      )}
      {(how === "new" || how === "edit") && (
        <Checkbox
          checked={draft.ask}
          onChange={(event) => onChange({ ask: event.currentTarget.checked })}
          label={t("meet.ask")}
          description={t("meet.askWhy")}
        />
      )}
    </>
  );
}
