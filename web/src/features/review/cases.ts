import type { TFunction } from "i18next";
import type { ReviewItem } from "@/api/model";
import { labelKey } from "@/ui/record/fields";

/** What stands in a review list: the API's item, with a name and an address of its own. */
export interface Case extends ReviewItem {
  id: string;
}
export function caseOf(item: ReviewItem): Case {
  const who = item.candidate?.id ?? "";
  const id = {
    failed: item.intake?.id,
    duplicate: `${who}-${item.other?.id ?? ""}`,
    mail: item.message?.key,
    received: item.received?.id,
    automatic: item.received?.id,
    doubtful: who,
    update: who,
  }[item.kind];
  return { ...item, id: id ?? who };
}
export const titleOf = (t: TFunction, item: ReviewItem): string =>
  item.candidate?.name ?? item.intake?.name ?? item.message?.to ?? item.received?.sender ?? t("people.noName");

/** A case in one line. */
export function whatOf(t: TFunction, list: (items: string[]) => string, item: ReviewItem): string {
  switch (item.kind) {
    case "failed":
      return t([`reason.${item.intake?.reason ?? "unreadable"}`, "reason.unreadable"]);
    case "doubtful":
      return item.fields.length ? list([...new Set(item.fields.map((path) => t(labelKey(path))))]) : t("review.noName");
    case "duplicate":
      return t("review.maybeSame", { name: item.other?.name ?? t("people.noName") });
    case "update":
      return t("review.newer", { count: item.proposals });
    case "mail":
      return t("review.mailUnknown", { subject: item.message?.subject ?? "" });
    case "received":
      return t(`review.held_${item.received?.reason ?? "no_thread"}`);
    case "automatic":
      return item.received?.subject || t("review.noSubject");
  }
}
