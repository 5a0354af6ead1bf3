import { createLazyRoute } from "@tanstack/react-router";
import { NewPersonPage } from "@/features/people/NewPersonPage";
import "@/ui/css/people.css";

export const Route = createLazyRoute("/people/new")({ component: NewPersonPage });
