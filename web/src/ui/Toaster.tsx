import { IconX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "./keys";
import { toasts } from "./toast";

export function Toaster() {
  const { t } = useTranslation();
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current);
  useKeys({ z: () => toasts.undo() }, { help: { z: "keys.undo" } });
  return (
    <div className="toasts">
      <div role="status" aria-live="polite" className="sr-only">
        {toast?.message} {toast?.detail}
      </div>
      {toast && (
        <div
          className="toast"
          data-tone={toast.tone}
          key={toast.id}
          onPointerEnter={toasts.hold}
          onPointerLeave={toasts.release}
          onFocus={toasts.hold}
          onBlur={toasts.release}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeOpacity=".25" strokeWidth="2" />
            <circle
              className="toast-ring"
              style={toast.life ? { animationDuration: `${toast.life}ms` } : undefined}
              cx="9"
              cy="9"
              r="7"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              pathLength="44"
              strokeLinecap="round"
              transform="rotate(-90 9 9)"
            />
          </svg>
          <span className="grow">
            {toast.message}
            {toast.detail && !/[.?!]$/.test(toast.message) && "."} {toast.detail && <span className="toast-more">{toast.detail}</span>}
          </span>
          {toast.act && (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                toasts.close();
                toast.act?.run();
              }}
            >
              {toast.act.label}
            </button>
          )}
          {toast.undo && (
            <button type="button" className="toast-undo" onClick={() => toasts.undo()}>
              {t("act.undo")}
              <kbd>Z</kbd>
            </button>
          )}
          <button type="button" className="toast-x" aria-label={t("act.close")} onClick={toasts.close}>
            <IconX size={15} />
          </button>
        </div>
      )}
    </div>
  );
}
