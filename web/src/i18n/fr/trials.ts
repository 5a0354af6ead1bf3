import type { trials as english } from "../en/trials";

export const trials: typeof english = {
  trial: "{{count}} variantes de ces mots sont à l’essai. Une version qui les change y met fin :",
  trialTemplate: "{{count}} variantes de ce modèle sont à l’essai, partout où il part :",
  trialLater: "Une fois publiée, d’autres mots peuvent s’essayer sur une partie des personnes.",
  tryWords: "Essayer d’autres mots sur une partie des personnes",
  tryTemplate: "Essayer d’autres mots de ce modèle",
  ends_one: "Met fin à un essai",
  ends_other: "Met fin à {{count}} essais",
  endsWhy: "Il mesure des mots que cette version change. Ce qui a été compté est gardé, et chacun reçoit les mots de sa version.",
  publishEnding: "Publier et y mettre fin",
};
