import { createLazyRoute } from "@tanstack/react-router";
import { ExperimentPage } from "@/features/experiments/ExperimentPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/texts.css";
import "@/ui/css/writing.css";
import "@/ui/css/experiments.css";

function Page() {
  return (
    <Allowed to="write_mails">
      <ExperimentPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/experiments/$id")({ component: Page });
