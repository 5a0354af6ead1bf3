"""Lists of posts and studies, in the many ways that people write them."""

from pathlib import Path

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import Found, PageSize, Profile, TextSource
from vivier.resumes.opening import open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks

POSTS = [
    ("Paysagiste conceptrice", "Atelier Fougère", "04/2019 – 06/2024"),
    ("Cheffe de service", "Commune de Landévennec", "09/2015 – 03/2019"),
    ("Ouvrière paysagiste", "Pépinières Kerdraon", "06/2012 – 08/2015"),
]
EXPECTED = [
    ("Paysagiste conceptrice", "Atelier Fougère", "2019-04", "2024-06"),
    ("Cheffe de service", "Commune de Landévennec", "2015-09", "2019-03"),
    ("Ouvrière paysagiste", "Pépinières Kerdraon", "2012-06", "2015-08"),
]
CVS = Path(__file__).parents[2] / "cvs" / "read"


def opened(heading: str = "Expérience professionnelle") -> Sheet:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put(heading, size=13, bold=True)
    return sheet


def profile(sheet: Sheet) -> Profile:
    return read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile


def entries(sheet: Sheet) -> list[tuple[str | None, ...]]:
    return [
        tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in profile(sheet).experience
    ]


@pytest.mark.parametrize("order", ["dte", "ted", "etd", "tde"])
def test_three_cells_a_row_whatever_their_order(order: str) -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        cells = {"d": period, "t": title, "e": employer}
        for key, x in zip(order, (50, 220, 400), strict=True):
            sheet._words(cells[key], x, 10, False)
        sheet.y += 24

    assert entries(sheet) == EXPECTED


def test_a_form_says_what_is_what() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        for label, value in (("Période", period), ("Poste occupé", title), ("Nom de l'employeur", employer)):
            sheet.beside(label, value, 220)
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_a_heading_is_known_by_its_looks_and_its_rows() -> None:
    sheet = opened("Compétences")
    sheet.put("AutoCAD, SketchUp, QGIS")
    sheet.y += 10
    sheet.put("Sur le terrain", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(title, right=period)
        sheet.put(employer)
    sheet.y += 10
    sheet.put("Langues", size=13, bold=True)
    sheet.put("Anglais : B2")

    assert entries(sheet) == EXPECTED


def test_two_posts_under_one_employer() -> None:
    sheet = opened()
    sheet.put("Atelier Fougère, Brest", bold=True)
    sheet.put("Cheffe de projet", right="2021 – 2024")
    sheet.put("• Suivi de dix chantiers", 60)
    sheet.put("Paysagiste", right="2019 – 2021")
    sheet.put("• Plans et perspectives", 60)

    assert entries(sheet) == [
        ("Cheffe de projet", "Atelier Fougère", "2021", "2024"),
        ("Paysagiste", "Atelier Fougère", "2019", "2021"),
    ]


def test_items_set_in_without_a_sign_are_no_heads() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(title, bold=True, right=period)
        sheet.put(employer)
        sheet.put("Prime du meilleur jardin 2018", 64)
        sheet.put("Encadrement de neuf jardiniers", 64)
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_dates_over_each_other_are_one_period() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        start, end = period.split(" – ")
        sheet.beside(start, title, 150, bold=True)
        sheet.beside(end, employer, 150)
        sheet.y += 12

    assert entries(sheet) == EXPECTED


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2014–18", "2014", "2018"),
        ("2011–12", "2011", "2012"),
        ("03/2019 à ce jour", "2019-03", "present"),
        ("Saisons 2017 et 2018", "2017", "2018"),
        ("2018-06–2019-04", "2018-06", "2019-04"),
        ("sept. 2003 – mai 2007", "2003-09", "2007-05"),
        ("juin — août 2016", "2016-06", "2016-08"),
    ],
)
def test_ways_to_write_a_period(written: str, start: str, end: str) -> None:
    sheet = opened()
    sheet.put("Paysagiste – Atelier Fougère", right=written)

    assert entries(sheet) == [("Paysagiste", "Atelier Fougère", start, end)]


def test_letters_set_wide_are_words_again() -> None:
    sheet = opened("Expérience professionnelle")
    x = 50.0
    for letter in "PAYSAGISTE":
        sheet._words(letter, x, 10, True)
        x += 10
    sheet.y += 15
    sheet.put("Atelier Fougère | 2019 – 2024")

    assert entries(sheet) == [("PAYSAGISTE", "Atelier Fougère", "2019", "2024")]


def test_a_department_is_no_employer() -> None:
    sheet = opened("Work experience")
    sheet.put("Senior Staff Nurse, A&E, Barnardo's")
    sheet.put("March 2019 – May 2021")

    assert entries(sheet) == [("Senior Staff Nurse, A&E", "Barnardo's", "2019-03", "2021-05")]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0470 12 34 40", "+32470123440"),
        ("078 123 45 67", "+41781234567"),
        ("083 123 4567", "+353831234567"),
        ("(312) 555-0134", "+13125550134"),
    ],
)
def test_the_way_digits_are_grouped_tells_the_country(written: str, number: str) -> None:
    sheet = Sheet()
    sheet.put("Jeanne Roche", size=20, bold=True)
    sheet.put(f"jeanne@exemple.org | {written}")

    assert [p.value for p in profile(sheet).phones] == [number]


@pytest.mark.parametrize("stem", ["s06_tremblay", "s13_oconnor__typst_timeline", "s16_martin__typst_onecol"])
def test_textract_and_the_text_layer_give_the_same_profile(stem: str) -> None:
    file = open_file((CVS / f"{stem}.pdf").read_bytes(), f"{stem}.pdf", "")
    recognised = [
        {key: value for key, value in block.items() if key != "Style"} | {"Confidence": 99.6} for block in file.blocks
    ]
    sizes = [size.model_copy(update={"source": TextSource.TEXTRACT}) for size in page_sizes(file)]

    native = read_blocks(file.blocks, links_of(file), page_sizes(file)).profile
    textract = read_blocks(recognised, links_of(file), sizes).profile

    assert values(textract) == values(native)


def values(read: Profile) -> list[object]:
    lists: list[list[Found]] = [read.emails, read.phones, list(read.skills), list(read.languages)]
    return [
        read.name and read.name.value,
        read.location and read.location.value,
        [[found.value for found in each] for each in lists],
        [[f and f.value for f in (e.title, e.employer, e.start, e.end)] for e in read.experience],
        [[f and f.value for f in (e.degree, e.institution, e.end)] for e in read.education],
    ]


def test_tools_named_in_the_work_are_skills_when_none_are_listed() -> None:
    sheet = opened()
    sheet.put("Développeuse – Atelier Fougère – 2019 – 2024")
    sheet.put("• Refonte de l'API en nodejs, puis Postgres et K8s", 60)

    assert [s.value for s in profile(sheet).skills] == ["Node.js", "PostgreSQL", "Kubernetes"]
