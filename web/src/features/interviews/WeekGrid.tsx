import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Busy } from "@/api/interviews";
import { dayOf, plusDays, useFormat } from "@/i18n/format";
import { initials } from "@/ui/parts";
import { clockOf, daysFrom, endOf, instantOf, iso, mondayOf, sameInstant } from "@/ui/meetings/moments";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { busyAt, touches } from "./draft";

const OPENS = 8 * 60;
const SHUTS = 19 * 60;
const STEP = 30;
const rows = Array.from({ length: (SHUTS - OPENS) / STEP }, (_, i) => OPENS + i * STEP);

interface Props {
  monday: string;
  onWeek: (monday: string) => void;
  minutes: number;
  busy: readonly Busy[];
  /** The time that it has now, when another is looked for. */
  own: { at: string; minutes: number } | null;
  nameOf: (member: string) => string;
  chosen: readonly string[];
  onPick: (at: string) => void;
  looking: boolean;
}
interface Cell {
  at: string;
  /** Who is taken in this half hour, and who would be by an interview that begins here. */
  taken: string[];
  blocked: string[];
  past: boolean;
  on: boolean;
  within: boolean;
  begins: boolean;
  own: boolean;
}
/** The hours of a week: what is taken, what is chosen; free ones are chosen by a click, or by arrows and Enter. */
export function WeekGrid({ monday, onWeek, minutes, busy, own, nameOf, chosen, onPick, looking }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const { zone } = f.reader;
  const [weekend, setWeekend] = useState(false);
  const [focus, setFocus] = useState<[number, number]>([0, 2]);
  const days = daysFrom(monday, weekend ? 7 : 5);
  const today = dayOf(new Date(), zone);
  const cells = useMemo(() => {
    const now = Date.now();
    const cell = (day: string, row: number): Cell => {
      const at = iso(instantOf(day, row, zone));
      const end = endOf(at, STEP);
      const here = busy.filter((one) => touches(one, at, end));
      return {
        at,
        taken: [...new Set(here.map((one) => one.member_id))],
        begins: here.some((one) => Date.parse(one.begins) >= Date.parse(at)),
        blocked: busyAt(busy, at, minutes),
        past: Date.parse(at) <= now,
        own: own !== null && touches({ begins: own.at, ends: endOf(own.at, own.minutes) }, at, end),
        on: chosen.some((one) => sameInstant(one, at)),
        within: chosen.some((one) => touches({ begins: one, ends: endOf(one, minutes) }, at, end)),
      };
    };
    return daysFrom(monday, 7).map((day) => rows.map((row) => cell(day, row)));
  }, [monday, zone, busy, minutes, chosen, own]);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const x = Math.max(0, Math.min(days.length - 1, focus[0] + (step[0] ?? 0)));
    const y = Math.max(0, Math.min(rows.length - 1, focus[1] + (step[1] ?? 0)));
    setFocus([x, y]);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${x}-${y}"]`)?.focus();
  };
  const label = (cell: Cell): string => {
    const who = f.list(cell.blocked.map(nameOf));
    const state = cell.past ? t("meet.over") : cell.blocked.length ? t("meet.areBusy", { who, count: cell.blocked.length }) : "";
    return [words.moment(cell.at), cell.own ? t("meet.standsHere") : "", state].filter(Boolean).join(", ");
  };
  const last = plusDays(monday, days.length - 1);
  return (
    <div className="week" data-looking={looking || undefined}>
      <div className="row week-bar">
        <ActionIcon aria-label={t("meet.weekBefore")} disabled={monday <= mondayOf(today)} onClick={() => onWeek(plusDays(monday, -7))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <span className="strong" aria-live="polite">
          {t("meet.weekOf", { from: f.day(`${monday}T12:00:00Z`), to: f.day(`${last}T12:00:00Z`) })}
        </span>
        <ActionIcon aria-label={t("meet.weekAfter")} onClick={() => onWeek(plusDays(monday, 7))}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <span className="grow" />
        <Button size="xs" variant="subtle" color="gray" className="quiet" aria-pressed={weekend} onClick={() => setWeekend(!weekend)}>
          {t(weekend ? "meet.withoutWeekend" : "meet.withWeekend")}
        </Button>
      </div>
      <table className="week-grid" aria-label={t("meet.week")} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t("meet.hour")}</span>
            </th>
            {days.map((day) => (
              <th scope="col" key={day} data-today={day === today || undefined}>
                {words.shortDay(`${day}T12:00:00Z`, "UTC").replace(/ \S+$/, "")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={row} data-hour={row % 60 === 0 || undefined}>
              <th scope="row" className="num">
                {row % 60 === 0 ? clockOf(row) : <span className="sr-only">{clockOf(row)}</span>}
              </th>
              {days.map((day, x) => {
                const cell = cells[x]?.[y];
                if (!cell) return null;
                const shut = !cell.on && (cell.past || cell.blocked.length > 0);
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className="week-cell"
                      data-cell={`${x}-${y}`}
                      data-on={cell.on || undefined}
                      data-within={(cell.within && !cell.on) || undefined}
                      data-past={cell.past || undefined}
                      data-own={cell.own || undefined}
                      data-taken={cell.taken.length > 0 || undefined}
                      data-shut={shut || undefined}
                      aria-pressed={cell.on}
                      aria-disabled={shut || undefined}
                      title={label(cell)}
                      tabIndex={focus[0] === x && focus[1] === y ? 0 : -1}
                      onFocus={() => setFocus([x, y])}
                      onClick={() => !shut && onPick(cell.at)}
                    >
                      <span className="sr-only">{label(cell)}</span>
                      <span aria-hidden="true">
                        {cell.on ? clockOf(row) : cell.begins ? cell.taken.map((id) => initials(nameOf(id))).join(" ") : null}
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
