"""What people's own PDFs do that templates do not: scholars' lists, old forms, sizes for signs, words broken off."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell
from vivier.resumes.layout.margins import is_margin
from vivier.resumes.layout.words import Word
from vivier.resumes.opening import open_file
from vivier.resumes.parsers.geometry import Upright
from vivier.resumes.parsers.pdf_text import Glyph, Glyphs, Style, words_of
from vivier.resumes.wording.dates import find_ranges, is_piece, only_date
from vivier.resumes.wording.opinions import title_score
from vivier.resumes.wording.tasks import task_score


def posts(sheet: Sheet) -> None:
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", bold=True, right=period)
        sheet.put("Conduite de chantiers et suivi des plantations.")
        sheet.y += 6


def studied(sheet: Sheet) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.institution, e.degree, e.end)) for e in profile(sheet).education]


def after(sheet: Sheet, heading: str, *lines: tuple[str, str]) -> None:
    sheet.y += 14
    sheet.put(heading, size=13, bold=True)
    for text, date in lines:
        sheet.put(text, right=date)


def test_talks_under_a_heading_that_nothing_knows_are_no_posts() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", right=period)
    after(sheet, "Compétences", ("Dessin de plantations", "2014 – 2016"))
    after(sheet, "Causeries", ("Le paysage des landes, congrès de Lorient", "03/2018 – 04/2018"))
    after(sheet, "Charges", ("Secrétaire de la société botanique", "2016 – 2018"))
    after(sheet, "Langues", ("Breton, français", ""))

    assert entries(sheet) == EXPECTED


def test_awards_are_no_posts_where_posts_stand_under_projects_and_experience() -> None:
    sheet = opened("Awards")
    sheet.put("Best student prize at Simon Kerdraon University", right="2009 – 2010")
    sheet.put("Research assistant scholarship, Kerdraon University", right="2008 – 2009")
    sheet.y += 14
    sheet.put("Technical Projects & Work Experience", size=13, bold=True)
    posts(sheet)

    assert entries(sheet) == EXPECTED


def test_unpaid_work_is_read_where_there_is_no_other_and_labels_within_it_open_nothing() -> None:
    sheet = opened("Volontariat")
    for house, what, period in (
        ("Cordée de la lande", "Soutien scolaire, collège Kerdraon", "10/2023 – 04/2024"),
        ("Fête des haies", "Classe de mer du lycée Le Goff", "06/2022 – 07/2022"),
    ):
        sheet.put(house, bold=True, right=period)
        sheet.put(what)
        sheet.put("Compétences acquises : patience, pédagogie et écoute des collégiens.")
        sheet.y += 8

    assert [e[2:] for e in entries(sheet)] == [("2023-10", "2024-04"), ("2022-06", "2022-07")]


def test_a_season_opens_the_line_under_its_house() -> None:
    sheet = opened("Professional experience")
    for house, line in (
        ("Kerdraon Research, New York City, NY.", "Summer 2015: Research intern in hedges, mentored by Dr. Le Goff."),
        ("Halden University, Boston, MA.", "Summer 2014: Research assistant in the Laboratory of Landscape Studies."),
    ):
        sheet.put(house, bold=True, size=11)
        sheet.put(line, 65)
        sheet.y += 10

    assert [e[1:] for e in entries(sheet)] == [
        ("Kerdraon Research", "2015", "2015"),
        ("Halden University", "2014", "2014"),
    ]


def test_dates_and_a_few_names_among_headings_in_the_margin_are_no_column() -> None:
    def cell(text: str, number: int) -> Cell:
        top = 20.0 * number
        return Cell([Word(text, 1, 50, top, 150, top + 9, 9, False, 1.0, (0.1, 0.1, 0.1, 0.1))])

    margin = (
        "Everest",
        "January 2016 - Present",
        "September 2013 – January",
        "2016",
        "May 2013 – August 2013",
        "EDUCATION AND TRAINING",
        "2007 – 2010",
        "2006 – 2012",
        "PERSONAL SKILLS",
        "Mother tongue(s)",
    )
    cells = [cell(text, number) for number, text in enumerate(margin)]

    assert is_margin(cells, beside=30)
    assert not is_margin([c for c in cells if only_date(c.text) is None and not is_piece(c.text)], beside=30)


def test_letters_of_another_size_part_a_post_from_its_employer() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet._words(title, 50, 12, True)
        sheet._words(employer, 50 + len(title) * 6.2, 10, True)
        sheet.put("", right=period)
        sheet.put("Conduite de chantiers et suivi des plantations.")
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_a_subject_behind_a_bare_degree_is_no_school() -> None:
    sheet = opened("Education")
    for degree, school, date in (
        ("M.A., Philosophy (In Progress)", "Halden University, Providence, RI.", "May 2018 (Expected)"),
        ("M.S., Botany", "Halden University, Providence, RI.", "May 2015"),
        ("B.A., Botany and Philosophy, Magna Cum Laude", "Kerdraon College, Northfield, MN.", "June 2013"),
    ):
        sheet.put(degree, right=date)
        sheet.put(school, 68)
        sheet.y += 10

    assert [(school, end) for school, _, end in studied(sheet)] == [
        ("Halden University", "2018-05"),
        ("Halden University", "2015-05"),
        ("Kerdraon College", "2013-06"),
    ]


def test_now_alone_at_the_edge_is_a_period_as_the_others_are() -> None:
    sheet = opened("Formation")
    for degree, school, date in (
        ("2e année de BUT Informatique", "Université de Landévennec", "Actuellement"),
        ("Licence de botanique", "Université de Landévennec", "2022 – 2023"),
        ("Baccalauréat général", "Lycée Kerdraon", "2022"),
    ):
        sheet.put(degree)
        sheet.put(school, right=date)
        sheet.y += 8

    assert [(school, end) for school, _, end in studied(sheet)] == [
        ("Université de Landévennec", "present"),
        ("Université de Landévennec", "2023"),
        ("Lycée Kerdraon", "2022"),
    ]


def test_a_line_that_breaks_off_at_a_small_word_goes_on_below() -> None:
    sheet = opened("Formation")
    for first, second, place in (
        ("BUT Métiers du paysage et de", "l’Environnement 2023 – 2026", "Bordeaux"),
        ("Licence de sciences de la vie et de la", "terre 2020 – 2023", "Poitiers"),
    ):
        sheet.put(first, bold=True)
        sheet.y -= 4
        sheet.put(second, bold=True)
        sheet.put(place, size=9)
        sheet.y += 8

    assert [(degree, end) for _, degree, end in studied(sheet)] == [
        ("BUT Métiers du paysage et de l’Environnement", "2026"),
        ("Licence de sciences de la vie et de la terre", "2023"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Situation actuelle", "experience"),
        ("Recent employment", "experience"),
        ("Core qualifications", "skills"),
        ("Technical projects & work experience", "experience"),
        ("Referee service", "other"),
        ("Exposés et séminaires", "other"),
        ("Publications et pré-publications", "other"),
    ],
)
def test_headings_of_scholars_and_of_job_boards(heading: str, kind: str) -> None:
    assert heading_kind(heading) == kind


def test_a_last_page_of_one_word_is_text() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for number in range(12):
        canvas.drawString(60, 780 - 14 * number, "Pose de clôtures et taille de haies bocagères")
    canvas.showPage()
    canvas.drawString(60, 780, "Élagage")
    canvas.showPage()
    canvas.save()

    assert [page.text_source for page in open_file(buffer.getvalue(), "cv.pdf").pages] == ["native", "native"]


def test_a_space_that_a_printer_left_out_is_told_by_letters_that_overlap_elsewhere() -> None:
    style = Style(10.0, False, font="Times")
    x, glyphs = 50.0, Glyphs()
    for word in ("of", "offer", "staff", "after", "offset"):
        for text in word:
            glyphs.all.append(Glyph(text, x, 700, x + 5.8, 710, style, 0))
            x += 5.0
        glyphs.all.append(Glyph("", x, 700, x, 710, style, 0))
        x += 4
    for text in "ofBirth":  # the gap before the capital is wider than overlapping letters have, and no space
        glyphs.all.append(Glyph(text, x, 700, x + 5.8, 710, style, 0))
        x += 6.2 if text == "f" else 5.0

    words = words_of(glyphs, Upright(595, 842, 0, (1, 0, 0, 0, -1, 842)))

    assert [word.text for word in words][-2:] == ["of", "Birth"]


@pytest.mark.parametrize(
    "text",
    [
        "16-17 novembre 2024",
        "6 – 9 septembre 2022",
        "22 mai - 14 juillet 2023, 24 juin - 19 juillet 2024",
        "1er mai 2020 - 3 juin 2021",
    ],
)
def test_days_are_of_the_date_that_they_stand_before(text: str) -> None:
    assert only_date(text) is not None


def test_a_number_behind_a_name_is_no_day() -> None:
    text = "Licence 3, mai 2020 - juin 2021"

    assert [text[r.begin : r.finish] for r in find_ranges(text)] == ["mai 2020 - juin 2021"]


def test_a_house_that_ends_with_a_stop_has_its_undated_post() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{title} • {employer} | {period}", bold=True)
        sheet.put("- Conduite de chantiers et suivi des plantations.")
        sheet.y += 8
    sheet.put("Responsable plantations • Garos S.A.", bold=True)
    sheet.put("- Suivi des pépinières.")

    assert entries(sheet)[-1][:2] == ("Responsable plantations", "Garos S.A.")


def test_the_one_post_of_a_list_needs_neither_house_nor_date() -> None:
    sheet = opened("Work experience")
    sheet.put("Maths tutor")
    sheet.put("Taught the subject for more than one year")

    assert [e[0] for e in entries(sheet)] == ["Maths tutor"]


def test_what_counts_or_names_a_subject_is_no_school() -> None:
    sheet = opened("Education")
    for degree, below in (
        ("BA (hons.)", "First class degree in English Language at the University of Birmingham"),
        ("A Levels", "English Literature (A), Psychology (B), Media Studies (A*)"),
        ("GCSEs", "11 GCSEs (5 A*s, 5 As and 1 B) including Maths and English"),
    ):
        sheet.put(degree, bold=True)
        sheet.put(below)
        sheet.y += 6

    assert [school for school, _, _ in studied(sheet)] == ["University of Birmingham", None, None]


def test_a_name_of_large_words_is_nothing_done() -> None:
    assert task_score("Research In Motion") < 0.5 < task_score("Research market trends in three regions")


def test_one_known_town_makes_no_towns_of_the_names_in_its_place() -> None:
    sheet = opened("Expériences")
    for house, title, place, period in (
        ("Cordée de la lande", "Animateur", "Toulouse", "10/2023 – 04/2024"),
        ("Bordeaux", "Animateur", "Bordeaux", "06/2022 – 07/2022"),
        ("Fête des haies", "Animateur", "Toulouse", "06/2021 – 07/2021"),
    ):
        sheet.put(house, bold=True, right=period)
        sheet.put(title, right=place)
        sheet.y += 8

    assert [e[1] for e in entries(sheet)][::2] == ["Cordée de la lande", "Fête des haies"]


def test_dates_over_each_other_with_a_line_between_are_one_period() -> None:
    sheet = opened("Research experience")
    for upper, lower, title, house in (
        ("current", "2021", "Research assistant", "Halden University"),
        ("2020", "2019", "Research scientist", "Kerdraon College"),
        ("2015", "2015", "Intern", "Kerdraon College"),
    ):
        for left, right in ((upper, title), ("|", house), (lower, "")):
            sheet._words(left, 48 if left == "|" else 45, 9, False)
            sheet.put(right, 110)
            sheet.y -= 4
        sheet.put("• Drew and described the plants of the moor.", 110)
        sheet.y += 10

    assert entries(sheet) == [
        ("Research assistant", "Halden University", "2021", "present"),
        ("Research scientist", "Kerdraon College", "2019", "2020"),
        ("Intern", "Kerdraon College", "2015", "2015"),
    ]


def test_schools_stand_under_degrees_that_open_with_a_list_sign() -> None:
    sheet = opened("Education")
    for degree, school, period in (
        ("Ph.D. in Botany", "Halden University", "Sep 2008 – Present"),
        ("M.Sc. in Botany", "University of Kerdraon", "Sep 2006 – Apr 2008"),
    ):
        sheet.put(f"• {degree}", right=period, bold=True)
        sheet.put(school, 65)
        sheet.put("Thesis title: The hedges of the moor and their flowers", 65)
        sheet.y += 6

    assert studied(sheet) == [
        ("Halden University", "Ph.D. in Botany", "present"),
        ("University of Kerdraon", "M.Sc. in Botany", "2008-04"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Academic awards", "other"),
        ("Academic honors and awards", "other"),
        ("Major honors and awards", "other"),
        ("Academic qualifications", "education"),
        ("Education & academic honors", "education"),
    ],
)
def test_what_is_academic_and_something_else_is_no_study(heading: str, kind: str) -> None:
    assert heading_kind(heading) == kind


def test_a_post_after_the_doctorate_is_one() -> None:
    assert title_score("Postdoctorat") >= 0.8


def test_what_goes_on_in_small_letters_behind_a_degree_is_of_it() -> None:
    sheet = opened("Formation")
    sheet.put("BAFA, approfondissement", right="2022")
    sheet.put("CAP Petite enfance, Lycée Kerdraon", right="2010")

    assert studied(sheet) == [
        (None, "BAFA, approfondissement", "2022"),
        ("Lycée Kerdraon", "CAP Petite enfance", "2010"),
    ]
