import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MyDay } from "@/api/day";
import { useFormat } from "@/i18n/format";
import "@/ui/css/meet.css";
import { AppointmentRow } from "@/ui/meetings/AppointmentRow";
import { byDay } from "@/ui/meetings/moments";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";

const SHOWN = 5; // of later days: the rest of the week is a page of its own

/** Whom one meets today, then in the days that follow. */
export function Meetings({ day }: { day: MyDay }) {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const days = byDay(day.interviews, (one) => one.starts_at, day.timezone);
  if (days.length === 0) return null;
  const now = days.filter((one) => one.day <= day.today);
  let room = SHOWN;
  const later = days
    .filter((one) => one.day > day.today)
    .flatMap(({ day: on, items }) => {
      const shown = items.slice(0, room);
      room -= shown.length;
      return shown.length ? [{ day: on, items: shown }] : [];
    });
  return (
    <section className="day-group day-meetings" aria-labelledby="day-meetings">
      <div className="row">
        <h2 id="day-meetings">
          {t("meet.list")} <span className="num meta">{f.number(day.interviews.length)}</span>
        </h2>
        <span className="grow" />
        <Link to="/interviews" className="link meta">
          {t("meet.seeWeek")}
        </Link>
      </div>
      {[...now, ...later].map(({ day: on, items }) => (
        <div key={on}>
          <h3 className="meta">{on <= day.today ? t("when.today") : words.day(items[0]?.starts_at ?? "")}</h3>
          <ul>
            {items.map((one) => (
              <AppointmentRow key={one.interview_id} one={one} name={day.people[one.candidate_id]} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
