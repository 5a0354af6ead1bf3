import { createLazyRoute } from "@tanstack/react-router";
import { JobsPage } from "@/features/jobs/JobsPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/listing.css";
import "@/ui/css/jobs.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <JobsPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs")({ component: Page });
