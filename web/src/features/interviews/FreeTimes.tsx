import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonKey } from "@/api/errors";
import { useFormat } from "@/i18n/format";
import { byDay } from "@/ui/meetings/moments";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";

const SHOWN = 5; // days at first
interface Props {
  free: readonly string[] | undefined;
  offered: number;
  looking: boolean;
  error: unknown;
}
/** What their page would show now: each free time, day by day. */
export function FreeTimes({ free, offered, looking, error }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const [all, setAll] = useState(false);
  if (error)
    return (
      <p className="meta koi" role="alert">
        {t(reasonKey(error))}
      </p>
    );
  const days = byDay(free ?? [], (at) => at, f.reader.zone);
  const shown = all ? days : days.slice(0, SHOWN);
  return (
    <div className="meet-free" data-looking={looking || undefined}>
      <p role="status" className={free && free.length === 0 ? "koi" : "strong"}>
        {!free
          ? t("meet.looking")
          : offered === 0
            ? t("meet.noneOffered")
            : free.length === 0
              ? t("meet.noneFree")
              : t("meet.free", { count: free.length, of: f.number(offered) })}
      </p>
      <dl>
        {shown.map(({ day, items }) => (
          <div key={day}>
            <dt>{words.shortDay(items[0] ?? "")}</dt>
            <dd className="num">
              {items.map((at) => (
                <span key={at}>{f.clock(at)}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {days.length > SHOWN && (
        <button type="button" className="link meta" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t("act.less") : t("meet.moreDays", { count: days.length - SHOWN })}
        </button>
      )}
    </div>
  );
}
