/** People of a job, shown to somebody outside: read only, under their own name, with a word about each if they like. */
import "./shortlist.css";
import type { Answered, CvPage, SharedEntry, SharedPage, SharedPerson } from "./schema";
import { ask, Refused } from "./ask";
import { day, el, end, lead, open, said, show, speak, spoken } from "./page";

const WORDS = {
  fr: {
    given: (to: string, email: string) => `Pour ${to}, ${email}`,
    lead: (by: string, count: number, organisation: string) =>
      `${by} (${organisation}) vous présente ${count < 2 ? "une personne" : `${count} personnes`}.`,
    note: (date: string) =>
      `Cette page porte votre nom et chaque ouverture est notée. Elle est pour vous, jusqu'au ${date} : ne la transmettez pas.`,
    none: "Plus personne à montrer",
    noneWhy: (by: string) => `Ces personnes ne sont plus considérées pour ce poste. ${by} peut vous en dire plus.`,
    gone: (count: number) => (count < 2 ? "Une personne n'est plus montrée." : `${count} personnes ne sont plus montrées.`),
    person: (number: number) => `Personne ${number}`,
    experience: "Expérience",
    education: "Formation",
    skills: "Compétences",
    languages: "Langues",
    contacts: "Contact",
    today: "aujourd'hui",
    native: "langue maternelle",
    see: (name: string) => `Voir le CV de ${name}`,
    cv: (name: string, page: number, of: number) => `CV de ${name}, page ${page} sur ${of}`,
    next: (page: number, of: number) => `Voir la page ${page} sur ${of}`,
    cvFailed: "Cette page du CV ne s'ouvre pas. Réessayez.",
    say: (name: string) => `Votre avis sur ${name}`,
    interested: "Ce profil m'intéresse",
    not_interested: "Pas ce profil",
    remark: "Remarque",
    help: "Ce que vous écrivez rejoint le dossier de cette personne, qui peut le lire.",
    send: "Envoyer la remarque",
    anyway: "Garder ces mots et envoyer",
    warned:
      "Ces mots touchent peut-être à un critère que la loi interdit (âge, santé, origine, famille). Reformulez, ou envoyez en connaissance de cause.",
    saved: (by: string) => `Noté. ${by} le voit.`,
    failed: "Cela n'est pas parti. Réessayez.",
    often: (by: string) => `Trop de changements. Écrivez plutôt à ${by}.`,
    left: "Cette personne n'est plus montrée.",
    foot: (to: string, email: string, date: string) => `Remis à ${to}, ${email}, le ${date}. Ne pas transmettre.`,
  },
  en: {
    given: (to: string, email: string) => `For ${to}, ${email}`,
    lead: (by: string, count: number, organisation: string) =>
      `${by} (${organisation}) shows you ${count === 1 ? "one person" : `${count} people`}.`,
    note: (date: string) => `This page bears your name and each opening is noted. It is for you, until ${date}: do not pass it on.`,
    none: "Nobody left to show",
    noneWhy: (by: string) => `These people are no longer considered for this job. ${by} can tell you more.`,
    gone: (count: number) => (count === 1 ? "One person is no longer shown." : `${count} people are no longer shown.`),
    person: (number: number) => `Person ${number}`,
    experience: "Experience",
    education: "Education",
    skills: "Skills",
    languages: "Languages",
    contacts: "Contact",
    today: "today",
    native: "native",
    see: (name: string) => `See the CV of ${name}`,
    cv: (name: string, page: number, of: number) => `CV of ${name}, page ${page} of ${of}`,
    next: (page: number, of: number) => `See page ${page} of ${of}`,
    cvFailed: "This page of the CV does not open. Try again.",
    say: (name: string) => `What you think of ${name}`,
    interested: "I am interested",
    not_interested: "Not this one",
    remark: "Remark",
    help: "What you write joins this person's file, and they may read it.",
    send: "Send the remark",
    anyway: "Keep these words and send",
    warned: "These words may touch something the law forbids to consider (age, health, origin, family). Rephrase, or send knowingly.",
    saved: (by: string) => `Noted. ${by} sees it.`,
    failed: "That did not leave. Try again.",
    often: (by: string) => `Too many changes. Write to ${by} instead.`,
    left: "This person is no longer shown.",
    foot: (to: string, email: string, date: string) => `Given to ${to}, ${email}, on ${date}. Do not pass on.`,
  },
};
type Opinion = "interested" | "not_interested";
const opinions: Opinion[] = ["interested", "not_interested"];
/** What was typed and what was opened, which a change of language keeps. */
interface State {
  remark: string;
  pages: CvPage[];
}

const month = (text: string): string => {
  const [year = "", number] = text.split("-");
  if (!number) return year;
  const locale = spoken() === "fr" ? "fr-FR" : "en-GB";
  return new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${text}-01`));
};
const period = ({ start, end }: SharedEntry): string =>
  [start, end]
    .filter((at): at is string => Boolean(at))
    .map((at) => (at === "present" ? said(WORDS).today : month(at)))
    .join(" – ");
const list = (texts: string[]): string => texts.join(", ");

open(async () => {
  const page = await ask<SharedPage>("GET", "/shortlist");
  speak(page.language);
  const { to, shared_by: by } = page;
  const people = page.people;
  const states = new Map<number, State>(people.map((one) => [one.number, { remark: one.remark ?? "", pages: [] }]));
  const state = (one: SharedPerson): State => states.get(one.number) ?? { remark: "", pages: [] };
  const called = (one: SharedPerson): string => one.name ?? said(WORDS).person(one.number);
  const receiver = to.organisation ? `${to.name} (${to.organisation})` : to.name;
  const seen = new Date(page.seen_at).toLocaleDateString(page.language === "fr" ? "fr-FR" : "en-GB");
  watermark([to.name, to.email, seen].join(" · "), said(WORDS).foot(receiver, to.email, day(page.seen_at)));

  const entry = (one: SharedEntry) =>
    el(
      "li",
      {},
      el("p", { class: "strong" }, list([one.title, one.field].filter((t): t is string => Boolean(t)))),
      el("p", { class: "meta" }, list([one.where, one.place, period(one)].filter((t): t is string => Boolean(t)))),
      one.description && el("p", { class: "prose" }, one.description),
    );
  const entries = (title: string, those: SharedEntry[] = []) =>
    those.length > 0 && el("section", {}, el("h3", {}, title), el("ul", { class: "entries" }, ...those.map(entry)));
  const facts = (title: string, texts: string[] = []) =>
    texts.length > 0 && el("div", {}, el("dt", {}, title), ...texts.map((text) => el("dd", {}, text)));

  const cv = (one: SharedPerson) => {
    const words = said(WORDS);
    const held = state(one);
    const box = el("div", { class: "cv" });
    const problem = el("p", { class: "error", role: "alert" });
    const draw = () => {
      const last = held.pages.at(-1);
      const of = last?.pages ?? 0;
      const sheets = held.pages.map((sheet) =>
        sheet.image_url
          ? el("img", { src: sheet.image_url, alt: words.cv(called(one), sheet.page, sheet.pages) })
          : el(
              "div",
              { class: "lines", role: "group", "aria-label": words.cv(called(one), sheet.page, sheet.pages) },
              ...(sheet.lines ?? []).map((line) => el("p", {}, line)),
            ),
      );
      const more = !last || last.page < of;
      const button = el(
        "button",
        { type: "button", class: "quiet", click: () => void load() },
        last ? words.next(last.page + 1, of) : words.see(called(one)),
      );
      box.replaceChildren(...sheets, ...(more ? [button] : []), problem);
    };
    const load = async () => {
      const number = held.pages.length + 1;
      try {
        held.pages.push(await ask<CvPage>("GET", `/shortlist/cv?person=${one.number}&page=${number}`));
        problem.textContent = "";
        draw();
      } catch {
        problem.textContent = words.cvFailed;
      }
    };
    draw();
    return box;
  };

  const voice = (one: SharedPerson) => {
    const words = said(WORDS);
    const held = state(one);
    const status = el("p", { class: "help", role: "status" });
    const problem = el("p", { class: "error", role: "alert" });
    const send = async (opinion: Opinion | null, remark: string, override = false): Promise<boolean> => {
      status.textContent = problem.textContent = "";
      anyway.hidden = true;
      try {
        const done = await ask<Answered>("POST", "/shortlist/answers", { person: one.number, opinion, remark, override });
        one.opinion = done.feedback.opinion ?? null;
        one.remark = done.feedback.remark ?? "";
        status.textContent = words.saved(by);
        mark();
        return true;
      } catch (error) {
        const status = error instanceof Refused ? error.status : 0;
        if (status === 404) {
          // The link may have ended, or only this person left.
          await ask<SharedPage>("GET", "/shortlist").then(() => (problem.textContent = words.left), end);
        } else problem.textContent = status === 422 ? words.warned : status === 429 ? words.often(by) : words.failed;
        if (status === 422) anyway.hidden = false;
        return false;
      }
    };
    const buttons = opinions.map((opinion) =>
      el(
        "button",
        {
          type: "button",
          class: "choice",
          click: () => void send(one.opinion === opinion ? null : opinion, one.remark ?? ""),
        },
        words[opinion],
      ),
    );
    const mark = () => buttons.forEach((button, n) => button.setAttribute("aria-pressed", String(one.opinion === opinions[n])));
    mark();
    const id = `remark-${one.number}`;
    const area = el("textarea", {
      id,
      rows: "3",
      maxlength: "2000",
      "aria-describedby": `${id}-help`,
      input: (event) => {
        held.remark = (event.target as HTMLTextAreaElement).value;
      },
    });
    area.value = held.remark;
    const anyway = el(
      "button",
      { type: "button", class: "quiet", hidden: true, click: () => void send(one.opinion ?? null, held.remark.trim(), true) },
      words.anyway,
    );
    return el(
      "form",
      {
        class: "voice",
        "aria-label": words.say(called(one)),
        submit: (event) => {
          event.preventDefault();
          void send(one.opinion ?? null, held.remark.trim());
        },
      },
      el("div", { class: "choices" }, ...buttons),
      el("label", { for: id }, words.remark),
      area,
      el("p", { class: "help", id: `${id}-help` }, words.help),
      el("div", { class: "choices" }, el("button", { type: "submit", class: "quiet" }, words.send), anyway),
      status,
      problem,
    );
  };

  const person = (one: SharedPerson) => {
    const words = said(WORDS);
    const contacts = [...(one.emails ?? []), ...(one.phones ?? []), ...(one.links ?? [])];
    const languages = (one.languages ?? []).map(({ name, level }) =>
      level ? `${name} (${level === "native" ? words.native : level})` : name,
    );
    return el(
      "article",
      { class: "person" },
      el("h2", {}, called(one)),
      one.headline && el("p", { class: "lead" }, one.headline),
      el(
        "div",
        { class: "halves" },
        el("div", {}, entries(words.experience, one.experience), entries(words.education, one.education), one.cv && cv(one)),
        el(
          "div",
          {},
          el(
            "dl",
            { class: "facts" },
            facts(words.skills, one.skills?.length ? [list(one.skills)] : []),
            facts(words.languages, languages),
            facts(words.contacts, contacts),
          ),
          voice(one),
        ),
      ),
    );
  };

  const job = () => page.job_title[spoken()] ?? page.job_title.fr ?? page.job_title.en ?? "";
  show(page.organisation, job, () => {
    const words = said(WORDS);
    const gone = page.gone > 0 && people.length > 0 && el("p", { class: "meta" }, words.gone(page.gone));
    if (people.length === 0)
      return [el("p", { class: "meta given" }, words.given(receiver, to.email)), el("h2", {}, words.none), lead(words.noneWhy(by))];
    return [
      el("p", { class: "meta given" }, words.given(receiver, to.email)),
      lead(words.lead(by, people.length, page.organisation)),
      page.message && el("blockquote", { class: "prose" }, page.message),
      el("p", { class: "note" }, words.note(day(page.expires_at))),
      gone,
      ...people.map(person),
    ];
  });
});

/** The reader's name all over the page, on screen and on paper: words in attributes, which nobody selects or hears. */
function watermark(text: string, foot: string): void {
  const rows = Array.from({ length: 16 }, () => el("span", { "data-mark": `${text}      `.repeat(5) }));
  document.documentElement.append(
    el("div", { class: "mark", "aria-hidden": "true" }, el("div", {}, ...rows), el("p", { "data-mark": foot })),
  );
}
