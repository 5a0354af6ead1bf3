import { createLazyRoute } from "@tanstack/react-router";
import { NewPersonPage } from "@/features/people/NewPersonPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/people.css";

function Page() {
  return (
    <Allowed to="edit_people">
      <NewPersonPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/people/new")({ component: Page });
