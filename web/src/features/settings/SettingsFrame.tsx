import {
  IconAdjustments,
  IconEraser,
  IconHistory,
  IconListCheck,
  IconLock,
  IconMail,
  IconMailOff,
  IconRoute,
  IconSchool,
  IconSend,
  IconTemplate,
  IconTestPipe,
  IconUsersGroup,
  type Icon,
} from "@tabler/icons-react";
import { Link, useLocation, type LinkProps } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/queries";
import type { Language, Template } from "@/api/model";
import { useFormat } from "@/i18n/format";
import { Header } from "@/ui/parts";

// In the order in which somebody who applies may get them.
const mails: Template["template"]["key"][] = [
  "acknowledgement",
  "notice",
  "next_step",
  "refusal",
  "refusal_after_interview",
  "position_closed",
  "ask_missing",
  "ask_reminder",
];

interface Props {
  title: ReactNode;
  count?: number | undefined;
  acts?: ReactNode;
  children: ReactNode;
}
/** Every page of the settings: where one is among them, and the way to the others. */
export function SettingsFrame({ title, count, acts, children }: Props) {
  const { t, i18n } = useTranslation();
  const f = useFormat();
  const language = i18n.language as Language;
  const parts = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On phones the parts are a row that scrolls: the one that is open is in sight.
  useEffect(() => {
    const row = parts.current;
    const on = row?.querySelector<HTMLElement>("[aria-current]");
    if (row && on) row.scrollLeft = on.offsetLeft - row.offsetLeft - 16;
  }, [pathname]);
  const may = {
    mails: useMay("edit_templates"),
    writes: useMay("write_mails"),
    reasons: useMay("see_jobs"),
    jobs: useMay("edit_jobs"),
    erase: useMay("erase_people"),
    manage: useMay("manage_workspace"),
  };
  return (
    <>
      <Header title={title} count={count === undefined ? undefined : f.number(count)}>
        {acts}
      </Header>
      <div className="settings">
        <nav className="settings-nav" ref={parts} aria-label={t("settings.parts")}>
          <Group name={t("settings.you")}>
            <Part to="/settings" icon={IconAdjustments} label={t("settings.preferences")} />
          </Group>
          <Group name={t("settings.workspace")}>
            <Part to="/settings/members" icon={IconUsersGroup} label={t("nav.members")} locked={!may.manage} />
            <Part to="/settings/pipelines" icon={IconRoute} label={t("nav.pipelines")} locked={!may.jobs} />
            <Part to="/settings/reasons" icon={IconListCheck} label={t("nav.reasons")} locked={!may.reasons} />
            <Part to="/settings/sending" icon={IconSend} label={t("nav.sending")} locked={!may.writes} />
            <Part to="/settings/suppressions" icon={IconMailOff} label={t("nav.suppressions")} locked={!may.manage} />
            <Part to="/settings/corrections" icon={IconSchool} label={t("corrections.part")} locked={!may.manage} />
            <Part to="/settings/erasures" icon={IconEraser} label={t("nav.erasures")} locked={!may.erase} />
            <Part to="/settings/audit" icon={IconHistory} label={t("nav.audit")} locked={!may.manage} />
          </Group>
          {may.mails && (
            <Group name={t("settings.mails")}>
              <Part to="/settings/texts" icon={IconTemplate} label={t("settings.texts")} within />
              <Part to="/experiments" icon={IconTestPipe} label={t("nav.experiments")} />
              {mails.map((key) => (
                <Link
                  key={key}
                  to="/settings/mails/$key/$language"
                  params={{ key, language }}
                  aria-current={pathname.startsWith(`/settings/mails/${key}/`) ? "page" : undefined}
                >
                  <IconMail size={16} stroke={1.7} aria-hidden="true" />
                  {t(`templates.${key}`)}
                </Link>
              ))}
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
function Part({
  to,
  icon: Glyph,
  label,
  locked = false,
  within = false,
}: {
  to: NonNullable<LinkProps["to"]>;
  icon: Icon;
  label: string;
  locked?: boolean;
  /** Pages below it are part of it. */
  within?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Link to={to} activeOptions={{ exact: !within, includeSearch: false }}>
      <Glyph size={16} stroke={1.7} aria-hidden="true" />
      {label}
      {locked && (
        <span className="meta" title={t("settings.locked")}>
          <IconLock size={13} stroke={1.7} aria-hidden="true" />
          <span className="sr-only">{t("settings.locked")}</span>
        </span>
      )}
    </Link>
  );
}
