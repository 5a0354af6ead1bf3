"""Numbers without a plus, addresses of other countries, names in unusual places, HTML in Markdown, tables."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile
from tests.unit.resumes.test_studies import studies

from vivier.resumes.layout.headings import heading_kind, opening_kind
from vivier.resumes.model import Profile
from vivier.resumes.opening import open_file
from vivier.resumes.person.contacts import best_number, phone_candidates
from vivier.resumes.person.name import clean_name
from vivier.resumes.service import links_of, page_sizes, read_blocks
from vivier.resumes.wording.opinions import degree_score, school_score

STUDIES = "FORMATIONS\n2010 : BEPC\n2008 : CEPE\n"


def typed(text: str, name: str = "cv.txt") -> Profile:
    opened = open_file(text.encode(), name)
    return read_blocks(opened.blocks, links_of(opened), page_sizes(opened)).profile


def place(*lines: str) -> str | None:
    head = "\n".join(lines)
    found = typed(f"Adjoua Brindissi\n{head}\nadjoua.brindissi@exemple.fr\n\n{STUDIES}").location
    return found.value if found else None


@pytest.mark.parametrize(
    ("written", "country", "number"),
    [
        ("33 6 12 34 56 78", "US", "+33612345678"),
        ("216 20 123 456", "TN", "+21620123456"),
        ("0421 555 333", "US", "+61421555333"),
        ("77 865 19 40", "FR", "+221778651940"),
        ("314-555-2671", "US", "+13145552671"),
    ],
)
def test_a_number_is_of_the_country_that_its_figures_tell(written: str, country: str, number: str) -> None:
    best = best_number(written, country, strict=False)

    assert best is not None
    assert best[0] == number


def test_two_numbers_that_a_slash_parts_are_two() -> None:
    assert [raw for raw, _ in phone_candidates("+228 96 12 34 51/ 70 12 34 96")] == ["+228 96 12 34 51", "70 12 34 96"]
    assert [raw for raw, _ in phone_candidates("0479/71.06.33")] == ["0479/71.06.33"]


def test_towns_of_ones_studies_say_of_which_country_a_number_is() -> None:
    read_ = typed(
        "Adjoua Brindissi\nPhone: 9812345678\nadjoua@example.org\n\n"
        "Education\n2019 - 2023 B.Tech, Halden College, Pune\n"
    )

    assert [phone.value for phone in read_.phones] == ["+919812345678"]


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Haldenville MA USA", "Haldenville MA USA"),
        ("Location Welwyn Garden City\tMobile 07527 093877", "Welwyn Garden City"),
        ("12/A, Caldwell Colony, 4th street\nTuticorin-628008", "Tuticorin-628008"),
        ("6 , Harbour Road Tunisia", "6 , Harbour Road Tunisia"),
        ("Sicap Amitié 2, zone A, villa 4174", "Sicap Amitié 2, zone A, villa 4174"),
    ],
)
def test_where_a_person_lives_is_found_in_other_countries_too(line: str, town: str) -> None:
    assert place(line) == town


@pytest.mark.parametrize(
    "line", ["IEC 62304 Medical device software", "GitHub: 15683", "Lieu de naissance : Moscou, Russie", "Flex, AS3"]
)
def test_what_only_looks_like_a_place_is_none(line: str) -> None:
    assert place(line) is None


def test_a_name_that_ends_like_a_state_is_no_place() -> None:
    sheet = Sheet()
    sheet.put("Athul AR", size=24)
    sheet.put("athul@example.org | +33 6 39 98 44 10")

    assert profile(sheet).location is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Curriculum Vitae", "Dorothea Lint", "Mount Pleasant, PA 15666"),
        ("PERSONAL INFORMATION", "First name / Last name: Dorothea Lint", "Gender: -"),
        ("Name\tDorothea Lint", "Phone\t+33 6 39 98 44 10"),
    ],
)
def test_a_name_stands_under_the_sheets_own_or_behind_a_label(lines: tuple[str, ...]) -> None:
    found = typed("\n".join((*lines, "drl43@example.org", "", STUDIES))).name

    assert found is not None
    assert found.value == "Dorothea Lint"


def test_a_name_goes_on_under_itself_past_the_contacts_beside_it() -> None:
    sheet = Sheet()
    top = sheet.y
    sheet.put("Alexandre", size=30)
    sheet.put("Toubin", size=30)
    end, sheet.y = sheet.y, top + 20
    sheet.put("alext@example.org", 400, size=9)
    sheet.put("06 39 98 44 10", 400, size=9)
    sheet.y = end
    sheet.put("Développeur", size=12)
    found = profile(sheet).name

    assert found is not None
    assert found.value == "Alexandre Toubin"


def test_an_initial_glued_to_a_name_is_parted_from_it() -> None:
    assert clean_name("A.Aishwarya") == "A. Aishwarya"


def test_tags_and_pictures_in_markdown_are_no_text() -> None:
    read_ = typed(
        '# Yacine Brindissi\n<div class="where">📍 Grenoble, France</div>\n<img src="x.png">\n'
        '<a href="https://github.com/brindissi">GitHub</a>\n'
        "![me](https://pictures.example/me.png)\n\n## Formation\n2019 : BTS\n",
        "cv.md",
    )

    assert read_.location is not None
    assert read_.location.value == "Grenoble, France"
    assert [link.value for link in read_.links] == ["https://github.com/brindissi"]


@pytest.mark.parametrize(
    ("text", "kind"), [("Positions Held", "experience"), ("Projets sélectionnés", "projects"), ("Projets data", None)]
)
def test_headings_of_posts_and_projects(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind
    assert opening_kind("Projets data") == "projects"


@pytest.mark.parametrize(
    ("text", "degree", "school"),
    [
        ("High School Diploma in Science", True, False),
        ("B.E(CSE)", True, False),
        ("Final Degree Project", False, False),
    ],
)
def test_what_a_degree_is(text: str, degree: bool, school: bool) -> None:
    assert (degree_score(text) >= 0.8, school_score(text) >= 0.8) == (degree, school)


def test_of_two_columns_of_schools_the_board_is_none() -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("Education", size=13, bold=True)
    for row in (
        ("Course", "College/School", "University/Board", "Year of passing"),
        ("HSC", "Nagar Higher Secondary School", "State Board", "2017"),
        ("SSLC", "Anglo Indian Secondary School", "State Board", "2015"),
    ):
        for text, x in zip(row, (50, 110, 290, 400), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 15
    read_ = [
        (e.institution.value if e.institution else None, e.end.value if e.end else None)
        for e in profile(sheet).education
    ]

    assert read_ == [("Nagar Higher Secondary School", "2017"), ("Anglo Indian Secondary School", "2015")]


def test_degrees_taken_at_one_school_stand_under_it() -> None:
    read_ = typed(
        "Dorothea Lint\ndrl43@example.org\n\nEducation\n\nHalden Community College\nAA in Business Management (2007)\n"
        "AA in Real Estate Management (2007)\nAA in Small Business (2007)\n"
    ).education

    assert [one.degree and one.degree.value for one in read_] == [
        f"AA in {what}" for what in ("Business Management", "Real Estate Management", "Small Business")
    ]
    assert {one.institution and one.institution.value for one in read_} == {"Halden Community College"}


def test_an_award_of_an_academic_year_is_no_study() -> None:
    read_ = studies(
        ("BSc Physics, University of Leeds", "2018 – 2021"),
        ("Award for the best record in the 2020-2021 academic year", None),
    )

    assert read_ == [("University of Leeds", "BSc Physics", "2021")]


def skills(*lines: str) -> list[str]:
    text = "\n".join(("Dorothea Lint", "drl43@example.org", "", "Skills", "", *lines, "", "Education", "2010 : BEPC"))
    return [skill.value for skill in typed(text).skills]


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("Python JavaScript PHP", ["Python", "JavaScript", "PHP"]),
        ("Web: HTML CSS PHP Solid MySQL JavaScript", ["HTML", "CSS", "PHP", "Solid", "MySQL", "JavaScript"]),
        ("Project Management", ["Project Management"]),
        ("Teamwork: used to working with people of all trades", ["Teamwork"]),
        ("Docker, Kubernetes, Other Tools", ["Docker", "Kubernetes"]),
        ("Maîtrise du logiciel Excel", ["Excel"]),
        ("PHP 5 (Frameworks: Laravel5)", ["PHP 5 (Frameworks: Laravel5)"]),
    ],
)
def test_what_a_line_of_skills_lists(line: str, listed: list[str]) -> None:
    assert skills(line) == listed


def test_hobbies_behind_a_label_are_no_skills() -> None:
    assert skills("Java, Docker", "Loisirs : lecture, cinéma") == ["Java", "Docker"]


def test_words_that_nothing_knows_are_less_sure_the_more_they_are() -> None:
    read_ = typed(
        "Dorothea Lint\ndrl43@example.org\n\nSkills\n\nDocker, Portfolio Theory and Asset Pricing\n\nEducation\n"
    )

    assert [skill.confidence >= 0.9 for skill in read_.skills] == [True, False]


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        (("A French native, fluent in Spanish and English.",), ["French", "Spanish", "English"]),
        (
            ("Langues maternelles: Allemand, Français", "Anglais (C1), Russe(B1)"),
            ["Allemand", "Français", "Anglais", "Russe"],
        ),
        (("I translate German novels.",), []),
    ],
)
def test_languages_are_told_in_a_profile_too(lines: tuple[str, ...], languages: list[str]) -> None:
    text = "\n".join(("Dorothea Lint", "drl43@example.org", "", "Profil", "", *lines, "", STUDIES))

    assert [one.value for one in typed(text).languages] == languages


def test_how_well_a_language_is_spoken_is_none_itself() -> None:
    text = f"Dorothea Lint\ndrl43@example.org\n\nLANGUES\n\nAnglais\nOral & Ecrit, Note au TOEIC : 860\n\n{STUDIES}"

    assert [one.value for one in typed(text).languages] == ["Anglais"]


@pytest.mark.parametrize(
    ("line", "links"), [("/in/dorothea-lint", ["linkedin.com/in/dorothea-lint"]), ("GitHub/Git, Trello", [])]
)
def test_a_path_behind_an_icon_is_a_profile_and_a_tool_is_none(line: str, links: list[str]) -> None:
    assert [link.value for link in typed(f"Dorothea Lint\ndrl43@example.org\n{line}\n\n{STUDIES}").links] == links


def test_lines_that_lead_to_the_margin_part_a_degree_from_its_school() -> None:
    text = "Dorothea Lint\ndrl43@example.org\n\nEDUCATION\n\nBSc Physics ------------------------- Halden University\n"
    read_ = typed(text).education

    assert [(one.degree and one.degree.value, one.institution and one.institution.value) for one in read_] == [
        ("BSc Physics", "Halden University")
    ]


def test_a_heading_of_projects_that_tells_what_they_are_about() -> None:
    assert heading_kind("Quelques projets de programmation") == "projects"
    assert heading_kind("Compétences et projets") == "skills"


def test_a_school_that_nothing_knows_is_less_sure() -> None:
    text = "Dorothea Lint\ndrl43@example.org\n\nEducation\n\n2018 - 2021 BSc Physics, {}\n"
    schools = [typed(text.format(name)).education[0].institution for name in ("Halden University", "Reader")]

    assert [school is not None and school.confidence >= 0.9 for school in schools] == [True, False]


def test_studies_behind_a_label_count_where_no_section_has_any() -> None:
    read_ = typed(
        "Dorothea Lint\ndrl43@example.org\nQualification: BSc Physics, University of Hull\n\nExperience\n"
        "2019 - 2021 Baker, Halden House\n2015 - 2018 Waiter, Harbour Inn\n"
    ).education

    assert [(one.degree and one.degree.value, one.institution and one.institution.value) for one in read_] == [
        ("BSc Physics", "University of Hull")
    ]


def test_a_degree_that_a_narrow_column_broke_is_one() -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("Education", size=14, bold=True)
    for line in ("Bachelor of Engineering in", "Telecommunication Technologies and", "Services Engineering"):
        sheet.put(line, size=12)
    sheet.put("Universidad Halden", bold=True)
    sheet.put("2015 – 2020", size=9)
    sheet.put("Final Degree Project: Design of a sensor", size=9)
    degrees = [one.degree.value if one.degree else None for one in profile(sheet).education]

    assert degrees == ["Bachelor of Engineering in Telecommunication Technologies and Services Engineering"]


def test_a_heading_over_a_line_of_years_is_one() -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    for text, x in (("Formation", 50), ("2008", 200), ("2012", 280), ("2016", 360), ("2020", 440)):
        sheet._words(text, x, 14, True)
    sheet.y += 20
    sheet.put("Doctorat en informatique", right="2016 – 2020")
    sheet.put("Université de Halden")
    degrees = [one.degree.value if one.degree else None for one in profile(sheet).education]

    assert degrees == ["Doctorat en informatique"]


def test_a_table_of_markdown_is_one() -> None:
    read_ = typed(
        "# Yacine Brindissi\nyacine@brindissi.example\n\n## School\n| Degree | Where | Finished |\n|---|:---:|---|\n"
        "| M.Math. Computational Mathematics | University of Halden | 2016 |\n"
        "| B.Sc. Physics | Halden University of Science and Technology (exchange year at **Bath**) | 2013 |\n\n"
        "Certificates: Deep Learning (Halden Online, 2020)\n\n## Languages\n- English\n",
        "cv.md",
    )

    assert [
        (s.degree and s.degree.value, s.institution and s.institution.value[:20], s.end and s.end.value)
        for s in read_.education
    ] == [
        ("M.Math. Computational Mathematics", "University of Halden", "2016"),
        ("B.Sc. Physics", "Halden University of", "2013"),
    ]
