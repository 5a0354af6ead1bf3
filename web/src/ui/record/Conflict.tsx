import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Candidate } from "@/api/model";
import { asText, isEntryList } from "./fields";
import type { Conflict as Change } from "./useEdit";

/** Somebody else changed the same fields meanwhile: both texts side by side, and one choice. */
export function Conflict({
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
          {conflict.fields.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`field.${name}`, { defaultValue: name })}</th>
              <td>{name === "tags" ? candidate.tags.join(", ") : asText(candidate.fields, name) || t("candidate.emptied")}</td>
              <td>{mine(name) || t("candidate.confirm")}</td>
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
