import { Button, Kbd, SegmentedControl } from "@mantine/core";
import { IconNote } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import type { Event, NoteKind, OpenedCandidate } from "@/api/model";
import { formsQuery, useMay } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { EventLine } from "./EventLine";
import { NoteForm } from "@/ui/record/NoteForm";
import { keeps, lineOf, stepsBehind, withoutSuperseded, type Kept } from "./told";

interface Props {
  opened: OpenedCandidate;
  /** The kind of note that is being written. */
  writing: NoteKind | null;
  onWrite: (kind: NoteKind | null) => void;
  /** An event that somebody was led to. */
  marked: string | null;
}
export function Timeline({ opened, writing, onWrite, marked }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const [filter, setFilter] = useState<Kept>("all");
  const writes = useMay("write_notes");
  const client = useQueryClient();
  const id = opened.candidate.id;
  const older = useInfiniteQuery({
    queryKey: ["events", id, opened.events_cursor],
    queryFn: ({ pageParam }) => api.events(id, pageParam),
    initialPageParam: opened.events_cursor ?? "",
    getNextPageParam: (page) => page.cursor ?? undefined,
    enabled: false,
  });
  const more = older.data ? older.hasNextPage : Boolean(opened.events_cursor);
  const [days, steps] = useMemo(() => {
    const known = new Set<string>();
    const all = [...opened.events, ...(older.data?.pages.flatMap((p) => p.events) ?? [])].filter(
      (e) => !known.has(e.id) && known.add(e.id),
    );
    const groups: { name: string; events: Event[] }[] = [];
    for (const event of withoutSuperseded(all).filter((e) => keeps(e, filter))) {
      const away = f.daysAway(event.at);
      const name = away === 0 ? t("when.today") : away === -1 ? t("when.yesterday") : f.longDay(event.at);
      const last = groups.at(-1);
      if (last?.name === name) last.events.push(event);
      else groups.push({ name, events: [event] });
    }
    return [groups, stepsBehind(all)] as const;
  }, [opened.events, older.data, filter, f, t]);
  const { fetchNextPage, refetch, isFetching, isFetched } = older;
  const there = days.some((day) => day.events.some((event) => event.id === marked));
  useEffect(() => {
    // What one was led to may lie further back: page by page, until it is there.
    if (marked && !there && more && !isFetching) void (isFetched ? fetchNextPage() : refetch());
  }, [marked, there, more, isFetching, isFetched, fetchNextPage, refetch]);
  useEffect(() => {
    // A key opens the form, and the next ones are its words: its code is there before.
    if (!writes) return;
    void NoteForm.preload();
    void client.prefetchQuery(formsQuery);
  }, [writes, client]);
  return (
    <section>
      <div className="sec">
        <h2>{t("timeline.title")}</h2>
        <span className="grow" />
        <SegmentedControl
          aria-label={t("timeline.filter")}
          value={filter}
          onChange={(value) => setFilter(value as Kept)}
          data={(["all", "exchanges", "notes"] as const).map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
      </div>
      {!writes ? null : writing ? (
        <NoteForm key={writing} candidateId={id} kind={writing} onEnd={() => onWrite(null)} />
      ) : (
        <button type="button" className="quick" onClick={() => onWrite("note")}>
          <IconNote size={15} stroke={1.7} aria-hidden="true" />
          <span className="grow">{t("note.write")}</span>
          <Kbd>N</Kbd>
        </button>
      )}
      {days.length === 0 && <p className="meta">{t("timeline.none")}</p>}
      {days.map((group) => (
        <div key={group.name}>
          <h3 className="day">{group.name}</h3>
          <ol className="events">
            {group.events.map((event) => (
              <EventLine
                key={lineOf(event)}
                event={event}
                candidate={opened.candidate}
                applications={opened.applications}
                marked={event.id === marked}
                step={steps.get(String(event.data.message))}
              />
            ))}
          </ol>
        </div>
      ))}
      {more && (
        <Button
          variant="subtle"
          size="xs"
          color="gray"
          className="quiet"
          loading={older.isFetching}
          onClick={() => void (older.data ? older.fetchNextPage() : older.refetch())}
        >
          {t("timeline.older")}
        </Button>
      )}
    </section>
  );
}
