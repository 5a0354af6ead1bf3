"""Text, RTF and HTML files with structure of their own: tabs, labels, rows, definition lists."""

import random
from html import escape
from pathlib import Path

from tests.cvs.corpus.heads import Head, Row, Run
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import contacts
from tests.cvs.corpus.layouts.texts import html_rows, line, private_rows, tagged
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import rtf
from tests.cvs.corpus.sheet import Sheet


def txt_tabs(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Dates, then a tab, then the entry; what follows is pushed in by tabs."""
    tab = chance.choice(("\t", "\t\t", "        "))
    lines = [f"{tab}{tab}{sheet.name}", ""]
    lines += [line(row) for row in contacts(sheet) + private_rows(sheet)]
    if sheet.headline:
        lines += ["", sheet.headline.upper()]
    for part in sheet.sections:
        lines += ["", "", part.heading, ""]
        lines += [f"{tab}{'- ' if row.kind == 'bullet' else ''}{line(row)}" for row in part.rows]
        for group in part.groups:
            lines += [f"{tab}{line(row)}" for row in group.top]
            for post in group.posts:
                first, *rest = post.rows
                lines.append(f"{post.when.replace(chr(10), ' ')}{tab}{line(first)}")
                lines += [f"{tab}{tab}{'- ' if row.kind == 'bullet' else ''}{line(row)}" for row in rest]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline=chance.choice(("\n", "\r\n")))


def txt_labels(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """`Poste : ...` line by line, as forms and exports of job boards have it; broken at 72 signs."""
    lines = [("Candidat : " if sheet.tongue == "fr" else "Candidate: ") + sheet.name]
    lines += [line(row) for row in contacts(sheet) + private_rows(sheet)]
    if sheet.headline:
        lines += [sheet.headline]
    for part in sheet.sections:
        lines += ["", f"[{part.heading}]"]
        for group in part.groups:
            for row in [row for post in group.posts for row in post.rows]:
                lines += _broken(("* " if row.kind == "bullet" else "") + line(row))
            lines.append("")
        for row in part.rows:
            lines += _broken(("* " if row.kind == "bullet" else "") + line(row))
    path.write_text("\n".join(lines) + "\n", encoding=chance.choice(("utf-8", "cp1252", "utf-16")), errors="replace")


def _broken(text: str, width: int = 72) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def rtf_table(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Table rows with the dates in the first cell."""
    file = rtf.Rtf(chance.choice(("Calibri", "Verdana", "Book Antiqua")))
    file.say(sheet.name, 32, bold=True)
    if sheet.headline:
        file.say(sheet.headline, 24)
    for row in contacts(sheet) + private_rows(sheet):
        file.row(row)
    for part in sheet.sections:
        file.say("")
        file.say(part.heading, 26, bold=True)
        for row in part.rows:
            file.row(row, mark=sheet.manner.bullet if row.kind == "bullet" else "")
        for group in part.groups:
            for n, post in enumerate(group.posts):
                when = [Row(runs=[Run(text=piece)]) for piece in post.when.split("\n")]
                body = (group.top if n == 0 else []) + post.rows
                marked = [
                    row.model_copy(update={"runs": [Run(text="- "), *row.runs]}) if row.kind == "bullet" else row
                    for row in body
                ]
                file.cells([when, marked], [2200, 9600])
    file.save(path)


def html_lists(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A definition list for contact, tables for posts: what site builders of the years before gave."""
    french = sheet.tongue == "fr"
    names = {
        "home": "Adresse" if french else "Address",
        "phone": "Tél." if french else "Phone",
        "email": "E-mail",
        "link": "Web",
    }
    top = "".join(
        f"<dt>{names[c.kind]}</dt><dd>{tagged(Row(runs=[Run(text=c.text, href=c.href)]))}</dd>\n"
        for c in sheet.contacts
    )
    top += "".join(f"<dd>{tagged(row)}</dd>\n" for row in private_rows(sheet))
    body = ""
    for part in sheet.sections:
        body += f"<tr><th colspan=2 align=left>{escape(part.heading)}</th></tr>\n"
        for group in part.groups:
            for n, post in enumerate(group.posts):
                lines = html_rows((group.top if n == 0 else []) + post.rows)
                body += f"<tr><td valign=top>{escape(post.when)}</td><td>{lines}</td></tr>\n"
        if part.rows:
            body += f"<tr><td></td><td>{html_rows(part.rows)}</td></tr>\n"
    headline = f"<h3>{escape(sheet.headline)}</h3>" if sheet.headline else ""
    page = f"<font face=Arial><h1>{escape(sheet.name)}</h1>{headline}<dl>{top}</dl><table>{body}</table></font>"
    path.write_text(f"<html><head><meta charset=utf-8></head><body>{page}</body></html>", encoding="utf-8")


LAYOUTS = (
    Layout(
        "txt_tabs",
        Split.CHECK,
        "txt",
        txt_tabs,
        (Head("{title}, {employer}[, {place}]"), Head("{EMPLOYER}[ ({place})]\n{title}"), Head("{employer} : {title}")),
        (Head("{degree}, {school}[, {place}]"), Head("{school} – {degree}")),
        {"hide_links": False},
        dates=("years", "numbers", "short_numbers", "short"),
    ),
    Layout(
        "txt_labels",
        Split.LOCKED,
        "txt",
        txt_labels,
        (
            Head("{l_period} : {when}\n{l_post} : {title}\n{l_company} : {employer}\n{l_place} : {place}"),
            Head("{l_company} : {employer}[, {place}]\n{l_post} : {title}\n{l_period} : {when}"),
            Head("{title} {l_at} {employer}[, {place}], {when}"),
        ),
        (Head("{when} : {degree}, {school}"), Head("{degree} ({school}, {when})")),
        {"hide_links": False},
        dates=("long", "from_to", "numbers"),
    ),
    Layout(
        "rtf_table",
        Split.LOCKED,
        "rtf",
        rtf_table,
        (Head("**{title}**\n{employer}[, {place}]"), Head("**{employer}**[ – {place}] : {title}")),
        (Head("**{degree}**\n{school}[, {place}]"),),
        dates=("numbers", "years", "stacked"),
    ),
    Layout(
        "html_lists",
        Split.LOCKED,
        "html",
        html_lists,
        (Head("**{title}**[, {place}]\n{employer}"), Head("**{employer}**[, {place}] – _{title}_")),
        (Head("{degree}\n{school}[, {place}]"),),
        {"contact_labels": False},
        dates=("years", "short", "numbers"),
    ),
)
