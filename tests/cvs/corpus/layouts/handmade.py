"""CVs off the beaten track: typed in an editor, exported from a notebook, set by a designer, one's own web page,
Markdown, sentences."""

import random
from html import escape
from pathlib import Path

from tests.cvs.corpus.heads import Head, Row, Run
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.texts import flat, html_rows, tagged
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import rtf
from tests.cvs.corpus.pens.pdf import BLACK, GREY, HEIGHT, Look, Pdf, broken, font, width_of
from tests.cvs.corpus.sheet import Post, Section, Sheet


def notepad(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Spaces and tabs by hand, headings as they come, Windows line ends."""
    lines = [sheet.name + ("   " + sheet.private[0] if sheet.private else "")]
    by_kind = {c.kind: c.text for c in sheet.contacts}
    lines += [by_kind.get("home", "")]
    lines += [f"tel {by_kind.get('phone', '')}      mail: {by_kind.get('email', '')}", *sheet.private[1:], ""]
    lines += [f"      {sheet.headline}", ""] if sheet.headline else []
    shape = chance.choice(("{} :", "{}", "--- {} ---", "* {} *"))
    mark = chance.choice(("   - ", "     ", "\t-", "   > "))
    for part in sheet.sections:
        heading = part.heading.rstrip(" :")
        lines += [shape.format(heading.upper() if chance.random() < 0.5 else heading)]
        for row in flat(part):
            lines.append((mark if row.kind == "bullet" else "") + row.text)
        lines += [""] * chance.choice((1, 1, 2))
    path.write_bytes("\r\n".join(lines).encode(chance.choice(("cp1252", "utf-8-sig")), "replace"))


def notion_export(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """An exported page: properties, a callout, columns, signs before headings, posts that fold."""
    signs = {"about": "👋", "jobs": "💼", "schools": "🎓", "skills": "🛠️", "tongues": "🌍", "more": "✨"}
    labels = {"home": "📍", "phone": "📞", "email": "✉️", "link": "🔗"}
    facts = "".join(
        f'<tr class="property-row"><th>{labels[c.kind]}</th><td>{tagged(Row(runs=[Run(text=c.text, href=c.href)]))}'
        "</td></tr>"
        for c in sheet.contacts
    )
    facts += "".join(f"<tr><th></th><td>{escape(text)}</td></tr>" for text in sheet.private)
    body = ""
    for part in sheet.sections:
        body += f"<h2>{signs[part.kind]} {escape(part.heading)}</h2>" + html_rows(part.rows, part.levels)
        for group in part.groups:
            body += html_rows(group.top)
            for post in group.posts:
                first, *rest = post.rows
                body += f'<details open=""><summary>{tagged(first)}</summary><div class="indented">'
                body += f"{html_rows(rest)}</div></details>"
    callout = f'<figure class="callout"><div>💡</div><div>{escape(sheet.headline)}</div></figure>'
    path.write_text(
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>{escape(sheet.name)}'
        "</title><style>body{max-width:900px;margin:2em auto}.indented{padding-left:1.5em}</style></head><body>"
        f'<article class="page sans"><header><h1 class="page-title">{escape(sheet.name)}</h1><table class="properties">'
        f'<tbody>{facts}</tbody></table></header><div class="page-body">{callout}{body}</div></article></body></html>',
        encoding="utf-8",
    )


Written = list[tuple[float, float, str, Look]]
MARGIN, COLUMN = 46.0, 208.0


def indesign_stories(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A designer's grid. The file holds the text story by story: headings, periods, then what stands at the right; the
    name, made last, comes last."""
    pdf = Pdf(producer="Adobe PDF Library 17.0", title="CV_print_final2")
    family = chance.choice(("Helvetica", "Vera"))
    size = 8.6 if family == "Helvetica" else 7.6
    look, small = Look(size, family), Look(size, family, GREY)
    strong = look._replace(bold=True)
    stories: dict[str, Written] = {"headings": [], "periods": [], "posts": [], "rest": []}
    y = 168.0
    for part in sheet.sections:
        y += 16
        stories["headings"].append((MARGIN, y, part.heading, strong))
        for post in _posts(part):
            for n, text in enumerate(post.when.split("\n")):
                stories["periods"].append((MARGIN + 66, y + n * 11, text, small))
            y = _column(stories["posts"], post.rows, y, look) + 6
        y = _column(stories["rest"], part.rows, y, look) + (6 if part.rows else 0)
    top: Written = [(MARGIN, 84, sheet.name, Look(23, family)), (COLUMN, 112, sheet.headline, look)]
    for n, contact in enumerate(sheet.contacts):
        top.append((COLUMN + 180 * (n % 2), 130 + 11 * (n // 2), contact.text, small))
    assert y < HEIGHT - 30, "more than a page"
    order = [stories["headings"], stories["periods"], stories["posts"], stories["rest"], top]
    if chance.random() < 0.5:
        order = [order[2], order[1], order[3], order[0], top]
    for x, at, text, set_in in (piece for story in order for piece in story):
        pdf.text(0, x, at, text.replace("→", "›"), set_in._replace(colour=BLACK if set_in.bold else set_in.colour))
    pdf.save(path)


def _posts(part: Section) -> list[Post]:
    return [
        post.model_copy(update={"rows": (group.top if n == 0 else []) + post.rows})
        for group in part.groups
        for n, post in enumerate(group.posts)
    ]


def _column(story: Written, rows: list[Row], y: float, look: Look) -> float:
    """Writes rows at the right from a baseline on; gives the next free one."""
    for row in rows:
        for line in broken(row.runs, look, 340, 0):
            x = COLUMN
            for text, set_in, _ in line:
                story.append((x, y, text, set_in))
                x += width_of(text, font(set_in.family, set_in.bold, set_in.italic), set_in.size)
            y += 11
    return y


def marked(row: Row) -> str:
    def one(run: Run) -> str:
        sign = "**" if run.bold else "*" if run.italic else ""
        return run.text.replace(run.text.strip(), f"{sign}{run.text.strip()}{sign}") if sign else run.text

    return "".join(map(one, row.runs))


def markdown_file(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """What programmers keep under version control."""
    lines = [f"# {sheet.name}", "", f"> {sheet.headline}", ""]
    for contact in sheet.contacts:
        linked = f"<{contact.href}>" if contact.kind == "link" else contact.text
        lines.append(f"- {linked}" if chance.random() < 0.8 else f"* {linked}")
    for part in sheet.sections:
        lines += ["", f"## {part.heading}", ""]
        lines += [("- " if row.kind in ("bullet", "item") else "") + marked(row) for row in part.rows]
        for group in part.groups:
            for post in group.posts:
                first, *rest = group.top + post.rows
                lines += [f"### {marked(first)}" if part.kind == "jobs" else f"- {marked(first)}"]
                lines += [("  * " if row.kind == "bullet" else "  ") + marked(row) for row in rest]
                lines += [""]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def eportfolio(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """One page with a menu, a greeting, cards, works with years of their own, and a foot."""
    fr = sheet.tongue == "fr"
    menu = ("Accueil", "Parcours", "Travaux", "Contact") if fr else ("Home", "About", "Work", "Contact")
    body = "<nav><ul>" + "".join(f'<li><a href="#{m.lower()}">{m}</a></li>' for m in menu) + "</ul></nav>"
    hello = "Bonjour, je suis" if fr else "Hi, I'm"
    body += (
        f'<section class="hero"><p>{hello}</p><h1>{escape(sheet.name)}</h1><p>{escape(sheet.headline)}</p></section>'
    )
    for part in sheet.sections:
        body += f"<section><h2>{escape(part.heading)}</h2>"
        body += "".join(f'<span class="tag">{escape(row.text)}</span> ' for row in part.rows if row.kind == "item")
        body += html_rows([row for row in part.rows if row.kind != "item"])
        for post in _posts(part):
            when = f"<time>{escape(post.when)}</time>" if post.when else ""
            body += f'<article class="card">{when}{html_rows(post.rows)}</article>'
        body += "</section>"
    works = ("Rivages, 2022", "La Criée, 2021") if fr else ("Night market (2023)", "Fern & Finch (2021)")
    body += f"<section><h2>{menu[2]}</h2>" + "".join(
        f'<figure><img src="w{n}.jpg" alt=""><figcaption>{text}</figcaption></figure>' for n, text in enumerate(works)
    )
    body += f"</section><section id='contact'><h2>{'Écrivez-moi' if fr else 'Say hello'}</h2>"
    body += "".join(f"<p>{tagged(Row(runs=[Run(text=c.text, href=c.href)]))}</p>" for c in sheet.contacts)
    foot = f"© 2025 {sheet.name} · {'Mentions légales' if fr else 'Made with love and too much coffee'}"
    path.write_text(
        f'<!doctype html><html lang="{sheet.tongue}"><head><meta charset="utf-8"><title>{escape(sheet.name)}'
        " — portfolio</title><style>nav li{display:inline-block;padding:1em}"
        ".card{border:1px solid #ddd;border-radius:8px}"
        ".tag{border:1px solid}</style><script>document.documentElement.className='js'</script></head>"
        f"<body>{body}</section><footer>{escape(foot)}</footer></body></html>",
        encoding="utf-8",
    )


def prose_sentences(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A post a paragraph, its tasks in the same breath."""
    file = rtf.Rtf(chance.choice(("Times New Roman", "Bookman Old Style")))
    for text in (sheet.name, *(c.text for c in sheet.contacts), *sheet.private):
        file.say(text)
    file.say("")
    file.say(sheet.headline, 28, bold=True)
    for part in sheet.sections:
        file.say("")
        file.say(part.heading, 24, bold=True)
        for row in part.rows:
            file.row(row)
        for post in _posts(part):
            runs = [run for row in post.rows if row.kind == "head" for run in row.runs]
            did = [row.text.rstrip(".") for row in post.rows if row.kind != "head"]
            file.row(Row(runs=[*runs, Run(text=f" : {', '.join(did)}." if did else ".")]))
    file.save(path)


LAYOUTS = (
    Layout(
        "notepad",
        Split.TUNE,
        "txt",
        notepad,
        (
            Head("{when} : {title} / {employer}[ ({place})]"),
            Head("{when}\t{title} - {employer}[ - {place}]"),
            Head("{title}, {employer}[ {place}], {when}"),
        ),
        (Head("{when} : {degree}[ - {school}][ {place}]"), Head("{degree}[, {school}][ {place}], {when}")),
        {"hide_links": False, "contact_labels": False},
        dealt=False,
    ),
    Layout(
        "notion_export",
        Split.TUNE,
        "html",
        notion_export,
        (
            Head("**{title}** — {employer}\n_{when}[ · {place}]_"),
            Head("**{employer}** · {title}\n_{when}_[ | {place}]"),
            Head("**{title} @ {employer}**\n{when}\n[{place}]"),
        ),
        (Head("**{degree}** — {school}\n_{when}[ · {place}]_"), Head("**{school}** · {degree}\n_{when}_")),
        {"skill_shape": "dots", "contact_labels": False, "heading_case": "plain"},
        dealt=False,
    ),
    Layout(
        "indesign_stories",
        Split.TUNE,
        "pdf",
        indesign_stories,
        (Head("**{title}**\n{employer}[, {place}]"), Head("**{employer}**[, {place}]\n{title}")),
        (Head("{degree}\n{school}[, {place}]"),),
        {"contact_labels": False, "heading_case": "plain", "skill_shape": "commas", "hide_links": False},
        dealt=False,
    ),
    Layout(
        "markdown_file",
        Split.CHECK,
        "txt",
        markdown_file,
        (
            Head("{title} @ {employer}[, {place}]\n_{when}_"),
            Head("{employer}[, {place}] — {title}\n{when}"),
            Head("{title}, **{employer}** ({when})\n[{place}]"),
        ),
        (Head("**{degree}**, {school}[, {place}] ({when})"), Head("{when}: {degree}, {school}[, {place}]")),
        {"hide_links": False, "contact_labels": False, "heading_case": "plain"},
        dealt=False,
    ),
    Layout(
        "eportfolio",
        Split.CHECK,
        "html",
        eportfolio,
        (Head("**{title}**\n{employer}[ · {place}]"), Head("{title}, {employer}[, {place}]")),
        (Head("**{degree}**\n{school}[ · {place}]"),),
        {"skill_shape": "items", "contact_labels": False, "hide_links": True},
        dealt=False,
    ),
    Layout(
        "prose_sentences",
        Split.CHECK,
        "rtf",
        prose_sentences,
        (Head("{when} : {title} {l_at} {employer}[ ({place})]"), Head("{when}, {title}, {employer}[ à {place}]")),
        (Head("{when} : {degree}[, {school}][, {place}]"),),
        {"contact_labels": False},
        dealt=False,
    ),
)
