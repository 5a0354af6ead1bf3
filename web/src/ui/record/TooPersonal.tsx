import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { catalogueQuery } from "@/api/queries";
import { useFormat } from "@/i18n/format";

/** What an answer looks like that the law forbids to record: the person sent it knowingly, a human decides. */
export function TooPersonal({ kinds }: { kinds: string[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  const catalogue = useQuery({ ...catalogueQuery, enabled: kinds.length > 0 });
  if (kinds.length === 0) return null;
  const known = new Map(catalogue.data?.prohibited.map((p) => [p.name, p]));
  const label = (kind: string) => known.get(kind)?.label[f.reader.language] ?? t(`prohibited.${kind}`, { defaultValue: kind });
  return <p className="meta koi">{t("asks.warnedOf", { kinds: f.list(kinds.map((k) => label(k).toLocaleLowerCase())) })}</p>;
}
