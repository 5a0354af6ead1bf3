/** An invited colleague sets a password; then they can sign in. */
import type { Offer, Welcome } from "./schema";
import { ask, Refused } from "./ask";
import { day, el, end, lead, open, said, show, speak } from "./page";

const WORDS = {
  fr: {
    title: (name: string) => `Bonjour ${name}`,
    lead: (organisation: string) => `${organisation} vous invite à recruter ensemble. Choisissez un mot de passe.`,
    email: "Votre adresse",
    password: "Mot de passe",
    help: (least: number) => `Au moins ${least} caractères, avec une minuscule et un chiffre. Une phrase convient très bien.`,
    see: "Afficher le mot de passe",
    go: "Définir le mot de passe",
    weak: (least: number) => `Il faut au moins ${least} caractères, avec une minuscule et un chiffre.`,
    refused: "Ce mot de passe est refusé. Choisissez-en un autre.",
    busy: "Le service ne répond pas. Réessayez dans un instant.",
    until: (date: string) => `Ce lien sert une fois, jusqu'au ${date}.`,
    done: "Votre mot de passe est défini",
    doneLead: (email: string) => `Vous pouvez vous connecter avec ${email}.`,
    signIn: "Se connecter",
  },
  en: {
    title: (name: string) => `Hello ${name}`,
    lead: (organisation: string) => `${organisation} invites you to recruit together. Choose a password.`,
    email: "Your address",
    password: "Password",
    help: (least: number) => `At least ${least} characters, with a small letter and a digit. A sentence does very well.`,
    see: "Show the password",
    go: "Set the password",
    weak: (least: number) => `It takes at least ${least} characters, with a small letter and a digit.`,
    refused: "This password is refused. Choose another one.",
    busy: "The service does not answer. Try again in a moment.",
    until: (date: string) => `This link works once, until ${date}.`,
    done: "Your password is set",
    doneLead: (email: string) => `You can sign in with ${email}.`,
    signIn: "Sign in",
  },
};

open(async () => {
  const offer = await ask<Offer>("GET", "/invitation");
  speak(offer.language);
  const least = offer.least_characters ?? 12;
  let typed = "";

  const send = async (form: HTMLFormElement) => {
    const input = form.querySelector<HTMLInputElement>("#password");
    const button = form.querySelector("button");
    const problem = form.querySelector(".error");
    if (!input || !button || !problem) return;
    const refuse = (why: string) => {
      problem.textContent = why;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    };
    if (typed.length < least || !/[a-z]/.test(typed) || !/[0-9]/.test(typed)) return refuse(said(WORDS).weak(least));
    button.disabled = true;
    try {
      welcome(await ask<Welcome>("POST", "/invitation", { password: typed }));
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return end(error);
      refuse(error instanceof Refused && error.status === 422 ? said(WORDS).refused : said(WORDS).busy);
    } finally {
      button.disabled = false;
    }
  };

  const form = () => {
    const words = said(WORDS);
    const input = el("input", {
      id: "password",
      type: "password",
      autocomplete: "new-password",
      required: true,
      maxlength: "256",
      "aria-describedby": "password-help password-error",
      input: (event) => {
        typed = (event.target as HTMLInputElement).value;
      },
    });
    input.value = typed;
    const see = el("input", {
      type: "checkbox",
      change: (event) => {
        input.type = (event.target as HTMLInputElement).checked ? "text" : "password";
      },
    });
    return el(
      "form",
      {
        novalidate: true,
        submit: (event) => {
          event.preventDefault();
          void send(event.target as HTMLFormElement);
        },
      },
      el(
        "div",
        { class: "field" },
        el("label", { for: "email" }, words.email),
        el("input", { id: "email", type: "email", autocomplete: "username", readonly: true, value: offer.email }),
      ),
      el(
        "div",
        { class: "field" },
        el("label", { for: "password" }, words.password),
        input,
        el("p", { class: "help", id: "password-help" }, words.help(least)),
        el("p", { class: "error", id: "password-error", role: "alert" }),
        el("label", { class: "check" }, see, words.see),
      ),
      el("button", { type: "submit", class: "act" }, words.go),
    );
  };

  show(
    offer.organisation,
    () => said(WORDS).title(offer.name),
    () => [lead(said(WORDS).lead(offer.organisation)), form(), el("p", { class: "help" }, said(WORDS).until(day(offer.expires_at)))],
  );

  function welcome(done: Welcome): void {
    show(
      offer.organisation,
      () => said(WORDS).done,
      () => [lead(said(WORDS).doneLead(done.email)), el("a", { class: "act", href: "/" }, said(WORDS).signIn)],
    );
    document.querySelector("h1")?.focus();
  }
});
