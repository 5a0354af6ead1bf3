import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import { useMe } from "@/api/queries";
import { compose } from "@/ui/compose";
import { signIn, signInAsPersona } from "./oidc";

/** A bar, not a wall: what was on screen, or half typed, stays readable until the person signs in again. */
export function Expired() {
  const { t } = useTranslation();
  const me = useMe().data?.member.id;
  const go = (how: typeof signIn) => {
    if (me) compose.leave(me);
    void how(location.pathname + location.search);
  };
  return (
    <div className="notice-bar" role="alert">
      <span className="grow">{t("session.expired")}</span>
      <Button size="xs" variant="default" onClick={() => go(signIn)}>
        {t("session.again")}
      </Button>
      {config().local && (
        <Button size="xs" variant="default" onClick={() => go(signInAsPersona)}>
          {t("session.persona")}
        </Button>
      )}
    </div>
  );
}
