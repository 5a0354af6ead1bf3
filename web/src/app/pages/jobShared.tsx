import { createLazyRoute } from "@tanstack/react-router";
import { SharedPage } from "@/features/jobs/SharedPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";
import "@/ui/css/share.css";

function Page() {
  return (
    <Allowed to="share_people">
      <SharedPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/jobs/$id/shared")({ component: Page });
