import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";

/** Why a contact was not filled in by itself. */
export function AskedErased({ at }: { at: string | null }) {
  const { t } = useTranslation();
  const f = useFormat();
  return at && <p className="meta koi">{t("erasure.waits", { date: f.longDay(at) })}</p>;
}
