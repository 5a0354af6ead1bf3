import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "@/ui/states";

export function JobGone() {
  const { t } = useTranslation();
  return (
    <Empty
      page
      title={t("jobs.goneTitle")}
      acts={
        <Button component={Link} to="/jobs" variant="default">
          {t("jobs.showAll")}
        </Button>
      }
    >
      {t("jobs.gone")}
    </Empty>
  );
}
