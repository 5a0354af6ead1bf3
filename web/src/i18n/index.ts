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
/** Words of screens that most visits do without: they come with the screen. */
const rooms = {
  notes: { en: () => import("./en/notes").then((m) => m.notes), fr: () => import("./fr/notes").then((m) => m.notes) },
  scorecards: {
    en: () => import("./en/scorecards").then((m) => m.scorecards),
    fr: () => import("./fr/scorecards").then((m) => m.scorecards),
  },
};
export type Room = keyof typeof rooms;
const entered = new Set<Room>();
const told = new Set<string>();
async function add(room: Room, language: Language): Promise<void> {
  if (told.has(`${room} ${language}`)) return;
  const words = await rooms[room][language]();
  told.add(`${room} ${language}`);
  i18next.addResourceBundle(language, "translation", typeset(words, language), true, true);
}
/** The words of a room, in the language of now and in every one that is chosen later. */
export async function enter(...wanted: Room[]): Promise<void> {
  for (const room of wanted) entered.add(room);
  await Promise.all(wanted.map((room) => add(room, i18next.language === "fr" ? "fr" : "en")));
}

export function storedLanguage(): Language {
  const said = localStorage.getItem("vivier.language") ?? navigator.language;
  return said.startsWith("fr") ? "fr" : "en";
}
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", typeset(await load[language](), language));
  await Promise.all([...entered].map((room) => add(room, language)));
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
