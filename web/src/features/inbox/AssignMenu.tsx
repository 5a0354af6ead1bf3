import { Button, Menu } from "@mantine/core";
import { IconCheck, IconUserCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Thread } from "@/api/inbox";
import { useMe, useMembers } from "@/api/queries";
import { Person } from "@/ui/parts";
import type { ThreadActs } from "./queries";

interface Props {
  thread: Thread;
  acts: ThreadActs;
  opened: boolean;
  onOpen: (open: boolean) => void;
}
/** Whose conversation it is to answer. */
export function AssignMenu({ thread, acts, opened, onOpen }: Props) {
  const { t } = useTranslation();
  const me = useMe().data?.member.id;
  const members = useMembers();
  const owner = members.find((one) => one.id === thread.assigned_to);
  // Who may not read mails could not answer one.
  const able = members.filter((one) => one.here && (one.role === "admin" || one.role === "recruiter"));
  const inOrder = [...able].sort((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <Menu position="bottom-end" opened={opened} onChange={onOpen}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={owner ? <Person name={owner.name} size={20} /> : <IconUserCheck size={16} stroke={1.7} />}
          title={owner ? t("inbox.with", { name: owner.name }) : t("inbox.assignKey")}
        >
          <span className="cut">{owner ? owner.name : t("inbox.assign")}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="assign-menu">
        {inOrder.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<Person name={one.name} size={22} />}
            rightSection={one.id === thread.assigned_to ? <IconCheck size={15} aria-label={t("inbox.chosen")} /> : null}
            onClick={() => acts.assign(thread, one)}
          >
            {one.id === me ? t("inbox.toMe", { name: one.name }) : one.name}
          </Menu.Item>
        ))}
        {thread.assigned_to && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => acts.assign(thread, null)}>{t("inbox.unassign")}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
