"""Posts in newspaper columns and in tables of cells: where a column goes on, where a cell's paragraph ends."""

from io import BytesIO

import docx
import pytest
from docx.shared import Cm
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.opening import open_file
from vivier.resumes.service import page_sizes, read_blocks
from vivier.resumes.wording.tasks import task_score

RIGHT = 310.0
WORK = "Conduite de chantiers et devis"


def post(sheet: Sheet, number: int, x: float = 50, parts: str = "tepw") -> None:
    """Title, employer, period and work of a post, each on a line of its own."""
    title, employer, period = POSTS[number]
    for part in parts:
        match part:
            case "t":
                sheet.put(title, x, bold=True)
            case "e":
                sheet.put(employer, x)
            case "p":
                sheet.put(period, x)
            case _:
                sheet.put(WORK, x + 10)
    sheet.y += 12 if parts.endswith("w") else 0


def test_the_first_newspaper_column_is_read_to_its_foot_though_the_second_is_shorter() -> None:
    sheet = opened()
    top = sheet.y
    for part in (0, 1):
        post(sheet, part)
    post(sheet, 2, parts="t")
    sheet.y = top
    post(sheet, 2, RIGHT, "epw")

    assert entries(sheet) == EXPECTED


def test_a_period_beside_a_town_is_found_in_a_column_at_the_right() -> None:
    sheet = opened()
    top = sheet.y
    for number, x in ((0, 50.0), (1, 50.0), (2, RIGHT)):
        if number == 2:
            sheet.y = top
        title, employer, period = POSTS[number]
        sheet.put(employer.upper(), x)
        sheet.put(title, x)
        sheet.put(f"{period} · Quimper", x)
        sheet.put(WORK, x + 10)
        sheet.y += 12

    assert [row[2:] for row in entries(sheet)] == [row[2:] for row in EXPECTED]


@pytest.mark.parametrize("lines", [("Expérience", "professionnelle"), ("Professional", "experience")])
def test_a_heading_that_a_narrow_column_broke_is_one(lines: tuple[str, str]) -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.y += 10
    for line in lines:
        sheet.put(line, size=13, bold=True)
        sheet.y -= 5
    sheet.y += 5
    sheet.put(POSTS[0][2])
    sheet.put(POSTS[0][0], bold=True)
    sheet.put(POSTS[0][1])

    assert entries(sheet) == EXPECTED[:1]


def test_the_titles_of_a_table_say_which_cell_names_the_employer() -> None:
    sheet = opened()
    for left, middle, right in [
        ("Dates", "Employeur", "Fonction"),
        ("2019 – 2024", "Le Chef", "Floor"),
        ("2015 – 2019", "Boulanger", "Renfort"),
    ]:
        sheet._words(left, 50, 10, False)
        sheet._words(middle, 170, 10, False)
        sheet.put(right, 340)
        sheet.y += 8

    assert [row[:2] for row in entries(sheet)] == [("Floor", "Le Chef"), ("Renfort", "Boulanger")]


def test_the_titles_of_a_table_keep_its_cells_together() -> None:
    sheet = opened("Formation")
    for left, middle, right in [
        ("Année", "Diplôme", "Établissement"),
        ("2012", "BTS Aménagements paysagers", "Lycée de Kerplouz, Auray"),
        ("2010", "Bac pro Travaux paysagers", "Lycée de Kerbernez, Plomelin"),
    ]:
        for text, x in ((left, 50), (middle, 100), (right, 335)):
            sheet._words(text, x, 10, False)
        sheet.y += 15
    sheet.y += 15
    sheet.put("Expérience professionnelle", size=13, bold=True)
    for texts in [
        ("Période", "Poste", "Entreprise", "Missions"),
        ("2019 – 2024", "Jardinière", "Atelier Fougère", "- Conduite des chantiers"),
        ("", "", "Quimper", "- Devis et suivi des équipes"),
        ("2015 – 2019", "Élagueuse", "Kerdraon", "- Taille et abattage"),
        ("", "", "Brest", "- Entretien du matériel"),
    ]:
        for text, x in zip(texts, (50, 120, 230, 340), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 15

    read = [(e.degree and e.degree.value, e.institution and e.institution.value) for e in profile(sheet).education]

    assert read == [
        ("BTS Aménagements paysagers", "Lycée de Kerplouz"),
        ("Bac pro Travaux paysagers", "Lycée de Kerbernez"),
    ]


def test_a_paragraph_of_a_word_cell_is_no_end_of_the_one_above() -> None:
    document = docx.Document()
    for text in ("Rosalind Thackeray", "ros.thackeray@mail.example"):
        document.add_paragraph(text)
    document.add_heading("Experience", 2)
    table = document.add_table(0, 3)
    for period, employer, title, *work in [
        ("2017 – 2024", "Jorvik Trust", "Collections Manager", "Cares for 40,000 objects", "Led the store move"),
        ("2012 – 2016", "Bowes Museum", "Assistant Curator", "Textile displays and loans"),
    ]:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (period, employer, title), (3, 4, 9), strict=True):
            cell.width, cell.text = Cm(width), text
        for text in work:
            cells[2].add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    file = open_file(buffer.getvalue(), "cv.docx")

    read = read_blocks(file.blocks, [], page_sizes(file)).profile.experience

    assert [e.title and e.title.value for e in read] == ["Collections Manager", "Assistant Curator"]


def test_a_town_under_a_lone_period_takes_no_names_place() -> None:
    sheet = opened()
    for (title, employer, period), town in zip(POSTS, ("Quimper", "Brest", "Lorient"), strict=True):
        sheet.put(period)
        sheet.put(town)
        sheet.y += 15
        sheet.put(title, bold=True)
        sheet.put(employer)
        sheet.put("• Devis et suivi des équipes")
        sheet.y += 15

    assert entries(sheet) == EXPECTED


@pytest.mark.parametrize("title", ["Design Intern", "Certified Nursing Assistant"])
def test_a_post_whose_first_word_is_also_done_is_found_beside_its_employer(title: str) -> None:
    sheet = opened()
    for post_, employer, period in [("UX Researcher", "Ogilvy", "2016 – 2018"), (title, "Willow Creek", "2014 – 2016")]:
        sheet.put(period)
        sheet.put(f"{post_}, {employer}")
        sheet.put("• Diary studies and usability tests")

    assert [row[:2] for row in entries(sheet)] == [("UX Researcher", "Ogilvy"), (title, "Willow Creek")]


@pytest.mark.parametrize(("text", "does"), [("Gérer les stocks", True), ("Atelier Claudel, Nancy", False)])
def test_a_name_that_ends_as_verbs_do_is_no_task(text: str, does: bool) -> None:
    assert (task_score(text) >= 0.5) is does


def test_a_period_with_an_arrow_may_go_over_two_lines() -> None:
    sheet = opened()
    for title, employer, first, second in [
        ("Paysagiste conceptrice", "Atelier Fougère", "Oct. 2019 → Août", "2024"),
        ("Cheffe de service", "Commune de Landévennec", "Sept. 2015 → Mars", "2019"),
    ]:
        sheet.beside(first, title)
        sheet.beside(second, employer)
        sheet.y += 10

    assert [row[2:] for row in entries(sheet)] == [("2019-10", "2024-08"), ("2015-09", "2019-03")]


def test_the_second_newspaper_column_is_read_to_its_foot_before_a_third() -> None:
    sheet = opened()
    top = sheet.y
    titles = {title for title, _, _ in POSTS}
    for x, texts in [
        (50.0, [*POSTS[0], WORK, "Choix des végétaux", "Suivi des équipes", POSTS[1][0]]),
        (220.0, [*POSTS[1][1:], WORK, "Choix des végétaux", "Suivi des équipes", "Achats", "", POSTS[2][0]]),
        (390.0, [*POSTS[2][1:], WORK, "Devis et suivi"]),
    ]:
        sheet.y = top
        for text in texts:
            sheet.put(text, x, bold=text in titles, size=9)

    assert entries(sheet) == EXPECTED


def test_a_cell_of_long_employers_with_their_towns_tells_no_work() -> None:
    sheet = opened()
    for title, employer, period in [
        ("Clinical Social Worker", "Aurora Behavioral Horizons, Denver", "2018 – 2024"),
        ("Case Manager", "Saint Catherine Charities, Denver", "2014 – 2017"),
        ("Intake Specialist", "The Long Gathering Place, Denver", "2012 – 2014"),
    ]:
        sheet._words(title, 50, 10, True)
        sheet._words(employer, 200, 10, False)
        sheet.put(period, 440)
        sheet.put("• Groups for young parents", 50)
        sheet.put("• Weekly visits", 50)
        sheet.y += 10

    assert [row[1] for row in entries(sheet)] == [
        "Aurora Behavioral Horizons",
        "Saint Catherine Charities",
        "The Long Gathering Place",
    ]


def test_small_letters_behind_a_colon_tell_the_work() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        for text, x in ((period, 50), (employer, 190), (f"{title} : devis et métrés", 340)):
            sheet._words(text, x, 10, False)
        sheet.y += 24

    assert entries(sheet) == EXPECTED


def test_who_worked_for_themselves_is_not_put_under_the_employer_before() -> None:
    sheet = opened()
    for title, employer, period in [*POSTS[:2], ("Élagueuse", "Self-employed", "06/2012 – 08/2015")]:
        sheet.put(period)
        sheet.put(title, bold=True)
        sheet.put(employer)
        sheet.put("• Devis et suivi des équipes")

    assert entries(sheet)[2][1] != POSTS[1][1]


def test_titles_of_columns_may_name_the_post_and_the_work() -> None:
    sheet = opened()
    for texts in [
        ("Période", "Entreprise", "Poste et missions"),
        ("2019 – 2024", "La Coquerie", "Second"),
        ("2016 – 2019", "Le Coq-Gadby", "Chef de partie"),
    ]:
        for text, x in zip(texts, (50, 170, 340), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 24

    assert [row[:2] for row in entries(sheet)] == [("Second", "La Coquerie"), ("Chef de partie", "Le Coq-Gadby")]


def test_a_heading_over_the_first_of_a_sidebar_beside_the_name_opens_its_section() -> None:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20, bold=True)
    sheet.put("I build rooms, and I like to build them with people who know", size=10)
    top = sheet.y
    sheet.put("Experience", size=13, bold=True)
    for title, period in (("Site manager, Halden Ltd", "2018 - 2024"), ("Joiner, Garos Foods", "2012 - 2018")):
        sheet.put(title, bold=True)
        sheet.put(period)
        sheet.put("Ran a crew of nine on four sites at once", 60)
    sheet.y = 44
    for text in ("Leeds", "07700 900123", "maud@exemple.fr"):
        sheet.put(text, 420)
    sheet.y = max(sheet.y, top - 24)
    sheet.put("Education", 420, size=13, bold=True)
    for text in ("Diploma in Carpentry", "Halden College", "2012"):
        sheet.put(text, 420)

    assert [(s.degree and s.degree.value, s.institution and s.institution.value) for s in profile(sheet).education] == [
        ("Diploma in Carpentry", "Halden College")
    ]
