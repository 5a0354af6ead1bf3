import { createLazyRoute } from "@tanstack/react-router";
import { ReviewPage } from "@/features/review/ReviewPage";
import { Allowed } from "@/ui/Allowed";
import "@/ui/css/candidate.css";
import "@/ui/css/timeline.css";
import "@/ui/css/document.css";
import "@/ui/css/review.css";

function Page() {
  return (
    <Allowed to="review">
      <ReviewPage />
    </Allowed>
  );
}
export const Route = createLazyRoute("/review")({ component: Page });
