"""Lists of posts as people type them: paragraphs that run on, Markdown, blank lines; cards without frames."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.law.prohibited import ProhibitedKind
from vivier.resumes.model import Profile, Reading
from vivier.resumes.opening import open_file
from vivier.resumes.service import page_sizes, read_blocks


def reading(text: str) -> Reading:
    file = open_file(text.encode(), "cv.txt")
    return read_blocks(file.blocks, [], page_sizes(file))


def typed(text: str) -> Profile:
    return reading(text).profile


def told(read: Profile) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in read.experience]


def test_what_was_done_may_run_on_behind_the_period() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}, {period} : conduite de chantiers, devis et suivi", size=8)
        sheet.y += 6

    assert entries(sheet) == EXPECTED


def test_cards_without_frames_whose_periods_do_not_stand_level_are_read_apart() -> None:
    sheet = opened()
    top = sheet.y
    made = [*POSTS, ("Jardinière", "Ville de Brest", "03/2010 – 05/2012")]
    for number, (title, employer, period) in enumerate(made):
        x = (50.0, 330.0)[number % 2]
        sheet.y = top + number // 2 * 110
        sheet.put(title, x, bold=True)
        sheet.put(employer, x)
        for line in ["Parcs et jardins", "publics"][: 2 * (number % 2 == 0)]:
            sheet.put(line, x)
        sheet.put(period, x)

    read = {row[0]: row[2:] for row in entries(sheet)}

    assert read == {row[0]: row[2:] for row in [*EXPECTED, ("Jardinière", "", "2010-03", "2012-05")]}


def test_markdown_says_what_is_a_heading_and_what_is_bold() -> None:
    read = typed(
        "# Aurore Quillévéré\naurore.q@exemple.fr\n\n## Expérience\n\n"
        + "\n\n".join(f"**{title}** {employer}\n{period}\n- Devis et suivi" for title, employer, period in POSTS)
    )

    assert told(read) == EXPECTED
    assert read.name is not None
    assert read.name.value == "Aurore Quillévéré"


def test_blank_lines_between_posts_tell_where_each_begins() -> None:
    posts = [
        ("Kerdraon", "2019 – 2024", "Renfort"),
        ("Tronoën", "2015 – 2019", "Appui"),
        ("Mogueriec", "2012", "Saison"),
    ]

    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPERIENCE PROFESSIONNELLE\n\n"
        + "\n\n".join("\n".join(post) for post in posts)
    )

    assert [{title, employer} for title, employer, *_ in told(read)] == [{post[0], post[2]} for post in posts]


def test_labels_without_a_sign_behind_them_are_told_by_coming_again_and_again() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEmployment\n\n"
        + "\n".join(
            f"Company {employer}\nPosition {title}\nDates {period}\nDuties Devis et suivi de chantiers\n"
            for title, employer, period in POSTS
        )
    )

    assert told(read) == EXPECTED


def test_a_company_that_one_row_opens_with_is_no_label() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEmployment\n\n"
        "Stage manager, Company Halden, 2015 - 2019\nPosition held: none\nBaker, Kerdraon, 2010 - 2014\n"
    )

    assert [row[2:] for row in told(read)] == [("2015", "2019"), ("2010", "2014")]


def test_hearts_and_stars_open_items_like_dots() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(period)
        sheet.put(title, bold=True)
        sheet.put(employer)
        for line in (
            "♡ Équipe de quatre et une apprentie,",
            "planning, commandes",
            "✂ Formatrice couleur L’Oréal",
            "Professionnel",
        ):
            sheet.put(line)

    assert entries(sheet) == EXPECTED


def test_posts_at_notaries_are_posts_although_their_heading_says_etude() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nPARCOURS EN ÉTUDE\n\n"
        "De février 2017 à ce jour\nclerc rédacteur, Étude Quéméneur-Talec, Angers\n\n"
        "De juillet 2010 à janvier 2017\nformaliste, Étude de Maître Brindissi, Laval\n\n"
        "DIPLÔMES\n2009 DUT Carrières juridiques, IUT de Laval\n"
    )

    assert told(read) == [
        ("clerc rédacteur", "Étude Quéméneur-Talec", "2017-02", "present"),
        ("formaliste", "Étude de Maître Brindissi", "2010-07", "2017-01"),
    ]
    assert [found.degree.value for found in read.education if found.degree] == ["DUT Carrières juridiques"]


def test_scholars_end_what_names_a_post_or_a_degree_with_its_year_and_number_their_headings() -> None:
    sheet = Sheet()
    sheet.put("Tamsin Quillévéré", size=20, bold=True)
    sheet.put("tamsin@exemple.fr")
    for heading, rows in {
        "1. Appointments": [
            "Lecturer in Medieval History, University of Halden, 2013–18. Designed six modules; led two",
            "British Academy Fellow, University of Kerdraon, 2010–13. Monograph on the customs of rivers",
        ],
        "2. Degrees": ["PhD in Medieval Studies, University of Halden, 2009. Thesis: ‘The Price of Crossing’."],
        "3. Broadsides": ["The Price of Crossing: Rivers and Lordship, 1050–1250 (Woodbridge, 2014)."],
    }.items():
        sheet.y += 16
        sheet.put(heading, bold=True)
        for row in rows:
            sheet.put(row)

    read = profile(sheet)

    assert [row[1:] for row in told(read)] == [
        ("University of Halden", "2013", "2018"),
        ("University of Kerdraon", "2010", "2013"),
    ]
    assert [[f.value if f else None for f in (e.degree, e.institution, e.end)] for e in read.education] == [
        ["PhD in Medieval Studies", "University of Halden", "2009"]
    ]


def test_a_referee_in_the_last_row_is_not_whose_cv_it_is() -> None:
    read = typed(
        "Dale R. Quillévéré\nCell (515) 555-0142   dale.quillevere@netins.example\n\nWORK\n\n"
        + "\n".join(f"{title}, {employer}, {period}" for title, employer, period in POSTS)
        + "\n\nREFERENCES\nDr. Kay Lindgren, ISU, klindgren@iastate.example\n"
    )

    assert read.name is not None
    assert (read.name.value, [found.value for found in read.emails]) == (
        "Dale R. Quillévéré",
        ["dale.quillevere@netins.example"],
    )


def test_forms_number_their_sections() -> None:
    read = typed(
        "Nusrat Jahan Hollis\nn.hollis@exemple.fr\n\nSection 1: Employment history\n\n"
        + "\n".join(f"{title}, {employer}, {period}" for title, employer, period in POSTS)
        + "\n\nSection 2: Skills\nTaille douce\nLecture de sols\n"
    )

    assert told(read) == EXPECTED
    assert [found.value for found in read.skills] == ["Taille douce", "Lecture de sols"]


@pytest.mark.parametrize("heading", ["I – Services accomplis", "II – Au fil du fleuve"])
def test_days_of_service_are_no_births_and_a_birth_without_a_word_still_is_one(heading: str) -> None:
    rows = [("01/06/2019 – en poste", "2019-06", "present"), ("01/09/2012 – 31/05/2019", "2012-09", "2019-05")]
    read = reading(
        f"Aurore Quillévéré\n12/03/1984\naurore.q@exemple.fr\n\n{heading}\n\n"
        + "\n\n".join(f"{period}\nResponsable du service finances, Ville de Halden" for period, _, _ in rows)
        + "\n\nIII – Titres et diplômes\n\n2003 Maîtrise de droit public, Université de Kerdraon\n"
    )

    assert [row[2:] for row in told(read.profile)] == [row[1:] for row in rows]
    assert [found.degree.value for found in read.profile.education if found.degree] == ["Maîtrise de droit public"]
    assert [gone.kind for gone in read.dropped] == [ProhibitedKind.BIRTH_DATE]
    assert "1984" not in read.model_dump_json()


@pytest.mark.parametrize(
    "row",
    [
        "Né le     12/03/1984     Permis depuis     01/02/2003",
        "12/03/1984     Marié     01/02/2003     Nantes",
        "12/03/1984 – 40 ans",
        "Aurore     12/03/1984     Nantes     Présent",
    ],
)
def test_a_birth_beside_another_date_is_no_period(row: str) -> None:
    read = reading(
        f"Aurore Quillévéré\n{row}\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n2012 - 2019\nFleuriste, Ville de Halden\n"
    )

    assert "1984" not in read.model_dump_json()
    assert ProhibitedKind.BIRTH_DATE in [gone.kind for gone in read.dropped]


def test_what_stands_under_the_post_in_a_tables_cell_is_no_part_of_it() -> None:
    sheet = opened()
    top = sheet.y
    for x, text in ((50, "Employeur"), (220, "Fonction"), (420, "Dates")):
        sheet.y = top
        sheet.put(text, x, bold=True)
    for title, employer, period in POSTS:
        top = sheet.y + 6
        for x, text in ((50, employer), (220, title), (420, period)):
            sheet.y = top
            sheet.put(text, x)
        sheet.put("Documentaires et débats", 220)

    assert entries(sheet) == EXPECTED
