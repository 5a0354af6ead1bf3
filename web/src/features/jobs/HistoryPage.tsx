import { Button } from "@mantine/core";
import { IconBriefcase2, IconLock, IconLockOpen2, IconPencil, IconRoute, IconShare2, type Icon } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import type { Event } from "@/api/model";
import { jobQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { openIn } from "@/ui/hiring/stages";
import { LoadFailed, Skeleton } from "@/ui/states";
import { useJobHistory } from "./queries";

const route = getRouteApi("/jobs/$id/history");
const glyphs: Record<string, Icon> = {
  job_created: IconBriefcase2,
  job_edited: IconPencil,
  pipeline_changed: IconRoute,
  job_opened: IconLockOpen2,
  job_reopened: IconLockOpen2,
  shortlist_shared: IconShare2,
  shortlist_copied: IconShare2,
  shortlist_revoked: IconShare2,
  shortlist_restored: IconShare2,
  shortlist_renewed: IconShare2,
};

export function HistoryPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const opened = useQuery(jobQuery(id));
  const history = useJobHistory(id);
  if (opened.isPending) return <Skeleton />;
  if (!opened.data) return isStatus(opened.error, 404) ? <JobGone /> : <LoadFailed page error={opened.error} retry={opened.refetch} />;
  const { job, counts } = opened.data;
  const events = history.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <>
      <JobHeader job={job} open={openIn(job.stages, counts)} tab="history" />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("jobs.tab_history")}>
        {history.isError ? (
          <LoadFailed error={history.error} retry={history.refetch} />
        ) : (
          <ol className="events job-events">
            {events.map((event) => (
              <Line key={event.id} event={event} />
            ))}
          </ol>
        )}
        {history.hasNextPage && (
          <Button
            variant="subtle"
            size="xs"
            color="gray"
            className="quiet"
            loading={history.isFetching}
            onClick={() => void history.fetchNextPage()}
          >
            {t("timeline.older")}
          </Button>
        )}
      </div>
    </>
  );
}
function Line({ event }: { event: Event }) {
  const { t } = useTranslation();
  const f = useFormat();
  const Sign = glyphs[event.kind] ?? IconLock;
  const changes = Array.isArray(event.data.changes) ? (event.data.changes as { field: string }[]) : [];
  const fields = f.list(changes.map(({ field }) => t(`jobfield.${field}`, { defaultValue: field })));
  const to = typeof event.data.to === "string" ? event.data.to : "";
  const count = typeof event.data.number === "number" ? event.data.number : 1;
  const kind = event.kind === "job_created" && event.data.like ? "job_copied" : event.kind;
  return (
    <li className="event">
      <span className="event-dot">
        <Sign size={14} stroke={1.8} aria-hidden="true" />
      </span>
      <div className="event-line">
        <span className="grow">
          <b>{event.actor.name ?? t("event.system")}</b>{" "}
          {t(`jobevent.${kind}`, { fields, to, count, defaultValue: t("event.other", { kind: event.kind }) })}
        </span>
        <time dateTime={event.at} title={f.full(event.at)}>
          {f.ago(event.at)}
        </time>
      </div>
    </li>
  );
}
