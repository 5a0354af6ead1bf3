import { createLazyRoute } from "@tanstack/react-router";
import { DryRunPage } from "@/features/sequences/DryRunPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/jobs.css";
import "@/ui/css/sequences.css";
import "@/ui/css/enrolments.css";

function Page() {
  return (
    <Allowed to="see_people">
      <DryRunPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/sequences/$id/dry-run")({ component: Page });
