import { createLazyRoute } from "@tanstack/react-router";
import { ReviewPage } from "@/features/review/ReviewPage";
import "@/ui/css/candidate.css";
import "@/ui/css/document.css";
import "@/ui/css/review.css";

export const Route = createLazyRoute("/review")({ component: ReviewPage });
