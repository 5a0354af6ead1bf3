import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SuppressionsPage } from "@/features/settings/sending/SuppressionsPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";
import "@/ui/css/sending.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="manage_workspace" title={t("nav.suppressions")}>
      <SuppressionsPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/suppressions")({ component: Page });
