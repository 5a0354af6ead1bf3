"""What LaTeX and Typst templates, Europass, builders and browsers print: feet, margins, signs and pills."""

from io import BytesIO

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.model import Box, PageLink, PageSize, Reading
from vivier.resumes.opening import open_file
from vivier.resumes.person.name import clean_name, well_written
from vivier.resumes.service import read_blocks
from vivier.resumes.wording.dates import find_ranges

CONTACTS = "aurore.q@exemple.fr | 06 39 98 44 90"


def read(sheet: Sheet, links: list[PageLink] | None = None) -> Reading:
    pages = [PageSize(number=number) for number in range(1, sheet.page + 1)]
    return read_blocks(sheet.blocks, links or [], pages)


def with_posts(sheet: Sheet) -> Sheet:
    for title, employer, period in POSTS:
        sheet.put(title, bold=True, right=period)
        sheet.put(employer)
        sheet.y += 8
    return sheet


def skills(sheet: Sheet) -> list[str]:
    return [skill.value for skill in profile(sheet).skills]


def test_a_hyphen_that_a_font_maps_to_the_soft_one_is_a_dash() -> None:
    buffer = BytesIO()
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    canvas = Canvas(buffer)
    canvas.setFont("Vera", 11)
    canvas.drawString(55, 700, "Paysagiste, Atelier Fougère, 2019 \xad 2021")
    canvas.save()

    words = [b["Text"] for b in open_file(buffer.getvalue(), "cv.pdf").blocks if b["BlockType"] == "WORD"]

    assert words[-3:] == ["2019", "-", "2021"]


def test_a_dated_foot_that_counts_the_pages_is_no_post() -> None:
    sheet = with_posts(opened())
    for page in (1, 2):
        sheet.page = page
        if page == 2:
            sheet.y = 90
            sheet.put("• Plans et perspectives", 60)
        sheet.y = 800
        for text, x in (("10 February 2026", 50), ("Aurore Quillévéré · Résumé", 240), (str(page), 540)):
            sheet._words(text, x, 8, False)

    reading = read(sheet)

    posts = [
        tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in reading.profile.experience
    ]
    assert posts == EXPECTED
    assert any("Résumé" in line.text for line in reading.pages[0].lines)


def test_a_letterhead_still_says_who_the_person_is() -> None:
    sheet = Sheet()
    for page in (1, 2):
        sheet.page, sheet.y = page, 30
        sheet.put("Aurore Quillévéré", size=16, bold=True)
        sheet.put(CONTACTS)
        sheet.y = 120
        sheet.put("Expérience professionnelle" if page == 1 else "Formation", size=13, bold=True)
        sheet.put("Paysagiste, Atelier Fougère" if page == 1 else "BTS Aménagements paysagers", right="2019 – 2021")

    read_as = read(sheet).profile

    assert (read_as.name and read_as.name.value, len(read_as.emails)) == ("Aurore Quillévéré", 1)


def test_headings_and_dates_in_one_margin_are_read_with_their_rows() -> None:
    """As Europass has printed since 2013: right-aligned in the left margin, a little lower than the text."""
    sheet = Sheet()

    def beside(label: str, text: str) -> None:
        sheet._words(label, 180 - len(label) * 4.5, 9, False)
        sheet.y -= 1.5
        sheet.put(text, 200, size=11)

    beside("PERSONAL INFORMATION", "Aurore Quillévéré")
    sheet.put("aurore.q@exemple.fr", 200, size=9)
    sheet.y += 20
    sheet._words("WORK EXPERIENCE", 180 - 15 * 4.5, 9, False)
    sheet.y += 20
    for title, employer, period in POSTS:
        beside(period, title)
        sheet.put(employer, 200, size=9)
        for line in ("Entretien des plantations et des massifs de la commune, du printemps à l'automne",) * 3:
            sheet.put(line, 200, size=9)
        sheet.y += 8
    sheet._words("EDUCATION AND TRAINING", 180 - 22 * 4.5, 9, False)
    sheet.y += 20
    beside("2010 – 2012", "BTS Aménagements paysagers")
    sheet.put("Lycée agricole de Kerliver", 200, size=9)

    assert entries(sheet) == EXPECTED
    name = profile(sheet).name
    assert name is not None
    assert name.value == "Aurore Quillévéré"


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023 Mar. — 2024 Jul.", "2023-03", "2024-07"),
        ("2019 septembre – présent", "2019-09", "present"),
        ("2024 Aug. — present", "2024-08", "present"),
        ("1914–1933", "1914", "1933"),
    ],
)
def test_the_year_may_come_first_and_lie_far_back(written: str, start: str, end: str) -> None:
    assert [(r.start, r.end) for r in find_ranges(written)] == [(start, end)]


def test_a_number_like_a_year_of_long_ago_is_no_date() -> None:
    assert find_ranges("ISO 1901, 1850 heures de formation") == []


def test_the_end_may_stand_over_the_start() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        start, end = period.split(" – ")
        sheet.beside(end, title, 150, bold=True)
        sheet.beside(start, employer, 150)
        sheet.put("• Entretien des plantations de la commune", 160)
        sheet.put("• Encadrement de neuf jardiniers", 160)
        sheet.y += 12

    assert entries(sheet) == EXPECTED


def test_an_at_sign_leads_to_the_employer() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{title} @{employer}", bold=True, right=period)
        sheet.put("• Suivi de dix chantiers", 60)

    assert entries(sheet) == EXPECTED


def test_a_parent_in_brackets_is_not_the_employer() -> None:
    sheet = opened("Experience")
    for employer, title, period in (
        ("Freenel (Google Verily)", "Software Engineer", "2018 – 2019"),
        ("Ostrel", "Software Engineering Intern", "2016 – 2017"),
    ):
        sheet.put(employer, bold=True, right=period)
        sheet.put(title)
        sheet.put("• Wrote the interface of the laboratory", 60)

    first = profile(sheet).experience[0].employer

    assert first is not None
    assert first.value.startswith("Freenel")


def test_a_kind_of_contract_names_the_post_where_nothing_else_does() -> None:
    sheet = opened("Work experience")
    sheet.put("Independent consultant", bold=True, right="08/2002 – 06/2004")
    sheet.put("British Council")
    sheet.put("Internship", bold=True, right="03/2002 – 07/2002")
    sheet.put("European Commission, Youth Unit, DG Education and Culture")

    last = profile(sheet).experience[-1]

    assert last.title is not None
    assert last.title.value == "Internship"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Experience . . . . . . . . . . . . .", "experience"),
        ("Skills" + "." * 80, "skills"),
        ("$ cat education.txt", "education"),
        ("$ ls skills/", "skills"),
        ("Notable Projects", "projects"),
        ("Community Involvement", "other"),
        ("Online Presence", "links"),
        ("Langages parlés", "languages"),
        ("Led the team....", None),
    ],
)
def test_headings_as_templates_dress_them(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


def test_dots_may_lead_from_a_heading_to_the_margin() -> None:
    assert entries(with_posts(opened("Experience" + "." * 90))) == EXPECTED


def test_a_terminal_prints_its_headings_small() -> None:
    sheet = opened("$ cat experience.log")
    with_posts(sheet)
    sheet.put("$ cat education.txt")
    sheet.put("BTS Aménagements paysagers, Lycée de Kerliver", bold=True, right="2010 – 2012")

    assert entries(sheet) == EXPECTED
    assert len(profile(sheet).education) == 1


@pytest.mark.parametrize("place", ["Mapo-gu, Seoul, Republic of Korea", "Zagreb, Croatia", "Antananarivo, Madagascar"])
def test_a_country_ends_a_place(place: str) -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put(place)
    sheet.put("aurore.q@exemple.fr")
    sheet.put("Expérience professionnelle", size=13, bold=True)

    location = profile(with_posts(sheet)).location

    assert location is not None
    assert location.value == place


def test_a_date_behind_a_name_is_no_part_of_it() -> None:
    assert clean_name("Aurore Quillévéré Last update on January 5, 2017") != "Aurore Quillévéré"
    assert clean_name("Aurore Quillévéré January 5, 2017") == "Aurore Quillévéré"


def test_pills_in_a_row_are_no_columns() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet._words("Paysagiste", 50, 10, False)
    sheet.put("CONTACT", 300, bold=True)
    for left, right in (
        ("Jardins publics", "aurore.q@exemple.fr"),
        ("Jardins privés", "06 39 98 44 90"),
        ("Conseil", "Brest"),
    ):
        sheet._words(left, 50, 10, False)
        sheet.put(right, 300)
    sheet.y += 10
    sheet.put("COMPÉTENCES", bold=True)
    x = 50.0
    for pill in ("AutoCAD", "SketchUp", "Taille douce", "Plans de plantation", "Maçonnerie", "Devis"):
        sheet._words(pill, x, 10, False)
        x += len(pill) * 5 - pill.count(" ") * 2.2 + 22  # a space is narrower than a letter
    sheet.y += 30
    sheet.put("EXPÉRIENCE", bold=True)

    assert skills(with_posts(sheet)) == [
        "AutoCAD",
        "SketchUp",
        "Taille douce",
        "Plans de plantation",
        "Maçonnerie",
        "Devis",
    ]


def test_labels_at_the_right_edge_of_their_column_are_no_skills() -> None:
    sheet = opened("Compétences")
    for label, items in (
        ("Dessin", "AutoCAD, SketchUp"),
        ("Terrain", "taille douce, bouturage"),
        ("Administration", "devis, marchés publics"),
    ):
        sheet._words(label, 110 - len(label) * 5, 10, False)
        sheet.put(items, 116.5)

    assert skills(sheet) == ["AutoCAD", "SketchUp", "taille douce", "bouturage", "devis", "marchés publics"]


def test_handles_under_a_heading_of_profiles_lead_where_their_links_do() -> None:
    sheet = with_posts(opened("Experience"))
    sheet.put("Online Presence", size=13, bold=True)
    top = sheet.y
    sheet.put("@quillevere")
    box = Box(page=1, left=50 / 595, top=top / 842, width=60 / 595, height=10 / 842)

    urls = [PageLink(page=1, url=url, box=box) for url in ("https://itch.io/quillevere", "www.quillevere.example")]
    found = [link.value for link in read(sheet, urls).profile.links]

    assert found == ["https://itch.io/quillevere", "www.quillevere.example"]


def test_a_word_for_a_level_is_no_language() -> None:
    sheet = opened("Langues")
    sheet.put("Anglais", right="Courant")
    sheet.put("Courant Pratique régulière")

    assert [tongue.value for tongue in profile(sheet).languages] == ["Anglais"]


def test_columns_of_cards_end_where_a_heading_opens_rows() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put(CONTACTS)
    sheet.put("Compétences", size=13, bold=True)
    top = sheet.y
    for x, lines in (
        (50, ("Dessin de plans", "Expert", "AutoCAD, SketchUp, plans", "de plantation, perspectives", "à la main")),
        (300, ("Travail du terrain", "Confirmée", "Taille douce, bouturage,", "semis et maçonnerie")),
    ):
        for row, text in enumerate(lines):
            sheet.y = top + row * 15 + (x - 50) * 0.02 * (row > 1)
            sheet._words(text, x, 10, row == 0)
    sheet.y = top + 90
    sheet.put("Expérience", size=13, bold=True)
    for (title, employer, period), place in zip(POSTS, ("Brest", "Quimper", "Crozon"), strict=True):
        sheet.put(employer, bold=True, right=place)
        sheet.put(title, right=period)
        sheet.put("Entretien des plantations et des massifs de la commune, du printemps à l'automne, avec neuf", 60)

    assert entries(sheet) == EXPECTED


def test_small_capitals_are_letters_of_their_word() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    x = 55.0
    for letters, size in (("A", 25), ("URORE", 20), ("Q", 25), ("UILLEVERE", 20)):
        x += 10 if letters == "Q" else 0
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, 700, letters)
        x += canvas.stringWidth(letters, "Helvetica", size) + 4
    canvas.setFont("Helvetica", 11)
    canvas.drawString(55, 660, "B 12 AVENUE de la plage")
    canvas.save()

    words = [b["Text"] for b in open_file(buffer.getvalue(), "cv.pdf").blocks if b["BlockType"] == "WORD"]

    assert words == ["AURORE", "QUILLEVERE", "B", "12", "AVENUE", "de", "la", "plage"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("JAN KüSTER", "Jan Küster"), ("LAMAR LETRELL III", "Lamar Letrell III"), ("J. DOE", "J. Doe")],
)
def test_names_in_capitals_are_written_as_names(printed: str, meant: str) -> None:
    assert well_written(printed) == meant


def test_a_narrow_column_may_part_the_postcode_from_its_town() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr")
    sheet.put("100 Ocean Wave, 94016")
    sheet.put("Ottertown")
    sheet.put("Experience", size=13, bold=True)

    location = profile(with_posts(sheet)).location

    assert location is not None
    assert location.value == "100 Ocean Wave, 94016 Ottertown"


def test_programming_is_a_heading_of_skills() -> None:
    sheet = opened("Experience")
    with_posts(sheet)
    sheet.put("Programming", size=13, bold=True)
    sheet.put("Fortran, Matlab")
    sheet.y += 10
    sheet.put("Languages", size=13, bold=True)
    sheet.put("English, French")

    assert skills(sheet) == ["Fortran", "Matlab"]


def test_descriptions_across_all_columns_make_rows_of_cells() -> None:
    posts = (
        ("Software Intern", "Innovatech Solutions", "2022 (6 months)", "Tech"),
        ("Junior Web Developer", "WebWaves Agency", "2021 (3 months)", "IT"),
        ("IT Support Assistant", "TechHelp Solutions", "2020 - 2021", "IT Support"),
    )
    sheet = opened("Experience")
    for title, employer, period, kind in posts:
        sheet.put(title, bold=True, right=kind)
        for text, x in (("•", 50), (employer, 64), ("Ottertown - Ocean", 250)):
            sheet._words(text, x, 10, True)
        sheet.y += 2
        sheet._words(period, 545 - len(period) * 5, 10, True)
        sheet.y += 14
        sheet.put("∗ Provided technical support, improving problem-solving skills and user satisfaction")
        sheet.put("of all the crew")
        sheet.y += 17

    assert [employer for _, employer, *_ in entries(sheet)] == [employer for _, employer, *_ in posts]
