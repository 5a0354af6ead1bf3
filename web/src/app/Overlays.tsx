import { useMantineColorScheme } from "@mantine/core";
import {
  IconBriefcase2,
  IconCalendarEvent,
  IconFileImport,
  IconEraser,
  IconFileText,
  IconHistory,
  IconInbox,
  IconListCheck,
  IconRoute,
  IconRoute2,
  IconUserPlus,
  IconUsersGroup,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMail,
  IconMessages,
  IconMoon,
  IconPlus,
  IconBell,
  IconChecklist,
  IconNote,
  IconPhone,
  IconSettings,
  IconSun,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import { queryClient, useMay, useOpenJobs } from "@/api/queries";
import { Help } from "@/features/palette/Help";
import { Palette, type Command } from "@/features/palette/Palette";
import { signOut } from "@/features/session/oidc";
import { saying, setLanguage } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { enrol } from "@/ui/enrol";
import { later } from "@/ui/later";
import { overlays, type About, type Overlay } from "@/ui/overlays";
import type { Place } from "./place";
import "@/ui/css/palette.css";

const Menu = later(() => import("./PhoneMenu").then((m) => m.PhoneMenu));
const Bell = later(() => saying(import("@/features/notifications/BellPanel"), "bell").then((m) => m.BellPanel));
const QuickTask = later(() => import("@/features/day/QuickTask").then((m) => m.QuickTask));
const QuickNote = later(() => import("@/features/notes/QuickNote").then((m) => m.QuickNote));

interface Props {
  overlay: Overlay;
  about: About;
  places: Place[];
  unread: number;
}
export function Overlays({ overlay, about, places, unread }: Props) {
  const onClose = overlays.close;
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const other = i18n.language === "fr" ? "en" : "fr";
  const local = config().local;
  const f = useFormat();
  const openJobs = useOpenJobs().data ?? [];
  const may = {
    tasks: useMay("do_tasks"),
    note: useMay("write_notes"),
    people: useMay("see_people"),
    jobs: useMay("see_jobs"),
    newJob: useMay("edit_jobs"),
    meet: useMay("move_people"),
    drop: useMay("drop_files"),
    add: useMay("edit_people"),
    review: useMay("review"),
    manage: useMay("manage_workspace"),
    erase: useMay("erase_people"),
    templates: useMay("edit_templates"),
    sequences: useMay("run_sequences"),
  };
  const only = (allowed: boolean, command: Command): Command[] => (allowed ? [command] : []);
  const pages: Command[] = [
    ...only(may.people, { id: "inbox", label: t("nav.inbox"), icon: IconInbox, run: () => void navigate({ to: "/inbox" }) }),
    ...only(may.tasks, { id: "day", label: t("nav.day"), icon: IconSun, run: () => void navigate({ to: "/my-day" }) }),
    ...only(may.jobs, {
      id: "interviews",
      label: t("nav.interviews"),
      icon: IconCalendarEvent,
      run: () => void navigate({ to: "/interviews" }),
    }),
    ...only(may.people, { id: "people", label: t("nav.people"), icon: IconUsers, run: () => void navigate({ to: "/people" }) }),
    ...only(may.jobs, { id: "jobs", label: t("nav.jobs"), icon: IconBriefcase2, run: () => void navigate({ to: "/jobs" }) }),
    ...openJobs.map(({ job }) => ({
      id: job.id,
      label: f.said(job.title),
      icon: IconBriefcase2,
      run: () => void navigate({ to: "/jobs/$id", params: { id: job.id } }),
    })),
    ...only(may.review, { id: "review", label: t("nav.review"), icon: IconFileText, run: () => void navigate({ to: "/review" }) }),
    ...only(may.people, { id: "sequences", label: t("nav.sequences"), icon: IconRoute2, run: () => void navigate({ to: "/sequences" }) }),
    { id: "settings", label: t("nav.settings"), icon: IconSettings, run: () => void navigate({ to: "/settings" }) },
    ...only(may.manage, {
      id: "members",
      label: t("nav.members"),
      icon: IconUsersGroup,
      run: () => void navigate({ to: "/settings/members" }),
    }),
    ...only(may.manage, { id: "audit", label: t("nav.audit"), icon: IconHistory, run: () => void navigate({ to: "/settings/audit" }) }),
    ...only(may.erase, {
      id: "erasures",
      label: t("nav.erasures"),
      icon: IconEraser,
      run: () => void navigate({ to: "/settings/erasures" }),
    }),
    ...only(may.templates, {
      id: "reasons",
      label: t("nav.reasons"),
      icon: IconListCheck,
      run: () => void navigate({ to: "/settings/reasons" }),
    }),
    ...only(may.newJob, {
      id: "pipelines",
      label: t("nav.pipelines"),
      icon: IconRoute,
      run: () => void navigate({ to: "/settings/pipelines" }),
    }),
    ...(local
      ? [{ id: "mailbox", label: t("nav.mailbox"), icon: IconMail, run: () => void window.open(local.mailbox_url, "_blank", "noopener") }]
      : []),
  ];
  const acts: Command[] = [
    ...only(may.tasks, { id: "task", label: t("task.new"), icon: IconChecklist, keyName: "A", run: () => overlays.open("task") }),
    ...only(may.note, { id: "note", label: t("palette.note"), icon: IconNote, keyName: "N", run: () => overlays.note() }),
    ...only(may.note, { id: "call", label: t("keys.call"), icon: IconPhone, keyName: "C", run: () => overlays.note("call") }),
    ...only(may.note, {
      id: "interview",
      label: t("keys.interview"),
      icon: IconMessages,
      keyName: "I",
      run: () => overlays.note("interview"),
    }),
    { id: "bell", label: t("bell.title"), icon: IconBell, keyName: "B", run: () => overlays.open("bell") },
    ...only(may.drop, { id: "drop", label: t("nav.drop"), icon: IconFileImport, run: () => void navigate({ to: "/drop" }) }),
    ...only(may.manage, {
      id: "invite",
      label: t("palette.invite"),
      icon: IconUserPlus,
      run: () => void navigate({ to: "/settings/members", search: { invite: true } }),
    }),
    ...only(may.add, { id: "add", label: t("people.addByHand"), icon: IconPlus, run: () => void navigate({ to: "/people/new" }) }),
    ...only(may.newJob, { id: "newJob", label: t("nav.newJob"), icon: IconBriefcase2, run: () => void navigate({ to: "/jobs/new" }) }),
    ...only(may.sequences, { id: "enrol", label: t("palette.addToSequence"), icon: IconRoute2, run: () => enrol.open({}) }),
    ...only(may.sequences, {
      id: "newSequence",
      label: t("nav.newSequence"),
      icon: IconRoute2,
      run: () => void navigate({ to: "/sequences/new" }),
    }),
    {
      id: "scheme",
      label: t("palette.scheme"),
      icon: IconMoon,
      run: () => setColorScheme(document.documentElement.dataset.mantineColorScheme === "dark" ? "light" : "dark"),
    },
    { id: "language", label: t(`language.switch_${other}`), icon: IconLanguage, run: () => void setLanguage(other) },
    { id: "help", label: t("keys.title"), icon: IconKeyboard, keyName: "?", run: () => overlays.open("help") },
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
        personActs={[
          "open",
          ...(may.note ? ["note" as const] : []),
          "cv",
          ...(may.meet ? ["meet" as const] : []),
          ...(may.sequences ? ["enrol" as const] : []),
          ...(may.add ? ["merge" as const] : []),
        ]}
        onPerson={(id, act, name) => {
          if (act === "enrol") return enrol.open({ people: [{ id, name }] });
          void navigate({
            to: "/people/$id",
            params: { id },
            search:
              act === "note"
                ? { note: true, tab: "timeline" }
                : act === "cv"
                  ? { tab: "cv" }
                  : act === "merge"
                    ? { merge: true }
                    : act === "meet"
                      ? { meet: "new", tab: "timeline" }
                      : {},
          });
        }}
        onFindAll={(q) => void navigate({ to: "/people", search: { q } })}
      />
      {overlay === "menu" && <Menu places={places} unread={unread} onClose={onClose} />}
      {overlay === "bell" && <Bell onClose={onClose} />}
      {overlay === "task" && <QuickTask about={about} onClose={onClose} />}
      {overlay === "note" && <QuickNote about={about} onClose={onClose} />}
      <Help opened={overlay === "help"} onClose={onClose} />
    </>
  );
}
