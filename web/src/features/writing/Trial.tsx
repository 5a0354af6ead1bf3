import { IconTestPipe } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PreviewedMail } from "@/api/writing";
import { useFormat } from "@/i18n/format";

/** That other words of the template are tried: who gets which, or that this mail takes no part. */
export function Trial({ seen }: { seen: PreviewedMail[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const tried = seen.flatMap((one) => (one.trial ? [one.trial] : []));
  const [first] = tried;
  if (!first) return null;
  const letters = [...new Set(tried.flatMap((one) => (one.variant ? [one.variant.toUpperCase()] : [])))].sort();
  const says =
    letters.length === 0
      ? t("compose.trialOut")
      : seen.length === 1
        ? t("compose.trialOne", { letter: letters[0] })
        : t("compose.trialSeveral", { letters: f.list(letters) });
  return (
    <p className="composer-trial" role="status">
      <IconTestPipe size={15} stroke={1.8} aria-hidden="true" />
      <span>
        <Link to="/experiments/$id" params={{ id: first.experiment_id }} className="link">
          {first.name}
        </Link>{" "}
        {says}
      </span>
    </p>
  );
}
