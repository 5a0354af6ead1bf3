/** A candidate chooses the time of their interview, moves it or cancels it, in the zone where they are. */
import "./interview.css";
import type { CalendarFile, Invited } from "./schema";
import { ask, Refused } from "./ask";
import { el, end, lead, open, said, show, speak, spoken } from "./page";

const WORDS = {
  fr: {
    choose: "Choisissez un moment",
    chooseLead: (organisation: string, job: string) => `${organisation} souhaite échanger avec vous au sujet du poste « ${job} ».`,
    booked: (when: string) => `Rendez-vous ${when}`,
    bookedLead: (organisation: string, job: string) =>
      `${organisation} vous attend, au sujet du poste « ${job} ». Un mail vous le confirme.`,
    move: "Choisir un autre moment",
    moveLead: (when: string) => `Votre rendez-vous reste fixé ${when} tant que vous n'avez pas confirmé un autre moment.`,
    gone: "L'entretien est annulé",
    goneLead: (organisation: string) =>
      `${organisation} est au courant. Si vous souhaitez en reparler, répondez au dernier mail que vous avez reçu.`,
    phone: "Entretien téléphonique",
    video: "Entretien en visioconférence",
    onsite: "Entretien sur place",
    kind: "Rendez-vous",
    length: "Durée",
    minutes: (n: number) => `${n} min`,
    place: "Lieu",
    link: "Lien",
    people: "Avec",
    zone: "Fuseau horaire",
    from: (organisation: string) => `Un mot de ${organisation}`,
    none: "Aucun moment libre pour l'instant",
    noneWhy: "Répondez au mail que vous avez reçu : on vous en proposera d'autres.",
    confirm: (when: string) => `Confirmer ${when}`,
    pick: "Choisissez d'abord un moment",
    keep: "Garder mon rendez-vous",
    add: "Ajouter à mon agenda",
    cancel: "Annuler l'entretien",
    decline: "Décliner l'entretien",
    back: "Revenir aux horaires",
    why: "Quelques mots, si vous voulez",
    whyHelp: "Les personnes que vous deviez rencontrer les liront.",
    sure: "Confirmer l'annulation",
    no: "Confirmer",
    taken: "Ce moment vient d'être pris. Voici ceux qui restent.",
    changed: "L'entretien a changé entre-temps. Voici où il en est.",
    busy: "Le service ne répond pas. Rien n'a changé ; réessayez dans un instant.",
    at: "à",
  },
  en: {
    choose: "Choose a time",
    chooseLead: (organisation: string, job: string) => `${organisation} would like to talk with you about the job “${job}”.`,
    booked: (when: string) => `See you on ${when}`,
    bookedLead: (organisation: string, job: string) => `${organisation} expects you, about the job “${job}”. A mail confirms it.`,
    move: "Choose another time",
    moveLead: (when: string) => `You are still expected on ${when} until you have confirmed another time.`,
    gone: "The interview is cancelled",
    goneLead: (organisation: string) =>
      `${organisation} has been told. If you would like to talk about it, reply to the last mail that you got.`,
    phone: "Phone interview",
    video: "Video interview",
    onsite: "On-site interview",
    kind: "Meeting",
    length: "Duration",
    minutes: (n: number) => `${n} min`,
    place: "Place",
    link: "Link",
    people: "With",
    zone: "Time zone",
    from: (organisation: string) => `A word from ${organisation}`,
    none: "No time is free at the moment",
    noneWhy: "Reply to the mail that you got: other times will be proposed to you.",
    confirm: (when: string) => `Confirm ${when}`,
    pick: "Choose a time first",
    keep: "Keep my time",
    add: "Add to my calendar",
    cancel: "Cancel the interview",
    decline: "Decline the interview",
    back: "Back to the times",
    why: "A few words, if you like",
    whyHelp: "The people whom you were to meet will read them.",
    sure: "Confirm the cancellation",
    no: "Confirm",
    taken: "Somebody has just taken that time. These are left.",
    changed: "The interview changed meanwhile. This is how it stands.",
    busy: "The service does not answer. Nothing has changed; try again in a moment.",
    at: "at",
  },
};

open(async () => {
  let held = await ask<Invited>("GET", "/interview");
  speak(held.language);
  let zone = Intl.DateTimeFormat().resolvedOptions().timeZone || held.zone;
  let picked = "";
  let message = "";
  let notice: "taken" | "changed" | "busy" | "" = "";
  let view: "times" | "booked" | "leaving" = held.state === "booked" ? "booked" : "times";

  const format = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(spoken() === "fr" ? "fr-FR" : "en-GB", { ...options, timeZone: zone }).format(new Date(at));
  const clock = (at: string) => format(at, { hour: "2-digit", minute: "2-digit" });
  const dayOf = (at: string) =>
    format(at, { weekday: "long", day: "numeric", month: "long" }).replace(/ 1 (?=\p{L})/u, spoken() === "fr" ? " 1er " : " 1 ");
  /** Within a sentence: `mardi 1er décembre à 14 h 00`. */
  const moment = (at: string, on = dayOf(at)) => {
    const time = spoken() === "fr" ? clock(at).replace(/^0?(\d+):/, "$1\u00a0h\u00a0") : clock(at);
    return `${on} ${said(WORDS).at}\u00a0${time}`;
  };
  const shortly = (at: string) => moment(at, format(at, { weekday: "short", day: "numeric", month: "short" }));

  /** One act; what stands in its way is said, with what is true now. */
  const act = async (path: string, body: object) => {
    notice = "";
    try {
      held = await ask<Invited>("POST", path, body, held.sequence);
      view = held.state === "booked" ? "booked" : "times";
      picked = "";
    } catch (error) {
      const status = error instanceof Refused ? error.status : -1;
      if (status === 404) return end(error);
      notice = status === 409 ? "taken" : status === 412 || status === 422 ? "changed" : "busy";
      if (notice !== "busy") {
        try {
          held = await ask<Invited>("GET", "/interview");
        } catch (gone) {
          return end(gone);
        }
        if (held.state !== "proposed" && notice === "changed") view = held.state === "booked" ? "booked" : "times";
        if (!held.slots.includes(picked)) picked = "";
      }
    }
    draw();
    (document.querySelector<HTMLElement>(".notice") ?? document.querySelector("h1"))?.focus();
  };

  const facts = () => {
    const words = said(WORDS);
    const row = (name: string, value: Node | string) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
    const link = held.video_url && el("a", { href: held.video_url, rel: "noreferrer", target: "_blank" }, held.video_url);
    return el(
      "dl",
      { class: "facts" },
      row(words.kind, held.title ?? words[held.kind]),
      row(words.length, words.minutes(held.duration_minutes)),
      ...(held.place ? [row(words.place, held.place)] : []),
      ...(link ? [row(words.link, link)] : []),
      row(words.people, held.interviewers.join(", ")),
    );
  };

  const zones = () => {
    const known = new Set([zone, held.zone, ...Intl.supportedValuesOf("timeZone")]);
    const choice = el("select", {
      id: "zone",
      change: (event) => {
        zone = (event.target as HTMLSelectElement).value;
        draw();
        document.querySelector<HTMLElement>("#zone")?.focus();
      },
    });
    for (const name of [...known].sort()) {
      const option = el("option", { value: name }, name.replaceAll("_", " "));
      option.selected = name === zone;
      choice.append(option);
    }
    return el("div", { class: "field zone" }, el("label", { for: "zone" }, said(WORDS).zone), choice);
  };

  const times = () => {
    const words = said(WORDS);
    const days = new Map<string, string[]>();
    for (const at of held.slots) if (at !== held.starts_at) days.set(dayOf(at), [...(days.get(dayOf(at)) ?? []), at]);
    if (!days.size) return [el("h2", {}, words.none), lead(words.noneWhy)];
    const go = el("button", { type: "submit", class: "act", disabled: !picked }, picked ? words.confirm(shortly(picked)) : words.pick);
    const one = (at: string) => {
      const radio = el("input", {
        type: "radio",
        name: "time",
        value: at,
        change: () => {
          picked = at;
          go.disabled = false;
          go.textContent = said(WORDS).confirm(shortly(at));
        },
      });
      radio.checked = at === picked;
      return el("label", { class: "time" }, radio, el("span", {}, clock(at)));
    };
    return [
      zones(),
      el(
        "form",
        {
          submit: (event) => {
            event.preventDefault();
            if (!picked) return;
            go.disabled = true;
            void act("/interview", { starts_at: picked, zone, language: spoken() });
          },
        },
        ...[...days].map(([name, starts]) => el("fieldset", {}, el("legend", {}, name), el("div", { class: "times" }, ...starts.map(one)))),
        el("div", { class: "bar" }, go, held.state === "booked" && quiet(words.keep, () => turn("booked"))),
      ),
    ];
  };

  const quiet = (text: string, click: () => void, kind = "plain") => el("button", { type: "button", class: kind, click }, text);

  const turn = (next: typeof view) => {
    view = next;
    notice = "";
    draw();
    document.querySelector<HTMLElement>(next === "leaving" ? "#why" : "h1")?.focus();
  };

  const download = async () => {
    try {
      const file = await ask<CalendarFile>("GET", "/interview/calendar");
      const address = URL.createObjectURL(new Blob([file.text], { type: "text/calendar" }));
      el("a", { href: address, download: file.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return end(error);
      notice = "busy";
      draw();
    }
  };

  const leaving = () => {
    const words = said(WORDS);
    const why = el("textarea", { id: "why", rows: "3", maxlength: "1000", "aria-describedby": "why-help" });
    why.value = message;
    why.addEventListener("input", () => (message = why.value));
    return el(
      "form",
      {
        class: "leaving",
        submit: (event) => {
          event.preventDefault();
          void act("/interview/cancel", { message });
        },
      },
      el("label", { for: "why" }, words.why),
      why,
      el("p", { class: "help", id: "why-help" }, words.whyHelp),
      el(
        "div",
        { class: "acts" },
        el("button", { type: "submit", class: "act danger" }, held.state === "booked" ? words.sure : words.no),
        held.state === "booked" ? quiet(words.keep, () => turn("booked")) : quiet(words.back, () => turn("times")),
      ),
    );
  };

  const booked = () => {
    const words = said(WORDS);
    return [
      zones(),
      el(
        "div",
        { class: "acts" },
        el("button", { type: "button", class: "act", click: () => void download() }, words.add),
        held.movable && quiet(words.move, () => turn("times")),
      ),
    ];
  };

  const word = () =>
    held.message && el("section", { class: "words" }, el("h2", {}, said(WORDS).from(held.organisation)), el("p", {}, held.message));

  const notices = () => notice && el("p", { class: "notice", role: "alert", tabindex: "-1" }, said(WORDS)[notice]);

  const title = () => {
    const words = said(WORDS);
    if (held.state === "cancelled") return words.gone;
    if (held.state === "booked" && held.starts_at && view !== "times") return words.booked(moment(held.starts_at));
    return held.state === "booked" ? words.move : words.choose;
  };

  const content = () => {
    const words = said(WORDS);
    if (held.state === "cancelled") return [lead(words.goneLead(held.organisation))];
    const sentence =
      held.state === "proposed"
        ? words.chooseLead(held.organisation, held.job)
        : view === "times"
          ? words.moveLead(moment(held.starts_at ?? ""))
          : words.bookedLead(held.organisation, held.job);
    const leave = () => quiet(held.state === "booked" ? words.cancel : words.decline, () => turn("leaving"), "text");
    const acts = view === "leaving" ? [leaving()] : [...(view === "booked" ? booked() : times()), el("p", { class: "last" }, leave())];
    return [lead(sentence), notices(), facts(), word(), ...acts];
  };

  const draw = () => show(held.organisation, title, content);
  draw();
});
