import { useMantineColorScheme } from "@mantine/core";
import {
  IconFileImport,
  IconFileText,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMail,
  IconMoon,
  IconPlus,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import { queryClient, useMay } from "@/api/queries";
import { Help } from "@/features/palette/Help";
import { Palette, type Command } from "@/features/palette/Palette";
import { signOut } from "@/features/session/oidc";
import { setLanguage } from "@/i18n";
import type { Overlay } from "./Shell";

export function Overlays({ overlay, onClose, onHelp }: { overlay: Overlay; onClose: () => void; onHelp: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const other = i18n.language === "fr" ? "en" : "fr";
  const local = config().local;
  const may = { people: useMay("see_people"), drop: useMay("drop_files"), add: useMay("edit_people"), review: useMay("review") };
  const only = (allowed: boolean, command: Command): Command[] => (allowed ? [command] : []);
  const pages: Command[] = [
    ...only(may.people, { id: "people", label: t("nav.people"), icon: IconUsers, run: () => void navigate({ to: "/people" }) }),
    ...only(may.review, { id: "review", label: t("nav.review"), icon: IconFileText, run: () => void navigate({ to: "/review" }) }),
    { id: "settings", label: t("nav.settings"), icon: IconSettings, run: () => void navigate({ to: "/settings" }) },
    ...(local
      ? [{ id: "mailbox", label: t("nav.mailbox"), icon: IconMail, run: () => void window.open(local.mailbox_url, "_blank", "noopener") }]
      : []),
  ];
  const acts: Command[] = [
    ...only(may.drop, { id: "drop", label: t("nav.drop"), icon: IconFileImport, run: () => void navigate({ to: "/drop" }) }),
    ...only(may.add, { id: "add", label: t("people.addByHand"), icon: IconPlus, run: () => void navigate({ to: "/people/new" }) }),
    {
      id: "scheme",
      label: t("palette.scheme"),
      icon: IconMoon,
      run: () => setColorScheme(document.documentElement.dataset.mantineColorScheme === "dark" ? "light" : "dark"),
    },
    { id: "language", label: t(`language.switch_${other}`), icon: IconLanguage, run: () => void setLanguage(other) },
    { id: "help", label: t("keys.title"), icon: IconKeyboard, keyName: "?", run: onHelp },
    {
      id: "out",
      label: t("session.out"),
      icon: IconLogout,
      run: () => {
        queryClient.clear();
        void signOut();
      },
    },
  ];
  return (
    <>
      <Palette
        opened={overlay === "palette"}
        onClose={onClose}
        pages={pages}
        acts={acts}
        onPerson={(id, act) =>
          void navigate({
            to: "/people/$id",
            params: { id },
            search: act === "note" ? { note: true, tab: "timeline" } : act === "cv" ? { tab: "cv" } : {},
          })
        }
        onFindAll={(q) => void navigate({ to: "/people", search: { q } })}
      />
      <Help opened={overlay === "help"} onClose={onClose} />
    </>
  );
}
