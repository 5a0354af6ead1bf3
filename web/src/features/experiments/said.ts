/** A verdict in words, and where its marks stand in the picture. Pure. */
import type { Opened, Result, Verdict } from "@/api/experiments";

export interface Told {
  key: string;
  values: Record<string, unknown>;
}
/** The sentence of a list, in a few words. */
export function shortly({ experiment, verdict }: Opened): Told {
  const letter = (experiment.adopted?.variant ?? verdict.winner ?? "a").toUpperCase();
  if (experiment.state === "adopted") return { key: "experiments.short_adopted", values: { letter } };
  if (experiment.state === "draft") return { key: "experiments.short_draft", values: {} };
  if (verdict.said === "winner") return { key: "experiments.short_winner", values: { letter } };
  if (verdict.said === "alike") return { key: "experiments.short_alike", values: {} };
  if (experiment.state === "stopped") return { key: "experiments.short_stopped", values: {} };
  return { key: verdict.more ? "experiments.short_more" : "experiments.short_wait", values: { count: verdict.more ?? 0 } };
}
/** What follows the verdict: how many more, how long at least, or that one only waits. */
export function next(verdict: Verdict): Told | null {
  if (verdict.said !== "not_enough") return null;
  if (verdict.more) return { key: verdict.minimum ? "experiments.moreMinimum" : "experiments.more", values: { count: verdict.more } };
  return { key: "experiments.onlyWait", values: { count: verdict.days ?? 1 } };
}
/** The axis: from nothing to a round number above every interval. */
export function scale(results: readonly Result[]): { top: number; ticks: number[] } {
  const most = Math.max(0.05, ...results.map((one) => one.high ?? 0));
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((each) => most / each <= 5) ?? 0.25;
  const top = Math.min(1, Math.ceil(most / step - 1e-9) * step);
  return { top, ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => Math.round(i * step * 1000) / 1000) };
}
/** 12,3 %: one digit below ten, none above. */
export function percent(rate: number, language: "fr" | "en"): string {
  const of100 = rate * 100;
  const digits = of100 > 0 && of100 < 10 ? 1 : 0;
  const said = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: digits }).format(of100);
  return language === "fr" ? `${said}\u202f%` : `${said}%`;
}
