import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { signIn } from "./oidc";

/** A bar, not a wall: what was on screen, or half typed, stays readable until the person signs in again. */
export function Expired() {
  const { t } = useTranslation();
  return (
    <div className="notice-bar" role="alert">
      <span className="grow">{t("session.expired")}</span>
      <Button size="xs" variant="default" onClick={() => void signIn(location.pathname + location.search)}>
        {t("session.again")}
      </Button>
    </div>
  );
}
