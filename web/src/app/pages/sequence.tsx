import { createLazyRoute } from "@tanstack/react-router";
import { BuilderPage } from "@/features/sequences/BuilderPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/hiring.css";
import "@/ui/css/jobs.css";
import "@/ui/css/settings.css";
import "@/ui/css/sequences.css";
import "@/ui/css/sequencePicture.css";
import "@/ui/css/sequenceSteps.css";

function Page() {
  return (
    <Allowed to="see_people">
      <BuilderPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/sequences/$id")({ component: Page });
