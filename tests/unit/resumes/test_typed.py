"""What word processors, web pages and typists do: headings in margins, labels under posts, dates with remarks."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.opening import open_file
from vivier.resumes.parsers import paper
from vivier.resumes.parsers.facts import FileKind
from vivier.resumes.wording.opinions import title_score


def studies(sheet: Sheet) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.degree, e.institution, e.end)) for e in profile(sheet).education]


def with_posts(sheet: Sheet, x: float) -> Sheet:
    for title, employer, period in POSTS:
        sheet.put(period, x)
        sheet.put(title, x, bold=True)
        sheet.put(employer, x)
    return sheet


def beside(sheet: Sheet, heading: list[str], rows: list[str]) -> None:
    """Rows at the right, and a large bold heading in the margin whose lines begin with the first of them."""
    top = sheet.y
    for line in heading:
        sheet.put(line, 50, size=13, bold=True)
    sheet.y = top
    for row in rows:
        sheet.put(row, 160)
    sheet.y = max(sheet.y, top + 21 * len(heading)) + 8


def test_headings_that_a_narrow_margin_breaks_head_what_stands_beside_them() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr")
    sheet.y += 10
    beside(sheet, ["Compétences", "clés"], ["Taille douce", "Outils", "Plan de plantation", "Lecture de sols"])
    beside(sheet, ["Emplois", "occupés"], [line for t, e, p in POSTS for line in (p, f"{t}, {e}")])
    beside(sheet, ["Langues", "étrangères"], ["Anglais : courant", "Breton : notions"])

    assert entries(sheet) == EXPECTED
    assert [language.value for language in profile(sheet).languages] == ["Anglais", "Breton"]


def test_dates_in_the_margin_leave_the_headings_there_what_they_are() -> None:
    sheet = opened("EXPÉRIENCES")
    for title, employer, period in POSTS:
        sheet.beside(period, f"{title}, {employer}", 300)
    sheet.beside("COMPÉTENCES", "Taille douce, plan de plantation, lecture de sols", 300)
    sheet.beside("LANGUES", "Anglais courant, breton débutant", 300)
    sheet.beside("DIVERS", "CACES nacelle, permis B", 300)

    read = profile(sheet)

    assert entries(sheet) == EXPECTED
    assert [skill.value for skill in read.skills] == ["Taille douce", "plan de plantation", "lecture de sols"]
    assert [language.value for language in read.languages] == ["Anglais", "Breton"]


def test_the_air_above_a_heading_in_a_cell_does_not_part_it_from_the_cell_beside() -> None:
    heading = paper.Paragraph([paper.Run("Emplois", True, 14.0)], before=24.0)
    sheet = paper.Sheet()
    sheet.add(paper.Row([paper.Cell(1, [heading]), paper.Cell(3, [paper.Paragraph([paper.Run("Depuis 2019")])])]))

    words = [b for b in sheet.parsed(FileKind.DOCX, set(), 1).blocks if b["BlockType"] == "WORD"]

    assert len({word["Geometry"]["BoundingBox"]["Top"] for word in words}) == 1


def test_labels_that_a_web_page_sets_apart_are_apart() -> None:
    page = (
        "<html><body><h2>Compétences</h2><span class=tag>Avid Media Composer</span> <span class=tag>Premiere Pro</span>"
        "\n<span class=tag>After Effects</span>"
        "<p>Un <span>texte</span> qui <span>se</span> <span>lit</span>.</p></body></html>"
    )

    lines = [b["Text"] for b in open_file(page.encode(), "cv.html", "text/html").blocks if b["BlockType"] == "LINE"]

    assert {"Avid Media Composer", "Premiere Pro", "After Effects"} <= set(lines)
    assert "Un texte qui se lit." in lines


def test_a_name_set_apart_within_a_heading_is_a_line_of_its_own() -> None:
    page = "<html><body><h1>Aurore <span>Q</span></h1><h3>Paysagiste <small>Atelier Fougère</small></h3></body></html>"

    lines = [b["Text"] for b in open_file(page.encode(), "cv.html", "text/html").blocks if b["BlockType"] == "LINE"]

    assert lines == ["Aurore Q", "Paysagiste", "Atelier Fougère"]


def test_a_period_may_stand_over_the_form_of_a_post() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{period} (CDD)")
        sheet.put(f"Poste : {title}")
        sheet.put(f"Entreprise : {employer}, Quimper")
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_a_section_of_languages_and_computing_has_both() -> None:
    sheet = opened("INFORMATIQUE ET LANGUES")
    sheet.put("SAP WM, Excel avancé, Power BI")
    sheet.put("Anglais professionnel (TOEIC 820), allemand scolaire")

    read = profile(sheet)

    assert [language.value for language in read.languages] == ["Anglais", "Allemand"]
    assert {"SAP WM", "Power BI"} <= {skill.value for skill in read.skills}


def test_a_title_before_the_town_is_no_part_of_the_place() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("Paysagiste, Grenoble")
    sheet.put("aurore.q@exemple.fr")

    place = profile(sheet).location

    assert place is not None
    assert place.value == "Grenoble"


def test_a_letter_of_a_font_of_pictures_is_a_list_sign() -> None:
    rtf = (
        rb"{\rtf1\ansi{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f10\fnil\fcharset2\fprq2 Wingdings;}}"
        rb"{\f10 \'74}{\f0 Majestic Wine}\par}"
    )

    lines = [b["Text"] for b in open_file(rtf, "cv.rtf").blocks if b["BlockType"] == "LINE"]

    assert lines == ["• Majestic Wine"]


def test_a_dash_that_stands_alone_between_two_dates_is_no_list_sign() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        begun, left = period.split(" – ")
        for text, x in ((begun, 50.0), ("-", 100.0), (left, 120.0)):
            sheet._words(text, x, 10, False)
        sheet.put(f"{title}, {employer}", 200)
        sheet.put("Conception de jardins et suivi de chantiers", 200)
        sheet.y += 8

    assert entries(sheet) == EXPECTED


@pytest.mark.parametrize(
    ("date", "below", "end"), [("2021", "(actuellement)", "present"), ("2021 (4", "mois)", "2021")]
)
def test_what_is_said_of_a_date_may_stand_on_the_next_line(date: str, below: str, end: str) -> None:
    sheet = opened()
    for (title, employer, period), last in zip(POSTS, (False, False, True), strict=True):
        sheet.put(employer, right=date if last else period.split(" – ")[0][3:])
        if last:
            sheet.put(below)
        sheet.put(title, bold=True)
        sheet.put("• Conception de jardins en pente")

    assert entries(sheet)[-1] == ("Ouvrière paysagiste", "Pépinières Kerdraon", "2021", end)


def test_a_school_may_stand_in_square_brackets() -> None:
    sheet = opened("Formation et diplômes")
    sheet.put("2004 - 2005 : Maîtrise de botanique [ Université de Brest ]")
    sheet.put("2003 - 2004 : Licence de botanique [ Université de Brest ]")

    assert studies(sheet)[0] == ("Maîtrise de botanique", "Université de Brest", "2005")


def test_the_subject_of_a_degree_may_be_set_otherwise() -> None:
    sheet = opened("Cursus scolaire")
    for period, subject, school in [
        ("2015 – 2017 :", "Botanique", "Université de Brest"),
        ("2012 – 2015 :", "Agronomie", "Université de Rennes"),
    ]:
        top, x = sheet.y, 50.0
        for text, bold in ((period, False), ("Master", True), (f"{subject} : {school}", False)):
            sheet.y = top
            sheet.put(text, x, bold=bold)
            x += sum(len(w) * 5 + 2.8 for w in text.split(" "))

    assert studies(sheet)[0] == ("Master Botanique", "Université de Brest", "2017")


def test_a_common_word_above_a_degree_is_a_heading_however_it_is_set() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr")
    sheet.put("Expérience professionnelle")
    for title, employer, period in POSTS:
        sheet.put(f"{title} — {employer}", right=period)
    sheet.put("Formation")
    sheet.put("BTSA Aménagements paysagers — Lycée de Kerbernez", right="2012")

    assert entries(sheet) == EXPECTED
    assert studies(sheet) == [("BTSA Aménagements paysagers", "Lycée de Kerbernez", "2012")]


def test_the_second_line_of_a_head_is_no_heading_for_looking_like_one() -> None:
    sheet = opened("EXPÉRIENCES")
    for (_, employer, period), title in zip(POSTS, ["Jardins en pente", "Parcs urbains", "Talus"], strict=True):
        sheet.y += 8
        sheet.put(employer, right=period)
        sheet.y += 8
        sheet.put(title, size=13, bold=True)
        sheet.put("Conception et suivi de chantiers avec les équipes de la commune.")
    for heading, row in [("Diplômes", "BTSA Aménagements paysagers"), ("Langues", "Breton")]:
        sheet.y += 8
        sheet.put(heading, size=13, bold=True)
        sheet.put(row)

    assert [employer for _, employer, *_ in entries(sheet)] == [employer for _, employer, _ in POSTS]


def test_what_every_post_has_below_it_is_no_section() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(employer, bold=True, right=period)
        sheet.put(f"Fonction : {title}")
        sheet.put("Réalisations :", bold=True)
        sheet.put("• Conception de jardins en pente")

    assert entries(sheet) == EXPECTED


def test_works_with_their_year_are_no_posts() -> None:
    sheet = with_posts(opened(), 50)
    sheet.put("Travaux", size=13, bold=True)
    sheet.put("Rivages, 2022")
    sheet.put("La Criée, 2021")

    assert entries(sheet) == EXPECTED


def test_a_short_name_is_no_plural_of_an_abbreviation() -> None:
    assert title_score("Cros Sofiane") == 0


@pytest.mark.parametrize(
    "towns",
    [
        ("La Clusaz", "Le Grand-Bornand", "Seynod"),
        ("Aizenay", "Pouzauges", "La Roche-sur-Foron"),
        ("La Trufaz", "Le Mont", "Zubigny"),
    ],
)
def test_a_small_town_behind_the_employer_is_no_part_of_its_name(towns: tuple[str, ...]) -> None:
    sheet = opened()
    for (title, employer, period), town in zip(POSTS, towns, strict=True):
        sheet.put(f"{title} | {employer}, {town}", right=period)
        sheet.put("• Conception de jardins en pente")

    assert entries(sheet) == EXPECTED


def test_the_town_of_an_employer_may_follow_in_words() -> None:
    sheet = opened()
    for (title, employer, period), town in zip(POSTS, ("Quimper", "La Rochelle", "Bamako"), strict=True):
        sheet.put(f"{period.replace(' – ', ' — ')}, {title}, {employer} à {town}.")

    assert entries(sheet) == EXPECTED


def test_a_post_is_held_within_an_employer() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{period} : {title} au sein de l'{employer} à Quimper")

    assert entries(sheet)[0] == EXPECTED[0]


def test_a_list_parted_by_bars_is_no_head() -> None:
    sheet = opened("Experience")
    posts = [
        ("11/2018-7/2022", "Cybersecurity Assessor", "State of Oregon"),
        ("6/2012-6/2016", "Network Engineer", "Oregon Military Department"),
        ("7/2011-5/2012", "Systems Specialist", "Oregon Army National Guard"),
    ]
    used = [
        "Vulnerability Assessment | Penetration Testing | CISA CQI/RVA Qualified | Threat Emulation | Risk Analysis",
        "IT security | Systems administration | Design of DMVPN | Enterprise IT architecture | Cisco IOS",
        "WIN-T | Systems Administration | Network Engineering | Monitoring | Availability",
    ]
    for (period, title, employer), tools in zip(posts, used, strict=True):
        sheet.put(f"{period}, {title}, {employer}")
        sheet.put(tools)
        sheet.put("• Liaison to the IT sector working group")
        sheet.y += 8

    assert [(title, employer) for title, employer, *_ in entries(sheet)] == [post[1:] for post in posts]


def test_who_tells_in_the_first_person_names_no_post() -> None:
    sheet = opened("Employment")
    for employer, period in [
        ("Majestic Wine", "November 2010 – December 2010"),
        ("Ashworth Hire", "June 2007 – May 2009"),
    ]:
        sheet.put(f"{employer} {period}", bold=True)
        sheet.put("I was a delivery driver for the run up to Christmas")

    assert [(title, employer) for title, employer, *_ in entries(sheet)] == [
        (None, "Majestic Wine"),
        (None, "Ashworth Hire"),
    ]


def test_three_rows_with_a_year_each_are_no_period() -> None:
    sheet = opened("Formations :")
    for year, text in [
        ("2008", "CAP maçonnerie, CFA de Limoges"),
        ("2012", "CACES R482"),
        ("2019", "Travail en hauteur"),
    ]:
        sheet.beside(year, f": {text}")

    assert ("CAP maçonnerie", "CFA de Limoges", "2008") in studies(sheet)


def test_what_a_bracket_adds_to_the_last_skill_stays_with_it() -> None:
    sheet = opened("COMPÉTENCES")
    sheet.put("Taille douce – Lecture de sols – Gestes d'urgence")
    sheet.put("(AFGSU 2)")

    assert [skill.value for skill in profile(sheet).skills][-1] == "Gestes d'urgence (AFGSU 2)"


def test_a_place_kept_for_a_photo_is_no_part_of_the_name() -> None:
    sheet = Sheet()
    sheet.put("PHOTO", size=14, bold=True)
    sheet.put("Aurore Quillévéré", size=14, bold=True)
    sheet.put("paysage.29@exemple.fr")

    name = profile(sheet).name

    assert name is not None
    assert name.value == "Aurore Quillévéré"


def test_a_language_may_have_two_names_in_one() -> None:
    sheet = opened("Langues")
    sheet.put("Serbo-croate maternelle")

    assert [language.value for language in profile(sheet).languages] == ["Serbo-croate"]
