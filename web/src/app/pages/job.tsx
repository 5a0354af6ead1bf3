import { createLazyRoute } from "@tanstack/react-router";
import { JobPage } from "@/features/jobs/JobPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <JobPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id/about")({ component: Page });
