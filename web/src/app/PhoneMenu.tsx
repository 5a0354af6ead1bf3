import { IconBell, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";
import { overlays } from "@/ui/overlays";
import { Dialog } from "@/ui/Dialog";
import { Account } from "./Account";
import type { Place } from "./place";

/** Where a phone's bar has no room: every other place, the bell, and who is signed in. */
export function PhoneMenu({ places, unread, onClose }: { places: Place[]; unread: number; onClose: () => void }) {
  const { t } = useTranslation();
  const f = useFormat();
  return (
    <Dialog onClose={onClose} title={t("nav.menu")} classNames={{ inner: "sheet-up", content: "sheet-in" }}>
      <nav className="phone-menu" aria-label={t("nav.more")}>
        <button type="button" onClick={() => overlays.open("palette")}>
          <IconSearch size={20} stroke={1.6} aria-hidden="true" />
          <span className="grow">{t("nav.search")}</span>
        </button>
        <button type="button" onClick={() => overlays.open("bell")}>
          <IconBell size={20} stroke={1.6} aria-hidden="true" />
          <span className="grow">{t("bell.title")}</span>
          {unread > 0 && <span className="num strong">{f.number(unread)}</span>}
        </button>
        {places.map(({ to, icon: Glyph, label, count, alarm }) => (
          <Link key={to} to={to} onClick={onClose}>
            <Glyph size={20} stroke={1.6} aria-hidden="true" />
            <span className="grow">{label}</span>
            {count !== undefined && (
              <span className="num count" data-alarm={alarm || undefined}>
                {f.number(count)}
              </span>
            )}
          </Link>
        ))}
        <div className="row phone-account">
          <Account onHelp={() => overlays.open("help")} />
        </div>
      </nav>
    </Dialog>
  );
}
