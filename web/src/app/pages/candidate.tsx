import { createLazyRoute } from "@tanstack/react-router";
import { CandidatePage } from "@/features/candidate/CandidatePage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/candidate.css";
import "@/ui/css/document.css";

function Page() {
  return (
    <Allowed to="see_people">
      <CandidatePage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/people/$id")({ component: Page });
