"""PDFs of one column, and of a sidebar: what word processors and most templates give."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.cvs.corpus.heads import Row, Run
from tests.cvs.corpus.layouts import base
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens.pdf import GREY, HEIGHT, WIDTH, Colour, Flow, Frame, Look, Pdf, broken
from tests.cvs.corpus.sheet import Section, Sheet

ACCENTS: tuple[Colour, ...] = ((0.1, 0.3, 0.5), (0.5, 0.12, 0.2), (0.1, 0.4, 0.3), (0.2, 0.2, 0.22), (0.35, 0.2, 0.45))


def looks(
    sheet: Sheet, chance: random.Random, families: tuple[str, ...] = ("Helvetica", "Times", "Vera")
) -> dict[str, Look]:
    family = chance.choice(families)
    size = chance.choice((9.0, 9.5, 10.0)) - (0.8 if family == "Vera" else 0)
    accent = chance.choice(ACCENTS)
    return {
        "name": Look(chance.choice((17, 20, 24)), family, accent, bold=chance.random() < 0.7),
        "headline": Look(size + 2.5, family, GREY),
        "heading": Look(size + 2.5, family, accent, bold=True, after=3),
        "head": Look(size, family),
        "text": Look(size, family, after=1),
        "small": Look(size - 1, family, GREY),
        "bullet": Look(size, family, after=0.6),
        "item": Look(size, family, after=0.6),
    }


def section(flow: Flow, part: Section, look: dict[str, Look], sheet: Sheet, rule: str = "under") -> None:
    """A section with its heading; dates that stand apart come over their entry."""
    flow.room(60)
    flow.gap(9)
    heading(flow, part.heading, look["heading"], rule)
    rows(flow, part.rows, look, sheet, part.levels)
    for group in part.groups:
        flow.room(30)
        for row in group.top:
            flow.row(row, look["head"])
        for post in group.posts:
            if post.when:
                flow.say(post.when.replace("\n", " "), look["small"])
            rows(flow, post.rows, look, sheet)
            flow.gap(3)
        flow.gap(3)


def heading(flow: Flow, text: str, look: Look, rule: str) -> None:
    flow.say(text, look)
    if rule == "under":
        flow.pdf.line(
            flow.page, flow.frame.left, flow.y + 1, flow.frame.left + flow.frame.width, flow.y + 1, look.colour
        )
        flow.gap(3)


def rows(
    flow: Flow, lines: list[Row], look: dict[str, Look], sheet: Sheet, levels: dict[str, int] | None = None
) -> None:
    for row in lines:
        if row.kind == "bullet":
            flow.row(row, look["bullet"], indent=14, mark=sheet.manner.bullet)
        else:
            flow.row(row, look[row.kind])
            if level := (levels or {}).get(row.text) or next(
                (n for name, n in (levels or {}).items() if row.text.startswith(name)), 0
            ):
                bars(flow, level, look["heading"].colour)


def bars(flow: Flow, level: int, colour: Colour) -> None:
    left = flow.frame.left
    flow.pdf.box(flow.page, left, flow.y + 3, min(90, flow.frame.width), 3, (0.85, 0.85, 0.85))
    flow.pdf.box(flow.page, left, flow.y + 3, min(90, flow.frame.width) * level / 5, 3, colour)
    flow.gap(8)


def contacts(sheet: Sheet) -> list[Row]:
    """One row a contact, or all in rows joined as the manner has it."""
    made = [Run(text=c.text, href=c.href) for c in sheet.contacts]
    private = [Run(text=text) for text in sheet.private] if sheet.manner.private_at == "contact" else []
    everything = made + private
    if sheet.manner.contact_joint == "\n":
        return [Row(runs=[run]) for run in everything]
    runs: list[Run] = []
    for n, run in enumerate(everything):
        runs += [Run(text=sheet.manner.contact_joint), run] if n else [run]
    return [Row(runs=runs)] if runs else []


def one_column(margin: float = 56, top: float = 46) -> Frame:
    return Frame(margin, top, WIDTH - 2 * margin, HEIGHT - 45)


def classic(sheet: Sheet, path: Path, chance: random.Random) -> None:
    pdf = Pdf(producer=chance.choice(("Microsoft® Word 2019", "LibreOffice 7.4", "macOS Quartz PDFContext")))
    look = looks(sheet, chance)
    align = chance.choice(("left", "center"))
    flow = Flow(pdf, lambda n: (n, one_column(58, 44)))
    flow.say(sheet.name, look["name"]._replace(align=align))
    if sheet.headline:
        flow.say(sheet.headline, look["headline"]._replace(align=align))
    for row in contacts(sheet):
        flow.row(row, look["small"]._replace(align=align))
    private_section(flow, sheet, look)
    rule = chance.choice(("under", "none"))
    for part in sheet.sections:
        section(flow, part, look, sheet, rule)
    pdf.save(path)


def private_section(flow: Flow, sheet: Sheet, look: dict[str, Look]) -> None:
    if sheet.private and sheet.manner.private_at == "section":
        title = "État civil" if sheet.tongue == "fr" else "Personal details"
        section(flow, Section(kind="more", heading=title, rows=[_text(t) for t in sheet.private]), look, sheet)


def _text(text: str) -> Row:
    return Row(runs=[Run(text=text)], kind="text")


def sidebar_left(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A coloured column at the left with contact, skills, languages; the name over the main column or in the bar."""
    pdf = Pdf(producer=chance.choice(("Microsoft® Word pour Microsoft 365", "Novoresume", "Adobe InDesign 18.0")))
    look = looks(sheet, chance, ("Helvetica", "Vera"))
    bar = chance.choice((165.0, 180.0, 195.0))
    dark = chance.random() < 0.5
    paint(pdf, 0, bar, look["heading"].colour if dark else (0.92, 0.93, 0.95))
    white = {k: v._replace(colour=(1, 1, 1), size=v.size - (1 if k == "heading" else 0)) for k, v in look.items()}
    side_look = white if dark else {**look, "small": look["small"]._replace(colour=(0.2, 0.2, 0.2))}
    side = Flow(pdf, lambda n: (n, Frame(22, 40 if n == 0 else 50, bar - 40)))
    main = Flow(pdf, lambda n: (n, Frame(bar + 24, 44, WIDTH - bar - 60)))
    name_in_bar = chance.random() < 0.4
    if chance.random() < 0.4:
        pdf.portrait(0, 40, 36, 78)
        side.gap(100)
    title = side if name_in_bar else main
    title_look = side_look if name_in_bar else look
    title.say(sheet.name, title_look["name"]._replace(size=17 if name_in_bar else look["name"].size))
    if sheet.headline:
        title.say(sheet.headline, title_look["headline"])
    side_parts(side, sheet, side_look)
    for part in sheet.without("skills", "tongues"):
        section(main, part, look, sheet)
    for n in range(1, len(pdf.pages)):
        paint(pdf, n, bar, look["heading"].colour if dark else (0.92, 0.93, 0.95))
    pdf.save(path)


def paint(pdf: Pdf, page: int, width: float, colour: Colour) -> None:
    pdf.box(page, 0, 0, width, HEIGHT, colour)
    ops = pdf.page(page)
    ops.insert(0, ops.pop())


def side_parts(side: Flow, sheet: Sheet, look: dict[str, Look]) -> None:
    side.gap(8)
    heading(side, "Contact", look["heading"], "none")
    for row in contacts(sheet):
        side.row(row, look["small"]._replace(after=2))
    for part in sheet.section("skills", "tongues"):
        section(side, part, look, sheet, "none")


def dates_left(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Dates in a narrow column at the left, entries at the right, as tables without lines give."""
    pdf = Pdf(producer=chance.choice(("Microsoft® Word 2016", "OpenOffice 4.1", "PDFCreator")))
    look = looks(sheet, chance)
    narrow = chance.choice((92.0, 110.0, 124.0))
    flow = Flow(pdf, lambda n: (n, Frame(50 + narrow, 44, WIDTH - 100 - narrow)))
    whole = chance.random() < 0.6
    _title_block(flow, sheet, look, narrow)
    for part in sheet.sections:
        flow.room(60)
        flow.gap(10)
        _heading_over_dates(flow, part, look, narrow if whole else 0)
        rows(flow, part.rows, look, sheet, part.levels)
        for group in part.groups:
            flow.room(34)
            for row in group.top:
                flow.row(row, look["head"])
            for post in group.posts:
                _dated(flow, post.when, post.rows, look, sheet, narrow)
    pdf.save(path)


def _title_block(flow: Flow, sheet: Sheet, look: dict[str, Look], narrow: float) -> None:
    flow.frame = flow.frame._replace(left=50, width=WIDTH - 100)
    flow.say(sheet.name, look["name"])
    if sheet.headline:
        flow.say(sheet.headline, look["headline"])
    for row in contacts(sheet):
        flow.row(row, look["small"])
    flow.frame = flow.frame._replace(left=50 + narrow, width=WIDTH - 100 - narrow)


def _heading_over_dates(flow: Flow, part: Section, look: dict[str, Look], narrow: float) -> None:
    frame = flow.frame
    flow.frame = frame._replace(left=frame.left - narrow, width=frame.width + narrow)
    heading(flow, part.heading, look["heading"], "under")
    flow.frame = frame


def _dated(flow: Flow, when: str, lines: list[Row], look: dict[str, Look], sheet: Sheet, narrow: float) -> None:
    flow.room(30)
    end = beside(flow, when, look["head"], narrow)
    rows(flow, lines, look, sheet)
    flow.y = max(flow.y, end(flow)) + 5


def beside(flow: Flow, when: str, look: Look, narrow: float) -> Callable[[Flow], float]:
    """Sets a period in the narrow column at the left; gives where it ends, asked once the entry is set."""
    page, y = flow.page, flow.y
    for piece in fitted(when, narrow, look):
        y += look.size * look.leading
        flow.pdf.text(page, flow.frame.left - narrow, y, piece, look)
    return lambda after: y if after.page == page else 0.0


def fitted(when: str, width: float, look: Look) -> list[str]:
    """A period broken to a narrow column."""
    pieces = []
    for line in when.split("\n"):
        for parts in broken([Run(text=line)], look, width - 8, 0):
            pieces.append("".join(text for text, _, _ in parts).strip())
    return pieces


def timeline(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A vertical line with a dot for each entry; dates over or beside the entry."""
    pdf = Pdf(producer="Canva" if chance.random() < 0.3 else "Adobe Illustrator 27")
    look = looks(sheet, chance, ("Helvetica", "Vera"))
    flow = Flow(pdf, lambda n: (n, Frame(84, 44, WIDTH - 140)))
    flow.say(sheet.name, look["name"])
    flow.say(sheet.headline or " ", look["headline"])
    for row in contacts(sheet):
        flow.row(row, look["small"])
    for part in sheet.sections:
        flow.room(70)
        flow.gap(12)
        heading(flow, part.heading, look["heading"], "none")
        rows(flow, part.rows, look, sheet, part.levels)
        for group in part.groups:
            flow.room(40)
            began, page = flow.y, flow.page
            flow.pdf.dot(flow.page, 66, flow.y + 8, 3.2, look["heading"].colour, chance.random() < 0.5)
            for row in group.top:
                flow.row(row, look["head"])
            for post in group.posts:
                if post.when:
                    flow.say(post.when.replace("\n", " "), look["small"]._replace(bold=True))
                rows(flow, post.rows, look, sheet)
            flow.gap(7)
            end = flow.y if flow.page == page else HEIGHT - 45
            flow.pdf.line(page, 66, began + 12, 66, end)
    pdf.save(path)


LAYOUTS = (
    Layout(
        "classic",
        Split.TUNE,
        "pdf",
        classic,
        (base.TITLE_OVER_EMPLOYER, base.EMPLOYER_OVER_TITLE, base.ONE_LINE_DASHES, base.DATE_COLON),
        (base.DEGREE_OVER_SCHOOL, base.SCHOOL_OVER_DEGREE, base.DEGREE_LINE),
        dates=("long", "short", "numbers", "years", "from_to", "capitals"),
    ),
    Layout(
        "sidebar_left",
        Split.TUNE,
        "pdf",
        sidebar_left,
        (base.TITLE_OVER_EMPLOYER, base.EMPLOYER_OVER_TITLE, base.TITLE_COMMA, base.EMPLOYER_CAPITALS),
        (base.DEGREE_OVER_SCHOOL, base.DEGREE_PAREN),
        {"contact_joint": "\n", "skill_shape": "items"},
    ),
    Layout(
        "dates_left",
        Split.TUNE,
        "pdf",
        dates_left,
        (base.APART_TITLE, base.APART_EMPLOYER, base.APART_LINE),
        (base.DEGREE_APART, base.DEGREE_APART_LINE),
        dates=("numbers", "years", "short", "stacked", "half_years"),
    ),
    Layout(
        "timeline",
        Split.TUNE,
        "pdf",
        timeline,
        (base.DATE_OVER, base.APART_TITLE, base.TITLE_OVER_EMPLOYER_DATE_BELOW),
        (base.DEGREE_APART, base.DEGREE_OVER_SCHOOL),
        {"skill_shape": "bars"},
    ),
)
