import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { jobTasksQuery, useDoesTasks, type Task } from "@/api/day";
import { isStatus } from "@/api/errors";
import { jobQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { openIn } from "@/ui/hiring/stages";
import { overlays } from "@/ui/overlays";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { TaskList } from "@/ui/tasks/TaskList";

const route = getRouteApi("/jobs/$id/tasks");

/** What is to do about a job and the people in it, whoever does it. */
export function TasksPage() {
  const { t } = useTranslation();
  const f = useFormat();
  const { id } = route.useParams();
  const opened = useQuery(jobQuery(id));
  const tasks = useQuery(jobTasksQuery(id));
  const does = useDoesTasks();
  const title = opened.data ? f.said(opened.data.job.title) : "";
  // A new task, wherever it is asked for, is about this job.
  useEffect(() => (title ? overlays.here({ job: { id, name: title } }) : undefined), [id, title]);
  if (opened.isPending) return <Skeleton />;
  if (!opened.data) return isStatus(opened.error, 404) ? <JobGone /> : <LoadFailed page error={opened.error} retry={opened.refetch} />;
  const { job, counts } = opened.data;
  const who = ({ candidate_id: one }: Task) =>
    one && (
      <>
        {" "}
        <Link to="/people/$id" params={{ id: one }} className="meta">
          {tasks.data?.people[one] ?? t("people.noName")}
        </Link>
      </>
    );
  return (
    <>
      <JobHeader job={job} open={openIn(job.stages, counts)} tab="tasks" />
      <div className="page scroll" tabIndex={0} role="region" aria-label={t("jobs.tab_tasks")}>
        {tasks.isPending ? (
          <Skeleton rows={4} />
        ) : tasks.isError ? (
          <LoadFailed error={tasks.error} retry={tasks.refetch} />
        ) : (
          <div className="job-tasks">
            <TaskList tasks={tasks.data.tasks} about={{ job: { id, name: title } }} title={t("jobs.todo")} aside={who} />
            {tasks.data.tasks.length === 0 && <Empty title={t("jobs.noTasks")}>{t(does ? "jobs.noTasksWhy" : "jobs.noTasksSeen")}</Empty>}
          </div>
        )}
      </div>
    </>
  );
}
