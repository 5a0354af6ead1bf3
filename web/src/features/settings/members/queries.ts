import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isStatus, reasonKey } from "@/api/errors";
import type { Me, Member } from "@/api/model";
import { keys, membersQuery } from "@/api/queries";
import * as api from "@/api/settings";
import { toasts } from "@/ui/toast";

/** What is known of the members, after one of them changed. */
export function usePutMember() {
  const client = useQueryClient();
  return (saved: Member) => {
    client.setQueryData(
      membersQuery.queryKey,
      (old) =>
        old && {
          members: old.members.some((m) => m.id === saved.id)
            ? old.members.map((m) => (m.id === saved.id ? saved : m))
            : [...old.members, saved],
        },
    );
    // One's own role decides what is on the screen.
    if (client.getQueryData<Me>(keys.me)?.member.id === saved.id) void client.invalidateQueries({ queryKey: keys.me });
    void client.invalidateQueries({ queryKey: membersQuery.queryKey });
  };
}
export function useMemberActs() {
  const { t } = useTranslation();
  const put = usePutMember();
  const client = useQueryClient();
  const onError = (error: unknown) => {
    void client.invalidateQueries({ queryKey: membersQuery.queryKey });
    toasts.failed(t(isStatus(error, 409) ? "members.lastAdmin" : reasonKey(error)));
  };
  const role = useMutation({
    mutationFn: ({ member, role: to }: { member: Member; role: api.Role }) => api.changeRole(member.id, to),
    onSuccess: (saved, { member }) => {
      put(saved);
      toasts.done(t("members.roleChanged", { name: saved.name, role: t(`role.${saved.role}`) }), () =>
        api.changeRole(member.id, member.role).then(put, onError),
      );
    },
    onError,
  });
  const again = useMutation({
    mutationFn: (member: Member) => api.inviteAgain(member.id),
    onSuccess: (saved) => {
      put(saved);
      toasts.done(t("members.sentAgain"));
    },
    onError: (error) => toasts.failed(t(reasonKey(error))),
  });
  const takeBack = useMutation({
    mutationFn: (member: Member) => api.removeMember(member.id),
    onSuccess: (saved) => {
      put(saved);
      toasts.done(t("members.takenBack", { name: saved.name }));
    },
    onError,
  });
  return { role, again, takeBack };
}
