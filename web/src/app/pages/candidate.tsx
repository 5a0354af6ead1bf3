import { createLazyRoute } from "@tanstack/react-router";
import { CandidatePage } from "@/features/candidate/CandidatePage";
import "@/ui/css/candidate.css";
import "@/ui/css/document.css";

export const Route = createLazyRoute("/people/$id")({ component: CandidatePage });
