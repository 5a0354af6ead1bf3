import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "@/api/model";
import type { Words } from "./en";
import { everyRoom, rooms, type Room } from "./rooms";
import { typeset } from "./typography";

export const languages: readonly Language[] = ["fr", "en"];
const load: Record<Language, () => Promise<Words>> = {
  en: () => import("./en").then((m) => m.en),
  fr: () => import("./fr").then((m) => m.fr),
};
const entered = new Set<Room>();
const coming = new Map<string, Promise<void>>();

function add(room: Room, language: Language): Promise<void> {
  const key = `${room} ${language}`;
  const words =
    coming.get(key) ??
    rooms[room][language]().then((told) => {
      i18next.addResourceBundle(language, "translation", typeset(told, language), true, true);
    });
  coming.set(key, words);
  // Words that did not come are asked for again by the next screen that needs them.
  words.catch(() => coming.delete(key));
  return words;
}
/** The words of a room, in the language of now and in every one that is chosen later. */
export async function enter(...wanted: Room[]): Promise<void> {
  for (const room of wanted) entered.add(room);
  await Promise.all(wanted.map((room) => add(room, i18next.language === "fr" ? "fr" : "en")));
}
export const enterAll = (): Promise<void> => enter(...everyRoom).catch(() => undefined);
/** The code of a page, when the words that it says are there too. */
export const saying = <T>(page: Promise<T>, ...wanted: Room[]): Promise<T> => Promise.all([page, enter(...wanted)]).then(([code]) => code);

export function storedLanguage(): Language {
  const said = localStorage.getItem("vivier.language") ?? navigator.language;
  return said.startsWith("fr") ? "fr" : "en";
}
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", typeset(await load[language](), language));
  const along = () => Promise.all([...entered].map((room) => add(room, language)));
  await along();
  if (i18next.language !== language) await i18next.changeLanguage(language);
  // A screen that was opened meanwhile asked for its words in the former language.
  await along();
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
    react: { bindI18nStore: "added" },
  } as Parameters<typeof i18next.init>[0]);
  await setLanguage(language);
}
