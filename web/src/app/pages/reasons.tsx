import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ReasonsPage } from "@/features/settings/reasons/ReasonsPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="see_jobs" title={t("nav.reasons")}>
      <ReasonsPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/reasons")({ component: Page });
