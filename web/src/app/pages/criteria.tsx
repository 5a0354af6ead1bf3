import { createLazyRoute } from "@tanstack/react-router";
import { CriteriaPage } from "@/features/scorecards/CriteriaPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/cards.css";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <CriteriaPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id/criteria")({ component: Page });
