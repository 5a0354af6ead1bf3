import { useTranslation } from "react-i18next";
import type { Place } from "@/api/experiments";
import { useSequenceNames } from "@/ui/sequences";
import { useTexts } from "@/ui/texts";

/** What a place is called: a template by its name, a step by its sequence's. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useTranslation();
  const texts = useTexts();
  const sequenceOf = useSequenceNames();
  return (place) => {
    if (place.kind === "step") return t("experiments.inSequence", { name: sequenceOf(place.sequence_id) ?? "…" });
    if (place.template === "next_step") return t("templates.next_step");
    return texts.find(({ text }) => text.id === place.template)?.text.name ?? t("experiments.textGone");
  };
}
