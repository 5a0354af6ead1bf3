import { useTranslation } from "react-i18next";
import { fieldErrors, isUnreadable } from "@/api/errors";

/** What is wrong with the texts that were refused, by field, in the reader's language. */
export function useWrong(error: unknown): Record<string, string> {
  const { t } = useTranslation();
  const wrong = fieldErrors(error);
  return isUnreadable(error)
    ? Object.fromEntries(Object.keys(wrong).map((field) => [field, t("compose.unreadable", { open: "{{", close: "}}" })]))
    : wrong;
}
