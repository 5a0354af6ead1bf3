import {
  IconBell,
  IconBriefcase2,
  IconCalendarEvent,
  IconCloudOff,
  IconFileImport,
  IconFileText,
  IconInbox,
  IconMail,
  IconMenu2,
  IconRoute2,
  IconSearch,
  IconSettings,
  IconSun,
  IconUsers,
} from "@tabler/icons-react";
import { Kbd, UnstyledButton } from "@mantine/core";
import { Link, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import { useBadge } from "@/api/day";
import { toReview, useCounts, useMay } from "@/api/queries";
import { DropAnywhere } from "@/features/drop/DropAnywhere";
import { Expired } from "@/features/session/Expired";
import { enterAll } from "@/i18n";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { later } from "@/ui/later";
import { Mark, Wordmark } from "@/ui/logo";
import { overlays } from "@/ui/overlays";
import { Toaster } from "@/ui/Toaster";
import { Compose } from "./Compose";
import { Enrol } from "./Enrol";
import { useInProgress } from "./inProgress";
import { OpenJobs, useNamedJob } from "./OpenJobs";
import type { Place } from "./place";

const Overlays = later(() => import("./Overlays").then((m) => m.Overlays));
// Its menu brings positioning code that the first screen does without.
const Account = later(() => import("./Account").then((m) => m.Account));

export function Shell({ expired }: { expired: boolean }) {
  const { t } = useTranslation();
  const { overlay, about } = useSyncExternalStore(overlays.subscribe, overlays.current);
  const { pathname } = useLocation();
  const counts = useCounts().data;
  const moving = useInProgress();
  useFocusOnNavigation();
  useEffect(() => {
    // The palette must open in an instant: its code is fetched once the first screen rests.
    const timer = setTimeout(() => {
      void Overlays.preload();
      void enterAll();
    }, 800);
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        overlays.toggle("palette");
      }
    };
    addEventListener("keydown", listen);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", listen);
    };
  }, []);
  const may = {
    tasks: useMay("do_tasks"),
    people: useMay("see_people"),
    jobs: useMay("see_jobs"),
    drop: useMay("drop_files"),
    review: useMay("review"),
    note: useMay("write_notes"),
  };
  const note = (report?: "call" | "interview") => (may.note && !/^\/people\/can_/.test(pathname) ? overlays.note(report) : false);
  useKeys(
    {
      "?": () => overlays.open("help"),
      b: () => overlays.open("bell"),
      a: () => (may.tasks ? overlays.open("task") : false),
      // On a record, notes are written in its timeline.
      n: () => note(),
      c: () => note("call"),
      i: () => note("interview"),
    },
    {
      help: {
        ...(may.tasks ? { a: "keys.task" } : {}),
        ...(may.note ? { n: "keys.note", c: "keys.call", i: "keys.interview" } : {}),
        b: "keys.bell",
        "?": "keys.help",
      },
    },
  );
  const review = counts ? toReview(counts.review) : 0;
  const badge = useBadge();
  const due = { count: badge?.tasks || undefined, alarm: (badge?.overdue ?? 0) > 0 };
  const places = (
    [
      { to: "/my-day", may: may.tasks, icon: IconSun, label: t("nav.day"), tab: true, ...due },
      { to: "/inbox", may: may.people, icon: IconInbox, label: t("nav.inbox"), tab: true, count: counts?.inbox.needs_answer || undefined },
      { to: "/interviews", may: may.jobs, icon: IconCalendarEvent, label: t("nav.interviews") },
      { to: "/people", may: may.people, icon: IconUsers, label: t("nav.people"), tab: true },
      { to: "/jobs", may: may.jobs, icon: IconBriefcase2, label: t("nav.jobs"), tab: true },
      { to: "/sequences", may: may.people, icon: IconRoute2, label: t("nav.sequences") },
      { to: "/drop", may: may.drop, icon: IconFileImport, label: t("nav.drop"), count: moving || undefined },
      { to: "/review", may: may.review, icon: IconFileText, label: t("nav.review"), count: review || undefined },
    ] satisfies (Place & { may: boolean })[]
  ).filter((place) => place.may);
  const settings: Place = { to: "/settings", icon: IconSettings, label: t("nav.settings") };
  const named = useNamedJob();
  const isOn = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("nav.skip")}
      </a>
      <nav className="rail" aria-label={t("nav.main")}>
        <div className="rail-top">
          <Link to="/" className="rail-brand" aria-label={t("nav.home")}>
            <Mark />
            <Wordmark height={17} />
          </Link>
          <BellButton unread={badge?.unread ?? 0} on={overlay === "bell"} />
        </div>
        <UnstyledButton className="rail-search" onClick={() => overlays.open("palette")}>
          <IconSearch size={15} aria-hidden="true" />
          <span>{t("nav.search")}</span>
          <Kbd>Ctrl K</Kbd>
        </UnstyledButton>
        <div className="rail-group">
          {places.map((place) => (
            <RailLink key={place.to} {...place} on={isOn(place.to) && !(place.to === "/jobs" && named)} />
          ))}
          {config().local && (
            <a className="rail-link" href={config().local?.mailbox_url} target="_blank" rel="noopener">
              <IconMail size={17} stroke={1.7} aria-hidden="true" />
              <span className="cut">{t("nav.mailbox")}</span>
            </a>
          )}
        </div>
        {may.jobs && <OpenJobs />}
        <div className="rail-group rail-end">
          <RailLink {...settings} on={isOn("/settings")} />
        </div>
        <div className="rail-foot">
          <Account onHelp={() => overlays.open("help")} />
        </div>
      </nav>
      <main className="main" id="main" tabIndex={-1}>
        {expired && <Expired />}
        <Offline />
        <Outlet />
        <Toaster />
      </main>
      <nav className="tabbar" aria-label={t("nav.main")}>
        {places
          .filter((place) => place.tab)
          .map((place) => (
            <TabLink key={place.to} {...place} on={isOn(place.to)} />
          ))}
        <button type="button" onClick={() => overlays.open("menu")} aria-haspopup="dialog" data-unread={badge?.unread ? true : undefined}>
          <IconMenu2 size={21} stroke={1.6} aria-hidden="true" />
          <span>{t("nav.menu")}</span>
        </button>
      </nav>
      {may.drop && <DropAnywhere />}
      <Compose />
      <Enrol />
      {overlay && <Overlays overlay={overlay} about={about} places={[...places, settings]} unread={badge?.unread ?? 0} />}
    </div>
  );
}
function TabLink({ to, icon: Glyph, count, alarm, on }: Place & { on: boolean }) {
  const { t } = useTranslation();
  return (
    <Link to={to} data-on={on || undefined} aria-current={on ? "page" : undefined}>
      <Glyph size={21} stroke={1.6} aria-hidden="true" />
      <span>{t(`tab.${to.slice(1)}`)}</span>
      {count !== undefined && (
        <span className="tab-count num" data-alarm={alarm || undefined}>
          {count}
        </span>
      )}
    </Link>
  );
}
function BellButton({ unread, on }: { unread: number; on: boolean }) {
  const { t } = useTranslation();
  const f = useFormat();
  const shown = unread > 99 ? "99+" : f.number(unread);
  const label = unread ? t("bell.unread", { count: unread, n: shown }) : t("bell.title");
  return (
    <button
      type="button"
      className="bell"
      aria-haspopup="dialog"
      aria-expanded={on}
      aria-label={label}
      title={`${label} (B)`}
      onClick={() => overlays.toggle("bell")}
    >
      <IconBell size={17} stroke={1.7} aria-hidden="true" />
      {unread > 0 && <span className="bell-count num">{shown}</span>}
    </button>
  );
}
function RailLink({ to, icon: Glyph, label, count, alarm, on }: Place & { on: boolean }) {
  const f = useFormat();
  return (
    <Link to={to} className="rail-link" data-on={on || undefined} aria-current={on ? "page" : undefined} title={label}>
      <Glyph size={17} stroke={1.7} aria-hidden="true" />
      <span className="cut">{label}</span>
      {count !== undefined && (
        <span className="count" data-alarm={alarm || undefined}>
          {f.number(count)}
        </span>
      )}
    </Link>
  );
}
/** A new page is read from its title on; moving inside of a page leaves the focus alone. */
function useFocusOnNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        if (document.activeElement?.closest("input, textarea")) return;
        const title = document.querySelector<HTMLElement>("#main h1");
        title?.focus({ preventScroll: true });
        if (title && !document.querySelector(".cand-head")) document.title = `${title.textContent} · Vivier`;
      }),
    [router],
  );
}
const online = {
  subscribe: (listener: () => void) => {
    addEventListener("online", listener);
    addEventListener("offline", listener);
    return () => {
      removeEventListener("online", listener);
      removeEventListener("offline", listener);
    };
  },
  now: () => navigator.onLine,
};
function Offline() {
  const { t } = useTranslation();
  const connected = useSyncExternalStore(online.subscribe, online.now);
  if (connected) return null;
  return (
    <div className="notice-bar" role="status">
      <IconCloudOff size={16} stroke={1.7} aria-hidden="true" />
      <span className="grow">{t("state.offline")}</span>
    </div>
  );
}
