import { IconAdjustments, IconHistory, IconListCheck, IconMail, IconRoute, IconUsersGroup, type Icon } from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import { languages } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { Header } from "@/ui/parts";

interface Props {
  title: ReactNode;
  count?: number | undefined;
  acts?: ReactNode;
  children: ReactNode;
}
/** Every page of the settings: where one is among them, and the way to the others. */
export function SettingsFrame({ title, count, acts, children }: Props) {
  const { t } = useTranslation();
  const f = useFormat();
  const may = {
    mails: useMay("edit_templates"),
    reasons: useMay("see_people"),
    jobs: useMay("edit_jobs"),
    manage: useMay("manage_workspace"),
  };
  return (
    <>
      <Header title={title} count={count === undefined ? undefined : f.number(count)}>
        {acts}
      </Header>
      <div className="settings">
        <nav className="settings-nav" aria-label={t("settings.parts")}>
          <Group name={t("settings.you")}>
            <Part to="/settings" icon={IconAdjustments} label={t("settings.preferences")} />
          </Group>
          {(may.manage || may.jobs || may.reasons) && (
            <Group name={t("settings.workspace")}>
              {may.manage && <Part to="/settings/members" icon={IconUsersGroup} label={t("nav.members")} />}
              {may.jobs && <Part to="/settings/pipelines" icon={IconRoute} label={t("nav.pipelines")} />}
              {may.reasons && <Part to="/settings/reasons" icon={IconListCheck} label={t("nav.reasons")} />}
              {may.manage && <Part to="/settings/audit" icon={IconHistory} label={t("nav.audit")} />}
            </Group>
          )}
          {may.mails && (
            <Group name={t("settings.mails")}>
              {(["acknowledgement", "notice"] as const).map((key) =>
                languages.map((language) => (
                  <Link key={key + language} to="/settings/mails/$key/$language" params={{ key, language }}>
                    <IconMail size={16} stroke={1.7} aria-hidden="true" />
                    {t(`templates.${key}`)} <span className="meta">{t(`language.${language}`)}</span>
                  </Link>
                )),
              )}
            </Group>
          )}
        </nav>
        <div className="settings-main scroll" tabIndex={0} role="region" aria-label={t("settings.content")}>
          {children}
        </div>
      </div>
    </>
  );
}
function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="settings-group" role="group" aria-label={name}>
      <h2 aria-hidden="true">{name}</h2>
      {children}
    </div>
  );
}
function Part({ to, icon: Glyph, label }: { to: NonNullable<LinkProps["to"]>; icon: Icon; label: string }) {
  return (
    <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
      <Glyph size={16} stroke={1.7} aria-hidden="true" />
      {label}
    </Link>
  );
}
