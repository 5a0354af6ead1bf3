import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";

/** Which fields of a text there are none of. Nothing while all are known. */
export function UnknownFields({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const f = useFormat();
  if (names.length === 0) return null;
  return (
    <p className="row koi" role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <span>{t("templates.unknown", { count: names.length, fields: f.list(names) })}</span>
    </p>
  );
}
