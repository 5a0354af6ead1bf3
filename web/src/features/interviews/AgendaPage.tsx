import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { agendaQuery } from "@/api/interviews";
import { useMay, useMe, useMembers } from "@/api/queries";
import { dayOf, plusDays, useFormat } from "@/i18n/format";
import "@/ui/css/meet.css";
import { useKeys } from "@/ui/keys";
import { AppointmentRow } from "@/ui/meetings/AppointmentRow";
import { byDay, instantOf, iso, mondayOf, weeksBetween } from "@/ui/meetings/moments";
import { useMeetingWords } from "@/ui/meetings/useMeetingWords";
import { Header } from "@/ui/parts";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";

const route = getRouteApi("/interviews");

/** A week of interviews: one's own, or a colleague's. */
export function AgendaPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const words = useMeetingWords();
  const navigate = useNavigate();
  const { week, who } = route.useSearch();
  const seesPeople = useMay("see_people");
  const me = useMe().data?.member.id;
  const members = useMembers();
  const { zone } = f.reader;
  const today = dayOf(new Date(), zone);
  const monday = mondayOf(week ?? today);
  const whose = seesPeople && who && who !== me ? who : undefined;
  const since = iso(instantOf(monday, 0, zone));
  const until = iso(instantOf(plusDays(monday, 7), 0, zone));
  const held = useQuery(agendaQuery(since, until, whose));
  const to = (next: { week?: string | undefined; who?: string | undefined }) => {
    const search = { ...(week ? { week } : {}), ...(who ? { who } : {}), ...next };
    void navigate({
      to: "/interviews",
      search: Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as { week?: string; who?: string },
      replace: true,
    });
  };
  const go = (by: number) => {
    const next = plusDays(monday, by * 7);
    to({ week: next === mondayOf(today) ? undefined : next });
  };
  useKeys({ ArrowLeft: () => go(-1), ArrowRight: () => go(1), j: () => go(1), k: () => go(-1) }, { help: { "← →": "keys.week" } });
  const here = members.filter((one) => one.here);
  const days = byDay(held.data?.interviews ?? [], (one) => one.starts_at, zone);
  const away = weeksBetween(today, monday);
  return (
    <>
      <Header title={t("nav.interviews")}>
        {seesPeople && here.length > 1 && (
          <NativeSelect
            aria-label={t("meet.whose")}
            value={whose ?? me ?? ""}
            onChange={(event) => to({ who: event.currentTarget.value === me ? undefined : event.currentTarget.value })}
            data={here.map((one) => ({ value: one.id, label: one.id === me ? t("meet.mine") : one.name }))}
          />
        )}
      </Header>
      <div className="row agenda-bar">
        <ActionIcon aria-label={t("meet.weekBefore")} onClick={() => go(-1)}>
          <IconChevronLeft size={17} />
        </ActionIcon>
        <span className="strong" aria-live="polite">
          {t("meet.weekOf", { from: f.day(`${monday}T12:00:00Z`), to: f.day(`${plusDays(monday, 6)}T12:00:00Z`) })}
        </span>
        <ActionIcon aria-label={t("meet.weekAfter")} onClick={() => go(1)}>
          <IconChevronRight size={17} />
        </ActionIcon>
        {away !== 0 && (
          <Button size="xs" variant="default" onClick={() => to({ week: undefined })}>
            {t("meet.thisWeek")}
          </Button>
        )}
      </div>
      {held.isPending ? (
        <Skeleton rows={5} />
      ) : held.isError && !held.data ? (
        <LoadFailed error={held.error} retry={held.refetch} />
      ) : days.length === 0 ? (
        <Empty
          title={t(away === 0 ? "meet.noneThisWeek" : "meet.noneWeek")}
          acts={
            <Button variant="default" onClick={() => go(1)}>
              {t("meet.weekAfter")}
            </Button>
          }
        >
          {t("meet.noneWhy")}
        </Empty>
      ) : (
        <div
          className="scroll agenda"
          tabIndex={0}
          role="region"
          aria-label={t("nav.interviews")}
          data-looking={held.isPlaceholderData || undefined}
        >
          {days.map(({ day, items }) => (
            <section key={day} className="day-group" aria-labelledby={`agenda-${day}`}>
              <h2 id={`agenda-${day}`} data-today={day === today || undefined}>
                {words.day(items[0]?.starts_at ?? "")} {day === today && <span className="meta">{t("when.today")}</span>}
              </h2>
              <ul>
                {items.map((one) => (
                  <AppointmentRow key={one.interview_id} one={one} name={held.data.people[one.candidate_id]} whose={whose ?? me} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  );
}
