import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "@/api/model";
import { membersQuery, useMe, useOpenJobs } from "@/api/queries";
import type { Role } from "@/api/settings";
import { useKeys } from "@/ui/keys";
import { LoadFailed, Skeleton } from "@/ui/states";
import { Dialog } from "@/ui/Dialog";
import { SettingsFrame } from "../SettingsFrame";
import { InviteForm } from "./InviteForm";
import { MemberRow } from "./MemberRow";
import { useMemberActs } from "./queries";
import { RemoveDialog } from "./RemoveDialog";
import { isLastAdmin, roster } from "./roster";

const route = getRouteApi("/settings/members");

export function MembersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { invite = false } = route.useSearch();
  const [again, setAgain] = useState<Member>();
  // Others may have invited meanwhile: this page never shows what it remembers alone.
  const list = useQuery({ ...membersQuery, staleTime: 0 });
  const open = (on: boolean, back?: Member) => {
    setAgain(back);
    void navigate({ to: "/settings/members", search: on ? { invite: true } : {}, replace: true });
    if (!on) setTimeout(() => document.getElementById("invite")?.focus(), 50);
  };
  useKeys({ i: () => open(true) }, { help: { i: "keys.invite" } });
  return (
    <SettingsFrame
      title={t("members.title")}
      count={list.data?.members.filter((m) => m.state === "active").length}
      acts={
        !invite && (
          <Button id="invite" leftSection={<IconUserPlus size={16} />} onClick={() => open(true)} title={`${t("members.inviteTitle")} (I)`}>
            {t("members.invite")}
          </Button>
        )
      }
    >
      {invite && (
        <InviteForm
          key={again?.id ?? "new"}
          again={again?.email ? { name: again.name, email: again.email, role: again.role } : undefined}
          onClose={() => open(false)}
        />
      )}
      {list.isPending ? (
        <Skeleton />
      ) : list.isError ? (
        <LoadFailed error={list.error} retry={list.refetch} />
      ) : (
        <Roster members={list.data.members} onInviteAgain={(member) => open(true, member)} />
      )}
    </SettingsFrame>
  );
}
function Roster({ members, onInviteAgain }: { members: Member[]; onInviteAgain: (member: Member) => void }) {
  const { t } = useTranslation();
  const me = useMe().data?.member;
  const jobs = useOpenJobs().data ?? [];
  const acts = useMemberActs();
  const [leaving, setLeaving] = useState<Member>();
  const [renounced, setRenounced] = useState<Role>();
  const { here, removed } = roster(members);
  const row = (member: Member) => (
    <MemberRow
      key={member.id}
      member={member}
      jobs={jobs}
      mine={member.id === me?.id}
      last={isLastAdmin(member, members)}
      busy={acts.role.isPending && acts.role.variables.member.id === member.id}
      onRole={(role) => (member.id === me?.id ? setRenounced(role) : acts.role.mutate({ member, role }))}
      onSendAgain={() => acts.again.mutate(member)}
      onTakeBack={() => acts.takeBack.mutate(member)}
      onRemove={() => setLeaving(member)}
      onInviteAgain={() => onInviteAgain(member)}
    />
  );
  return (
    <>
      <div className="member members-head meta" aria-hidden="true">
        <span>{t("members.name")}</span>
        <span>{t("members.role")}</span>
        <span>{t("members.jobsHead")}</span>
        <span>{t("members.stateHead")}</span>
      </div>
      <ul className="members" aria-label={t("members.list")}>
        {here.map(row)}
      </ul>
      {here.length === 1 && <p className="meta members-alone">{t("members.alone")}</p>}
      {removed.length > 0 && (
        <details className="members-gone">
          <summary>{t("members.removedCount", { count: removed.length })}</summary>
          <ul className="members">{removed.map(row)}</ul>
        </details>
      )}
      {leaving && <RemoveDialog member={leaving} members={members} onClose={() => setLeaving(undefined)} />}
      {renounced && me && (
        <Renounce
          onClose={() => setRenounced(undefined)}
          onDo={() => {
            const own = members.find((m) => m.id === me.id);
            setRenounced(undefined);
            if (own) acts.role.mutate({ member: own, role: renounced });
          }}
        />
      )}
    </>
  );
}
/** The one change of role that its author cannot take back. */
function Renounce({ onClose, onDo }: { onClose: () => void; onDo: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t("members.selfTitle")} size={460}>
      <p>{t("members.selfWhy")}</p>
      <div className="row wrap dialog-acts">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("act.cancel")}
        </Button>
        <Button color="koi" onClick={onDo}>
          {t("members.selfDo")}
        </Button>
      </div>
    </Dialog>
  );
}
