import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "@/i18n/format";
import { useFormat } from "@/i18n/format";
import { clockOf, wallOf } from "@/ui/meetings/moments";
import type { StepNumbers } from "@/api/sequences";
import type { Settings, Step } from "./model";
import { across, columns, placed } from "./picture";
import { useStepWords } from "./useStepWords";

interface Props {
  steps: readonly Step[];
  settings: Settings;
  chosen?: string | undefined;
  onChoose?: (id: string) => void;
  /** For a list of beginnings: without clocks and days one by one. */
  small?: boolean;
  /** How many people each step concerns, where somebody ever was in it. */
  numbers?: ReadonlyMap<string, StepNumbers> | undefined;
  /** What it is of, where several stand on a page. */
  label?: string;
}
/** When each step comes for somebody who begins now: days side by side, those shaded on which nothing leaves. */
export function Picture({ steps, settings, chosen, onChoose, numbers, small = false, label }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useStepWords();
  const zone = settings.zone === "person" ? settings.fallback_zone : settings.zone;
  const today = wallOf(new Date(), zone).day;
  const drawn = useMemo(() => {
    const at = placed(steps, settings, new Date(), zone);
    const days = columns(at, settings, today);
    return { at, days, across: across(days), width: days.reduce((sum, one) => sum + one.width, 0) };
  }, [steps, settings, zone, today]);
  const day = (on: string) =>
    new Intl.DateTimeFormat(f.reader.language === "fr" ? "fr-FR" : "en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" }).format(
      noonOf(on),
    );
  const month = (on: string) =>
    new Intl.DateTimeFormat(f.reader.language === "fr" ? "fr-FR" : "en-GB", { month: "short", timeZone: "UTC" }).format(noonOf(on));
  const x = (id: string) => drawn.across.get(id) ?? 0;
  const [first, last] = [drawn.at[0], drawn.at.at(-1)];
  /** As wide as the nearest neighbour leaves it. */
  const room = (i: number) => {
    const here = x(drawn.at[i]?.id ?? "");
    const gaps = [drawn.at[i - 1], drawn.at[i + 1]].flatMap((one) => (one ? [Math.abs(x(one.id) - here)] : []));
    // The first begins at its dot, and goes as far as the middle: from there on the next one has its half.
    if (i === 0) return gaps[0] === undefined ? 1 - here : gaps[0] / 2;
    return Math.min(2 * here, ...gaps, i === drawn.at.length - 1 ? 2 * (1 - here) : 1);
  };
  return (
    <div
      className="pic-wrap scroll"
      {...(small ? { "aria-hidden": true, "data-small": true } : { tabIndex: 0, role: "region", "aria-label": label ?? t("seq.picture") })}
    >
      <div className="pic" style={{ minWidth: drawn.width * (small ? 22 : 64) }}>
        <div
          className="pic-days"
          style={{ gridTemplateColumns: drawn.days.map((one) => `minmax(0, ${one.width}fr)`).join(" ") }}
          aria-hidden="true"
        >
          {drawn.days.map((one, i) =>
            one.gap ? (
              <div key={one.day} data-gap>
                <span>{small ? "…" : t("seq.gap", { count: one.days })}</span>
              </div>
            ) : (
              <div key={one.day} data-off={one.off || undefined} data-today={one.day === today || undefined}>
                {!small && (
                  <span className="num">
                    {one.day.endsWith("-01") || drawn.days[i - 1]?.gap ? `${day(one.day)} ${month(one.day)}` : day(one.day)}
                  </span>
                )}
              </div>
            ),
          )}
        </div>
        {first && last && (
          <span className="pic-line" style={{ left: `${x(first.id) * 100}%`, width: `${(x(last.id) - x(first.id)) * 100}%` }} />
        )}
        <ol className="pic-steps">
          {drawn.at.map((one, i) => {
            const name = words.title(one.step);
            const at = `${clockOf(Math.floor(one.minutes))}`;
            const here = numbers?.get(one.id);
            const people = here && [
              ...(here.done > 0
                ? [t(one.step.do === "task" ? "seq.n_given" : "seq.n_done", { count: here.done, n: f.number(here.done) })]
                : []),
              ...(here.waiting > 0 ? [t("seq.n_wait", { count: here.waiting, n: f.number(here.waiting) })] : []),
            ];
            const below = one.step.do === "task" ? t("seq.aTask") : at;
            return (
              <li
                key={one.id}
                className="pic-step"
                style={{ left: `${x(one.id) * 100}%`, width: `${room(i) * 100}%` }}
                data-on={one.id === chosen || undefined}
                data-first={i === 0 || undefined}
                data-kind={one.step.do}
              >
                {onChoose ? (
                  <button type="button" aria-current={one.id === chosen ? "step" : undefined} onClick={() => onChoose(one.id)}>
                    <span className="sr-only">{day(one.day)}</span>
                    <Dot
                      number={one.number}
                      name={name}
                      below={below}
                      asks={Boolean("only_if" in one.step && one.step.only_if)}
                      people={people?.join(", ")}
                      small={small}
                    />
                  </button>
                ) : (
                  <Dot number={one.number} name={name} below={below} asks={false} small={small} />
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
interface DotProps {
  number: number;
  name: string;
  below: string;
  asks: boolean;
  people?: string | undefined;
  small: boolean;
}
function Dot({ number, name, below, asks, people, small }: DotProps) {
  const { t } = useTranslation();
  return (
    <>
      {!small && (
        <span className="strong cut pic-name" title={name}>
          {name}
        </span>
      )}
      <span className="pic-dot num">{number}</span>
      {!small && (
        <span className="meta pic-below">
          {below}
          {asks && `, ${t("seq.ifShort")}`}
        </span>
      )}
      {!small && people && <span className="meta num cut pic-people">{people}</span>}
    </>
  );
}
