import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErasuresPage } from "@/features/settings/erasures/ErasuresPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";
import "@/ui/css/erasures.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="erase_people" title={t("erasure.listTitle")}>
      <ErasuresPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/erasures")({ component: Page });
