/** How long somebody has stood in a stage: `now` for a minute, then minutes, hours, days. Pure. */
export interface Age {
  unit: "now" | "min" | "h" | "d";
  n: number;
}
const MINUTE = 60_000;

export function age(at: string, now: Date): Age {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / MINUTE);
  if (minutes < 1) return { unit: "now", n: 0 };
  if (minutes < 60) return { unit: "min", n: minutes };
  if (minutes < 24 * 60) return { unit: "h", n: Math.floor(minutes / 60) };
  return { unit: "d", n: Math.floor(minutes / (24 * 60)) };
}
