import { createLazyRoute } from "@tanstack/react-router";
import { DropPage } from "@/features/drop/DropPage";
import "@/ui/css/drop.css";

export const Route = createLazyRoute("/drop")({ component: DropPage });
