import { IconAlertTriangle, IconCalendarDue, IconChecks, IconClock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type Level = "high" | "mid" | "low";
/** Below .6 a reading is doubtful, below .85 it asks to be checked. */
export const levelOf = (confidence: number): Level => (confidence >= 0.85 ? "high" : confidence >= 0.6 ? "mid" : "low");

/** Confidence of a *reading*, never of a person. Quiet when it is good. */
export function Confidence({ level, children }: { level: Level; children?: ReactNode }) {
  const { t } = useTranslation();
  const lit = { high: 3, mid: 2, low: 1 }[level];
  return (
    <span className="conf" data-level={level} title={t(`confidence.${level}`)}>
      <svg width="13" height="11" viewBox="0 0 13 11" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <rect
            key={i}
            x={i * 4.6}
            y={7 - i * 3}
            width="3"
            height={4 + i * 3}
            rx="1"
            fill={i < lit ? "currentColor" : "var(--v-chart-rest)"}
          />
        ))}
      </svg>
      {children ?? (level === "high" ? <span className="sr-only">{t("confidence.high")}</span> : t(`confidence.${level}`))}
    </span>
  );
}
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return (capital.length ? capital : words)
    .map((word) => word[0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
}
export function Person({ name, size = 28, tone }: { name: string | null | undefined; size?: number; tone?: "act" }) {
  return (
    <span
      className="person"
      data-tone={tone}
      style={{ width: size, height: size, fontSize: Math.max(11, Math.round(size * 0.38)) }}
      aria-hidden="true"
    >
      {initials(name ?? "") || "–"}
    </span>
  );
}
export type DueState = "late" | "soon" | "ok" | "done";
export function Due({ state, title, children }: { state: DueState; title?: string | undefined; children: ReactNode }) {
  const Glyph = { late: IconAlertTriangle, soon: IconClock, ok: IconCalendarDue, done: IconChecks }[state];
  return (
    <span className="due" data-state={state} title={title}>
      <Glyph size={14} stroke={1.8} aria-hidden="true" />
      {children}
    </span>
  );
}
export const Tag = ({ children }: { children: ReactNode }) => <span className="tag">{children}</span>;

export function Header({ title, count, children, tabs }: { title: ReactNode; count?: ReactNode; children?: ReactNode; tabs?: ReactNode }) {
  return (
    <header className="head">
      <div className="head-row">
        <h1 tabIndex={-1}>{title}</h1>
        {count !== undefined && <span className="head-count num">{count}</span>}
        <span className="grow" />
        {children}
      </div>
      {tabs}
    </header>
  );
}
