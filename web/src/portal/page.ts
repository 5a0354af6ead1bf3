/** What every page that a link opens has: its frame, its language with a switch, its ends. No framework: a few kB. */
import "@fontsource-variable/hanken-grotesk/wght.css";
import "@fontsource-variable/newsreader/wght.css";
import "./page.css";
import type { Language } from "@/api/model";
import { typeset } from "@/i18n/typography";
import { cut, Refused } from "./ask";

export type Words<T> = Record<Language, T>;
type Child = Node | string | null | undefined | false;

/** An element with its attributes and children; `class` and the like as in HTML. Text is text: nothing is parsed. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | boolean | EventListener> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((c): c is Node | string => c !== null && c !== undefined && c !== false && c !== ""));
  return made;
}

const ENDS = {
  fr: {
    broken: "Ce lien ne fonctionne plus",
    brokenWhy: "Il a peut-être expiré, servi, ou été retiré. La personne qui vous l'a envoyé peut vous en donner un autre.",
    cut: "Ce lien est incomplet",
    cutWhy:
      "Sa fin manque : votre messagerie l'a peut-être écrit sur deux lignes. Ouvrez-le dans le message même, ou copiez-le jusqu'à son dernier caractère.",
    failed: "La page n'a pas pu s'ouvrir",
    failedWhy: "Le service ne répond pas. Rien n'est perdu.",
    again: "Réessayer",
    other: "English",
    waiting: "Un instant…",
  },
  en: {
    broken: "This link does not work any more",
    brokenWhy: "It may have expired, been used, or been taken back. Who sent it to you can give you another one.",
    cut: "This link is incomplete",
    cutWhy:
      "Its end is missing: your mail program may have put it on two lines. Open it in the message itself, or copy it up to its last character.",
    failed: "The page could not be opened",
    failedWhy: "The service does not answer. Nothing is lost.",
    again: "Try again",
    other: "Français",
    waiting: "One moment…",
  },
};

let language: Language = navigator.language.startsWith("fr") ? "fr" : "en";
let chosen = false;
export const spoken = (): Language => language;

/** The language of whom the page is for, unless they chose another. */
export function speak(wanted: Language): void {
  if (!chosen) language = wanted;
}
/** Words in the language of now: texts, and functions that make them. */
export function said<T extends Record<string, unknown>>(words: Words<T>): T {
  const spaced = (word: unknown): unknown =>
    typeof word === "function" ? (...given: unknown[]) => typeset(word(...given), language) : typeset(word, language);
  return Object.fromEntries(Object.entries(words[language]).map(([key, word]) => [key, spaced(word)])) as T;
}
export const day = (at: string): string =>
  new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long" }).format(new Date(at));

/** Draws a page and again in the other language when asked to. `content` gives what is in it. */
export function show(organisation: string, title: string | (() => string), content: () => Child[]): void {
  const heading = typeof title === "string" ? title : title();
  const other: Language = language === "fr" ? "en" : "fr";
  const turn = el(
    "button",
    {
      type: "button",
      class: "turn",
      lang: other,
      click: () => {
        chosen = true;
        language = other;
        show(organisation, title, content);
        document.querySelector<HTMLElement>(".turn")?.focus();
      },
    },
    said(ENDS).other,
  );
  document.documentElement.lang = language;
  document.title = organisation ? `${heading} · ${organisation}` : heading;
  const main = el("main", {}, el("h1", { tabindex: "-1" }, heading), ...content());
  document.body.replaceChildren(el("header", {}, el("span", { class: "organisation" }, organisation), turn), main);
}

/** A sentence under the title. */
export const lead = (text: string): HTMLElement => el("p", { class: "lead" }, text);

/** What is shown when a page cannot be: the same words for every link that opens nothing, but one that lacks its end. */
export function end(error: unknown): void {
  const gone = error instanceof Refused && error.status === 404;
  const why = !gone ? "failed" : cut() ? "cut" : "broken";
  if (!(error instanceof Refused)) console.error(error);
  show(
    "",
    () => said(ENDS)[why],
    () => [
      lead(said(ENDS)[`${why}Why`]),
      !gone && el("button", { type: "button", class: "act", click: () => location.reload() }, said(ENDS).again),
    ],
  );
}

/** Runs a page; whatever it dies of is told. Another link in the same tab is another page. */
export function open(page: () => Promise<void>): void {
  addEventListener("hashchange", () => location.reload());
  document.documentElement.lang = language;
  const wait = setTimeout(
    () =>
      show(
        "",
        () => said(ENDS).waiting,
        () => [],
      ),
    400,
  );
  page()
    .catch(end)
    .finally(() => clearTimeout(wait));
}
