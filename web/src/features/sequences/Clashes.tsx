import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Conflict, type Differing } from "@/ui/Conflict";
import type { Clash } from "./meeting";
import type { Settings, Step } from "./model";
import type { useStepWords } from "./useStepWords";

interface Props {
  clashes: readonly Clash[];
  words: ReturnType<typeof useStepWords>;
  onResolve: (mine: boolean) => void;
  children: ReactNode;
}
/** What two people changed in the same place, side by side. */
export function Clashes({ clashes, words, onResolve, children }: Props) {
  const { t } = useTranslation();
  const when = (settings: Settings) =>
    t("seq.leavesWhen", { days: words.days(settings.days), hours: words.hours(settings), zone: words.zone(settings) });
  const says = (step: Step | undefined): string => {
    if (!step) return t("seq.clash_gone");
    if (step.do === "wait") return words.wait(step);
    return [words.title(step), words.opening(step)].filter(Boolean).join(" · ");
  };
  const fields = clashes.map((one): Differing => {
    if (one.of === "name") return { name: "name", label: t("seq.name"), theirs: one.theirs, mine: one.mine };
    if (one.of === "settings") return { name: "settings", label: t("seq.settings"), theirs: when(one.theirs), mine: when(one.mine) };
    if (one.of === "order") return { name: "order", label: t("seq.clash_order"), theirs: t("seq.clash_theirs"), mine: t("seq.clash_mine") };
    const step = one.mine ?? one.theirs;
    return { name: one.id, label: step ? t(`seq.kind_${step.do}`) : "", theirs: says(one.theirs), mine: says(one.mine) };
  });
  return (
    <Conflict fields={fields} onResolve={onResolve}>
      <p>{children}</p>
    </Conflict>
  );
}
