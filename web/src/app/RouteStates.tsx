import { Button } from "@mantine/core";
import { type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "@/ui/states";
import { ToEveryone } from "@/ui/ToEveryone";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty page title={t("state.notFoundTitle")} acts={<ToEveryone />}>
      {t("state.notFound")}
    </Empty>
  );
}
/** A screen that broke takes nothing else with it. After a new version went out, its old files are gone: reloading mends that. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const outdated = error instanceof Error && /dynamically imported module|Importing a module/i.test(error.message);
  return (
    <Empty
      page
      title={t(outdated ? "state.outdatedTitle" : "state.brokenTitle")}
      acts={<Button onClick={() => (outdated ? location.reload() : reset())}>{t(outdated ? "state.reload" : "act.retry")}</Button>}
    >
      {t(outdated ? "state.outdated" : "state.broken")}
    </Empty>
  );
}
