"""DOCX as people make them: tab stops and headings, or a table with the dates at the left."""

import random
from pathlib import Path

from tests.cvs.corpus.heads import Row, Run
from tests.cvs.corpus.layouts import base
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import contacts
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens.word import Word
from tests.cvs.corpus.sheet import Section, Sheet

FACES = ("Calibri", "Arial", "Times New Roman", "Cambria", "Verdana", "Garamond")


def write_rows(
    word: Word, rows: list[Row], sheet: Sheet, edge: float = 0, levels: dict[str, int] | None = None
) -> None:
    """Bullets as a list style or typed by hand, levels as typed stars."""
    typed = sheet.manner.variant % 3 == 0
    for row in rows:
        if row.kind == "bullet" and typed:
            word.row(Row(runs=[Run(text=f"{sheet.manner.bullet}\t"), *row.runs]))
        elif row.kind == "bullet":
            word.row(row, style="List Bullet")
        elif level := next((n for name, n in (levels or {}).items() if row.text.startswith(name)), 0):
            word.row(Row(runs=[*row.runs, Run(text=f"  {'★' * level}{'☆' * (5 - level)}")]))
        else:
            word.row(row, edge=edge)


def opening(word: Word, sheet: Sheet, centred: bool) -> None:
    made = [word.say(sheet.name, 20, "Title" if sheet.manner.variant % 2 else "", bold=True)]
    if sheet.headline:
        made.append(word.say(sheet.headline, 13))
    made += [word.row(row) for row in contacts(sheet)]
    if centred:
        for paragraph in made:
            paragraph.alignment = 1
    if sheet.private and sheet.manner.private_at == "section":
        for text in sheet.private:
            word.say(text)


def write_section(word: Word, part: Section, sheet: Sheet, edge: float, styled: bool) -> None:
    if styled:
        word.say(part.heading, style="Heading 1")
    else:
        word.say(part.heading, 13, bold=True)
    write_rows(word, part.rows, sheet, edge, part.levels)
    for group in part.groups:
        write_rows(word, group.top, sheet, edge)
        for post in group.posts:
            if post.when:
                word.say(post.when.replace("\n", " "))
            write_rows(word, post.rows, sheet, edge)


def plain(sheet: Sheet, path: Path, chance: random.Random) -> None:
    word = Word(chance.choice(FACES), chance.choice((10, 10.5, 11)))
    styled = chance.random() < 0.5
    opening(word, sheet, chance.random() < 0.4)
    for part in sheet.sections:
        write_section(word, part, sheet, 480, styled)
    word.save(path)


def dates_table(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A table for each section, or one for all with the headings in rows of their own."""
    word = Word(chance.choice(FACES), 10)
    opening(word, sheet, False)
    lines = chance.random() < 0.3
    for part in sheet.sections:
        word.say(part.heading, 13, bold=True)
        write_rows(word, part.rows, sheet, 0, part.levels)
        if not part.groups:
            continue
        table = word.table(sum(len(g.posts) for g in part.groups), [110, 370], lines)
        posts = [(group, post, n) for group in part.groups for n, post in enumerate(group.posts)]
        for row, (group, post, n) in zip(table.rows, posts, strict=True):
            left, right = word.cell(row.cells[0]), word.cell(row.cells[1])
            for piece in post.when.split("\n"):
                left.say(piece)
            write_rows(right, (group.top if n == 0 else []) + post.rows, sheet)
    word.save(path)


LAYOUTS = (
    Layout(
        "word_plain",
        Split.TUNE,
        "docx",
        plain,
        (base.TITLE_OVER_EMPLOYER, base.EMPLOYER_DASH_TITLE, base.DATE_COLON, base.EMPLOYER_CAPITALS, base.TITLE_COMMA),
        (base.DEGREE_LINE, base.DEGREE_OVER_SCHOOL, base.SCHOOL_OVER_DEGREE),
        dates=("long", "from_to", "numbers", "years", "days"),
    ),
    Layout(
        "word_dates_table",
        Split.TUNE,
        "docx",
        dates_table,
        (base.APART_TITLE, base.APART_EMPLOYER, base.APART_LINE),
        (base.DEGREE_APART, base.DEGREE_APART_LINE),
        dates=("numbers", "years", "short", "stacked", "dotted"),
    ),
)
