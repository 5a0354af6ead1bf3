import { createLazyRoute } from "@tanstack/react-router";
import { CandidatePage } from "@/features/candidate/CandidatePage";
import { Allowed } from "@/ui/Allowed";
import { later } from "@/ui/later";
import "@/ui/css/candidate.css";
import "@/ui/css/cards.css";
import "@/ui/css/document.css";
import "@/ui/css/hiring.css";

const Scorecards = later(() => import("@/features/scorecards/ScorecardPane").then((m) => m.ScorecardPane));

function Page() {
  return (
    <Allowed to="see_jobs">
      <CandidatePage Scorecards={Scorecards} />
    </Allowed>
  );
}
export const Route = createLazyRoute("/people/$id")({ component: Page });
