import { createLazyRoute } from "@tanstack/react-router";
import { PeoplePage } from "@/features/people/PeoplePage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/people.css";

function Page() {
  return (
    <Allowed to="see_people">
      <PeoplePage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/people")({ component: Page });
