import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AuditPage } from "@/features/settings/audit/AuditPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="manage_workspace" title={t("nav.audit")}>
      <AuditPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/audit")({ component: Page });
