"""PDFs as the sites give them on which people click a CV together: coloured cards, the European form of today, what
job boards export, a main column with a bar at the right."""

import random
from html import escape
from pathlib import Path

from tests.cvs.corpus.heads import Head, Row, Run
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.texts import html_rows, tagged
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens.browser import to_pdf
from tests.cvs.corpus.sheet import Section, Sheet

SIDE = ("skills", "tongues", "more")


def page(sheet: Sheet, style: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="{sheet.tongue}"><head><meta charset="utf-8"><style>*{{box-sizing:border-box}}'
        f"body{{margin:0}}ul{{margin:2px 0 6px;padding-left:16px}}p{{margin:2px 0}}{style}</style></head>"
        f"<body>{body}</body></html>"
    )


def posts(part: Section) -> str:
    made = ""
    for group in part.groups:
        inner = html_rows(group.top)
        for post in group.posts:
            when = f'<div class="when">{escape(post.when)}</div>' if post.when else ""
            inner += f'<div class="post">{when}{html_rows(post.rows)}</div>'
        made += f'<div class="group">{inner}</div>'
    return made


def block(part: Section, css: str = "") -> str:
    inside = posts(part) + html_rows(part.rows, part.levels)
    return f'<section style="{css}"><h2>{escape(part.heading)}</h2>{inside}</section>'


def canva_cards(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """The name in spaced capitals over a band, a card a section; boxes are written in the order they were made in."""
    colour, pale = chance.choice((("#b08968", "#f5ebe0"), ("#355070", "#e9eef5"), ("#6d597a", "#f4eef6")))
    first, _, last = sheet.name.partition("\n") if "\n" in sheet.name else sheet.name.partition(" ")
    name = f"<div>{escape(first)}</div><div>{escape(last)}</div>"
    icons = {"home": "⌂", "phone": "☎", "email": "✉", "link": "⊕"}
    contact = "".join(
        f"<p>{icons[c.kind]}&nbsp; {tagged(Row(runs=[Run(text=c.text, href=c.href)]))}</p>" for c in sheet.contacts
    )
    contact += "".join(f"<p>{escape(text)}</p>" for text in sheet.private)
    side = [f'<section style="order:0"><h2>Contact</h2>{contact}</section>']
    side += [block(part, f"order:{n + 1}") for n, part in enumerate(sheet.section(*SIDE))]
    main = [block(part, f"order:{n}") for n, part in enumerate(sheet.without(*SIDE))]
    chance.shuffle(side)
    chance.shuffle(main)
    columns = [f'<div class="side">{"".join(side)}</div>', f'<div class="main">{"".join(main)}</div>']
    if chance.random() < 0.5:
        columns.reverse()
    head = f'<header>{name}<div class="job">{escape(sheet.headline)}</div></header>'
    style = (
        f"body{{font:9.5pt sans-serif;display:flex;flex-direction:column}}header{{order:0;background:{colour};"
        "color:#fff;text-align:center;padding:26px;font-size:25pt;letter-spacing:.22em;text-transform:uppercase}}"
        ".job{font-size:10pt;letter-spacing:.3em;margin-top:8px}.all{order:1;display:flex}.side,.main{display:flex;"
        f"flex-direction:column}}.side{{order:0;width:34%;background:{pale};padding:14px;font-size:8.5pt}}"
        ".main{order:1;width:66%;padding:14px 20px}h2{font-size:11pt;letter-spacing:.15em;text-transform:uppercase;"
        f"color:{colour};margin:12px 0 4px}}.post{{margin-bottom:9px}}.bar{{display:block;height:3px;width:90px;"
        f"background:#ddd}}.bar span{{display:block;height:3px;background:{colour}}}"
    ).replace("}}", "}")
    inside = f'<div class="all">{"".join(columns)}</div>'
    to_pdf(page(sheet, style, inside + head if chance.random() < 0.5 else head + inside), path, "0")


def europass_new(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Labels and bars in one flowing line of contacts; languages in a table of levels."""
    fr = sheet.tongue == "fr"
    labels = (
        {"home": "Adresse", "phone": "Numéro de téléphone", "email": "E-mail", "link": "Site web"}
        if fr
        else {"home": "Address", "phone": "Phone number", "email": "Email address", "link": "Website"}
    )
    pieces = [
        f"<b>{escape(text.partition(' : ')[0] if fr else text.partition(': ')[0])}:</b> "
        f"{escape(text.partition(' : ')[2] if fr else text.partition(': ')[2])}"
        for text in sheet.private
    ]
    for contact in sheet.contacts:
        tail = " (Home)" if contact.kind == "home" and not fr else " (Domicile)" if contact.kind == "home" else ""
        pieces.append(f"<b>{labels[contact.kind]}:</b> {tagged(Row(runs=[Run(text=contact.text)]))}{tail}")
    body = f'<h1>{escape(sheet.name)}</h1><div class="line">{" &nbsp;|&nbsp; ".join(pieces)}</div>'
    for part in sheet.sections:
        body += _levels(sheet, part.heading) if part.kind == "tongues" else block(part)
    style = (
        "body{font:9.5pt sans-serif;color:#333}h1{font-size:19pt;font-weight:400;margin:0 0 6px}.line{font-size:8.5pt;"
        "line-height:1.7;padding-bottom:8px}h2{font-size:10.5pt;text-transform:uppercase;border-bottom:1px solid #555;"
        "margin:14px 0 6px}.post{margin:0 0 12px}table{font-size:8pt;border-collapse:collapse;width:100%}"
        "td,th{text-align:center;padding:3px;border-bottom:1px solid #eee}td:first-child{text-align:left}"
    )
    to_pdf(page(sheet, style, body), path, chance.choice(("14mm", "18mm")))


def _levels(sheet: Sheet, heading: str) -> str:
    fr = sheet.tongue == "fr"
    own = [t for t in sheet.person.tongues if len(t.level) > 2]
    others = [t for t in sheet.person.tongues if t not in own]
    columns = (
        ("Écouter", "Lire", "Prendre part à une conversation", "S'exprimer oralement en continu", "Écrire")
        if fr
        else ("Listening", "Reading", "Spoken interaction", "Spoken production", "Writing")
    )
    mother = "Langue(s) maternelle(s)" if fr else "Mother tongue(s)"
    made = f"<h2>{escape(heading)}</h2><p>{mother}: <b>{escape(' | '.join(t.name for t in own))}</b></p>"
    made += f"<p>{'Autre(s) langue(s)' if fr else 'Other language(s)'}:</p><table><tr><th></th>"
    made += "".join(f"<th>{name}</th>" for name in columns) + "</tr>"
    for tongue in others:
        made += f"<tr><td><b>{escape(tongue.name)}</b></td>{f'<td>{escape(tongue.level)}</td>' * 5}</tr>"
    foot = (
        "Niveaux: A1 et A2: Utilisateur de base - B1 et B2: Utilisateur indépendant - C1 et C2: Utilisateur expérimenté"
        if fr
        else "Levels: A1 and A2: Basic user; B1 and B2: Independent user; C1 and C2: Proficient user"
    )
    return f"<section>{made}</table><p><i>{foot}</i></p></section>"


def indeed_export(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """One column under a large name; skills with the years the site asked for."""
    body = f"<h1>{escape(sheet.name)}</h1>"
    body += f"<div class='job'>{escape(sheet.headline)}</div>"
    by_kind = {contact.kind: contact.text for contact in sheet.contacts}
    for kind in ("home", "email", "phone"):
        body += f"<div>{escape(by_kind.get(kind, ''))}</div>"
    if chance.random() < 0.6:
        body += "<p>Willing to relocate: Anywhere</p><p>Authorized to work in the US for any employer</p>"
    for part in sheet.sections:
        if part.kind == "skills":
            skills = [item for items in sheet.person.skills.values() for item in items]
            said = [f"{item} ({_years(n)})" if n % 4 else item for n, item in enumerate(skills)]
            rows = [Row(runs=[Run(text=text)], kind="bullet") for text in said]
            body += f"<h2>Skills</h2>{html_rows(rows)}"
        elif part.kind == "tongues":
            rows = [Row(runs=[Run(text=f"{t.name} - {t.level}")], kind="bullet") for t in sheet.person.tongues]
            body += f"<h2>Languages</h2>{html_rows(rows)}"
        else:
            body += block(part)
    style = (
        "body{font:10pt sans-serif;color:#2d2d2d}h1{font-size:22pt;margin:0}.job{font-size:12pt;margin-bottom:5px}"
        "h2{font-size:13pt;color:#2557a7;border-bottom:1px solid #d4d2d0;margin:16px 0 6px;padding-bottom:3px}"
        ".post{margin-bottom:12px}"
    )
    to_pdf(page(sheet, style, body), path, "18mm")


def _years(n: int) -> str:
    return ("Less than 1 year", "10+ years", "2 years", "5 years", "1 year", "6 years")[n % 6]


def builder_split(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A wide column with a mark before each heading; details, links, skills over bars in a narrow one at the right."""
    fr = sheet.tongue == "fr"
    colour = chance.choice(("#1d4ed8", "#0f766e", "#9f1239"))
    details = "".join(
        f"<p>{tagged(Row(runs=[Run(text=c.text, href=c.href)]))}</p>" for c in sheet.contacts if c.kind != "link"
    )
    details += "".join(f"<p>{escape(text)}</p>" for text in sheet.private)
    links = "".join(
        f'<p><a href="{escape(c.href)}">{escape(c.text)}</a></p>' for c in sheet.contacts if c.kind == "link"
    )
    side = f"<section><h2>{'Coordonnées' if fr else 'Details'}</h2>{details}</section>"
    side += f"<section><h2>{'Liens' if fr else 'Links'}</h2>{links}</section>" if links else ""
    side += "".join(block(part) for part in sheet.section(*SIDE))
    main = "".join(block(part) for part in sheet.without(*SIDE))
    head = f'<header><h1>{escape(sheet.name)}</h1><div class="job">{escape(sheet.headline)}</div></header>'
    style = (
        "body{font:9.5pt sans-serif}header{padding:0 0 14px;text-align:center}h1{font-family:serif;font-size:23pt;"
        "margin:0}.job{font-size:8pt;text-transform:uppercase;letter-spacing:.1em;color:#777}.all{display:flex;gap:26px}"
        ".main{width:69%}.side{width:31%;font-size:8.8pt;overflow-wrap:anywhere}"
        "h2{font-family:serif;font-size:12.5pt;margin:14px 0 5px}"
        f".main h2::before{{content:'◆ ';color:{colour}}}.head:last-of-type{{}}.post{{margin-bottom:9px}}"
        f".bar{{display:block;height:3px;background:#d6d8de}}.bar span{{display:block;height:3px;background:{colour}}}"
    )
    body = f'<div class="all"><div class="main">{main}</div><div class="side">{side}</div></div>'
    to_pdf(page(sheet, style, head + body), path, "14mm")


LAYOUTS = (
    Layout(
        "canva_cards",
        Split.TUNE,
        "pdf",
        canva_cards,
        (Head("{when}\n**{title}**\n{employer}[ | {place}]"), Head("**{title}**\n{employer}[ • {place}] | {when}")),
        (Head("**{degree}**\n{school}[, {place}]\n{when}"), Head("{when}\n{degree}\n{school}[ | {place}]")),
        {"skill_shape": "bars", "tongue_shape": "dash", "contact_labels": False},
        needs_browser=True,
        dealt=False,
    ),
    Layout(
        "europass_new",
        Split.TUNE,
        "pdf",
        europass_new,
        (
            Head("⟦ {when} ⟧\n**{title}**\n_{employer}_\n[{l_city}: {place}]"),
            Head("{when}[ {place}]\n**{title}** – {employer}"),
        ),
        (Head("⟦ {when} ⟧\n**{degree}**\n_{school}_"), Head("{when}[ {place}]\n**{degree}** – {school}")),
        {"skill_shape": "pipes", "contact_labels": False, "private_at": "contact"},
        dates=("days", "numbers"),
        needs_browser=True,
        dealt=False,
    ),
    Layout(
        "indeed_export",
        Split.TUNE,
        "pdf",
        indeed_export,
        (Head("**{title}**\n{employer}[ - {place}]\n{when}"),),
        (Head("**{degree}**\n{school}[ - {place}]\n{when}"),),
        {"contact_labels": False, "heading_case": "plain", "bullet": "•"},
        needs_browser=True,
        dealt=False,
    ),
    Layout(
        "builder_split",
        Split.CHECK,
        "pdf",
        builder_split,
        (Head("**{title}, {employer}[, {place}]**\n{when}"), Head("**{title} {l_at} {employer}[, {place}]**\n{when}")),
        (Head("**{degree}, {school}[, {place}]**\n{when}"),),
        {
            "skill_shape": "bars",
            "tongue_shape": "bars",
            "contact_labels": False,
            "hide_links": True,
            "heading_case": "plain",
        },
        needs_browser=True,
        dealt=False,
    ),
)
