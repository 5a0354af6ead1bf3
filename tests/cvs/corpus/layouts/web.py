"""Pages printed from a browser, as online builders give them: grids, cards, columns that text flows through."""

import random
from collections.abc import Callable
from html import escape
from pathlib import Path

from tests.cvs.corpus.heads import Head
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import contacts
from tests.cvs.corpus.layouts.texts import html_rows, private_rows, tagged
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import browser
from tests.cvs.corpus.sheet import Section, Sheet

FACES = ("DejaVu Sans, sans-serif", "DejaVu Serif, serif", "DejaVu Sans Condensed, sans-serif")
TINTS = ("#27496d", "#7a2e3a", "#2d6a4f", "#444", "#5e3d78", "#b5532a")


def block(
    part: Section, tag: str = "h2", group: Callable[[str], str] = lambda inner: f"<article>{inner}</article>"
) -> str:
    """A section; dates that stand apart are in `.when` before the entry's lines."""
    body = html_rows(part.rows, part.levels)
    for each in part.groups:
        inner = html_rows(each.top)
        for post in each.posts:
            when = f"<div class='when'>{escape(post.when)}</div>" if post.when else ""
            inner += f"<div class='post'>{when}<div class='lines'>{html_rows(post.rows)}</div></div>"
        body += group(inner)
    return f"<section class='{part.kind}'><{tag}>{escape(part.heading)}</{tag}>{body}</section>"


def contact_block(sheet: Sheet, tag: str = "div") -> str:
    return "".join(f"<{tag} class='contact'>{tagged(row)}</{tag}>" for row in contacts(sheet) + private_rows(sheet))


def print_page(sheet: Sheet, path: Path, body: str, css: str, chance: random.Random, margin: str = "12mm") -> None:
    tint, face, size = chance.choice(TINTS), chance.choice(FACES), chance.choice((8.5, 9, 9.5))
    base = f"""*{{box-sizing:border-box}} body{{font:{size}pt/1.4 {face};margin:0;color:#222;--tint:{tint}}}
    h1{{margin:0;color:var(--tint)}} h2{{color:var(--tint);margin:.8em 0 .3em;font-size:1.25em}}
    p,ul{{margin:.15em 0}}
    ul{{padding-left:1.3em}} article{{margin-bottom:.7em;break-inside:avoid}} .right{{float:right}}
    .bar{{display:block;background:#ddd;height:5px;width:100px}}
    .bar span{{display:block;height:5px;background:var(--tint)}}
    a{{color:inherit}} .lines{{white-space:normal}}"""
    head = f'<meta charset="utf-8"><title>CV</title><style>{base}{css}</style>'
    html = f'<html lang="{sheet.tongue}"><head>{head}</head><body>{body}</body></html>'
    browser.to_pdf(html, path, margin)


def headline(sheet: Sheet) -> str:
    return f"<p class='headline'>{escape(sheet.headline)}</p>" if sheet.headline else ""


def sidebar_right(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """The main column first, a sidebar of contact, pills and languages at the right."""
    css = """.page{display:grid;grid-template-columns:1fr 31%;gap:6mm}
    aside{background:#f2f2ef;padding:5mm;font-size:.94em}
    .skills .item,.skills .bullet{display:inline-block;border:1px solid var(--tint);border-radius:9px;
    padding:0 .6em;margin:1px 2px}
    .headline{font-size:1.2em;color:#666} h1{font-size:2.1em} .when{color:#777;font-size:.9em}"""
    side = "".join(block(part, "h3") for part in sheet.section("skills", "tongues"))
    main = "".join(block(part) for part in sheet.without("skills", "tongues"))
    body = f"""<div class='page'><main><h1>{escape(sheet.name)}</h1>{headline(sheet)}{main}</main>
    <aside><h3>Contact</h3>{contact_block(sheet)}{side}</aside></div>"""
    print_page(sheet, path, body, css, chance)


def newspaper(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Two columns that the text flows through: a list may go on at the top of the second."""
    css = """.flow{column-count:2;column-gap:9mm;column-rule:1px solid #ccc} header{text-align:center;margin-bottom:4mm}
    .contact{display:inline;margin:0 .6em} h2{border-bottom:1px solid var(--tint)} .right{float:none;display:block}
    article{break-inside:auto} .headline{font-style:italic}"""
    body = "".join(block(part) for part in sheet.sections)
    top = f"<header><h1>{escape(sheet.name)}</h1>{headline(sheet)}{contact_block(sheet)}</header>"
    print_page(sheet, path, f"{top}<div class='flow'>{body}</div>", css, chance)


def cards(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A band at the top, posts as cards two by two, dates in a pill in their corner."""
    css = """header{background:var(--tint);color:#fff;padding:7mm;display:grid;grid-template-columns:2fr 1fr}
    header h1{color:#fff;font-size:2.2em;letter-spacing:.06em} .contact{text-align:right;font-size:.9em}
    main{padding:4mm 7mm}
    .jobs,.schools{display:grid;grid-template-columns:1fr 1fr;gap:3mm} .jobs h2,.schools h2{grid-column:1/3}
    article{border:1px solid #ddd;border-radius:6px;padding:3mm;margin:0} .post{display:flex;flex-direction:row-reverse;
    justify-content:space-between;gap:2mm} .when{background:#eee;border-radius:8px;padding:0 2mm;height:1.5em;
    white-space:nowrap;font-size:.85em} h2{text-transform:uppercase;letter-spacing:.15em;font-size:1em}"""
    body = "".join(block(part) for part in sheet.sections)
    top = f"<header><div><h1>{escape(sheet.name)}</h1>{headline(sheet)}</div><div>{contact_block(sheet)}</div></header>"
    print_page(sheet, path, f"{top}<main>{body}</main>", css, chance, "0mm")


def three_columns(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Contact, posts, and everything else in three columns beside each other."""
    css = """.page{display:grid;grid-template-columns:22% 1fr 25%;gap:5mm} h1{font-size:2em;text-transform:uppercase}
    .page>div{border-top:3px solid var(--tint);padding-top:2mm} .right{float:none;display:block;color:#777}
    .when{color:var(--tint)}
    .contact{margin-bottom:1.5mm;overflow-wrap:anywhere}"""
    left = contact_block(sheet) + "".join(block(part) for part in sheet.section("about", "tongues"))
    middle = "".join(block(part) for part in sheet.section("jobs"))
    right = "".join(block(part) for part in sheet.without("about", "tongues", "jobs"))
    page = "".join(f"<div>{column}</div>" for column in (left, middle, right))
    body = f"<h1>{escape(sheet.name)}</h1>{headline(sheet)}<div class='page'>{page}</div>"
    print_page(sheet, path, body, css, chance, "10mm")


def europass(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """The European form since 2020: dates in square brackets over the post, labels before values."""
    label = (
        ("Adresse électronique : ", "Téléphone : ", "Adresse : ")
        if sheet.tongue == "fr"
        else ("Email: ", "Phone: ", "Home: ")
    )
    kinds = {"email": label[0], "phone": label[1], "home": label[2], "link": "Web: "}
    top = "".join(
        f"<div class='contact'><b>{kinds[c.kind]}</b><a href='{escape(c.href)}'>{escape(c.text)}</a></div>"
        if c.href
        else f"<div class='contact'><b>{kinds[c.kind]}</b>{escape(c.text)}</div>"
        for c in sheet.contacts
    )
    top += "".join(f"<div class='contact'>{tagged(row)}</div>" for row in private_rows(sheet))
    css = """h2{border-bottom:2px solid #9a9a9a;text-transform:uppercase;font-size:1em}
    header{border-bottom:6px solid var(--tint);padding-bottom:3mm}
    h1{font-weight:normal} .contact{display:inline-block;margin-right:5mm} .text{margin-left:4mm}"""
    body = "".join(block(part) for part in sheet.sections)
    print_page(
        sheet, path, f"<header><h1>{escape(sheet.name)}</h1>{top}</header>{headline(sheet)}{body}", css, chance, "15mm"
    )


LAYOUTS = (
    Layout(
        "web_sidebar_right",
        Split.CHECK,
        "pdf",
        sidebar_right,
        (
            Head("**{title}**\n{employer}[ · {place}] · {when}", "**{employer}**[ · {place}]", "{title} · {when}"),
            Head("{when}\n**{employer}** | {title}[\n{place}]"),
        ),
        (Head("**{degree}**\n{school}[, {place}] · {when}"), Head("{when} {school} — {degree}")),
        {"skill_shape": "items", "contact_joint": "\n"},
        dates=("short", "numbers", "years", "half_years"),
        needs_browser=True,
    ),
    Layout(
        "newspaper",
        Split.LOCKED,
        "pdf",
        newspaper,
        (
            Head("**{title}**\n_{employer}_[, {place}]>>{when}", "**{employer}**[, {place}]", "_{title}_>>{when}"),
            Head("**{EMPLOYER}**>>{when}\n{title}[, {place}]"),
        ),
        (Head("**{degree}**\n{school}[ ({place})], {when}"),),
        {"contact_joint": "\n"},
        needs_browser=True,
    ),
    Layout(
        "cards",
        Split.LOCKED,
        "pdf",
        cards,
        (
            Head("**{employer}**\n{title}[ — {place}]", "**{employer}**", "{title}[ — {place}]"),
            Head("**{title}**\n@ {employer}"),
        ),
        (Head("**{school}**\n{degree}"), Head("**{degree}**\n{school}[, {place}]")),
        {"contact_joint": "\n", "skill_shape": "dots"},
        dates=("short", "years", "numbers", "capitals"),
        needs_browser=True,
    ),
    Layout(
        "three_columns",
        Split.LOCKED,
        "pdf",
        three_columns,
        (Head("**{title}**\n{employer}[, {place}]\n{when}"), Head("_{when}_\n**{employer}**\n{title}")),
        (Head("**{degree}**\n{school}\n{when}"),),
        {"contact_joint": "\n", "skill_shape": "items"},
        dates=("numbers", "years", "short"),
        needs_browser=True,
    ),
    Layout(
        "europass",
        Split.LOCKED,
        "pdf",
        europass,
        (Head("⟦ {when} ⟧\n**{title}**\n_{employer}_\n{l_city} : {place}"),),
        (Head("⟦ {when} ⟧\n**{degree}**\n_{school}_[ – {place}]"),),
        {"private_at": "section", "contact_labels": False},
        dates=("numbers", "days"),
        needs_browser=True,
    ),
)
