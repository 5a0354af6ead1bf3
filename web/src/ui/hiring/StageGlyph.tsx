import type { StageKind } from "@/api/model";

const filled: Record<StageKind, number> = { new: 0, contact: 0.25, interview: 0.5, decision: 0.75, offer: 1, hired: 1, closed: 1 };
const tick = { hired: "M4 7.2 L6.2 9.4 L10 5", closed: "M4.8 4.8 L9.2 9.2 M9.2 4.8 L4.8 9.2" };

/** How far along, by shape first and colour second: a ring that fills. */
export function StageGlyph({ kind, size = 14 }: { kind: StageKind; size?: number }) {
  const colour = `var(--v-stage-${kind})`;
  const part = filled[kind];
  return (
    <svg className="stage-glyph" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {kind === "hired" || kind === "closed" ? (
        <>
          <circle cx="7" cy="7" r="6.5" fill={colour} />
          <path d={tick[kind]} stroke="var(--v-surface)" strokeWidth="1.6" fill="none" strokeLinecap="round" strokeLinejoin="round" />
        </>
      ) : (
        <>
          <circle
            cx="7"
            cy="7"
            r="5.75"
            fill="none"
            stroke={colour}
            strokeWidth="1.5"
            strokeDasharray={kind === "new" ? "2.2 1.9" : undefined}
          />
          {part > 0 && (
            <circle
              cx="7"
              cy="7"
              r="1.75"
              fill="none"
              stroke={colour}
              strokeWidth="3.5"
              strokeDasharray={`${part * Math.PI * 3.5} 99`}
              transform="rotate(-90 7 7)"
            />
          )}
        </>
      )}
    </svg>
  );
}
