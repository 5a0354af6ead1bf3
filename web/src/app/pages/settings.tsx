import { createLazyRoute } from "@tanstack/react-router";
import { PreferencesPage } from "@/features/settings/PreferencesPage";
import "@/ui/css/settings.css";

export const Route = createLazyRoute("/settings")({ component: PreferencesPage });
