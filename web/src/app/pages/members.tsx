import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MembersPage } from "@/features/settings/members/MembersPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="manage_workspace" title={t("nav.members")}>
      <MembersPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/members")({ component: Page });
