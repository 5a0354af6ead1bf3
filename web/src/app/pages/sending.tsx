import { createLazyRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SendingPage } from "@/features/settings/sending/SendingPage";
import { Restricted } from "@/features/settings/Restricted";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";
import "@/ui/css/sending.css";

function Page() {
  const { t } = useTranslation();
  return (
    <Restricted to="write_mails" title={t("nav.sending")}>
      <SendingPage />
    </Restricted>
  );
}
export const Route = createLazyRoute("/settings/sending")({ component: Page });
