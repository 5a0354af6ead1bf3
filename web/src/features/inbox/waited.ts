/** How long somebody has waited for an answer, as a list says it. Pure. */
const MINUTE = 60_000;

export interface Waited {
  unit: "now" | "minutes" | "hours" | "days";
  count: number;
  /** A day and more asks for attention. */
  long: boolean;
}
export function waited(since: string, now: Date): Waited {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / MINUTE));
  const long = minutes >= 24 * 60;
  if (minutes < 1) return { unit: "now", count: 0, long };
  if (minutes < 60) return { unit: "minutes", count: minutes, long };
  if (!long) return { unit: "hours", count: Math.floor(minutes / 60), long };
  return { unit: "days", count: Math.floor(minutes / (24 * 60)), long };
}
