import { createLazyRoute } from "@tanstack/react-router";
import { DayPage } from "@/features/day/DayPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/day.css";

function Page() {
  return (
    <Allowed to="do_tasks">
      <DayPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/my-day")({ component: Page });
