"""Word and Writer files with structure: text boxes, headers, sidebars made of tables, columns, frames."""

import random
from pathlib import Path

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.cvs.corpus.heads import Head, Row, Run
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import contacts
from tests.cvs.corpus.layouts.texts import flat, private_rows
from tests.cvs.corpus.layouts.word import FACES, write_rows, write_section
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import odt
from tests.cvs.corpus.pens.word import Word
from tests.cvs.corpus.sheet import Section, Sheet


def text_boxes(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Contact, skills and languages in floating boxes, the posts in the body."""
    word = Word(chance.choice(FACES), 10, margin=60)
    word.say(sheet.name, 22, bold=True)
    if sheet.headline:
        word.say(sheet.headline, 12)
    word.box([Row(runs=[Run(text="Contact", bold=True)]), *contacts(sheet)], 380, 40, 190, 110)
    side = sheet.section("skills", "tongues")
    for n, part in enumerate(side):
        title = Row(runs=[Run(text=part.heading, bold=True)])
        word.box([title, *part.rows], 400, 180 + 160 * n, 170, 150)
    for row in private_rows(sheet):
        word.row(row)
    for part in sheet.without("skills", "tongues"):
        write_section(word, part, sheet, 330, chance.random() < 0.5)
    word.save(path)


def headers(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Name and contact in the page's header, as letterheads have it; a foot with a date."""
    word = Word(chance.choice(FACES), 10.5)
    area = word.document.sections[0]
    body, word.into = word.into, area.header
    area.header.paragraphs[0].add_run(sheet.name).bold = True
    for row in contacts(sheet):
        word.row(row, 9)
    word.into = body
    area.footer.paragraphs[0].add_run("CV – 2025" if sheet.tongue == "fr" else "Résumé, 2025")
    if sheet.headline:
        word.say(sheet.headline, 14, bold=True)
    for row in private_rows(sheet):
        word.row(row)
    for part in sheet.sections:
        write_section(word, part, sheet, 470, True)
    word.save(path)


def sidebar_table(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """One table of one row: everything about the person at the left, the way so far at the right."""
    word = Word(chance.choice(FACES), 9.5, margin=40)
    table = word.table(1, [170, 345], chance.random() < 0.3)
    left, right = word.cell(table.rows[0].cells[0]), word.cell(table.rows[0].cells[1])
    left.say(sheet.name, 18, bold=True)
    if sheet.headline:
        left.say(sheet.headline, 11)
    for row in contacts(sheet) + private_rows(sheet):
        left.row(row)
    for part in sheet.section("skills", "tongues", "more"):
        write_section(left, part, sheet, 0, False)
    for part in sheet.without("skills", "tongues", "more"):
        write_section(right, part, sheet, 300, False)
    word.save(path)


def three_cells(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A ruled table with a cell each for dates, employer and post: what a form asks to fill in."""
    word = Word(chance.choice(FACES), 10)
    word.say("CURRICULUM VITAE", 16, bold=True)
    for text in (sheet.name, sheet.headline):
        if text:
            word.say(text, 12, bold=True)
    for row in contacts(sheet) + private_rows(sheet):
        word.row(row)
    for part in sheet.sections:
        word.say(part.heading, 12, bold=True)
        write_rows(word, part.rows, sheet, 0, part.levels)
        posts = [post for group in part.groups for post in group.posts]
        if not posts:
            continue
        table = word.table(len(posts), [100, 150, 230], True)
        for line, post in zip(table.rows, posts, strict=True):
            cells = [word.cell(cell) for cell in line.cells]
            heads = [row for row in post.rows if row.kind == "head"]
            cells[0].say(post.when.replace("\n", " "))
            write_rows(cells[1], heads[:1], sheet)
            write_rows(cells[2], heads[1:] + [row for row in post.rows if row.kind != "head"], sheet)
    word.save(path)


def columns(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Two newspaper columns in Word: the text flows from one to the next."""
    word = Word(chance.choice(FACES), 9.5, margin=45)
    cols = OxmlElement("w:cols")
    cols.set(qn("w:num"), "2")
    cols.set(qn("w:space"), "500")
    properties = word.document.sections[0]._sectPr
    for old in properties.findall(qn("w:cols")):
        properties.remove(old)
    properties.append(cols)
    word.say(sheet.name, 18, bold=True)
    if sheet.headline:
        word.say(sheet.headline, 11)
    for row in contacts(sheet) + private_rows(sheet):
        word.row(row)
    for part in sheet.sections:
        write_section(word, part, sheet, 240, chance.random() < 0.5)
    word.save(path)


def odt_table(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Dates in the first column, everything of the entry in the second."""
    body = odt.said(sheet.name, "Name") + (odt.said(sheet.headline, "Strong") if sheet.headline else "")
    body += "".join(odt.paragraph(row) for row in contacts(sheet) + private_rows(sheet))
    for part in sheet.sections:
        lines = []
        for group in part.groups:
            for n, post in enumerate(group.posts):
                inner = "".join(
                    odt.bullets([row]) if row.kind == "bullet" else odt.paragraph(row)
                    for row in (group.top if n == 0 else []) + post.rows
                )
                lines.append(["".join(odt.said(piece) for piece in post.when.split("\n")), inner])
        if part.rows:
            lines.append(["", "".join(odt.paragraph(row) for row in part.rows)])
        if chance.random() < 0.5:
            body += odt.heading(part.heading) + odt.table(lines)
        else:
            body += odt.table([[odt.said(part.heading, "Strong"), ""], *lines])
    odt.save(body, path)


def odt_frames(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Frames anchored to the page: the sidebar stands first in the file, or last."""
    side = "".join(odt.paragraph(row) for row in contacts(sheet) + private_rows(sheet))
    for part in sheet.section("skills", "tongues"):
        side += _plain(part)
    main = odt.said(sheet.name, "Name") + (odt.said(sheet.headline, "Strong") if sheet.headline else "")
    for part in sheet.without("skills", "tongues"):
        main += _plain(part)
    frames = [odt.frame(side, 1.2, 2.0, 5.4), odt.frame(main, 7.2, 2.0, 12.6)]
    odt.save("".join(frames if chance.random() < 0.5 else reversed(frames)), path)


def _plain(part: Section) -> str:
    return odt.said(part.heading, "Strong") + "".join(
        odt.bullets([row]) if row.kind == "bullet" else odt.paragraph(row) for row in flat(part)
    )


LAYOUTS = (
    Layout(
        "word_text_boxes",
        Split.CHECK,
        "docx",
        text_boxes,
        (Head("**{title}**\n{employer}[ ({place})]\n{when}"), Head("**{employer}**>>{when}\n{title}[ – {place}]")),
        (Head("{when} – {degree}[, {school}]"),),
        {"contact_joint": "\n"},
    ),
    Layout(
        "word_headers",
        Split.CHECK,
        "docx",
        headers,
        (Head("{when}>>{place}\n**{employer}** – {title}"), Head("**{title}** ({when})\n{employer}[ – {place}]")),
        (Head("{when} - {degree} - {school}[ - {place}]"), Head("**{degree}** ({when})\n{school}[ – {place}]")),
        dates=("long", "short", "years", "lasting"),
    ),
    Layout(
        "odt_table",
        Split.CHECK,
        "odt",
        odt_table,
        (
            Head("**{employer}**[, {place}]\n{title}"),
            Head("{title}\n_{employer}_[, {place}]"),
            Head("{title} – {employer}[ ({place})]"),
        ),
        (Head("{degree}\n{school}[, {place}]"), Head("**{degree}** – {school}")),
        dates=("years", "numbers", "from_to", "stacked"),
    ),
    Layout(
        "word_sidebar_table",
        Split.LOCKED,
        "docx",
        sidebar_table,
        (
            Head("**{title}**\n{employer}[ – {place}] / {when}"),
            Head("{when} – **{employer}**[, {place}]\n{title}"),
            Head("**{TITLE}**\n{when} ǀ {employer}[ ǀ {place}]"),
        ),
        (Head("**{degree}**\n{school} / {when}"), Head("{when} – {degree}, {school}")),
        {"contact_joint": "\n"},
        dates=("short", "numbers", "long", "years"),
    ),
    Layout(
        "word_three_cells",
        Split.LOCKED,
        "docx",
        three_cells,
        (Head("{employer}[\n{place}]\n**{title}**"), Head("**{EMPLOYER}**\n{title}")),
        (Head("{school}\n**{degree}**"),),
        dates=("days", "numbers", "years"),
    ),
    Layout(
        "word_columns",
        Split.LOCKED,
        "docx",
        columns,
        (Head("**{title}**\n{employer}[, {place}]\n_{when}_"), Head("_{when}_\n{employer} : **{title}**")),
        (Head("{degree}\n{school}[, {place}], {when}"),),
    ),
    Layout(
        "odt_frames",
        Split.LOCKED,
        "odt",
        odt_frames,
        (Head("**{title}** – {when}\n{employer}[, {place}]"), Head("{when}\n{employer}[ ({place})]\n**{title}**")),
        (Head("{when}\n{degree}, {school}"),),
        {"contact_joint": "\n"},
    ),
)
