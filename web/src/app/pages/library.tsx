import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LibraryPage } from "@/features/settings/library/LibraryPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="edit_jobs" title={t("nav.pipelines")}>
      <LibraryPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/pipelines")({ component: Page });
