import type { rehearsal as english } from "../en/rehearsal";

export const rehearsal: typeof english = {
  dryWhy:
    "Ce que les étapes telles qu'elles sont écrites auraient fait pour des personnes d'une période passée. Rien n'est écrit, rien ne part.",
  drySince: "Du",
  dryUntil: "Au",
  dryWho: "Qui aurait été ajouté",
  dryCreated: "Toutes, le jour de leur arrivée",
  dryStage: "Qui est passé à « {{stage}} »",
  dryDo: "Lancer",
  dryResult: "Ce qui se serait passé",
  dryMails_one: "{{n}} e-mail serait parti",
  dryMails_other: "{{n}} e-mails seraient partis",
  dryTo_one: "vers {{n}} personne.",
  dryTo_other: "vers {{n}} personnes.",
  dryStopped: "Arrêts : {{list}}.",
  dryOut_one: "{{n}} serait restée de côté.",
  dryOut_other: "{{n}} seraient restées de côté.",
  dryNobodyTitle: "Personne n'y aurait été",
  dryNobody_one: "{{n}} personne a été regardée.",
  dryNobody_other: "{{n}} personnes ont été regardées.",
  dryEntered: "ajout le {{when}}",
  dryLimits:
    "Les étiquettes sont celles d’alors, les textes ceux d’aujourd’hui ; les clics ne peuvent être connus, et les limites de fréquence ne sont pas comptées.",
  dryTagsToday: "avec les étiquettes d’aujourd’hui : celles d’alors ne sont pas toutes connues",
};
