import type { corrections as en } from "../en/corrections";

export const corrections: typeof en = {
  corrections: {
    title: "Apprendre des corrections",
    part: "Corrections de CV",
    lead: "Corriger ou confirmer ce qui a été lu dans un CV, c'est montrer comment cette page aurait dû être lue. Vivier peut garder ces exemples pour les règles de lecture de la prochaine version. Rien n'est gardé tant que vous ne l'activez pas, et rien ne quitte votre compte de lui-même.",
    keeps: "Garder les corrections de lecture",
    keepsWhy: "À partir de maintenant, pour les documents que vos collègues corrigent ou confirment.",
    documents: "Joindre les lignes du CV à ses corrections",
    documentsWhy:
      "Seulement dans le fichier qu'un administrateur télécharge, noms, adresses et numéros changés. Sans elles, on ne peut pas mesurer de nouveau les règles de lecture.",
    months: "Durée maximale",
    monthsOf_one: "{{count}} mois",
    monthsOf_other: "{{count}} mois",
    saved: "Enregistré",
    turnedOff: "Désactivé ; plus rien n'est gardé",
    stale: "Quelqu'un d'autre a changé ce réglage entre-temps. Regardez de nouveau.",
    deletes_one:
      "Désactiver supprime la correction gardée. Elle ne pourra pas être rétablie ; la fiche de la personne reste comme elle est.",
    deletes_other:
      "Désactiver supprime {{count}} corrections gardées. Elles ne pourront pas être rétablies ; les fiches restent comme elles sont.",
    deleteDo: "Désactiver et supprimer",
    held: "Ce qui est gardé",
    none: "Rien pour l'instant : la prochaine correction d'une lecture sera la première.",
    count_one: "{{corrections}} correction du CV de {{people}}, depuis le {{since}}",
    count_other: "{{corrections}} corrections des CV de {{people}}, depuis le {{since}}",
    atLeast_one: "Plus de {{corrections}} correction, depuis le {{since}}",
    atLeast_other: "Plus de {{corrections}} corrections des CV de plus de {{people}}, depuis le {{since}}",
    people_one: "{{count}} personne",
    people_other: "{{count}} personnes",
    export: "Télécharger le fichier",
    exporting_one: "{{count}} document lu…",
    exporting_other: "{{count}} documents lus…",
    exported_one: "{{count}} document dans le fichier ; l'audit le note",
    exported_other: "{{count}} documents dans le fichier ; l'audit le note",
    exportWhy_lines: "Un document par ligne (JSON), ses lignes et ses corrections, noms changés. L'audit note qui le télécharge.",
    exportWhy_bare: "Un document par ligne (JSON) : les corrections seules, noms changés. L'audit note qui le télécharge.",
    law: "À savoir d'abord",
    what: "Ce qui est gardé",
    whatIs:
      "Le champ, ce qui a été lu et avec quelle certitude, sa place sur la page, ce qui est juste, le mois ; le format, la mise en page et la langue du document. Pas qui l'a corrigé. Jamais les descriptions ni les résumés, ni ce que la loi interdit de noter.",
    why: "Pourquoi",
    whyIs: "Pour que les CV soient mieux lus. Cela ne sert à aucune décision sur une personne, ni à aucun classement.",
    ground: "À quel titre",
    groundIs:
      "L'intérêt légitime (RGPD, article 6, 1, f), pour une finalité à côté du recrutement que vous jugez compatible avec lui (article 6, 4). Dites-le dans votre notice d'information et votre registre des traitements, et demandez l'avis de votre délégué à la protection des données avant d'activer.",
    time: "Combien de temps",
    timeIs: "La durée choisie ci-dessus, comptée depuis la première correction d'une personne, et jamais plus longtemps que sa fiche.",
    whose: "Qui en est exclu",
    whoseIs:
      "Des personnes qui s'y opposent (le menu de leur fiche le note) et de celles qui ont demandé à être laissées tranquilles, rien n'est gardé, et ce qui l'était est supprimé. Une personne effacée emporte tout.",
    out: "Ce qui sort",
    outIs:
      "Noms, adresses, numéros et liens sont changés pour d'autres de même forme. Des noms de référents ou d'auteurs peuvent rester : le fichier est encore fait de données personnelles. Ne le confiez qu'à ceux qui travaillent sur la lecture.",
  },
};
