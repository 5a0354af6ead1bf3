import { createLazyRoute } from "@tanstack/react-router";
import { AgendaPage } from "@/features/interviews/AgendaPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/day.css";
import "@/ui/css/tasks.css";

function Page() {
  return (
    <Allowed to="see_jobs">
      <AgendaPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/interviews")({ component: Page });
