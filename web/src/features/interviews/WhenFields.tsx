import { Radio } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { timesQuery, type Busy, type Interview } from "@/api/interviews";
import { dayOf, plusDays, useFormat } from "@/i18n/format";
import { mondayOf, sameInstant, wallOf } from "@/ui/meetings/moments";
import { ChosenTimes } from "./ChosenTimes";
import { isAskable, lookingAt, MOST_STARTS, windowsOf, withoutOwn, type Draft, type How, type Missing, type Way } from "./draft";
import { FreeTimes } from "./FreeTimes";
import { WeekGrid } from "./WeekGrid";
import { WindowsFields } from "./WindowsFields";

const SOON = 4; // days: from Thursday on, one plans next week

/** When the interviewers are taken in the week on screen, and what the windows would offer: asked as the draft changes. */
export function useTimes(draft: Draft, how: How, own: Interview | null) {
  const f = useFormat();
  const { zone } = f.reader;
  const today = dayOf(new Date(), zone);
  const [monday, setMonday] = useState(() =>
    mondayOf(own?.starts_at ? later(wallOf(own.starts_at, zone).day, today) : plusDays(today, SOON)),
  );
  const [settled] = useDebouncedValue(draft, 250);
  const windows = how !== "edit" && draft.way === "windows";
  const asks = (how !== "edit" || Boolean(own?.starts_at)) && draft.interviewers.length > 0;
  const week = useQuery({
    ...timesQuery(lookingAt(draft.interviewers, later(monday, today), plusDays(monday, 6), zone)),
    enabled: asks && !windows,
  });
  const offer = useQuery({
    ...timesQuery({
      interviewers: settled.interviewers,
      duration_minutes: settled.minutes,
      offer: windowsOf(settled, zone),
    }),
    enabled: asks && windows && isAskable(settled),
  });
  const of = windows ? offer : week;
  return {
    monday,
    setMonday,
    today,
    zone,
    offer,
    looking: of.isFetching,
    busy: draft.interviewers.length ? withoutOwn(of.data?.busy ?? [], own) : ([] as Busy[]),
    refetch: of.refetch,
  };
}
const later = (a: string, b: string): string => (a > b ? a : b);

interface Props {
  draft: Draft;
  how: How;
  own: Interview | null;
  onChange: (change: Partial<Draft>) => void;
  times: ReturnType<typeof useTimes>;
  nameOf: (member: string) => string;
  wrong: (key: Missing) => string | undefined;
}
/** How a time is found, and which. */
export function WhenFields({ draft, how, own, onChange, times, nameOf, wrong }: Props) {
  const { t } = useTranslation();
  const ways: Way[] = how === "new" ? ["windows", "slots", "now"] : ["windows", "slots"];
  const single = draft.way === "now";
  const starts = single ? (draft.at ? [draft.at] : []) : draft.starts;
  const toggle = (at: string) => {
    if (single) return onChange({ at: sameInstant(draft.at, at) ? null : at });
    const there = draft.starts.some((one) => sameInstant(one, at));
    if (!there && draft.starts.length >= MOST_STARTS) return;
    onChange({ starts: there ? draft.starts.filter((one) => !sameInstant(one, at)) : [...draft.starts, at] });
  };
  const add = (at: string) => {
    times.setMonday(mondayOf(wallOf(at, times.zone).day));
    if (single) onChange({ at });
    else if (!draft.starts.some((one) => sameInstant(one, at))) onChange({ starts: [...draft.starts, at].slice(0, MOST_STARTS) });
  };
  return (
    <>
      {how !== "move" && (
        <Radio.Group label={t("meet.way")} value={draft.way} onChange={(way) => onChange({ way: way as Way })}>
          <div className="choices">
            {ways.map((one) => (
              <div className="choice" key={one} data-on={draft.way === one || undefined}>
                <Radio value={one} label={t(`meet.way_${one}`)} description={t(`meet.way_${one}Why`)} />
              </div>
            ))}
          </div>
        </Radio.Group>
      )}
      {draft.way === "windows" ? (
        <>
          <WindowsFields draft={draft} today={times.today} onChange={onChange} wrong={{ days: wrong("days"), hours: wrong("hours") }} />
          <FreeTimes
            free={isAskable(draft) ? times.offer.data?.free : []}
            offered={times.offer.data?.offered ?? 0}
            looking={times.looking}
            error={times.offer.error}
          />
        </>
      ) : (
        <>
          <WeekGrid
            monday={times.monday}
            onWeek={times.setMonday}
            minutes={draft.minutes}
            busy={times.busy}
            own={own?.starts_at && own.state === "booked" ? { at: own.starts_at, minutes: own.duration_minutes } : null}
            nameOf={nameOf}
            chosen={starts}
            onPick={toggle}
            looking={times.looking}
          />
          <ChosenTimes
            starts={starts}
            minutes={draft.minutes}
            busy={times.busy}
            nameOf={nameOf}
            zone={draft.zone}
            single={single}
            onRemove={toggle}
            onAdd={add}
            error={wrong(single ? "at" : "starts")}
          />
        </>
      )}
    </>
  );
}
