import { createLazyRoute } from "@tanstack/react-router";
import { TextPage } from "@/features/settings/texts/TextPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/texts.css";

function Page() {
  return (
    <Allowed to="write_mails">
      <TextPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/texts/$id")({ component: Page });
