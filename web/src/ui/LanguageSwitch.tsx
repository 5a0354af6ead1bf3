import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Language } from "@/api/model";
import { setLanguage } from "@/i18n";

/** Each language is written in itself. `onChange` also tells the server, when somebody is signed in. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const { i18n, t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t("settings.language")}
      value={i18n.language}
      onChange={(value) => {
        void setLanguage(value as Language);
        onChange?.(value as Language);
      }}
      data={[
        { value: "fr", label: <span lang="fr">Français</span> },
        { value: "en", label: <span lang="en">English</span> },
      ]}
    />
  );
}
