import { createLazyRoute } from "@tanstack/react-router";
import { PreferencesPage } from "@/features/settings/PreferencesPage";
import "@/ui/css/settings.css";
import "@/ui/css/admin.css";

export const Route = createLazyRoute("/settings")({ component: PreferencesPage });
