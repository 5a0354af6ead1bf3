import { useTranslation } from "react-i18next";
import type { Job } from "@/api/model";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Conflict } from "@/ui/Conflict";
import { usePay } from "@/ui/hiring/JobHeader";
import { bodyOf, type BodyField, type JobDraft } from "./draft";

/** Somebody else changed the same fields meanwhile: both side by side, and one choice. */
export function JobConflict({
  fields,
  theirs,
  mine,
  onResolve,
}: {
  fields: BodyField[];
  theirs: Job;
  mine: JobDraft;
  onResolve: (mine: boolean) => void;
}) {
  const { t } = useTranslation();
  const said = useSaid();
  const body = bodyOf(mine);
  return (
    <Conflict
      fields={fields.map((name) => ({
        name,
        label: t(`jobfield.${name}`),
        theirs: said(name, theirs[name as keyof Job]) || t("candidate.emptied"),
        mine: said(name, body[name]) || t("candidate.emptied"),
      }))}
      onResolve={onResolve}
    />
  );
}
function useSaid() {
  const { t } = useTranslation();
  const f = useFormat();
  const pay = usePay();
  const members = useMembers();
  return (name: BodyField, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (name === "pay") return pay(value as NonNullable<Job["pay"]>);
    if (name === "title" || name === "description") return f.said({ fr: null, en: null, ...(value as object) });
    if (name === "contract" || name === "remote") return t(`${name}.${String(value)}`);
    if (name === "requirements") return (value as Job["requirements"]).map((one) => one.text).join(" · ");
    if (name === "team")
      return f.list((value as Job["team"]).map((one) => members.find((m) => m.id === one.member_id)?.name ?? t("does.someone")));
    return Array.isArray(value) ? value.join(", ") : String(value);
  };
}
