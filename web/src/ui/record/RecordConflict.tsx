import { useTranslation } from "react-i18next";
import type { Candidate } from "@/api/model";
import { Conflict } from "../Conflict";
import { asText, isEntryList } from "./fields";
import type { Conflict as Change } from "./useEdit";

/** Somebody else changed the same fields meanwhile: both texts side by side, and one choice. */
export function RecordConflict({
  conflict,
  candidate,
  onResolve,
}: {
  conflict: Change;
  candidate: Candidate;
  onResolve: (mine: boolean) => void;
}) {
  const { t } = useTranslation();
  const mine = (name: string): string => {
    const value = (conflict.edit as Record<string, unknown>)[name];
    if (value === undefined) return "";
    if (Array.isArray(value))
      return value
        .map((v: unknown) =>
          typeof v === "string"
            ? v
            : Object.values(v as object)
                .filter((x) => typeof x === "string" && !x.startsWith("ent_"))
                .join(", "),
        )
        .join(isEntryList(name) ? " · " : ", ");
    return value === null ? t("candidate.emptied") : String(value);
  };
  return (
    <Conflict
      fields={conflict.fields.map((name) => ({
        name,
        label: t(`field.${name}`, { defaultValue: name }),
        theirs: (name === "tags" ? candidate.tags.join(", ") : asText(candidate.fields, name)) || t("candidate.emptied"),
        mine: mine(name) || t("candidate.confirm"),
      }))}
      onResolve={onResolve}
    />
  );
}
