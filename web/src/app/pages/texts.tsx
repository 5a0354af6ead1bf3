import { createLazyRoute } from "@tanstack/react-router";
import { TextsPage } from "@/features/settings/texts/TextsPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/settings.css";
import "@/ui/css/texts.css";

function Page() {
  return (
    <Allowed to="write_mails">
      <TextsPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/settings/texts")({ component: Page });
