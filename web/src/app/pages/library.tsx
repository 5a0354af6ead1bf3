import { createLazyRoute } from "@tanstack/react-router";
import { LibraryPage } from "@/features/settings/library/LibraryPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  return (
    <Allowed to="edit_jobs">
      <LibraryPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/pipelines")({ component: Page });
