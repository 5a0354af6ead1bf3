import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOpenJobs } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import type { Settings } from "./model";
import { place, type useStepWords } from "./useStepWords";

const week = [0, 1, 2, 3, 4, 5, 6];
interface Props {
  name: string;
  settings: Settings;
  words: ReturnType<typeof useStepWords>;
  readOnly: boolean;
  onName: (name: string) => void;
  onChange: (settings: Settings) => void;
}
/** What holds for every step: its name, the hours of sending, whose clock, the job it is about. */
export function SettingsEditor({ name, settings, words, readOnly, onName, onChange }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const jobs = useOpenJobs().data ?? [];
  const set = (changes: Partial<Settings>) => onChange({ ...settings, ...changes });
  const hours = Array.from({ length: 25 }, (_, i) => i);
  return (
    <section className="step-edit" aria-labelledby="seq-settings">
      <h2 id="seq-settings">{t("seq.settings")}</h2>
      <TextInput
        label={t("seq.name")}
        maxLength={200}
        readOnly={readOnly}
        value={name}
        error={name.trim() ? undefined : t("seq.lack_name")}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <fieldset className="seq-days">
        <legend>{t("seq.days")}</legend>
        <div className="row wrap">
          {week.map((day) => (
            <Checkbox
              key={day}
              label={words.dayName(day)}
              aria-label={words.dayName(day, "long")}
              disabled={readOnly}
              checked={settings.days.includes(day)}
              onChange={(event) =>
                set({
                  days: event.currentTarget.checked
                    ? [...settings.days, day].sort((a, b) => a - b)
                    : settings.days.filter((one) => one !== day),
                })
              }
            />
          ))}
        </div>
        {settings.days.length === 0 && (
          <p className="koi" role="alert">
            {t("seq.lack_days")}
          </p>
        )}
      </fieldset>
      <div className="step-pair">
        <NativeSelect
          label={t("seq.from")}
          disabled={readOnly}
          value={settings.from_hour}
          onChange={(event) => set({ from_hour: Number(event.currentTarget.value) })}
          data={hours.slice(0, 24).map((hour) => ({ value: String(hour), label: words.hour(hour), disabled: hour >= settings.to_hour }))}
        />
        <NativeSelect
          label={t("seq.to")}
          disabled={readOnly}
          value={settings.to_hour}
          onChange={(event) => set({ to_hour: Number(event.currentTarget.value) })}
          data={hours.slice(1).map((hour) => ({ value: String(hour), label: words.hour(hour), disabled: hour <= settings.from_hour }))}
        />
      </div>
      <Zones settings={settings} readOnly={readOnly} onChange={set} />
      <Checkbox
        label={t("seq.holidays")}
        disabled={readOnly}
        checked={settings.holidays}
        onChange={(event) => set({ holidays: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t("seq.job")}
        description={t("seq.jobWhy")}
        disabled={readOnly}
        value={settings.job_id ?? ""}
        onChange={(event) => set({ job_id: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("seq.noJob") },
          ...(settings.job_id && !jobs.some(({ job }) => job.id === settings.job_id)
            ? [{ value: settings.job_id, label: t("seq.jobClosed") }]
            : []),
          ...jobs.map(({ job }) => ({ value: job.id, label: f.said(job.title) })),
        ]}
      />
      <Checkbox
        label={t("seq.stageStops")}
        description={t(settings.job_id ? "seq.stageStopsHere" : "seq.stageStopsAny")}
        disabled={readOnly}
        checked={settings.stop_on_stage_change}
        onChange={(event) => set({ stop_on_stage_change: event.currentTarget.checked })}
      />
    </section>
  );
}
const PERSON = "person";
function Zones({
  settings,
  readOnly,
  onChange,
}: {
  settings: Settings;
  readOnly: boolean;
  onChange: (changes: Partial<Settings>) => void;
}) {
  const { t } = useTranslation();
  const zones = Intl.supportedValuesOf("timeZone");
  const own = settings.zone === PERSON;
  const list = (value: string) =>
    (zones.includes(value) ? zones : [value, ...zones]).map((zone) => ({ value: zone, label: `${place(zone)} (${zone})` }));
  const held = own ? settings.fallback_zone : settings.zone;
  return (
    <div className="step-pair">
      <NativeSelect
        label={t("seq.whoseTime")}
        disabled={readOnly}
        value={own ? PERSON : "one"}
        onChange={(event) =>
          onChange(event.currentTarget.value === PERSON ? { zone: PERSON, fallback_zone: held } : { zone: held, fallback_zone: held })
        }
        data={[
          { value: PERSON, label: t("seq.personZone") },
          { value: "one", label: t("seq.oneZone") },
        ]}
      />
      <NativeSelect
        label={t(own ? "seq.fallback" : "seq.zone")}
        description={own ? t("seq.fallbackWhy") : undefined}
        disabled={readOnly}
        value={held}
        onChange={(event) => onChange(own ? { fallback_zone: event.currentTarget.value } : { zone: event.currentTarget.value })}
        data={list(held)}
      />
    </div>
  );
}
