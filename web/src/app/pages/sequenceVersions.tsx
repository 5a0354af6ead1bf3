import { createLazyRoute } from "@tanstack/react-router";
import { VersionsPage } from "@/features/sequences/VersionsPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/jobs.css";
import "@/ui/css/sequences.css";
import "@/ui/css/sequencePicture.css";

function Page() {
  return (
    <Allowed to="see_people">
      <VersionsPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/sequences/$id/versions")({ component: Page });
