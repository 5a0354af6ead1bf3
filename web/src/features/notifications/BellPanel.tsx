import { Button, FocusTrap } from "@mantine/core";
import {
  IconAt,
  IconBell,
  IconCalendarEvent,
  IconChecklist,
  IconClipboardCheck,
  IconClock,
  IconMail,
  IconMailOff,
  IconShare2,
  IconStairs,
  IconTestPipe,
  IconX,
  type Icon,
} from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import * as day from "@/api/day";
import type { Notification } from "@/api/day";
import { useFormat } from "@/i18n/format";
import "@/ui/css/bell.css";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { leadsTo, wordsOf } from "./told";

const glyphs: Record<string, Icon> = {
  mention: IconAt,
  task_assigned: IconChecklist,
  task_due: IconClock,
  stage_entered: IconStairs,
  scorecard_asked: IconClipboardCheck,
  scorecard_given: IconClipboardCheck,
  interview_booked: IconCalendarEvent,
  interview_moved: IconCalendarEvent,
  interview_cancelled: IconCalendarEvent,
  shortlist_feedback: IconShare2,
  mail_received: IconMail,
  thread_assigned: IconMail,
  sending_paused: IconMailOff,
  experiment_winner: IconTestPipe,
  experiment_alike: IconTestPipe,
  experiment_adopted: IconTestPipe,
  experiment_kept: IconTestPipe,
};
/** What one was told, beside the rail; on phones the whole screen. */
export function BellPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const panel = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery({ ...day.bellQuery, staleTime: 0 });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: day.dayKeys.bell });
    void client.invalidateQueries({ queryKey: day.dayKeys.badge });
  };
  const all = useMutation({ mutationFn: day.readNotifications, onSuccess: refresh });
  const read = useMutation({ mutationFn: day.readNotification, onSuccess: refresh });
  useEffect(() => {
    const away = (event: PointerEvent) => {
      const at = event.target as Element;
      if (!panel.current?.contains(at) && !at.closest(".bell")) onClose();
    };
    addEventListener("pointerdown", away);
    return () => removeEventListener("pointerdown", away);
  }, [onClose]);
  const pages = list.data?.pages ?? [];
  const told = pages.flatMap((p) => p.notifications);
  const unread = pages[0]?.unread ?? 0;
  return (
    <FocusTrap active innerRef={panel}>
      <div
        className="bell-panel"
        role="dialog"
        aria-modal="true"
        aria-labelledby="bell-title"
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      >
        <div className="bell-head">
          <h2 id="bell-title">{t("bell.title")}</h2>
          <span className="grow" />
          {unread > 0 && (
            <Button size="xs" variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
              {t("bell.readAll")}
            </Button>
          )}
          <button type="button" className="bell-x" aria-label={t("act.close")} onClick={onClose} data-autofocus>
            <IconX size={16} aria-hidden="true" />
          </button>
        </div>
        <div className="scroll bell-list" tabIndex={0} role="region" aria-label={t("bell.list")}>
          {list.isPending ? (
            <Skeleton rows={4} />
          ) : list.isError ? (
            <LoadFailed small error={list.error} retry={list.refetch} />
          ) : told.length === 0 ? (
            <Empty title={t("bell.none")}>{t("bell.noneWhy")}</Empty>
          ) : (
            <ul>
              {pages.map((page) =>
                page.notifications.map((n) => (
                  <Line
                    key={n.id}
                    one={n}
                    who={n.candidate_id ? page.names[n.candidate_id] : null}
                    task={n.task_id ? page.tasks[n.task_id] : null}
                    job={n.job_id ? page.jobs[n.job_id] : null}
                    onOpen={() => {
                      if (!n.read_at) read.mutate(n.id);
                      onClose();
                    }}
                    onRead={() => read.mutate(n.id)}
                  />
                )),
              )}
            </ul>
          )}
          {list.hasNextPage && (
            <Button
              size="xs"
              variant="subtle"
              className="bell-more"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("bell.older")}
            </Button>
          )}
        </div>
      </div>
    </FocusTrap>
  );
}
interface LineProps {
  one: Notification;
  who: string | null | undefined;
  task: string | null | undefined;
  job: { fr: string | null; en: string | null } | null | undefined;
  onOpen: () => void;
  onRead: () => void;
}
function Line({ one, who, task, job, onOpen, onRead }: LineProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const Glyph = glyphs[one.kind] ?? IconBell;
  const leads = leadsTo(one);
  const title = job ? (job[f.reader.language] ?? job.fr ?? job.en) : null;
  const open = () => {
    onOpen();
    if (leads?.to === "person")
      void navigate({
        to: "/people/$id",
        params: { id: leads.id },
        search: { tab: "timeline", ...(leads.event ? { event: leads.event } : {}), ...leads.cards },
      });
    if (leads?.to === "thread") void navigate({ to: "/inbox/$thread", params: { thread: leads.id } });
    if (leads?.to === "sending") void navigate({ to: "/settings/sending" });
    if (leads?.to === "experiment") void navigate({ to: "/experiments/$id", params: { id: leads.id } });
    if (leads?.to === "task") void navigate({ to: "/my-day", search: { task: leads.id } });
    if (leads?.to === "job") void navigate({ to: `/jobs/${leads.id}` as "/" });
  };
  const words = (
    <>
      <span className="bell-dot">
        <Glyph size={15} stroke={1.8} aria-hidden="true" />
      </span>
      <span className="grow two">
        <span>
          {t(`bell.${wordsOf(one)}`, {
            by: one.by_name ?? "Vivier",
            task: task ?? t("bell.someTask"),
            kind: one.kind,
            name: one.data.name,
            variant: one.data.variant,
          })}
        </span>
        <span className="meta">{[who, title, f.ago(one.at)].filter(Boolean).join(" · ")}</span>
      </span>
    </>
  );
  return (
    <li className="bell-line" data-unread={!one.read_at || undefined}>
      {leads ? (
        <button type="button" className="bell-open" onClick={open}>
          {words}
          {!one.read_at && <span className="sr-only">{t("bell.new")}</span>}
        </button>
      ) : (
        <div className="bell-open">{words}</div>
      )}
      {!one.read_at && (
        <button type="button" className="bell-mark" aria-label={t("bell.markRead")} title={t("bell.markRead")} onClick={onRead} />
      )}
    </li>
  );
}
