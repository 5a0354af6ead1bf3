import type { cv as en } from "../en/cv";

export const cv: typeof en = {
  keys: { doubt: "Lecture suivante à vérifier", accept: "C'est juste", correct: "Corriger" },
  cv: {
    check: "Vérifier la prochaine lecture douteuse",
    years_one: "{{count}} an",
    years_other: "{{count}} ans",
    months_one: "{{count}} mois",
    months_other: "{{count}} mois",
    practised: "Au moins {{time}} dans les postes datés qui la nomment",
  },
};
