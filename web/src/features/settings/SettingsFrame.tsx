import { IconAdjustments, IconMail } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import { languages } from "@/i18n";
import { Header } from "@/ui/parts";

export function SettingsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const mails = useMay("edit_templates");
  return (
    <>
      <Header title={t("nav.settings")} />
      <div className="settings">
        <nav className="settings-nav" aria-label={t("settings.parts")}>
          <Link to="/settings" activeOptions={{ exact: true }}>
            <IconAdjustments size={16} stroke={1.7} aria-hidden="true" />
            {t("settings.preferences")}
          </Link>
          {mails &&
            (["acknowledgement", "notice"] as const).map((key) =>
              languages.map((language) => (
                <Link key={key + language} to="/settings/mails/$key/$language" params={{ key, language }}>
                  <IconMail size={16} stroke={1.7} aria-hidden="true" />
                  {t(`templates.${key}`)} <span className="meta">{t(`language.${language}`)}</span>
                </Link>
              )),
            )}
        </nav>
        <div className="settings-main scroll" tabIndex={0} role="region" aria-label={t("settings.content")}>
          {children}
        </div>
      </div>
    </>
  );
}
