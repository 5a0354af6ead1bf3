import { createLazyRoute } from "@tanstack/react-router";
import { TemplatePage } from "@/features/settings/TemplatePage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";

function Page() {
  return (
    <Allowed to="edit_templates">
      <TemplatePage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/mails/$key/$language")({ component: Page });
