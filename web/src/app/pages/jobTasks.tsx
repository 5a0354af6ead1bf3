import { createLazyRoute } from "@tanstack/react-router";
import { TasksPage } from "@/features/jobs/TasksPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/candidate.css";
import "@/ui/css/timeline.css";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";
import "@/ui/css/tasks.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <TasksPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id/tasks")({ component: Page });
