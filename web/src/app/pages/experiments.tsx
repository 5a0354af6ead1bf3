import { createLazyRoute } from "@tanstack/react-router";
import { ExperimentsPage } from "@/features/experiments/ExperimentsPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/experiments.css";

function Page() {
  return (
    <Allowed to="write_mails">
      <ExperimentsPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/experiments")({ component: Page });
