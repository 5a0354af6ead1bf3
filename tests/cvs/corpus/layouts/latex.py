"""What LaTeX classes give: hints at the left, ligatures, small print, running heads."""

import random
from pathlib import Path

from tests.cvs.corpus.heads import Head, Row, Run
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.layouts.paper import ACCENTS, bars, beside, contacts, private_section, rows, section
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens.pdf import GREY, HEIGHT, WIDTH, Flow, Frame, Look, Pdf
from tests.cvs.corpus.sheet import Section, Sheet


def serif(chance: random.Random, family: str = "Times", size: float = 10) -> dict[str, Look]:
    accent = chance.choice(ACCENTS)
    text = Look(size, family)
    return {
        "name": Look(26, family, (0.3, 0.3, 0.32)),
        "headline": Look(13, family, GREY, italic=True),
        "heading": Look(13, family, accent, after=3),
        "head": text,
        "text": text,
        "small": Look(size - 1, family, GREY),
        "bullet": text,
        "item": text,
    }


def ligatures(row: Row) -> Row:
    """As TeX sets them: one sign for fi and fl. Addresses are left as they are."""
    runs = [
        r if "@" in r.text else r.model_copy(update={"text": r.text.replace("fi", "ﬁ").replace("fl", "ﬂ")})
        for r in row.runs
    ]
    return row.model_copy(update={"runs": runs})


def moderncv(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Years in a hint column, title and employer in one line that ends with a full stop, a bar before each heading."""
    pdf = Pdf(producer="pdfTeX-1.40.24")
    look, hint = serif(chance, "Vera", 8.6), 84.0
    flow = Flow(pdf, lambda n: (n, Frame(54 + hint, 50, WIDTH - 108 - hint)))
    first = flow.frame
    flow.frame = Frame(54, 50, WIDTH - 108)
    flow.say(sheet.name, look["name"])
    if sheet.headline:
        flow.say(sheet.headline, look["headline"])
    for row in contacts(sheet):
        flow.row(row, look["small"]._replace(align="right", italic=True))
    flow.frame = first
    for part in sheet.sections:
        flow.room(50)
        flow.gap(9)
        flow.pdf.box(flow.page, 54, flow.y + 7, hint - 10, 4, look["heading"].colour)
        flow.say(part.heading, look["heading"])
        rows(flow, [ligatures(row) for row in part.rows], look, sheet, part.levels)
        for group in part.groups:
            rows(flow, [ligatures(row) for row in group.top], look, sheet)
            for post in group.posts:
                flow.room(26)
                end = beside(flow, post.when, look["small"], hint)
                rows(flow, [ligatures(row) for row in post.rows], look, sheet)
                flow.y = max(flow.y, end(flow)) + 4
    _feet(pdf, look["small"])
    pdf.save(path)


def _feet(pdf: Pdf, look: Look) -> None:
    if len(pdf.pages) > 1:
        for n in range(len(pdf.pages)):
            pdf.text(n, WIDTH - 80, HEIGHT - 26, f"{n + 1}/{len(pdf.pages)}", look)


def deedy(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A narrow column of studies and skills at the left, a wide one at the right; `EMPLOYER | TITLE` in capitals."""
    pdf = Pdf(producer="xdvipdfmx (20220710)")
    look = serif(chance, chance.choice(("Helvetica", "Vera")), 8.8)
    top = Flow(pdf, lambda n: (n, Frame(36, 30, WIDTH - 72)))
    top.say(sheet.name, Look(30, "Helvetica", (0.2, 0.2, 0.2), align="center"))
    for row in contacts(sheet):
        top.row(row, look["small"]._replace(align="center"))
    side = Flow(pdf, lambda n: (n, Frame(36, top.y + 8 if n == 0 else 40, 165)))
    main = Flow(pdf, lambda n: (n, Frame(222, top.y + 8 if n == 0 else 40, WIDTH - 258)))
    for part in sheet.sections:
        flow = side if part.kind in ("schools", "skills", "tongues") else main
        capital = part.model_copy(update={"heading": part.heading.upper()})
        section(flow, capital, look, sheet, "none")
    pdf.save(path)


def academic(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Several pages with a running head and foot; everything numbered or dated in the text."""
    pdf = Pdf(producer="pdfTeX-1.40.21")
    look = serif(chance, "Times", 11)
    flow = Flow(pdf, lambda n: (n, Frame(80, 70, WIDTH - 160, HEIGHT - 90)))
    flow.say("Curriculum vitae", look["headline"]._replace(align="center"))
    flow.say(sheet.name, look["name"]._replace(size=18, bold=True, align="center"))
    if sheet.headline:
        flow.say(sheet.headline, look["head"]._replace(align="center"))
    for row in contacts(sheet):
        flow.row(row, look["small"]._replace(align="center"))
    private_section(flow, sheet, look)
    for n, part in enumerate(sheet.sections, 1):
        section(flow, part.model_copy(update={"heading": f"{n}. {part.heading}"}), look, sheet, "none")
        flow.gap(14)
    for page in range(len(pdf.pages)):
        pdf.text(page, 80, 40, f"{sheet.name} – CV", look["small"]._replace(italic=True))
        pdf.text(page, WIDTH / 2 - 10, HEIGHT - 50, f"– {page + 1} –", look["small"])
    pdf.save(path)


def canva(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Text boxes on coloured ground, written in the order they happened to be made; headings with spaced letters."""
    pdf = Pdf(producer="Canva", title=f"CV {chance.randrange(99)}")
    look = serif(chance, "Helvetica", 9)
    tint = look["heading"].colour
    right = chance.random() < 0.5
    bar = 190.0
    pdf.box(0, WIDTH - bar if right else 0, 0, bar, HEIGHT, (0.93, 0.91, 0.88))
    pdf.portrait(0, (WIDTH - bar if right else 0) + 50, 34, 84, tint)
    side = Flow(pdf, lambda n: (n, Frame((WIDTH - bar if right else 0) + 20, 145 if n == 0 else 40, bar - 40)))
    main = Flow(pdf, lambda n: (n, Frame(36 if right else bar + 26, 40, WIDTH - bar - 66)))
    main.say(sheet.name.upper(), Look(24, "Helvetica", tint, bold=True))
    if sheet.headline:
        main.say(_spaced(sheet.headline.upper()) if len(sheet.headline) < 24 else sheet.headline, look["small"])
    _spaced_section(side, Section(kind="contact", heading="Contact", rows=contacts(sheet)), look, sheet)
    for part in sheet.sections:
        _spaced_section(side if part.kind in ("skills", "tongues", "more") else main, part, look, sheet)
    pdf.save(path, "blocks", chance)


def _spaced(text: str) -> str:
    return " ".join(text)


def _spaced_section(flow: Flow, part: Section, look: dict[str, Look], sheet: Sheet) -> None:
    flow.room(50)
    flow.gap(14)
    flow.say(
        _spaced(part.heading.upper()) if len(part.heading) < 14 else part.heading.upper(),
        look["heading"]._replace(size=11),
    )
    for row in part.rows:
        if row.kind == "bullet":
            flow.row(row, look["bullet"], indent=12, mark="•")
        else:
            flow.row(row, look.get(row.kind, look["text"])._replace(after=2))
            level = next((n for name, n in part.levels.items() if row.text.startswith(name)), 0)
            if level:
                bars(flow, level, look["heading"].colour)
    for group in part.groups:
        flow.room(40)
        rows(flow, group.top, look, sheet)
        for post in group.posts:
            if post.when:
                flow.say(post.when.replace("\n", " "), look["small"])
            rows(flow, post.rows, look, sheet)
            flow.gap(6)


def linkedin(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """What the network's own export looks like: a dark column, employer over title over dates over place."""
    pdf = Pdf(producer="Apache FOP Version 2.3")
    look = serif(chance, "Helvetica", 10.5)
    white = {key: value._replace(colour=(1, 1, 1)) for key, value in look.items()}
    pdf.box(0, 0, 0, 200, HEIGHT, (0.16, 0.24, 0.29))
    side = Flow(pdf, lambda n: (n, Frame(20, 40, 165)))
    main = Flow(pdf, lambda n: (n, Frame(224, 40, WIDTH - 260, HEIGHT - 60)))
    words = ("Coordonnées", "Principales compétences") if sheet.tongue == "fr" else ("Contact", "Top Skills")
    side.say(words[0], white["heading"])
    for contact in sheet.contacts:
        if contact.kind != "home":
            tail = " (LinkedIn)" if "linkedin" in contact.text else ""
            side.say(contact.text + tail, white["small"]._replace(after=3), href=contact.href)
    for part in sheet.section("skills", "tongues"):
        heading = words[1] if part.kind == "skills" else part.heading
        section(side, part.model_copy(update={"heading": heading}), white, sheet, "none")
    main.say(sheet.name, look["name"])
    if sheet.headline:
        main.say(sheet.headline, look["text"])
    for contact in sheet.contacts:
        if contact.kind == "home":
            main.say(contact.text, look["small"])
    for part in sheet.without("skills", "tongues"):
        section(main, part, look, sheet, "under")
    for page in range(len(pdf.pages)):
        if page:
            pdf.box(page, 0, 0, 200, HEIGHT, (0.16, 0.24, 0.29))
        pdf.text(page, WIDTH - 160, HEIGHT - 30, f"Page {page + 1} of {len(pdf.pages)}", look["small"])
    pdf.save(path)


def form(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """The European form of before 2020: labels in a column at the left, values at the right of a thin line."""
    pdf = Pdf(producer="OpenOffice.org 3.2")
    look, left = serif(chance, "Helvetica", 9.5), 150.0
    flow = Flow(pdf, lambda n: (n, Frame(50 + left, 50, WIDTH - 110 - left)))
    labels = (
        ("Nom / Prénom", "Adresse", "Téléphone", "Courriel", "Site")
        if sheet.tongue == "fr"
        else ("Name", "Address", "Telephone", "E-mail", "Web")
    )
    values = [(labels[0], Run(text=sheet.name))]
    names = {"home": labels[1], "phone": labels[2], "email": labels[3], "link": labels[4]}
    values += [(names[c.kind], Run(text=c.text, href=c.href)) for c in sheet.contacts]
    flow.say("Curriculum Vitae", look["name"]._replace(size=16))
    for label, run in values:
        _labelled(flow, label, Row(runs=[run]), look, left)
    for text in sheet.private:
        label, _, value = text.partition(" : ")
        _labelled(flow, label if value else "", Row(runs=[Run(text=value or text)]), look, left)
    for part in sheet.sections:
        flow.room(40)
        flow.gap(12)
        _labelled(flow, part.heading, Row(runs=[]), {**look, "small": look["heading"]._replace(bold=True)}, left)
        rows(flow, part.rows, look, sheet, part.levels)
        for group in part.groups:
            for post in group.posts:
                _form_post(flow, sheet, post.rows, look, left)
                flow.gap(8)
    for page in range(len(pdf.pages)):
        pdf.line(page, 44 + left, 46, 44 + left, HEIGHT - 40)
    pdf.save(path)


def _form_post(flow: Flow, sheet: Sheet, lines: list[Row], look: dict[str, Look], left: float) -> None:
    did = "Principales activités" if sheet.tongue == "fr" else "Main activities"
    for row in lines:
        if row.kind == "head":
            label, _, _ = row.text.partition("¦")
            runs = [
                run.model_copy(update={"text": run.text.partition("¦")[2] if "¦" in run.text else run.text})
                for run in row.runs
            ]
            _labelled(flow, label, Row(runs=[run for run in runs if run.text and run.text != label]), look, left)
        else:
            _labelled(flow, did, row, look, left)
            did = ""


def _labelled(flow: Flow, label: str, row: Row, look: dict[str, Look], left: float) -> None:
    flow.room(20)
    small = look["small"]
    pieces = [label] if len(label) < 28 else [label[: label.rfind(" ", 0, 28)], label[label.rfind(" ", 0, 28) + 1 :]]
    page, y = flow.page, flow.y
    for n, piece in enumerate(pieces if label else []):
        flow.pdf.text(page, 50, y + (n + 1) * 12, piece, small)
    flow.row(row, look["text"])
    flow.y = max(flow.y, y + 12.5 * len(pieces))


LAYOUTS = (
    Layout(
        "moderncv",
        Split.CHECK,
        "pdf",
        moderncv,
        (Head("**{title}**, _{employer}_[, {place}]."), Head("**{employer}**, {title}[, _{place}_].")),
        (Head("**{degree}**, _{school}_[, {place}]."),),
        dates=("years", "half_years", "numbers", "short_numbers"),
    ),
    Layout(
        "linkedin",
        Split.CHECK,
        "pdf",
        linkedin,
        (Head("**{employer}**\n{title}\n{when}\n{place}", "**{employer}**", "{title}\n{when}\n{place}"),),
        (Head("**{school}**\n{degree} · ({when})"), Head("**{school}**\n{degree}, ({when})")),
        {
            "skill_shape": "items",
            "tongue_shape": "parens",
            "contact_labels": False,
            "order": ["about", "jobs", "schools", "skills", "tongues", "more"],
        },
        dates=("lasting",),
    ),
    Layout(
        "form",
        Split.CHECK,
        "pdf",
        form,
        (
            Head("{l_when}¦{when}\n{l_title}¦{title}\n{l_employer}¦{employer}[, {place}]"),
            Head("{l_when}¦{when}\n{l_employer}¦{employer}[ ({place})]\n{l_title}¦{title}"),
        ),
        (Head("{l_when}¦{when}\n{l_degree}¦{degree}\n{l_school}¦{school}[, {place}]"),),
        {"contact_labels": False},
        dates=("numbers", "from_to", "years"),
    ),
    Layout(
        "deedy",
        Split.LOCKED,
        "pdf",
        deedy,
        (Head("**{EMPLOYER}** | {TITLE}\n{when}[ | {place}]"), Head("**{EMPLOYER}**[, {place}]\n_{title}_ | {when}")),
        (Head("**{SCHOOL}**\n{degree}\n{when}[ | {place}]"),),
        {"skill_shape": "dots"},
        dates=("short", "long"),
    ),
    Layout(
        "academic",
        Split.LOCKED,
        "pdf",
        academic,
        (Head("{when}. {title}, {employer}[, {place}]."), Head("_{title}_, {employer}[ ({place})], {when}")),
        (Head("{when}. {degree}, {school}[, {place}]."),),
        dates=("years", "long", "half_years"),
    ),
    Layout(
        "canva",
        Split.LOCKED,
        "pdf",
        canva,
        (
            Head("**{title}**\n{employer}[ | {place}] | {when}"),
            Head("{when}\n**{TITLE}**\n{employer}"),
            Head("**{employer}** - {title}\n{when}"),
        ),
        (Head("{when}\n**{degree}**\n{school}"), Head("**{school}**\n{degree}\n{when}")),
        {"skill_shape": "items", "contact_joint": "\n"},
    ),
)
