import { element, language, say, translatePage } from "./words.js";

// The address of the hosted sign-in that we were sent here with; only its own form is filled in.
const wanted = new URLSearchParams(location.search).get("continue");
const target = wanted ? new URL(wanted, location.origin) : null;
const signIn = target?.origin === location.origin && target.pathname === "/oauth2/authorize" ? target : null;

const fillIn = (persona) => {
  const form = element("form", { method: "post", action: "/login", hidden: true });
  const fields = { ...Object.fromEntries(signIn.searchParams), username: persona.email, password: persona.password };
  for (const [name, value] of Object.entries(fields)) form.append(element("input", { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
};

const row = (persona) => element("li", {}, element("button", { type: "button", disabled: !signIn, lang: persona.language, onclick: () => fillIn(persona) },
  element("span", { className: "name serif" }, persona.name),
  element("span", { className: "role" }, `${say(persona.role)} · ${persona.language === "fr" ? "Français" : "English"}`),
  element("span", { className: "mail meta" }, signIn ? persona.email : `${persona.email} · ${say("password")} ${persona.password}`)));

translatePage();
const { personas } = await (await fetch("/personas/api")).json();
const ours = (persona) => (persona.language === language ? 0 : 1);
document.getElementById("people").replaceChildren(...personas.toSorted((a, b) => ours(a) - ours(b)).map(row));
document.getElementById(signIn ? "form" : "start").hidden = false;
if (signIn) document.querySelector("#form a").href = signIn.href;
