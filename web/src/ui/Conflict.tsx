import { Button } from "@mantine/core";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Differing {
  name: string;
  label: string;
  theirs: string;
  mine: string;
}
interface Props {
  /** Both texts of each field side by side, where they can be told apart. */
  fields?: Differing[];
  /** What else there is to know before one chooses. */
  children?: ReactNode;
  /** What the choices are called, where not "theirs" and "yours". */
  theirs?: string;
  mine?: string;
  onResolve: (mine: boolean) => void;
}
/** Somebody else changed the same meanwhile: what they did, and one choice. */
export function Conflict({ fields, children, theirs, mine, onResolve }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="conflict" role="alert" aria-labelledby={id}>
      <h2 id={id}>{t("conflict.title")}</h2>
      {children}
      {fields && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("conflict.field")}</th>
              <th scope="col">{t("conflict.theirs")}</th>
              <th scope="col">{t("conflict.yours")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.label}</th>
                <td>{one.theirs}</td>
                <td>{one.mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row wrap">
        <Button size="xs" onClick={() => onResolve(false)} autoFocus>
          {theirs ?? t("conflict.keepTheirs")}
        </Button>
        <Button size="xs" variant="default" onClick={() => onResolve(true)}>
          {mine ?? t("conflict.useYours")}
        </Button>
      </div>
    </section>
  );
}
