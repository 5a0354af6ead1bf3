import { createLazyRoute } from "@tanstack/react-router";
import { MembersPage } from "@/features/settings/members/MembersPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  return (
    <Allowed to="manage_workspace">
      <MembersPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/members")({ component: Page });
