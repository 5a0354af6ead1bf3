import { Button } from "@mantine/core";
import { IconLogin2, IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { Mark, Wordmark } from "@/ui/logo";
import { signIn, signInAsPersona } from "./oidc";

/** Stands wherever somebody signed out would have gone; the address stays, and is gone back to. */
export function SignIn({ failed = false, back }: { failed?: boolean; back: string }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(failed);
  const go = (how: typeof signIn) => {
    setBusy(true);
    how(back).catch(() => {
      setBusy(false);
      setWrong(true);
    });
  };
  return (
    <main className="door">
      <div className="door-in">
        <div className="row door-brand">
          <Mark size={30} />
          <Wordmark height={22} />
        </div>
        <h1 className="serif">{t("session.title")}</h1>
        <p className="ink2">{t("session.lead")}</p>
        {wrong && (
          <p className="koi" role="alert">
            {t("session.failed")}
          </p>
        )}
        <div className="door-acts">
          <Button size="md" leftSection={<IconLogin2 size={18} stroke={1.7} />} loading={busy} onClick={() => go(signIn)}>
            {t("session.signIn")}
          </Button>
          {config().local && (
            <Button
              size="md"
              variant="default"
              leftSection={<IconUsersGroup size={18} stroke={1.7} />}
              disabled={busy}
              onClick={() => go(signInAsPersona)}
            >
              {t("session.persona")}
            </Button>
          )}
        </div>
        {config().local && <p className="meta">{t("session.personaWhy")}</p>}
      </div>
      <footer className="door-foot row">
        <LanguageSwitch />
      </footer>
    </main>
  );
}
