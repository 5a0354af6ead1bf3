import type { starters as english } from "../en/starters";

export const starters: typeof english = {
  why: {
    ask: "Pourquoi cette personne a-t-elle reçu cet e-mail ?",
    short: "Pourquoi ?",
    step: "Étape {{n}} de la version {{version}} de",
    enrolled: "ajout par {{who}}, {{when}}",
    class_owed: "Une réponse qui lui était due.",
    class_conversation: "Un membre de l'équipe l'a écrit.",
    class_unsolicited: "Personne ne l'avait demandé.",
    made: "a préparé « {{subject}} » pour l'envoi",
    reason: "Raison gardée avec lui : {{reason}}",
  },
  later: {
    first_one: "{{n}} personne reçoit la première étape plus tard que prévu : {{why}}.",
    first_other: "{{n}} personnes reçoivent la première étape plus tard que prévu : {{why}}.",
    held: "Son e-mail part le {{when}} : {{why}}",
    held_sending_paused: "Son e-mail attend : les e-mails non demandés étaient en pause. Nouvel essai le {{when}}.",
    than: "plus tard : {{why}}",
    warm_up: "la limite du jour des e-mails non demandés est atteinte",
    frequency: "le nombre d'e-mails permis par personne est atteint",
    quiet_hours: "hors des heures où l'on peut écrire",
    own_hours: "hors des heures de la séquence",
    apart_one:
      "Pour {{n}} personne, les heures de la séquence et celles où l'on peut écrire ne se croisent jamais : seules les secondes comptent.",
    apart_other:
      "Pour {{n}} personnes, les heures de la séquence et celles où l'on peut écrire ne se croisent jamais : seules les secondes comptent.",
    person_paused: "une pause a été demandée",
    sending_paused: "les e-mails non demandés sont en pause",
    ses_quota: "la journée d'Amazon SES est épuisée",
    ses_rate: "la cadence d'Amazon SES",
    ses_stopped: "Amazon SES a arrêté le compte",
  },
  starter: {
    unwritten: "Il reste quelque chose à écrire entre crochets.",
    first_contact: "Premier contact",
    first_contactWhy: "Trois e-mails et un appel sur trois semaines",
    keep_in_touch: "Garder le contact",
    keep_in_touchWhy: "Deux e-mails à un trimestre d'écart, puis un point en interne",
    after_interview: "Après un entretien",
    after_interviewWhy: "Un merci, un rappel de décider, un mot pendant l'attente",
    blank: "Rien",
    blankWhy: "Vous ajoutez les étapes",
    helloSubject: "Prise de contact",
    helloBody:
      "[greeting],\n\nVotre parcours a retenu notre attention, et nous aimerions vous dire ce que nous faisons chez [organisation.name].\n\nAuriez-vous un quart d'heure un de ces jours ?\n\n[recruiter.name]",
    againSubject: "Ce que nous construisons chez [organisation.name]",
    againBody:
      "[greeting],\n\nUn mot de plus sur notre travail : [écrivez ici ce que quelqu'un du métier aimerait savoir].\n\nVoulez-vous en entendre davantage ? Une ligne de réponse suffit.\n\n[recruiter.name]",
    call: "Appeler, sans réponse",
    lastSubject: "Un dernier mot",
    lastBody:
      "[greeting],\n\nC'est mon dernier message à ce sujet. Si le moment n'est pas le bon, dites-moi quand vous récrire, ou de ne plus le faire.\n\n[recruiter.name]",
    newsSubject: "Des nouvelles de [organisation.name]",
    newsBody:
      "[greeting],\n\nVoici ce qui s'est passé chez nous depuis notre dernier message : [vos nouvelles].\n\nEt de votre côté ?\n\n[recruiter.name]",
    news2Subject: "Un signe de [organisation.name]",
    news2Body: "[greeting],\n\nQuelques mois ont passé : [vos nouvelles].\n\nSi vos projets ont changé, dites-le-moi.\n\n[recruiter.name]",
    check: "Voir s'il faut garder le contact",
    thanksSubject: "Merci pour notre échange",
    thanksBody: "[greeting],\n\nMerci du temps que vous nous avez accordé. Nous revenons vers vous d'ici une semaine.\n\n[recruiter.name]",
    decide: "Décider, et répondre",
    waitSubject: "Toujours dessus",
    waitBody:
      "[greeting],\n\nNous n'avons pas encore décidé et ne vous oublions pas : vous aurez de nos nouvelles cette semaine.\n\n[recruiter.name]",
  },
};
