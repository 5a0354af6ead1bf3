import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useMe } from "@/api/queries";
import { LoadFailed } from "@/ui/states";

/** Who has tasks begins with the day; the others with people. */
export function Home() {
  const navigate = useNavigate();
  const me = useMe();
  const does = me.data?.permissions.includes("do_tasks");
  useEffect(() => {
    if (does !== undefined) void navigate({ to: does ? "/my-day" : "/people", replace: true });
  }, [does, navigate]);
  return me.isError ? <LoadFailed page error={me.error} retry={me.refetch} /> : null;
}
