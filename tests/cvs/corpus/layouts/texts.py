"""ODT, RTF, HTML and text files of one column."""

import random
from html import escape
from pathlib import Path

from tests.cvs.corpus.heads import Row, Run
from tests.cvs.corpus.layouts import base
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import contacts
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import odt, rtf
from tests.cvs.corpus.sheet import Section, Sheet


def private_rows(sheet: Sheet) -> list[Row]:
    return [Row(runs=[Run(text=t)]) for t in sheet.private] if sheet.manner.private_at == "section" else []


def flat(part: Section) -> list[Row]:
    """A section's lines in reading order; dates that stand apart come first."""
    lines = list(part.rows)
    for group in part.groups:
        lines += group.top
        for post in group.posts:
            lines += [Row(runs=[Run(text=post.when.replace("\n", " "))])] if post.when else []
            lines += post.rows
    return lines


def odt_plain(sheet: Sheet, path: Path, chance: random.Random) -> None:
    body = odt.said(sheet.name, "Name") + (odt.said(sheet.headline, "Strong") if sheet.headline else "")
    body += "".join(odt.paragraph(row) for row in contacts(sheet) + private_rows(sheet))
    styled = chance.random() < 0.6
    for part in sheet.sections:
        body += odt.said("") + (odt.heading(part.heading) if styled else odt.said(part.heading, "Strong"))
        for row in flat(part):
            body += odt.bullets([row]) if row.kind == "bullet" else odt.paragraph(row)
    odt.save(body, path)


def rtf_plain(sheet: Sheet, path: Path, chance: random.Random) -> None:
    file = rtf.Rtf(chance.choice(("Times New Roman", "Arial", "Tahoma")))
    file.say(sheet.name, 34, bold=True)
    if sheet.headline:
        file.say(sheet.headline, 24)
    for row in contacts(sheet) + private_rows(sheet):
        file.row(row)
    for part in sheet.sections:
        file.say("")
        file.say(part.heading, 26, bold=True)
        for row in flat(part):
            file.row(row, mark=sheet.manner.bullet if row.kind == "bullet" else "")
    file.save(path)


RULES = ("=" * 60, "-" * 40, "_" * 50, "~" * 30, "*" * 44)


def line(row: Row) -> str:
    right = "".join(run.text for run in row.right)
    return row.text + (("\t" * 3 + right) if right else "")


def txt_rules(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """What an online form asks to paste: capitals, rules of ASCII signs, tabs."""
    rule, under = chance.choice(RULES), chance.random() < 0.5
    mark = chance.choice(("- ", "* ", "  - ", "• ", "> "))
    lines = [sheet.name.upper() if chance.random() < 0.4 else sheet.name, *([sheet.headline] if sheet.headline else [])]
    lines += [line(row) for row in contacts(sheet) + private_rows(sheet)]
    for part in sheet.sections:
        lines += ["", part.heading.upper(), rule] if under else ["", rule, part.heading.upper(), rule]
        for n, group in enumerate(part.groups):
            lines += [""] * bool(n) + [line(row) for row in flat(Section(kind="", heading="", groups=[group]))]
            lines = [mark + text if text in _bullets(part) else text for text in lines]
        lines += [(mark if row.kind == "bullet" else "") + line(row) for row in part.rows]
    path.write_text("\n".join(lines) + "\n", encoding=chance.choice(("utf-8", "utf-8", "cp1252")), errors="replace")


def _bullets(part: Section) -> set[str]:
    return {row.text for group in part.groups for post in group.posts for row in post.rows if row.kind == "bullet"}


def tagged(row: Row) -> str:
    def one(run: Run) -> str:
        text = escape(run.text)
        text = f"<b>{text}</b>" if run.bold else text
        text = f"<i>{text}</i>" if run.italic else text
        return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text

    right = f' <span class="right">{"".join(map(one, row.right))}</span>' if row.right else ""
    return "".join(map(one, row.runs)) + right


def html_rows(rows: list[Row], levels: dict[str, int] | None = None) -> str:
    made, inside = "", False
    for row in rows:
        if (row.kind == "bullet") != inside:
            made, inside = made + ("</ul>" if inside else "<ul>"), not inside
        level = next((n for name, n in (levels or {}).items() if row.text.startswith(name)), 0)
        meter = f'<span class="bar"><span style="width:{level * 20}%"></span></span>' if level else ""
        tag = "li" if inside else "p" if row.kind in ("text", "item") else "div"
        made += f'<{tag} class="{row.kind}">{tagged(row)}{meter}</{tag}>'
    return made + ("</ul>" if inside else "")


def html_page(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A saved web page: headings, paragraphs and lists, style left to the browser."""
    head = f"<h1>{escape(sheet.name)}</h1>" + (f"<p>{escape(sheet.headline)}</p>" if sheet.headline else "")
    head += "".join(f"<div>{tagged(row)}</div>" for row in contacts(sheet) + private_rows(sheet))
    body = ""
    for part in sheet.sections:
        body += f"<h2>{escape(part.heading)}</h2>"
        for group in part.groups:
            inner = html_rows(group.top)
            for post in group.posts:
                when = f"<span class='when'>{escape(post.when)}</span>" if post.when else ""
                inner += f"<div class='post'>{when}{html_rows(post.rows)}</div>"
            body += f"<section>{inner}</section>"
        body += html_rows(part.rows)
    style = "body{font-family:sans-serif;max-width:44em}.right{float:right}" if chance.random() < 0.7 else ""
    path.write_text(
        f'<!doctype html><html lang="{sheet.tongue}"><head><meta charset="utf-8"><title>CV</title>'
        f"<style>{style}</style></head><body>{head}{body}</body></html>",
        encoding="utf-8",
    )


LAYOUTS = (
    Layout(
        "odt_plain",
        Split.TUNE,
        "odt",
        odt_plain,
        (base.TITLE_OVER_EMPLOYER, base.DATE_OVER, base.DATE_THEN_EMPLOYER, base.EMPLOYER_OVER_TITLE),
        (base.DEGREE_LINE, base.DEGREE_OVER_SCHOOL),
    ),
    Layout(
        "rtf_plain",
        Split.TUNE,
        "rtf",
        rtf_plain,
        (base.EMPLOYER_CAPITALS, base.DATE_COLON, base.TITLE_COMMA, base.EMPLOYER_DASH_TITLE),
        (base.DEGREE_PAREN, base.DEGREE_LINE),
        dates=("long", "numbers", "days", "years"),
    ),
    Layout(
        "txt_rules",
        Split.TUNE,
        "txt",
        txt_rules,
        (base.ONE_LINE_PIPES, base.TITLE_OVER_EMPLOYER, base.DATE_COLON, base.EMPLOYER_CAPITALS),
        (base.DEGREE_PIPES, base.DEGREE_LINE),
        {"hide_links": False},
    ),
    Layout(
        "html_page",
        Split.TUNE,
        "html",
        html_page,
        (base.TITLE_OVER_EMPLOYER, base.APART_TITLE, base.EMPLOYER_OVER_TITLE),
        (base.DEGREE_OVER_SCHOOL, base.DEGREE_APART),
    ),
)
