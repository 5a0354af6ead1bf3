import { IconCloudOff, IconFileImport, IconFileText, IconMail, IconSearch, IconSettings, IconUsers, type Icon } from "@tabler/icons-react";
import { Kbd, UnstyledButton } from "@mantine/core";
import { Link, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { config } from "@/api/config";
import { useCounts, useMay } from "@/api/queries";
import { DropAnywhere } from "@/features/drop/DropAnywhere";
import { Expired } from "@/features/session/Expired";
import { useFormat } from "@/i18n/format";
import { useKeys } from "@/ui/keys";
import { later } from "@/ui/later";
import { Mark, Wordmark } from "@/ui/logo";
import { Toaster } from "@/ui/Toaster";
import { useInProgress } from "./inProgress";

const Overlays = later(() => import("./Overlays").then((m) => m.Overlays));
// Its menu brings positioning code that the first screen does without.
const Account = later(() => import("./Account").then((m) => m.Account));
export type Overlay = "palette" | "help" | null;

interface Place {
  to: "/people" | "/drop" | "/review" | "/settings";
  icon: Icon;
  label: string;
  count?: number | undefined;
}
export function Shell({ expired }: { expired: boolean }) {
  const { t } = useTranslation();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const { pathname } = useLocation();
  const counts = useCounts().data;
  const moving = useInProgress();
  useFocusOnNavigation();
  useEffect(() => {
    // The palette must open in an instant: its code is fetched once the first screen rests.
    const timer = setTimeout(() => void Overlays.preload(), 800);
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOverlay((now) => (now === "palette" ? null : "palette"));
      }
    };
    addEventListener("keydown", listen);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", listen);
    };
  }, []);
  useKeys({ "?": () => setOverlay("help") }, { help: { "?": "keys.help" } });
  const may = { people: useMay("see_people"), drop: useMay("drop_files"), review: useMay("review") };
  const review = counts ? Object.values(counts.review).reduce((a, b) => a + b, 0) : 0;
  const places = (
    [
      { to: "/people", may: may.people, icon: IconUsers, label: t("nav.people") },
      { to: "/drop", may: may.drop, icon: IconFileImport, label: t("nav.drop"), count: moving || undefined },
      { to: "/review", may: may.review, icon: IconFileText, label: t("nav.review"), count: review || undefined },
    ] satisfies (Place & { may: boolean })[]
  ).filter((place) => place.may);
  const isOn = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("nav.skip")}
      </a>
      <nav className="rail" aria-label={t("nav.main")}>
        <Link to="/people" className="rail-brand" aria-label={t("nav.home")}>
          <Mark />
          <Wordmark height={17} />
        </Link>
        <UnstyledButton className="rail-search" onClick={() => setOverlay("palette")}>
          <IconSearch size={15} aria-hidden="true" />
          <span>{t("nav.search")}</span>
          <Kbd>Ctrl K</Kbd>
        </UnstyledButton>
        <div className="rail-group">
          {places.map((place) => (
            <RailLink key={place.to} {...place} on={isOn(place.to)} />
          ))}
          {config().local && (
            <a className="rail-link" href={config().local?.mailbox_url} target="_blank" rel="noopener">
              <IconMail size={17} stroke={1.7} aria-hidden="true" />
              <span className="cut">{t("nav.mailbox")}</span>
            </a>
          )}
        </div>
        <div className="rail-group rail-end">
          <RailLink to="/settings" icon={IconSettings} label={t("nav.settings")} on={isOn("/settings")} />
        </div>
        <div className="rail-foot">
          <Account onHelp={() => setOverlay("help")} />
        </div>
      </nav>
      <main className="main" id="main" tabIndex={-1}>
        {expired && <Expired />}
        <Offline />
        <Outlet />
        <Toaster />
      </main>
      <nav className="tabbar" aria-label={t("nav.main")}>
        {[...places, { to: "/settings" as const, icon: IconSettings, label: t("nav.settings") }].map(
          ({ to, icon: Glyph, label, count }: Place) => (
            <Link key={to} to={to} data-on={isOn(to) || undefined} aria-current={isOn(to) ? "page" : undefined}>
              <Glyph size={21} stroke={1.6} aria-hidden="true" />
              <span>
                {t(`tab.${to.slice(1)}`, { defaultValue: label })}
                {count ? <b className="num"> {count}</b> : null}
              </span>
            </Link>
          ),
        )}
        <button type="button" onClick={() => setOverlay("palette")}>
          <IconSearch size={21} stroke={1.6} aria-hidden="true" />
          <span>{t("nav.search")}</span>
        </button>
      </nav>
      {may.drop && <DropAnywhere />}
      {overlay && <Overlays overlay={overlay} onClose={() => setOverlay(null)} onHelp={() => setOverlay("help")} />}
    </div>
  );
}
function RailLink({ to, icon: Glyph, label, count, on }: Place & { on: boolean }) {
  const f = useFormat();
  return (
    <Link to={to} className="rail-link" data-on={on || undefined} aria-current={on ? "page" : undefined} title={label}>
      <Glyph size={17} stroke={1.7} aria-hidden="true" />
      <span className="cut">{label}</span>
      {count !== undefined && <span className="count">{f.number(count)}</span>}
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
