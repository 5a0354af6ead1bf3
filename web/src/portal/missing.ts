/** Somebody answers what they were asked for, and sends their CV. What they type stays in this tab until it is sent. */
import "./missing.css";
import type { AskedForm, AskedPiece, FormUpload } from "./schema";
import { ask, post, Refused, token } from "./ask";
import { day, el, end, lead, open, said, show, speak, spoken } from "./page";

const WORDS = {
  fr: {
    title: "Quelques informations nous manquent",
    lead: (organisation: string, by: string) =>
      `${by || organisation} vous les demande. Rien n'est obligatoire : laissez vide ce que vous préférez taire.`,
    from: (who: string) => `Un mot de ${who}`,
    why: (purpose: string) => `Pourquoi : ${purpose}.`,
    // What the catalogue says of the person, said to them.
    toYou: {
      emails: "vous répondre",
      phones: "vous joindre",
      links: "voir les travaux que vous montrez",
      summary: "lire ce que vous dites de votre parcours",
      skills: "vous rapprocher d'un poste",
      licences: "savoir si vous pouvez conduire quand le poste le demande",
      publications: "lire les travaux que vous avez publiés",
    },
    emailsHelp: "Comme prenom@exemple.fr",
    phonesHelp: "Avec l'indicatif si le numéro n'est pas français : +32 470 12 34 56",
    linksHelp: "Comme https://exemple.fr",
    skillsHelp: "Une par ligne",
    headlineHelp: "En une ligne : « Batelière, convois poussés »",
    level: "Niveau",
    native: "Langue maternelle",
    more: "En ajouter",
    cvHelp: "PDF, Word, OpenDocument, texte ou photo, 10 Mo au plus. Le fichier part dès que vous le choisissez.",
    sending: "Envoi en cours…",
    arrived: "Reçu",
    failedFile: "Ce fichier n'est pas arrivé. Choisissez-le à nouveau.",
    tooLarge: "Ce fichier dépasse 10 Mo. Choisissez-en un plus petit.",
    enough: "Trois fichiers suffisent.",
    go: "Envoyer",
    emails: "Ce n'est pas une adresse. Écrivez-la comme prenom@exemple.fr.",
    phones: "Ce n'est pas un numéro. Écrivez-le avec son indicatif, comme +33 6 12 34 56 78.",
    links: "Ce n'est pas une adresse de page. Écrivez-la comme https://exemple.fr.",
    wrong: "C'est trop long ou illisible. Raccourcissez.",
    check: "Il reste quelque chose à corriger. Le reste est gardé.",
    empty: "Tout est vide. Remplissez au moins un champ, ou fermez simplement cette page.",
    busy: "Le service ne répond pas. Rien n'est perdu ; réessayez dans un instant.",
    personal: "C'est peut-être trop personnel",
    looks: (words: string, label: string) => `« ${words} » (${label})`,
    personalWhy: "Aucun employeur n'a besoin de le savoir ni le droit d'en tenir compte. Enlevez-le, ou envoyez tel quel.",
    anyway: "Envoyer tel quel",
    yours: "Vos données",
    purpose: (organisation: string, applied: boolean) =>
      applied
        ? `${organisation} les demande pour étudier votre candidature et y répondre (mesures précontractuelles, RGPD art. 6-1-b).`
        : `${organisation} les demande pour vous proposer des postes (intérêt légitime, RGPD art. 6-1-f).`,
    readers: (organisation: string) =>
      `Seules les personnes qui recrutent chez ${organisation} les lisent. Une personne relit votre réponse avant qu'elle n'entre dans votre dossier.`,
    kept: (months: number) => `Elles sont gardées ${months} mois au plus après notre dernier échange.`,
    rights: "Pour les voir, les corriger, les faire effacer ou vous opposer à leur usage : ",
    authority: "Vous pouvez aussi saisir la CNIL (cnil.fr).",
    until: (date: string) => `Ce lien est personnel et fonctionne jusqu'au ${date}.`,
    done: "Merci, c'est reçu",
    doneLead: (organisation: string, date: string) => `${organisation} a votre réponse depuis le ${date}. Vous pouvez fermer cette page.`,
    again: "Une erreur, un oubli ? Répondez simplement au message que vous avez reçu.",
  },
  en: {
    title: "A few details are missing",
    lead: (organisation: string, by: string) =>
      `${by || organisation} asks you for them. Nothing is compulsory: leave empty what you would rather not tell.`,
    from: (who: string) => `A word from ${who}`,
    why: (purpose: string) => `Why: to ${purpose}.`,
    toYou: {
      emails: "answer you",
      phones: "reach you",
      links: "see the work that you show",
      summary: "read how you tell it",
      skills: "match you with a job",
      licences: "know whether you may drive where the job asks for it",
      publications: "read the work that you have published",
    },
    emailsHelp: "Like name@example.com",
    phonesHelp: "With its country code: +44 7700 900 123",
    linksHelp: "Like https://example.com",
    skillsHelp: "One a line",
    headlineHelp: "In one line: “Barge pilot, push tows”",
    level: "Level",
    native: "Native",
    more: "Add another",
    cvHelp: "PDF, Word, OpenDocument, text or photo, 10 MB at most. The file leaves as soon as you choose it.",
    sending: "Sending…",
    arrived: "Received",
    failedFile: "This file did not arrive. Choose it again.",
    tooLarge: "This file is over 10 MB. Choose a smaller one.",
    enough: "Three files are enough.",
    go: "Send",
    emails: "This is not an address. Write it like name@example.com.",
    phones: "This is not a number. Write it with its country code, like +44 7700 900 123.",
    links: "This is not the address of a page. Write it like https://example.com.",
    wrong: "This is too long or cannot be read. Shorten it.",
    check: "Something is left to correct. The rest is kept.",
    empty: "All of it is empty. Fill in one field at least, or simply close this page.",
    busy: "The service does not answer. Nothing is lost; try again in a moment.",
    personal: "This may be too personal",
    looks: (words: string, label: string) => `“${words}” (${label})`,
    personalWhy: "No employer needs to know it, nor may use it. Take it out, or send it as it is.",
    anyway: "Send it as it is",
    yours: "Your data",
    purpose: (organisation: string, applied: boolean) =>
      applied
        ? `${organisation} asks for it to consider your application and answer you (steps before a contract, GDPR art. 6(1)(b)).`
        : `${organisation} asks for it to suggest jobs to you (legitimate interest, GDPR art. 6(1)(f)).`,
    readers: (organisation: string) =>
      `Only the people who recruit at ${organisation} read it. A person reads your answer before it enters your record.`,
    kept: (months: number) => `It is kept for ${months} months at most after we were last in touch.`,
    rights: "To see it, correct it, have it erased, or object to its use: ",
    authority: "You can also complain to your data protection authority.",
    until: (date: string) => `This link is yours alone and works until ${date}.`,
    done: "Thank you, we have it",
    doneLead: (organisation: string, date: string) => `${organisation} has had your answer since ${date}. You can close this page.`,
    again: "A mistake, something forgotten? Simply reply to the message that you got.",
  },
};
type Piece = AskedPiece["piece"];
interface Warned {
  field: string;
  words: string;
  label: { fr: string; en: string };
}
const LISTED: Piece[] = ["emails", "phones", "links"];
const LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"];
const COMPLETE: Partial<Record<Piece, string>> = {
  name: "name",
  emails: "email",
  phones: "tel",
  links: "url",
  headline: "organization-title",
};
const KINDS: Partial<Record<Piece, string>> = { emails: "email", phones: "tel", links: "url" };

open(async () => {
  let form = await ask<AskedForm>("GET", "/missing");
  speak(form.language);
  const key = `missing ${token()}`;
  /** What was typed, by the path of its field: `phones.0`, `languages.1.level`. */
  const typed: Record<string, string> = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  const rows: Record<string, number> = {};
  const sent = new Map<string, "sending" | "arrived" | "failedFile" | "tooLarge" | "enough">();
  for (const file of form.files) sent.set(file.name, "arrived");
  let wrong: Record<string, string> = {};
  let warned: Warned[] = [];
  let notice: "check" | "empty" | "busy" | "" = "";
  let sending = false;
  void ask("POST", "/missing/opened").catch(() => undefined);

  const keep = (path: string, value: string) => {
    typed[path] = value;
    sessionStorage.setItem(key, JSON.stringify(typed));
  };
  const many = (piece: Piece) =>
    Math.max(
      rows[piece] ?? 1,
      ...Object.keys(typed).flatMap((path) => (path.startsWith(`${piece}.`) && typed[path] ? [Number(path.split(".")[1]) + 1] : [])),
    );
  const each = (piece: Piece) => Array.from({ length: many(piece) }, (_, n) => typed[`${piece}.${n}`] ?? "");

  const body = (knowingly: boolean) => {
    const given: Record<string, unknown> = { knowingly };
    for (const { piece } of form.pieces) {
      if (piece === "cv") continue;
      if (LISTED.includes(piece)) given[piece] = each(piece);
      else if (piece === "languages") given[piece] = each(piece).map((name, n) => ({ name, level: typed[`languages.${n}.level`] ?? "" }));
      else if (piece === "skills")
        given[piece] = (typed.skills ?? "")
          .split(/[\n;]+/)
          .filter((one) => one.trim())
          .slice(0, 30);
      else given[piece] = typed[piece] ?? "";
    }
    return given;
  };
  const send = async (knowingly = false) => {
    wrong = {};
    warned = [];
    notice = "";
    sending = true;
    draw();
    try {
      form = await ask<AskedForm>("POST", "/missing", body(knowingly));
      sessionStorage.removeItem(key);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 404) return end(error);
      refused(error);
    } finally {
      sending = false;
    }
    draw();
    (document.querySelector<HTMLElement>("[aria-invalid]") ?? document.querySelector<HTMLElement>(".notice, h1"))?.focus();
  };
  const refused = (error: Refused) => {
    if (error.status !== 422) {
      notice = "busy";
      return;
    }
    warned = (error.details.warnings as Warned[] | undefined) ?? [];
    const errors = (error.details.errors as { field: string }[] | undefined) ?? [];
    const words = said(WORDS);
    if (errors.some(({ field }) => field === "form")) notice = "empty";
    else if (warned.length === 0) {
      notice = "check";
      for (const { field } of errors) {
        const piece = field.split(".")[0];
        const path = LISTED.includes(piece as Piece) || piece === "languages" ? field : (piece ?? field);
        wrong[path] = piece === "emails" || piece === "phones" || piece === "links" ? words[piece] : words.wrong;
      }
    }
  };
  const bring = async (file: File) => {
    if (file.size > (form.most_bytes ?? 0)) return mark(file.name, "tooLarge");
    mark(file.name, "sending");
    try {
      const where = await ask<FormUpload>("POST", "/missing/files", {
        client_key: `f${sent.size}`,
        name: file.name.slice(-200),
        size: file.size,
        content_type: /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : "",
      });
      mark(file.name, (await post(where, file)) ? "arrived" : "failedFile");
    } catch (error) {
      mark(file.name, error instanceof Refused && error.status === 409 ? "enough" : "failedFile");
    }
  };
  const mark = (name: string, state: "sending" | "arrived" | "failedFile" | "tooLarge" | "enough") => {
    sent.set(name, state);
    document.querySelector(".files")?.replaceWith(list());
  };
  const list = () =>
    el(
      "ul",
      { class: "files", "aria-live": "polite" },
      ...[...sent].map(([name, state]) =>
        el("li", { class: state === "sending" || state === "arrived" ? "" : "error" }, el("span", {}, name), ` ${said(WORDS)[state]}`),
      ),
    );

  /** One box; of several, those after the first are told apart by their number. */
  const box = (path: string, piece: Piece, label: string, long = false) => {
    const input = el(long ? "textarea" : "input", {
      id: path,
      ...(long ? { rows: piece === "summary" ? "6" : "4" } : { type: KINDS[piece] ?? "text", autocomplete: COMPLETE[piece] ?? "off" }),
      maxlength: piece === "summary" ? "6000" : "300",
      ...(label ? { "aria-label": label } : {}),
      "aria-describedby": `${piece}-help ${path}-error`,
      ...(wrong[path] ? { "aria-invalid": "true" } : {}),
      input: (event) => keep(path, (event.target as HTMLInputElement).value),
    });
    if (piece === "skills") input.setAttribute("maxlength", "3000");
    (input as HTMLInputElement).value = typed[path] ?? "";
    return [input, el("p", { class: "error", id: `${path}-error` }, wrong[path] ?? "")];
  };
  const level = (n: number) => {
    const words = said(WORDS);
    const path = `languages.${n}.level`;
    const choice = el(
      "select",
      { "aria-label": `${words.level} ${n + 1}`, change: (event) => keep(path, (event.target as HTMLSelectElement).value) },
      el("option", { value: "" }, words.level),
      ...LEVELS.map((one) => el("option", { value: one }, one)),
      el("option", { value: "native" }, words.native),
    );
    choice.value = typed[path] ?? "";
    return choice;
  };
  const inputs = (piece: Piece, label: string) => {
    if (piece !== "languages" && !LISTED.includes(piece)) return box(piece, piece, "", piece === "summary" || piece === "skills");
    const more = () => {
      rows[piece] = many(piece) + 1;
      draw();
      document.getElementById(`${piece}.${many(piece) - 1}`)?.focus();
    };
    return [
      ...each(piece).flatMap((_, n) => {
        const one = box(`${piece}.${n}`, piece, n ? `${label} ${n + 1}` : "");
        return piece === "languages" ? [el("div", { class: "pair" }, ...one, level(n))] : one;
      }),
      many(piece) < 5 &&
        el("button", { type: "button", class: "text", "aria-label": `${said(WORDS).more}: ${label}`, click: more }, said(WORDS).more),
    ];
  };
  const field = ({ piece, label, purpose }: AskedPiece) => {
    const words = said(WORDS);
    const toYou: Record<string, string | undefined> = words.toYou;
    const name = label[spoken()] ?? piece;
    const how = `${piece}Help` as keyof typeof words;
    const help = [
      typeof words[how] === "string" ? (words[how] as string) : "",
      words.why(toYou[piece] ?? (purpose[spoken()] ?? "").replace(/^./, (c) => c.toLowerCase())),
    ];
    if (piece !== "cv")
      return el(
        "div",
        { class: "field" },
        el("label", { for: piece === "languages" || LISTED.includes(piece) ? `${piece}.0` : piece }, name),
        ...inputs(piece, name),
        el("p", { class: "help", id: `${piece}-help` }, help.filter(Boolean).join(". ").replace("..", ".")),
      );
    const pick = el("input", {
      id: "cv",
      type: "file",
      accept: ".pdf,.docx,.doc,.odt,.rtf,.txt,.jpg,.jpeg,.png,.heic",
      "aria-describedby": "cv-help",
      change: () => {
        for (const file of pick.files ?? []) void bring(file);
        pick.value = "";
      },
    });
    return el(
      "div",
      { class: "field" },
      el("label", { for: "cv" }, name),
      pick,
      list(),
      el("p", { class: "help", id: "cv-help" }, help.join(" ")),
    );
  };
  const warning = () => {
    const words = said(WORDS);
    return (
      warned.length > 0 &&
      el(
        "div",
        { class: "notice", role: "alert", tabindex: "-1" },
        el("p", {}, el("b", {}, words.personal)),
        el("ul", {}, ...warned.map((one) => el("li", {}, words.looks(one.words, one.label[spoken()])))),
        el("p", {}, words.personalWhy),
        el("button", { type: "button", class: "plain", click: () => void send(true) }, words.anyway),
      )
    );
  };
  const notices = () => {
    const words = said(WORDS);
    const { organisation, privacy_contact: contact } = form;
    return el(
      "section",
      { class: "law" },
      el("h2", {}, words.yours),
      el("p", { class: "help" }, words.purpose(organisation, form.relation === "applied")),
      el("p", { class: "help" }, words.readers(organisation), " ", words.kept(form.kept_months ?? 24)),
      el("p", { class: "help" }, words.rights, el("a", { href: `mailto:${contact}` }, contact), ". ", words.authority),
      el("p", { class: "help" }, words.until(day(form.expires_at))),
    );
  };
  const content = () => {
    const words = said(WORDS);
    if (form.state === "answered") return [lead(words.doneLead(form.organisation, day(form.answered_at ?? ""))), lead(words.again)];
    return [
      lead(words.lead(form.organisation, form.by ?? "")),
      form.message && el("section", { class: "words" }, el("h2", {}, words.from(form.by ?? form.organisation)), el("p", {}, form.message)),
      notice && el("p", { class: "notice", role: "alert", tabindex: "-1" }, words[notice]),
      warning(),
      el(
        "form",
        {
          novalidate: true,
          submit: (event) => {
            event.preventDefault();
            void send();
          },
        },
        ...form.pieces.map(field),
        el("button", { type: "submit", class: "act", disabled: sending }, words.go),
      ),
      notices(),
    ];
  };
  const draw = () => show(form.organisation, () => (form.state === "answered" ? said(WORDS).done : said(WORDS).title), content);
  draw();
});
