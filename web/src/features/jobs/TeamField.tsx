import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TeamMember, TeamRole } from "@/api/model";
import { useMembers } from "@/api/queries";
import { Person } from "@/ui/parts";

const roles: TeamRole[] = ["owner", "recruiter", "manager", "interviewer"];

/** Who hires for the job, and as what. Whoever makes a job owns it until somebody else does. */
export function TeamField({ team, onChange, disabled }: { team: TeamMember[]; onChange: (team: TeamMember[]) => void; disabled: boolean }) {
  const { t } = useTranslation();
  const members = useMembers();
  const outside = members.filter((m) => m.here && !team.some((one) => one.member_id === m.id));
  const nameOf = (id: string) => members.find((m) => m.id === id)?.name ?? t("does.someone");
  return (
    <>
      {team.length > 0 && (
        <ul className="team">
          {team.map((one) => (
            <li key={one.member_id} className="row">
              <Person name={nameOf(one.member_id)} size={26} />
              <span className="grow cut">{nameOf(one.member_id)}</span>
              <NativeSelect
                size="xs"
                aria-label={t("jobs.roleOf", { name: nameOf(one.member_id) })}
                value={one.role}
                onChange={(event) => {
                  const role = event.currentTarget.value as TeamRole;
                  onChange(team.map((m) => (m.member_id === one.member_id ? { ...m, role } : m)));
                }}
                data={roles.map((value) => ({ value, label: t(`teamrole.${value}`) }))}
              />
              {!disabled && (
                <ActionIcon
                  aria-label={t("jobs.teamRemove", { name: nameOf(one.member_id) })}
                  onClick={() => onChange(team.filter((m) => m.member_id !== one.member_id))}
                >
                  <IconTrash size={16} stroke={1.7} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && outside.length > 0 && (
        <NativeSelect
          className="team-add"
          aria-label={t("jobs.teamAdd")}
          value=""
          onChange={(event) => {
            const member = outside.find((m) => m.id === event.currentTarget.value);
            if (member) onChange([...team, { member_id: member.id, role: member.role === "manager" ? "manager" : "recruiter" }]);
          }}
          data={[{ value: "", label: t("jobs.teamAdd") }, ...outside.map((m) => ({ value: m.id, label: m.name }))]}
        />
      )}
    </>
  );
}
