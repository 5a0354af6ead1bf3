import { createLazyRoute } from "@tanstack/react-router";
import { ReasonsPage } from "@/features/settings/reasons/ReasonsPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  return (
    <Allowed to="see_people">
      <ReasonsPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/reasons")({ component: Page });
