import { createLazyRoute } from "@tanstack/react-router";
import { PeoplePage } from "@/features/people/PeoplePage";
import "@/ui/css/people.css";

export const Route = createLazyRoute("/people")({ component: PeoplePage });
