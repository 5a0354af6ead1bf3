import { createLazyRoute } from "@tanstack/react-router";
import { NewJobPage } from "@/features/jobs/NewJobPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";

function Page() {
  return (
    <Allowed to="edit_jobs">
      <NewJobPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/new")({ component: Page });
