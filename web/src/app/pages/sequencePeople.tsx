import { createLazyRoute } from "@tanstack/react-router";
import { EnrolmentsPage } from "@/features/sequences/EnrolmentsPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/jobs.css";
import "@/ui/css/sequences.css";
import "@/ui/css/enrolments.css";

function Page() {
  return (
    <Allowed to="see_people">
      <EnrolmentsPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/sequences/$id/people")({ component: Page });
