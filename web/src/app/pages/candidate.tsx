import { createLazyRoute } from "@tanstack/react-router";
import { CandidatePage } from "@/features/candidate/CandidatePage";
import { Allowed } from "@/ui/Allowed";
import { later } from "@/ui/later";
import "@/ui/css/candidate.css";
import "@/ui/css/timeline.css";
import "@/ui/css/standing.css";
import "@/ui/css/cards.css";
import "@/ui/css/document.css";
import "@/ui/css/hiring.css";
import "@/ui/css/meet.css";
import "@/ui/css/erasures.css";

const Scorecards = later(() => import("@/features/scorecards/ScorecardPane").then((m) => m.ScorecardPane));
const Interviews = later(() => import("@/features/interviews/Interviews").then((m) => m.Interviews));
const Plan = later(() => import("@/features/interviews/PlanPane").then((m) => m.PlanPane));
const Sequences = later(() => import("@/features/sequences/PersonSequences").then((m) => m.PersonSequences));

function Page() {
  return (
    <Allowed to="see_jobs">
      <CandidatePage Scorecards={Scorecards} Interviews={Interviews} Plan={Plan} Sequences={Sequences} />
    </Allowed>
  );
}
export const Route = createLazyRoute("/people/$id")({ component: Page });
