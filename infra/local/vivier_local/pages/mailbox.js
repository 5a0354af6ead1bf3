import { element, language, say, translatePage } from "./words.js";

const api = "/mailbox/api/messages";
const list = document.getElementById("list");
const pane = document.getElementById("mail");
const frame = document.getElementById("mailbox");
const search = document.getElementById("search");
const locale = language === "fr" ? "fr-FR" : "en-GB";
const when = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const size = (bytes) => (bytes < 1024 ? `${bytes} o` : `${Math.round(bytes / 1024)} ko`).replace(/o$/, language === "fr" ? "o" : "B");

let messages = [];
let shown = "";

const outcome = (message) => message.events.at(-1) ?? "Send";
const events = (message) => message.events.flatMap((kind, place) => [place ? " · " : "", element("span", { className: kind }, say(kind))]);

const row = (message) => {
  const link = element("a", { href: `#${encodeURIComponent(message.id)}` },
    element("div", { className: "line" }, element("span", { className: "to" }, message.to.join(", ")), element("time", { className: "meta", dateTime: message.at }, when.format(new Date(message.at)))),
    element("div", { className: "line" }, element("span", {}, message.subject), element("span", { className: `meta ${outcome(message)}` }, say(outcome(message)))));
  if (message.id === current()) link.setAttribute("aria-current", "true");
  return element("li", {}, link);
};

const empty = (title, hint = "") => element("div", { className: "empty" }, element("p", { className: "serif" }, title), element("p", { className: "meta" }, hint));
const current = () => decodeURIComponent(location.hash.slice(1));

const drawList = () => {
  const wanted = search.value.trim().toLowerCase();
  const kept = messages.filter((each) => `${each.subject} ${each.to.join(" ")} ${each.sender}`.toLowerCase().includes(wanted));
  list.replaceChildren(...kept.map(row));
  document.getElementById("count").textContent = say("count", kept.length);
};

const view = (name, message) => {
  if (name === "html") return element("iframe", { src: `${api}/${encodeURIComponent(message.id)}/html`, title: message.subject, sandbox: "allow-popups allow-popups-to-escape-sandbox" });
  const text = name === "text" ? message.text ?? "" : message.headers.map(([key, value]) => `${key}: ${value}`).join("\n");
  return element("pre", { tabIndex: 0 }, text);
};

const tabs = (message, panel) => {
  const names = [...(message.has_html ? ["html"] : []), ...(message.text === null ? [] : ["text"]), "headers"];
  const bar = element("div", { className: "tabs", role: "tablist", "aria-label": say("kinds") });
  const choose = (name) => {
    for (const tab of bar.children) {
      tab.setAttribute("aria-selected", String(tab.id === `tab-${name}`));
      tab.tabIndex = tab.id === `tab-${name}` ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    panel.replaceChildren(view(name, message));
  };
  for (const name of names) {
    bar.append(element("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "panel", onclick: () => choose(name) }, say(name)));
  }
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = [...bar.children].indexOf(document.activeElement);
    const next = bar.children[(at + step + names.length) % names.length];
    next.focus();
    next.click();
  });
  choose(names[0]);
  return bar;
};

const drawMail = async () => {
  const id = current();
  frame.toggleAttribute("data-open", Boolean(id));
  if (!id) {
    shown = "";
    pane.replaceChildren(messages.length ? empty(say("choose")) : empty(say("none"), say("noneHint")));
    return;
  }
  const response = await fetch(`${api}/${encodeURIComponent(id)}`);
  if (!response.ok) return pane.replaceChildren(empty(say("choose")));
  const message = await response.json();
  shown = `${id} ${message.events}`;
  const panel = element("div", { className: "panel", id: "panel", role: "tabpanel" });
  const facts = element("dl", {},
    element("dt", {}, say("from")), element("dd", {}, message.sender),
    element("dt", {}, say("to")), element("dd", {}, message.to.join(", ")),
    element("dt", {}, say("at")), element("dd", {}, when.format(new Date(message.at))),
    element("dt", {}, say("events")), element("dd", {}, ...events(message)));
  const files = message.attachments.map((each, number) => element("li", {}, element("a", { href: `${api}/${encodeURIComponent(id)}/attachments/${number}`, download: each.name }, `${each.name} (${size(each.size)})`)));
  pane.replaceChildren(
    element("button", { type: "button", className: "back", onclick: () => { location.hash = ""; } }, say("back")),
    element("h2", { className: "serif" }, message.subject),
    facts,
    ...(files.length ? [element("ul", { className: "attachments", "aria-label": say("attachments") }, ...files)] : []),
    tabs(message, panel),
    panel,
    element("p", { className: "meta" }, element("a", { href: `${api}/${encodeURIComponent(id)}/raw` }, say("raw"))));
};

const load = async () => {
  const response = await fetch(api);
  if (!response.ok) return;
  const before = JSON.stringify(messages);
  messages = (await response.json()).messages;
  if (JSON.stringify(messages) !== before) drawList();
  const open = messages.find((each) => each.id === current());
  if (!current() || (open && `${open.id} ${open.events}` !== shown)) await drawMail();
};

translatePage();
document.title = `Vivier · ${say("mailbox")}`;
search.addEventListener("input", drawList);
addEventListener("hashchange", () => { drawList(); drawMail(); });
await load();
drawList();
if (current()) await drawMail();
setInterval(load, 2000);
