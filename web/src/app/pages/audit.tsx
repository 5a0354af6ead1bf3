import { createLazyRoute } from "@tanstack/react-router";
import { AuditPage } from "@/features/settings/audit/AuditPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  return (
    <Allowed to="manage_workspace">
      <AuditPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/audit")({ component: Page });
