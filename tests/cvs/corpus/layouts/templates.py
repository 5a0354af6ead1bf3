"""What comes with the word processors, or goes from hand to hand as a file to fill in: templates of online documents,
tables of four cells, CVs by skills, a firm's file on a consultant, formal British ones."""

import random
from pathlib import Path

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt, RGBColor
from tests.cvs.corpus.heads import Head, Row, Run
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import contacts
from tests.cvs.corpus.layouts.texts import flat
from tests.cvs.corpus.layouts.word import write_rows
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import odt
from tests.cvs.corpus.pens.word import Word
from tests.cvs.corpus.sheet import Section, Sheet, degree, employer, unmarked


def underlined(word: Word, text: str, size: float = 0) -> None:
    for run in word.say(text, size, bold=True).runs:
        run.underline = True


def entries(part: Section) -> list[Row]:
    """The lines of posts and studies only."""
    return flat(part.model_copy(update={"rows": []}))


def docs_serif(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A table of two columns: name over the posts, contact over skills, awards and languages."""
    word = Word(chance.choice(("Merriweather", "Open Sans", "Lato")), 9)
    table = word.table(2, [350, 150])
    left, right = word.cell(table.rows[0].cells[0]), word.cell(table.rows[0].cells[1])
    left.say(sheet.name, 26, bold=True)
    left.say(sheet.headline, 11)
    for contact in sheet.contacts:
        right.row(Row(runs=[Run(text=contact.text, href=contact.href, bold=contact.kind != "home")]))
    wide, narrow = word.cell(table.rows[1].cells[0]), word.cell(table.rows[1].cells[1])
    accent = chance.choice((RGBColor(0x20, 0x79, 0xC7), RGBColor(0xF2, 0x51, 0x1B)))
    for part in sheet.sections:
        into = narrow if part.kind in ("skills", "tongues", "more") else wide
        for run in into.say(part.heading.upper(), 9, bold=True).runs:
            run.font.color.rgb = accent
        write_rows(into, part.rows, sheet, 0, part.levels)
        for row in entries(part):
            into.row(row, style="List Bullet" if row.kind == "bullet" else "")
    word.save(path)


def four_cells(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Posts in a ruled table of four columns under a row of titles, studies in one of three."""
    fr = sheet.tongue == "fr"
    word = Word(chance.choice(("Calibri", "Arial")), 10)
    word.say(sheet.name, 16, bold=True)
    if sheet.headline:
        word.say(sheet.headline, 12)
    for row in contacts(sheet):
        word.row(row)
    for part in sheet.sections:
        word.say("")
        word.say(part.heading, 12, bold=True)
        if part.kind == "jobs":
            titles = ["Période", "Poste", "Entreprise", "Missions"] if fr else ["Dates", "Job", "Company", "Duties"]
            _grid(word, [82, 110, 118, 180], [titles, *_post_cells(sheet)])
        elif part.kind == "schools":
            titles = ["Année", "Diplôme", "Établissement"] if fr else ["Year", "Qualification", "School / body"]
            _grid(word, [82, 200, 208], [titles, *_study_cells(sheet)])
        else:
            write_rows(word, part.rows, sheet, 0, part.levels)
    word.save(path)


def _post_cells(sheet: Sheet) -> list[list[str]]:
    made = []
    for job, told in zip(sheet.person.jobs, sheet.jobs, strict=True):
        where = employer(job, sheet.tongue, sheet.manner.variant) + (f"\n{job.place}" if job.place else "")
        made.append([told.text, job.title, where, "\n".join(f"- {unmarked(line)}" for line in job.body)])
    return made


def _study_cells(sheet: Sheet) -> list[list[str]]:
    return [
        [told.text, degree(school, sheet.tongue), ", ".join(t for t in (school.school, school.place) if t)]
        for school, told in zip(sheet.person.schools, sheet.schools, strict=True)
    ]


def _grid(word: Word, widths: list[float], rows: list[list[str]]) -> None:
    table = word.table(len(rows), widths, lines=True)
    for n, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            inside = word.cell(cell)
            for piece in text.split("\n"):
                inside.say(piece, bold=n == 0)


def competences(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """By themes first, with tasks as bullets; the posts are a list of one line each, with tabs by hand."""
    word = Word(chance.choice(("Arial", "Comic Sans MS", "Times New Roman")), 11)
    for row in [Row(runs=[Run(text=sheet.name, bold=True)]), *contacts(sheet)]:
        word.row(row)
    if sheet.headline:
        word.say("")
        word.say(sheet.headline.upper(), 14, bold=True).alignment = 1
    for part in sheet.sections:
        word.say("")
        underlined(word, part.heading.upper(), 11)
        write_rows(word, part.rows, sheet)
        for row in entries(part):
            word.row(row, style="List Bullet" if row.kind == "bullet" else "")
    word.save(path)


def odt_letter(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Begins like a letter; the period, a tab, the post, and under it, behind a tab, the employer."""
    body = odt.said(sheet.name)
    body += "".join(odt.said(contact.text) for contact in sheet.contacts)
    body += "".join(odt.said(text) for text in sheet.private) + odt.said("")
    body += odt.said(f"CURRICULUM VITAE{chr(9)}{sheet.headline}", "Strong")
    for part in sheet.sections:
        body += odt.said("") + odt.said(part.heading.capitalize(), "Strong")
        for row in flat(part):
            bare = "- " if row.kind == "bullet" else ""
            body += odt.said(f"\t{bare}{row.text}") if bare else odt.paragraph(row)
    odt.save(body, path)


def word_resume(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """The template with a heading in the left cell and its section in the right one, over the whole page."""
    word = Word(chance.choice(("Corbel", "Gill Sans MT", "Georgia")), 10)
    word.say(sheet.name, 28, style="Title")
    line = word.say(" | ".join(c.text for c in sheet.contacts))
    line.paragraph_format.space_after = Pt(10)
    table = word.table(len(sheet.sections) + bool(sheet.headline), [95, 385])
    rows = list(table.rows)
    if sheet.headline:
        word.cell(rows[0].cells[0]).say("Objectif" if sheet.tongue == "fr" else "Objective", style="Heading 1")
        word.cell(rows.pop(0).cells[1]).say(sheet.headline)
    for row, part in zip(rows, sheet.sections, strict=True):
        word.cell(row.cells[0]).say(part.heading, style="Heading 1")
        inside = word.cell(row.cells[1])
        write_rows(inside, part.rows, sheet)
        for line_ in entries(part):
            inside.row(line_, style="List Bullet" if line_.kind == "bullet" else "")
    if sheet.private:
        word.say(" – ".join(sheet.private))
    word.save(path)


FIRM = "Kaolys Ingénierie"


def skills_file(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """What a consultancy sends of its people: a table of skills, then a sheet a mission, with what was used there."""
    word = Word("Calibri", 10)
    header = word.document.sections[0].header.paragraphs[0]
    header.text = f"{FIRM} – Dossier de compétences"
    word.say("DOSSIER DE COMPÉTENCES", 16, bold=True).alignment = 1
    word.say(sheet.name, 14, bold=True).alignment = 1
    word.say(sheet.headline, 12).alignment = 1
    for contact in sheet.contacts:
        word.say(contact.text).alignment = 1
    tools = list(sheet.person.optional) or [s for items in sheet.person.skills.values() for s in items]
    for part in sheet.sections:
        word.say(part.heading.upper(), 12, style="Heading 1")
        if part.kind == "skills":
            table = word.table(len(sheet.person.skills), [120, 360], lines=True)
            for row, (group, items) in zip(table.rows, sheet.person.skills.items(), strict=True):
                word.cell(row.cells[0]).say(group, bold=True)
                word.cell(row.cells[1]).say(", ".join(items))
        elif part.kind == "jobs":
            for n in range(len(sheet.person.jobs)):
                _mission(word, sheet, n, chance.sample(tools, min(3, len(tools))))
        else:
            write_rows(word, flat(part), sheet, 470)
    word.save(path)


def _mission(word: Word, sheet: Sheet, n: int, tools: list[str]) -> None:
    job, told = sheet.person.jobs[n], sheet.jobs[n]
    band = word.table(1, [280, 200], lines=True)
    where = employer(job, sheet.tongue, sheet.manner.variant) + (f" – {job.place}" if job.place else "")
    word.cell(band.rows[0].cells[0]).say(where, 11, bold=True)
    word.cell(band.rows[0].cells[1]).say(told.text)
    word.row(Row(runs=[Run(text="Fonction : ", bold=True), Run(text=job.title)]))
    if job.body:
        word.say("Réalisations :", bold=True)
        write_rows(word, [Row(runs=[Run(text=unmarked(t))], kind="bullet") for t in job.body], sheet)
    word.row(Row(runs=[Run(text="Environnement technique : ", bold=True), Run(text=", ".join(tools))]))
    word.say("")


def uk_formal(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """ "Curriculum Vitae" over all, personal details behind labels and tabs, underlined capitals, duties."""
    word = Word(chance.choice(("Times New Roman", "Arial")), 11)
    word.say("CURRICULUM VITAE", 14, bold=True).alignment = 1
    underlined(word, "PERSONAL DETAILS")
    labels = {"home": "Address:", "phone": "Telephone:", "email": "E-mail:", "link": "Web:"}
    pairs = [("Name:", sheet.name)] + [(labels[c.kind], c.text) for c in sheet.contacts]
    pairs += [(f"{text.partition(': ')[0]}:", text.partition(": ")[2]) for text in sheet.private]
    for label, value in pairs:
        made = word.row(Row(runs=[Run(text=f"{label}\t", bold=True), Run(text=value)]))
        made.paragraph_format.tab_stops.add_tab_stop(Pt(110), WD_TAB_ALIGNMENT.LEFT)
    for part in sheet.sections:
        word.say("")
        underlined(word, part.heading.upper())
        for row in flat(part):
            made = word.row(row, style="List Bullet" if row.kind == "bullet" else "")
            if "\t" in row.text:
                made.paragraph_format.tab_stops.add_tab_stop(Pt(150), WD_TAB_ALIGNMENT.LEFT)
    word.save(path)


LAYOUTS = (
    Layout(
        "docs_serif",
        Split.TUNE,
        "docx",
        docs_serif,
        (Head("**{employer}**[, {place}] — _{title}_\n{when}"),),
        (Head("**{school}**[, {place}] — _{degree}_\n{when}"),),
        {"contact_labels": False, "skill_shape": "commas"},
        dealt=False,
    ),
    Layout("four_cells", Split.TUNE, "docx", four_cells, (Head("{title}"),), (Head("{degree}"),), dealt=False),
    Layout(
        "competences",
        Split.TUNE,
        "docx",
        competences,
        (
            Head("{when} :\t{title}, {employer}[ – {place}]"),
            Head("{when}\t{title} – {employer}[ ({place})]"),
            Head("{title} ({when}) – {employer}[, {place}]"),
        ),
        (Head("{when} :\t{degree}[ – {school}][, {place}]"), Head("{when}\t{degree}[, {school}][, {place}]")),
        {"skill_shape": "bullets"},
        dealt=False,
    ),
    Layout(
        "odt_letter",
        Split.TUNE,
        "odt",
        odt_letter,
        (Head("{when}\t**{title}**\n\t{employer}[, {place}]"), Head("{when}\t{employer}[ ({place})]\n\t{title}")),
        (Head("{when}\t{degree}[, {school}][, {place}]"),),
        {"contact_labels": False},
        dealt=False,
    ),
    Layout(
        "word_resume",
        Split.CHECK,
        "docx",
        word_resume,
        (
            Head("**{title}** | {employer}[ | {place}]\n{when}"),
            Head("{when}\n**{title}**, _{employer}_[, {place}]"),
            Head("**{title}** | _{employer}_[, {place}] | {when}"),
        ),
        (Head("**{degree}** | {school}[ | {place}]\n{when}"), Head("{when}\n**{degree}**, {school}[, {place}]")),
        {"contact_labels": False, "heading_case": "plain"},
        dealt=False,
    ),
    Layout(
        "skills_file",
        Split.CHECK,
        "docx",
        skills_file,
        (Head("{title}"),),
        (Head("{when} : {degree}[, {school}][, {place}]"),),
        {"contact_labels": False},
        dealt=False,
    ),
    Layout(
        "uk_formal",
        Split.CHECK,
        "docx",
        uk_formal,
        (
            Head("**{when}**\t{employer}[, {place}]\n\t_{title}_"),
            Head("{when}:\t{title}, {employer}[, {place}]"),
            Head("{employer}[, {place}]\n{title} ({when})"),
        ),
        (Head("{when}\t{degree}[, {school}][, {place}]"), Head("{school}[, {place}] ({when})\n{degree}")),
        {"contact_labels": False},
        dealt=False,
    ),
)
