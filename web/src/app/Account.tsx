import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconDots, IconKeyboard, IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as api from "@/api/calls";
import { keys, queryClient, useMe } from "@/api/queries";
import { signOut } from "@/features/session/oidc";
import { setLanguage } from "@/i18n";
import { Person } from "@/ui/parts";

export function Account({ onHelp }: { onHelp: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const me = useMe().data;
  const { setColorScheme } = useMantineColorScheme();
  const other = i18n.language === "fr" ? "en" : "fr";
  const tell = useMutation({ mutationFn: api.editMe, onSuccess: (saved) => client.setQueryData(keys.me, saved) });
  const dark = document.documentElement.getAttribute("data-mantine-color-scheme") === "dark";
  return (
    <>
      <Person name={me?.member.name} size={26} />
      <div className="grow">
        <div className="strong cut">{me?.member.name}</div>
        <div className="meta cut">{me?.workspace.name}</div>
      </div>
      <Menu position="top-end" width={210}>
        <Menu.Target>
          <ActionIcon aria-label={t("nav.account")}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<span className="menu-lang">{other.toUpperCase()}</span>}
            lang={other}
            onClick={() => {
              void setLanguage(other);
              tell.mutate({ language: other });
            }}
          >
            {t(`language.switch_${other}`)}
          </Menu.Item>
          <Menu.Item
            leftSection={dark ? <IconSun size={16} stroke={1.7} /> : <IconMoon size={16} stroke={1.7} />}
            onClick={() => setColorScheme(dark ? "light" : "dark")}
          >
            {t(dark ? "settings.toLight" : "settings.toDark")}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.7} />} onClick={onHelp}>
            {t("keys.title")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.7} />}
            onClick={() => {
              queryClient.clear();
              void signOut();
            }}
          >
            {t("session.out")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
