import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Job } from "@/api/model";
import { useMembers } from "@/api/queries";
import { useFormat } from "@/i18n/format";
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
    <section className="conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t("conflict.title")}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("conflict.field")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
            <th scope="col">{t("conflict.yours")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`jobfield.${name}`)}</th>
              <td>{said(name, theirs[name as keyof Job]) || t("candidate.emptied")}</td>
              <td>{said(name, body[name]) || t("candidate.emptied")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row wrap">
        <Button size="xs" onClick={() => onResolve(false)} autoFocus>
          {t("conflict.keepTheirs")}
        </Button>
        <Button size="xs" variant="default" onClick={() => onResolve(true)}>
          {t("conflict.useYours")}
        </Button>
      </div>
    </section>
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
