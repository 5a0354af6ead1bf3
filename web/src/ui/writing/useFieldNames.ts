import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";

/** Merge fields as the reader calls them, in a list. */
export function useFieldNames(): (names: readonly string[]) => string {
  const { t } = useTranslation();
  const f = useFormat();
  return (names) => f.list(names.map((name) => t(`merge.${name.replace(".", "_")}`, { defaultValue: name })));
}
