import { createLazyRoute } from "@tanstack/react-router";
import { TemplatePage } from "@/features/settings/TemplatePage";
import "@/ui/css/settings.css";

export const Route = createLazyRoute("/settings/mails/$key/$language")({ component: TemplatePage });
