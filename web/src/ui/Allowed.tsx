import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useMe, type Permission } from "@/api/queries";
import { Empty, LoadFailed, Skeleton } from "./states";

/** A page for those who may see it; the others learn why they don't, and from whom to ask. */
export function Allowed({ to, children }: { to: Permission; children: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay(to);
  const jobs = useMay("see_jobs");
  if (may) return children;
  if (me.isPending) return <Skeleton />;
  if (me.isError) return <LoadFailed page error={me.error} retry={me.refetch} />;
  return (
    <Empty
      page
      title={t("session.deniedTitle")}
      acts={
        jobs && (
          <Link to="/jobs" className="link">
            {t("session.deniedJobs")}
          </Link>
        )
      }
    >
      {t(me.data.member.role === "manager" ? "session.deniedManager" : "session.denied")}
    </Empty>
  );
}
