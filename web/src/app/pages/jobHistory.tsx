import { createLazyRoute } from "@tanstack/react-router";
import { HistoryPage } from "@/features/jobs/HistoryPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/candidate.css";
import "@/ui/css/timeline.css";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <HistoryPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id/history")({ component: Page });
