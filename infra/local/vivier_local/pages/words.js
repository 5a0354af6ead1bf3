// Both languages of the local pages; the choice is kept in this browser.
const words = {
  en: {
    mailbox: "Mailbox", sent: "What the product sent from this machine. Nothing left it.", search: "Search the mails",
    none: "No mail yet", noneHint: "Drop a CV that applied: its acknowledgement will stand here.", choose: "Choose a mail",
    from: "From", to: "To", at: "Sent", events: "Events", text: "Text", html: "Mail", headers: "Headers", raw: "Download the message",
    back: "Back to the list", attachments: "Attachments", list: "Sent mails", mail: "The mail", kinds: "Views of the mail",
    home: "Open Vivier", count: (n) => (n === 1 ? "1 mail" : `${n.toLocaleString("en-GB")} mails`),
    Send: "sent", Delivery: "delivered", Bounce: "bounced", Complaint: "complaint",
    who: "Who are you today?", whoHint: "Invented people of this local instance. Choosing one fills in the sign-in form; nothing else is different from AWS.",
    form: "Use the sign-in form instead", admin: "Administrator", recruiter: "Recruiter", manager: "Hiring manager", reader: "Reader",
    start: "Open Vivier to sign in as one of them.", password: "Password",
    other: "Français", otherName: "Passer en français",
  },
  fr: {
    mailbox: "Boîte d’envoi", sent: "Ce que le produit a envoyé depuis ce poste. Rien n’en est sorti.", search: "Chercher dans les mails",
    none: "Aucun mail pour l’instant", noneHint: "Déposez un CV reçu en candidature : son accusé de réception s’affichera ici.", choose: "Choisissez un mail",
    from: "De", to: "À", at: "Envoyé", events: "Événements", text: "Texte", html: "Mail", headers: "En-têtes", raw: "Télécharger le message",
    back: "Retour à la liste", attachments: "Pièces jointes", list: "Mails envoyés", mail: "Le mail", kinds: "Vues du mail",
    home: "Ouvrir Vivier", count: (n) => `${n.toLocaleString("fr-FR")} mail${n > 1 ? "s" : ""}`,
    Send: "envoyé", Delivery: "remis", Bounce: "rejeté", Complaint: "plainte",
    who: "Qui êtes-vous aujourd’hui ?", whoHint: "Des personnes inventées, propres à cette instance locale. En choisir une remplit le formulaire de connexion ; rien d’autre ne diffère d’AWS.",
    form: "Utiliser le formulaire de connexion", admin: "Administration", recruiter: "Recrutement", manager: "Responsable du poste", reader: "Lecture seule",
    start: "Ouvrez Vivier pour vous connecter comme l’une d’elles.", password: "Mot de passe",
    other: "English", otherName: "Switch to English",
  },
};

const stored = localStorage.getItem("vivier-local-language");
export const language = stored ?? (navigator.language.startsWith("fr") ? "fr" : "en");
export const say = (key, ...rest) => {
  const word = words[language][key] ?? key;
  return typeof word === "function" ? word(...rest) : word;
};

export const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && key !== "list") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

export const translatePage = () => {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  const button = document.querySelector("button.language");
  if (button) {
    button.textContent = say("other");
    button.setAttribute("aria-label", say("otherName"));
    button.addEventListener("click", () => {
      localStorage.setItem("vivier-local-language", language === "fr" ? "en" : "fr");
      location.reload();
    });
  }
};
