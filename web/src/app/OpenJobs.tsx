import { IconBriefcase2 } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOpenJobs } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { openIn } from "@/ui/hiring/stages";

const most = 8;

const isAt = (pathname: string, id: string): boolean => pathname === `/jobs/${id}` || pathname.startsWith(`/jobs/${id}/`);

/** Whether the job on screen has its own line in the rail. */
export function useNamedJob(): boolean {
  const { pathname } = useLocation();
  return (useOpenJobs().data ?? []).slice(0, most).some(({ job }) => isAt(pathname, job.id));
}
/** The jobs one works on, a click away, with how many are considered in each. */
export function OpenJobs() {
  const { t } = useTranslation();
  const f = useFormat();
  const { pathname } = useLocation();
  const jobs = useOpenJobs().data ?? [];
  if (jobs.length === 0) return null;
  return (
    <div className="rail-group rail-jobs">
      <h2 className="rail-title">{t("nav.openJobs")}</h2>
      {jobs.slice(0, most).map(({ job, counts }) => {
        const on = isAt(pathname, job.id);
        return (
          <Link
            key={job.id}
            to="/jobs/$id"
            params={{ id: job.id }}
            className="rail-link"
            data-on={on || undefined}
            aria-current={on ? "page" : undefined}
            title={f.said(job.title)}
          >
            <IconBriefcase2 size={17} stroke={1.7} aria-hidden="true" />
            <span className="cut">{f.said(job.title)}</span>
            <span className="count">{f.number(openIn(job.stages, counts))}</span>
          </Link>
        );
      })}
    </div>
  );
}
