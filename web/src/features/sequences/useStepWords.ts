import { useTranslation } from "react-i18next";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { pieces } from "@/ui/merge";
import { useTexts } from "@/ui/texts";
import type { Condition, Settings, Step, WaitStep } from "./model";
import { openingOf, subjectOf, units } from "./steps";

/** What steps, waits, conditions and hours of sending are called. */
export function useStepWords(stages: readonly { id: string; name: { fr: string | null; en: string | null } }[] = []) {
  const { t } = useTranslation();
  const f = useFormat();
  const members = useMembers();
  const texts = useTexts();
  const { language } = f.reader;
  const own = (id: string) => texts.find(({ text }) => text.id === id)?.text.name ?? t("seq.textGone");
  const title = (step: Step): string => {
    if (step.do === "wait") return t("seq.waitTitle");
    if (step.do === "task") return step.title.trim() || t("seq.noTitle");
    return step.text_id ? own(step.text_id) : spoken(subjectOf(step, language)) || t("seq.noSubject");
  };
  /** A text with its merge fields by the names that people know them by. */
  const spoken = (text: string): string =>
    pieces(text, new Set())
      .map((piece) =>
        piece.field === undefined ? piece.text : `[${t(`merge.${piece.field.replace(".", "_")}`, { defaultValue: piece.field })}]`,
      )
      .join("");
  /** What stands under a step's name: when it is the first, for whom it is, else what it is about. */
  const brief = (list: readonly Step[], step: Step): string => {
    if (step.do === "wait") return "";
    if (step.only_if) return condition(step.only_if);
    if (list[0]?.id === step.id) return t(step.do === "mail" ? "seq.atOnceHours" : "seq.atOnce");
    if (step.do === "task") return t("seq.taskBrief", { who: who(step.assignee), count: step.due_in_days });
    return step.text_id ? t("seq.aTemplate") : opening(step);
  };
  /** How it begins, of a mail with words of its own. */
  const opening = (step: Step): string => (step.do === "mail" && !step.text_id ? spoken(openingOf(step, language)) : "");
  const wait = (step: WaitStep): string => {
    const parts = units
      .filter((unit) => step[unit] > 0)
      .map((unit) => t(`seq.for_${unit}`, { count: step[unit], n: f.number(step[unit]) }));
    return parts.length ? f.list(parts) : t("seq.noWait");
  };
  const condition = (only: Condition): string => {
    const stage = stages.find((one) => one.id === only.value);
    const value = only.about === "stage" ? (stage ? f.said(stage.name) : t("seq.someStage")) : only.value?.trim() || "…";
    return t(`seq.if_${only.about}_${only.holds ? "yes" : "no"}`, { value });
  };
  const who = (id: string): string =>
    id === "enroller" ? t("seq.by_enroller") : (members.find((m) => m.id === id)?.name ?? t("does.someone"));
  const dayName = (day: number, style: "long" | "short" = "short") =>
    // The first of January 2024 was a Monday.
    new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { weekday: style, timeZone: "UTC" }).format(
      new Date(Date.UTC(2024, 0, 1 + day)),
    );
  /** Monday to Friday; or each day by name. */
  const days = (chosen: readonly number[]): string => {
    const inOrder = [...chosen].sort((a, b) => a - b);
    const [first, last] = [inOrder[0], inOrder.at(-1)];
    if (first === undefined || last === undefined) return t("seq.noDay");
    if (inOrder.length === 7) return t("seq.everyDay");
    if (inOrder.length > 2 && last - first === inOrder.length - 1)
      return t("seq.fromTo", { from: dayName(first, "long"), to: dayName(last, "long") });
    return f.list(inOrder.map((day) => dayName(day, "long")));
  };
  const hours = ({ from_hour, to_hour }: Settings): string => t("seq.hours", { from: hour(from_hour), to: hour(to_hour) });
  const hour = (value: number): string => (language === "fr" ? `${value}\u00a0h` : `${String(value).padStart(2, "0")}:00`);
  const zone = ({ zone: wanted }: Settings): string =>
    wanted === "person" ? t("seq.theirTime") : t("seq.zoneTime", { zone: place(wanted) });
  return { title, opening, wait, brief, condition, who, dayName, days, hours, hour, zone, own };
}
/** Europe/Paris as Paris. */
export const place = (zone: string): string => (zone.split("/").at(-1) ?? zone).replace(/_/g, " ");
