/** A link of a mail whose clicks are counted: the page asks where it leads and goes there. Whoever only fetches the page,
    as scanners do, learns nothing and is not counted; the address is the one in the mail as it was written. */
import type { Leads } from "./schema";
import { ask, cut, Refused } from "./ask";
import { el, end, lead, open, said, show } from "./page";

const WORDS = {
  fr: {
    title: "Vous quittez ce message",
    lead: (host: string) => `Le lien mène à ${host}.`,
    go: "Continuer",
    ended: "Ce lien ne fonctionne plus",
    why: "Il a pris fin. La personne qui vous a écrit peut vous redonner l'adresse ; elle est aussi dans la version texte du message.",
  },
  en: {
    title: "You are leaving this message",
    lead: (host: string) => `The link leads to ${host}.`,
    go: "Go on",
    ended: "This link does not work any more",
    why: "It has ended. Who wrote to you can give you the address again; it is in the plain-text version of the message, too.",
  },
};
const [, number = ""] = location.hash.slice(1).split(".");

/** A page that nobody sees yet, fetched ahead of time, waits until somebody does. */
const seen = (): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== "visible" || (document as { prerendering?: boolean }).prerendering) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    document.addEventListener("prerenderingchange", look);
    look();
  });

const where = (): Promise<string> =>
  ask<Leads>("POST", "/link", { number: Number(number), by_hand: !navigator.webdriver }).then((leads) => leads.to);

open(async () => {
  await seen();
  try {
    const to = await where();
    if (!/^https?:\/\//i.test(to)) throw new Refused(404);
    location.replace(to);
    // Where the browser does not go by itself, a link does it.
    show(
      "",
      () => said(WORDS).title,
      () => [lead(said(WORDS).lead(new URL(to).hostname)), el("a", { class: "act", href: to, rel: "noreferrer" }, said(WORDS).go)],
    );
  } catch (error) {
    if (cut() || !(error instanceof Refused) || (error.status !== 404 && error.status !== 422)) return end(error);
    show(
      "",
      () => said(WORDS).ended,
      () => [lead(said(WORDS).why)],
    );
  }
});
