import { Kbd } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OpenedCandidate } from "@/api/model";
import { catalogueQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";
import { Entries } from "./Entries";
import { FieldRow, type RowActs } from "./FieldRow";
import { later } from "@/ui/later";
import { doubtful, type Single } from "@/ui/record/fields";
import { LanguageRows, SkillRow, TagRow, TextListRows } from "./ListRows";
import type { Edit } from "@/ui/record/useEdit";

const Missing = later(() => import("@/ui/asks/Missing").then((m) => m.Missing));

interface Props extends RowActs {
  opened: OpenedCandidate;
  edit: Edit;
  readIn: string | null;
  /** Shows the next reading that asks for a human. */
  onNext: (() => void) | null;
}
export function Profile({ opened, edit, readIn, onNext, ...acts }: Props) {
  const { t } = useTranslation();
  const { candidate } = opened;
  const single = (name: Single, multiline = false) => (
    <FieldRow
      key={name}
      label={t(`field.${name}`)}
      path={name}
      field={candidate.fields[name] ?? null}
      multiline={multiline}
      onSave={(value) => void edit({ [name]: value === "" ? null : value }, t("candidate.changed", { field: t(`field.${name}`) }))}
      {...acts}
    />
  );
  const doubts = doubtful(candidate.fields).length;
  const shared = { candidate, edit, ...acts };
  return (
    <>
      <section>
        <div className="sec">
          <h2>{t("candidate.profile")}</h2>
          {doubts > 0 && onNext ? (
            <button type="button" className="link meta ochre" title={t("cv.check")} onClick={onNext}>
              {t("candidate.doubts", { count: doubts })} <Kbd className="field-key">D</Kbd>
            </button>
          ) : doubts > 0 ? (
            <span className="meta ochre">{t("candidate.doubts", { count: doubts })}</span>
          ) : (
            readIn && <span className="meta cut">{t("candidate.readIn", { name: readIn })}</span>
          )}
        </div>
        <Missing opened={opened} />
        <dl className="fields">
          {single("name")}
          <TextListRows name="emails" {...shared} />
          <TextListRows name="phones" {...shared} />
          {single("headline")}
          {single("location")}
          <TextListRows name="links" {...shared} />
          <LanguageRows {...shared} />
          <SkillRow {...shared} />
          <TextListRows name="licences" {...shared} />
          <TextListRows name="certifications" {...shared} />
          <TextListRows name="publications" {...shared} />
          <TagRow candidate={candidate} edit={edit} />
          {single("summary", true)}
        </dl>
      </section>
      <Entries list="experience" {...shared} />
      <Entries list="education" {...shared} />
      <Dropped kinds={candidate.dropped} />
    </>
  );
}
/** What was recognised on the CV and not recorded, and the text that asks for it. */
function Dropped({ kinds }: { kinds: string[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const [why, setWhy] = useState(false);
  const catalogue = useQuery({ ...catalogueQuery, enabled: kinds.length > 0 });
  if (kinds.length === 0) return null;
  const language = f.reader.language;
  const known = new Map(catalogue.data?.prohibited.map((p) => [p.name, p]));
  const label = (kind: string) => known.get(kind)?.label[language] ?? t(`prohibited.${kind}`, { defaultValue: kind });
  return (
    <div className="law">
      <p>
        {t("candidate.dropped", { count: kinds.length, kinds: f.list(kinds.map((k) => label(k).toLocaleLowerCase())) })}{" "}
        <button type="button" className="link" aria-expanded={why} onClick={() => setWhy(!why)}>
          {t("candidate.why")}
        </button>
      </p>
      {why && (
        <ul>
          {kinds.map((kind) => {
            const p = known.get(kind);
            const reason = typeof p?.reason === "string" ? p.reason : p?.reason[language];
            return (
              <li key={kind}>
                <b>{label(kind)}</b> {reason} {p && <span className="nb">({p.source})</span>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
