import { ActionIcon, Menu, NativeSelect } from "@mantine/core";
import { IconDots, IconHistory, IconMailForward, IconUserMinus, IconUserPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedJob, Member } from "@/api/model";
import type { Role } from "@/api/settings";
import { useFormat } from "@/i18n/format";
import { Person } from "@/ui/parts";
import { isExpired, jobsOf, roles } from "./roster";

const FEW = 3;

interface Props {
  member: Member;
  mine: boolean;
  last: boolean;
  jobs: ListedJob[];
  busy: boolean;
  onRole: (role: Role) => void;
  onSendAgain: () => void;
  onTakeBack: () => void;
  onRemove: () => void;
  onInviteAgain: () => void;
}
export function MemberRow({ member, mine, last, jobs, busy, onRole, ...acts }: Props) {
  const { t } = useTranslation();
  const { name } = member;
  const gone = member.state === "removed";
  return (
    <li className="member" data-state={member.state} data-role={member.role} data-gone={gone || undefined}>
      <Person name={name} size={30} />
      <div className="two member-who">
        <span className="cut" title={name}>
          <span className="strong">{name}</span>
          {mine && <span className="meta"> ({t("members.you")})</span>}
        </span>
        <span className="meta cut" title={member.email ?? undefined}>
          {member.email}
        </span>
      </div>
      <div className="member-role">
        {gone ? (
          <span className="ink2">{t(`role.${member.role}`)}</span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={t("members.roleOf", { name })}
            value={member.role}
            disabled={last || busy}
            onChange={(event) => onRole(event.currentTarget.value as Role)}
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        )}
        {last && <span className="meta">{t("members.lastAdmin")}</span>}
      </div>
      <div className="member-jobs">{!gone && <Jobs member={member} jobs={jobs} />}</div>
      <State member={member} />
      <Acts {...{ member, last, ...acts }} />
    </li>
  );
}
/** Hiring managers see their own jobs; for the others there is nothing to list. */
function Jobs({ member, jobs }: { member: Member; jobs: ListedJob[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [all, setAll] = useState(false);
  if (member.role !== "manager") return <span className="meta">{t("members.allJobs")}</span>;
  const own = jobsOf(member.id, jobs);
  if (own.length === 0)
    return (
      <span className="two">
        <span className="ochre">{t("members.noJob")}</span>
        <span className="meta">{t("members.noJobWhy")}</span>
      </span>
    );
  const shown = all ? own : own.slice(0, FEW);
  return (
    <span className="member-links">
      {shown.map((job) => (
        <Link key={job.id} to="/jobs/$id/about" params={{ id: job.id }} className="link">
          {f.said(job.title)}
        </Link>
      ))}
      {own.length > shown.length && (
        <button type="button" className="link meta" onClick={() => setAll(true)}>
          {t("members.moreJobs", { count: own.length - shown.length })}
        </button>
      )}
    </span>
  );
}
function State({ member }: { member: Member }) {
  const { t } = useTranslation();
  const f = useFormat();
  if (member.state !== "invited" || !member.invited_at)
    return <span className={member.state === "active" ? "member-state meta" : "member-state ink2"}>{t(`members.is_${member.state}`)}</span>;
  const over = isExpired(member, new Date());
  return (
    <span className={over ? "member-state ochre" : "member-state ink2"} title={f.full(member.invited_at)}>
      {t(over ? "members.is_expired" : "members.is_invited", { when: f.day(member.invited_at) })}
    </span>
  );
}
function Acts({
  member,
  last,
  onSendAgain,
  onTakeBack,
  onRemove,
  onInviteAgain,
}: Pick<Props, "member" | "last" | "onSendAgain" | "onTakeBack" | "onRemove" | "onInviteAgain">) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon className="member-menu" aria-label={t("members.menu", { name: member.name })}>
          <IconDots size={17} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {member.state === "invited" && (
          <>
            <Menu.Item leftSection={<IconMailForward size={16} stroke={1.7} />} onClick={onSendAgain}>
              {t("members.sendAgain")}
            </Menu.Item>
            <Menu.Item leftSection={<IconUserMinus size={16} stroke={1.7} />} onClick={onTakeBack}>
              {t("members.takeBack")}
            </Menu.Item>
          </>
        )}
        {member.state === "removed" && (
          <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.7} />} onClick={onInviteAgain}>
            {t("members.inviteAgain")}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHistory size={16} stroke={1.7} />}
          renderRoot={(props) => <Link {...props} to="/settings/audit" search={{ member: member.id }} />}
        >
          {t("members.seeAudit")}
        </Menu.Item>
        {member.state === "active" && (
          <Menu.Item leftSection={<IconUserMinus size={16} stroke={1.7} />} disabled={last} onClick={onRemove}>
            {t("members.remove")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
