import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Busy } from "@/api/interviews";
import { dayOf, useFormat } from "@/i18n/format";
import { instantOf, iso, minutesOf } from "@/ui/meetings/moments";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { busyAt } from "./draft";

interface Props {
  starts: readonly string[];
  minutes: number;
  busy: readonly Busy[];
  nameOf: (member: string) => string;
  /** The person's own. */
  zone: string;
  onRemove: (at: string) => void;
  onAdd: (at: string) => void;
  /** One time, rather than several. */
  single: boolean;
  error: string | undefined;
}
/** The times that were chosen, by both clocks; any other can be typed. */
export function ChosenTimes({ starts, minutes, busy, nameOf, zone, onRemove, onAdd, single, error }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const inOrder = [...starts].sort((a, b) => Date.parse(a) - Date.parse(b));
  return (
    <section className="meet-chosen" aria-label={t(single ? "meet.chosenOne" : "meet.chosen")}>
      <ul>
        {inOrder.map((at) => {
          const who = busyAt(busy, at, minutes).map(nameOf);
          const theirs = words.theirs(at, zone);
          return (
            <li key={at} className="row">
              <span className="grow">
                <span className="strong">
                  {words.shortDay(at)}, <span className="num">{words.hours(at, minutes)}</span>
                </span>
                {theirs && <span className="meta"> {t("meet.atTheirs", { when: theirs })}</span>}
                {who.length > 0 && (
                  <span className="meta koi">
                    {" "}
                    <IconAlertTriangle size={12} aria-hidden="true" /> {t("meet.areBusy", { who: f.list(who), count: who.length })}
                  </span>
                )}
              </span>
              <ActionIcon aria-label={t("meet.removeTime", { when: words.moment(at) })} onClick={() => onRemove(at)}>
                <IconX size={15} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {inOrder.length === 0 && <p className={error ? "koi meta" : "meta"}>{error ?? t(single ? "meet.pickOne" : "meet.pick")}</p>}
      <OtherTime onAdd={onAdd} single={single} />
    </section>
  );
}
/** A time that the grid does not show: early, late, or on a quarter. */
function OtherTime({ onAdd, single }: { onAdd: (at: string) => void; single: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [day, setDay] = useState("");
  const [clock, setClock] = useState("");
  const at = day && /^\d\d:\d\d/.test(clock) ? instantOf(day, minutesOf(clock), f.reader.zone) : null;
  const quarter = at && at.getUTCMinutes() % 15 === 0;
  const add = () => {
    if (!at || !quarter) return;
    onAdd(iso(at));
    setClock("");
  };
  return (
    <div className="row meet-other">
      <TextInput
        type="date"
        label={t("meet.otherDay")}
        min={dayOf(new Date(), f.reader.zone)}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        step={900}
        label={t("meet.otherTime")}
        value={clock}
        error={at && !quarter ? t("meet.quarter") : undefined}
        onChange={(event) => setClock(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" disabled={!at || !quarter} onClick={add}>
        {t(single ? "meet.choose" : "meet.addTime")}
      </Button>
    </div>
  );
}
