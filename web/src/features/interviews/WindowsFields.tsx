import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Hours } from "@/api/interviews";
import { capital, noonOf, plusDays } from "@/i18n/format";
import { clockOf } from "@/ui/meetings/moments";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { gaps, HORIZON, MOST_HOURS, notices, type Draft } from "./draft";

const clocks = Array.from({ length: 48 }, (_, i) => clockOf(i * 30));
const ends = [...clocks.slice(1), "24:00"];
const MONDAY = "2026-01-05";

interface Props {
  draft: Draft;
  today: string;
  onChange: (change: Partial<Draft>) => void;
  wrong: { days?: string | undefined; hours?: string | undefined };
}
/** The days and hours in which interviewers may be met. */
export function WindowsFields({ draft, today, onChange, wrong }: Props) {
  const { t } = useTranslation();
  const { reader } = useMeetingWords();
  const set = (at: number, change: Partial<Hours>) =>
    onChange({ hours: draft.hours.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  const narrow = new Intl.DateTimeFormat(reader.language, { weekday: "short", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(reader.language, { weekday: "long", timeZone: "UTC" });
  const days = Array.from({ length: 7 }, (_, i) => ({ n: i + 1, at: noonOf(plusDays(MONDAY, i)) }));
  return (
    <div className="meet-windows">
      <div className="pair">
        <TextInput
          type="date"
          label={t("meet.first")}
          min={today}
          max={plusDays(today, HORIZON * 2)}
          value={draft.first}
          onChange={(event) => {
            const first = event.currentTarget.value;
            onChange({ first, ...(first && draft.last < first ? { last: first } : {}) });
          }}
        />
        <TextInput
          type="date"
          label={t("meet.last")}
          min={draft.first || today}
          max={draft.first ? plusDays(draft.first, HORIZON) : undefined}
          value={draft.last}
          error={wrong.days}
          onChange={(event) => onChange({ last: event.currentTarget.value })}
        />
      </div>
      <fieldset className="meet-set">
        <legend>{t("meet.hours")}</legend>
        <ul>
          {draft.hours.map((one, i) => (
            <li key={i} className="meet-hours">
              <span className="meet-days" role="group" aria-label={t("meet.daysOf", { n: i + 1 })}>
                {days.map(({ n, at }) => (
                  <button
                    key={n}
                    type="button"
                    aria-pressed={one.days.includes(n)}
                    title={capital(long.format(at))}
                    onClick={() =>
                      set(i, { days: one.days.includes(n) ? one.days.filter((d) => d !== n) : [...one.days, n].sort((a, b) => a - b) })
                    }
                  >
                    {narrow.format(at).replace(".", "")}
                  </button>
                ))}
              </span>
              <span className="row">
                <NativeSelect
                  aria-label={t("meet.beginsOf", { n: i + 1 })}
                  value={one.begins}
                  onChange={(event) => set(i, { begins: event.currentTarget.value })}
                  data={[...new Set([one.begins, ...clocks])].sort()}
                />
                <span aria-hidden="true">–</span>
                <NativeSelect
                  aria-label={t("meet.endsOf", { n: i + 1 })}
                  value={one.ends}
                  onChange={(event) => set(i, { ends: event.currentTarget.value })}
                  data={[...new Set([one.ends, ...ends])].sort()}
                />
                {draft.hours.length > 1 && (
                  <ActionIcon
                    aria-label={t("meet.removeHours", { n: i + 1 })}
                    onClick={() => onChange({ hours: draft.hours.filter((_, at) => at !== i) })}
                  >
                    <IconTrash size={16} stroke={1.7} />
                  </ActionIcon>
                )}
              </span>
            </li>
          ))}
        </ul>
        {wrong.hours && <p className="meta koi">{wrong.hours}</p>}
        {draft.hours.length < MOST_HOURS && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className="quiet"
            leftSection={<IconPlus size={15} />}
            onClick={() => onChange({ hours: [...draft.hours, { days: [1, 2, 3, 4, 5], begins: "09:00", ends: "12:00" }] })}
          >
            {t("meet.addHours")}
          </Button>
        )}
      </fieldset>
      <div className="pair">
        <NativeSelect
          label={t("meet.notice")}
          value={String(draft.notice)}
          onChange={(event) => onChange({ notice: Number(event.currentTarget.value) })}
          data={[...new Set([...notices, draft.notice])].map((value) => ({
            value: String(value),
            label: t(noticeKey(value), { count: value }),
          }))}
        />
        <NativeSelect
          label={t("meet.gap")}
          value={String(draft.gap)}
          onChange={(event) => onChange({ gap: Number(event.currentTarget.value) })}
          data={[...new Set([...gaps, draft.gap])].map((value) => ({
            value: String(value),
            label: value ? t("meet.minutes", { count: value }) : t("meet.noGap"),
          }))}
        />
      </div>
    </div>
  );
}
const noticeKey = (hours: number): string => (hours === 0 ? "meet.noticeNone" : hours === 168 ? "meet.noticeWeek" : "meet.noticeHours");
