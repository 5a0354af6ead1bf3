import { Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import { queryClient, useMe } from "@/api/queries";
import { queue } from "@/features/drop/queue/engine";
import { Callback } from "@/features/session/Callback";
import { session, signOut } from "@/features/session/oidc";
import { setLanguage } from "@/i18n";
import { later } from "@/ui/later";
import { Empty } from "@/ui/states";
import { Shell } from "./Shell";

const SignIn = later(() => import("@/features/session/SignIn").then((m) => m.SignIn));

/** Who is signed in sees the shell; who is not sees the door, at the same address. */
export function Root() {
  const { t } = useTranslation();
  return (
    <>
      <Door />
      {/* Menus and lists that float are put in here (Mantine's shared portal): in a landmark, as all of a page is. */}
      <div role="region" aria-label={t("nav.floating")} data-mantine-shared-portal-node="true" />
    </>
  );
}
function Door() {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const { pathname, href } = useLocation();
  if (pathname === "/signed-in") return <Callback />;
  if (state === "unknown") return null;
  if (state === "out") return <SignIn back={href} />;
  return <Inside expired={state === "expired"} />;
}
function Inside({ expired }: { expired: boolean }) {
  const me = useMe();
  const member = me.data?.member;
  useEffect(() => {
    if (!member) return;
    void setLanguage(member.language);
    void queue.start(member.id);
  }, [member]);
  if (isStatus(me.error, 403)) return <Forbidden />;
  return <Shell expired={expired} />;
}
/** Signed in, and nobody of this workspace. */
function Forbidden() {
  const { t } = useTranslation();
  return (
    <main className="door">
      <Empty
        page
        title={t("session.forbiddenTitle")}
        acts={
          <Button
            variant="default"
            onClick={() => {
              queryClient.clear();
              void signOut();
            }}
          >
            {t("session.out")}
          </Button>
        }
      >
        {t("session.forbidden")}
      </Empty>
    </main>
  );
}
