import { createLazyRoute } from "@tanstack/react-router";
import { PipelinePage } from "@/features/jobs/PipelinePage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";

function Page() {
  return (
    <Allowed to="edit_jobs">
      <PipelinePage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id/stages")({ component: Page });
