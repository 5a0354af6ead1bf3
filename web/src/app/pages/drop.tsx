import { createLazyRoute } from "@tanstack/react-router";
import { DropPage } from "@/features/drop/DropPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/drop.css";

function Page() {
  return (
    <Allowed to="drop_files">
      <DropPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/drop")({ component: Page });
