import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useMe, useMembers, type Permission } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Empty, LoadFailed, Skeleton } from "@/ui/states";
import { SettingsFrame } from "./SettingsFrame";

/** A page of the settings for those who may; the others read that it exists, and whom to ask. */
export function Restricted({ to, title, children }: { to: Permission; title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const f = useFormat();
  const me = useMe();
  const may = useMay(to);
  const admins = useMembers().filter((m) => m.here && m.role === "admin");
  if (may) return children;
  return (
    <SettingsFrame title={title}>
      {me.isPending ? (
        <Skeleton />
      ) : me.isError ? (
        <LoadFailed error={me.error} retry={me.refetch} />
      ) : (
        <Empty icon={<IconLock size={24} stroke={1.4} className="ink3" aria-hidden="true" />} title={t("session.deniedTitle")}>
          {admins.length > 0 ? t("members.ask", { names: f.anyOf(admins.slice(0, 3).map((m) => m.name)) }) : t("session.denied")}
        </Empty>
      )}
    </SettingsFrame>
  );
}
