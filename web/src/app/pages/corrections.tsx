import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CorrectionsPage } from "@/features/settings/corrections/CorrectionsPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";
import "@/ui/css/corrections.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="manage_workspace" title={t("corrections.title")}>
      <CorrectionsPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/corrections")({ component: Page });
