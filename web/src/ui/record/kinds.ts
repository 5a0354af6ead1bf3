import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/format";

/** What the linter's warnings are called, in a sentence. */
export function useKinds() {
  const { t } = useTranslation();
  const f = useFormat();
  return (kinds: readonly string[]): string =>
    f.list(
      kinds.map((kind) => t(`prohibited.${kind}`, { defaultValue: t(`remarked.${kind}`, { defaultValue: kind }) }).toLocaleLowerCase()),
    );
}
