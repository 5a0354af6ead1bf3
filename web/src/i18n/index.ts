import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "@/api/model";
import type { Words } from "./en";
import { typeset } from "./typography";

export const languages: readonly Language[] = ["fr", "en"];
const load: Record<Language, () => Promise<Words>> = {
  en: () => import("./en").then((m) => m.en),
  fr: () => import("./fr").then((m) => m.fr),
};

export function storedLanguage(): Language {
  const said = localStorage.getItem("vivier.language") ?? navigator.language;
  return said.startsWith("fr") ? "fr" : "en";
}
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", typeset(await load[language](), language));
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem("vivier.language", language);
}
export async function startI18n(): Promise<void> {
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: typeset(await load[language](), language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  await setLanguage(language);
}
