/** How often, as one of a few words; what was set elsewhere keeps its place among them. Pure. */
import type { Repeat } from "@/api/day";

export const usual = ["1 day", "1 week", "2 week", "1 month", "3 month"];
export const asWord = (repeat: Repeat | null): string => (repeat ? `${repeat.every} ${repeat.unit}` : "");
export function asRepeat(word: string): Repeat | null {
  const [every, unit] = word.split(" ");
  return unit ? { every: Number(every), unit: unit as Repeat["unit"] } : null;
}
