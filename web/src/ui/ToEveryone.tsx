import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";

/** On from where nobody is: to the list of people, or to the jobs for who sees only the people in theirs. */
export function ToEveryone() {
  const { t } = useTranslation();
  const may = useMay("see_people");
  return (
    <Button component={Link} to={may ? "/people" : "/jobs"} variant="default">
      {t(may ? "people.showAll" : "nav.jobs")}
    </Button>
  );
}
