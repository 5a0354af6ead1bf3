"""Headings in people's own words, of which one is known or all look like those that are."""

import pytest
from tests.unit.resumes.sheet import HEIGHT, WIDTH, Sheet
from tests.unit.resumes.test_lists import profile

from vivier.resumes.layout.headings import heading_kind, joined_kind
from vivier.resumes.layout.lines import Row, cells_of, rows_of
from vivier.resumes.layout.words import words_by_page
from vivier.resumes.model import PageSize
from vivier.resumes.structure.column_rows import parted_by_headings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Titres, concours et diplômes", "education"),
        ("Gifts and skills", "skills"),
        ("Ministry and work", "experience"),
        ("Pêche et chasse", None),
        ("Contact et cie", None),
        ("Accompagnement des familles en difficulté et formation", None),
    ],
)
def test_one_of_several_joined_names_says_what_a_section_is_about(text: str, kind: str | None) -> None:
    assert joined_kind(text) == kind


@pytest.mark.parametrize(
    "text", ["Ce que je fais de mes mains", "Ce que je peux faire pour vous", "What I can do for you", "Things I use"]
)
def test_what_somebody_can_do_is_told_under_a_sentence_of_their_own(text: str) -> None:
    assert heading_kind(text) == "skills"


def test_a_sentence_about_something_else_is_no_heading_of_skills() -> None:
    assert heading_kind("Ce que je cherche aujourd'hui") is None


def test_posts_of_a_trade_are_posts_and_those_of_a_blog_are_none() -> None:
    assert heading_kind("Nursing posts") == "experience"
    assert heading_kind("Blog posts") is None


def printed(first: str, second: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put(first, size=11, bold=True)
    sheet.put("Master de lettres", right="2014")
    sheet.put("Université de Bourgogne")
    sheet.put("Langues", size=11, bold=True)
    sheet.put("français, occitan")
    sheet.put(second, size=11, bold=True)
    sheet.put("Accueil, Reliure, Dorure")
    sheet.put("Loisirs", size=11, bold=True)
    sheet.put("la marche et les champignons")
    return sheet


def test_a_joined_heading_that_looks_like_the_others_opens_its_section() -> None:
    read = profile(printed("Titres, concours et diplômes", "Dons et compétences"))

    assert [s.degree.value for s in read.education if s.degree] == ["Master de lettres"]
    assert [s.value for s in read.skills] == ["Accueil", "Reliure", "Dorure"]


def test_a_joined_heading_right_under_the_name_is_what_somebody_does() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=11, bold=True)
    sheet.put("Gestion et formation", size=11, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    for heading, line in (
        ("Langues", "français, occitan"),
        ("Compétences", "Reliure, Dorure"),
        ("Loisirs", "la marche"),
    ):
        sheet.put(heading, size=11, bold=True)
        sheet.put(line)
    read = profile(sheet)

    assert not read.education


def test_a_large_row_below_the_contacts_is_a_heading_whatever_it_says() -> None:
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=30, bold=True)
    sheet.put("dorothea@lint.example | 020 7946 0799")
    sheet.put("Benches", size=15, bold=True)
    for title, employer, years in (
        ("Master jeweller", "Lint Studio, Fremantle", "2016 – 2024"),
        ("Senior jeweller", "Brindissi of Perth, Perth", "2010 – 2016"),
    ):
        sheet.put(title, bold=True)
        sheet.put(employer)
        sheet.put("Commissions, repairs and a Saturday bench class.")
        sheet.put(years)
    for heading, line in (("Skills", "casting, stone setting"), ("Languages", "English, Mandarin")):
        sheet.put(heading, size=15, bold=True)
        sheet.put(line)

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in profile(sheet).experience] == [
        ("Master jeweller", "Lint Studio"),
        ("Senior jeweller", "Brindissi of Perth"),
    ]


def column(*lines: tuple[tuple[str, float], ...]) -> list[Row]:
    sheet = Sheet()
    for line in lines:
        top = sheet.y
        for text, left in line:
            sheet.y = top
            sheet.put(text, left, bold=text in {"Partner", "Education", "Skills"})
    words = words_by_page(sheet.blocks, {1: PageSize(number=1, width=WIDTH, height=HEIGHT)})[1]
    return rows_of(cells_of(words))


def test_headings_of_several_sections_in_one_row_head_what_stands_below_each() -> None:
    rows = column(
        (("Partner", 50), ("Halden & Co, Leith", 200)),
        (("Education", 50), ("Skills", 280)),
        (("Diploma in Legal Practice", 50), ("Conveyancing", 280)),
        (("2007", 50), ("Private client", 280)),
    )

    assert [[row.text for row in part] for part in parted_by_headings(rows)] == [
        ["Partner\tHalden & Co, Leith"],
        ["Education", "Diploma in Legal Practice", "2007"],
        ["Skills", "Conveyancing", "Private client"],
    ]


def test_a_row_that_crosses_the_places_of_headings_ends_what_stands_below_them() -> None:
    rows = column(
        (("Education", 50), ("Skills", 200)),
        (("Diploma of Law", 50), ("Conveyancing", 200)),
        (("Two decades of wills, executries and the paper that comes with both", 50),),
    )

    assert [len(part) for part in parted_by_headings(rows)] == [2, 2, 1]


def test_titles_of_one_table_part_nothing() -> None:
    rows = column((("Education", 50), ("Diploma", 200)), (("University of Halden", 50), ("Law", 200)))

    assert parted_by_headings(rows) == [rows]


def feet(*heads: str) -> Sheet:
    """A post over the page's width, then four short columns side by side, each under a heading like "Parcours"."""
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("Parcours", size=13, bold=True)
    sheet.put("Fleuriste, Ville de Halden", bold=True, right="2019 – 2024")
    sheet.put("Composition de bouquets et tenue de la caisse les jours de marché", 60)
    top = sheet.y + 20
    texts = [
        ["Tonte des haies", "Greffe", "Serre chaude", "Taille douce"],
        ["Bac pro Horticulture", "Lycée de Brehoulou, 2017"],
        ["Français", "Breton (courant)"],
        ["Fanfare", "Apnée"],
    ]
    for x, head, lines in zip((50.0, 190.0, 340.0, 460.0), heads, texts, strict=True):
        sheet.y = top
        sheet.put(head, x, size=13, bold=True)
        for line in lines:
            sheet.put(line, x)
    return sheet


@pytest.mark.parametrize(
    "heads",
    [
        ("Compétences", "Formation", "Langues", "Loisirs"),
        ("Dans mes mains", "Sur les bancs", "Langues", "Dehors"),
        ("Mains (compétences)", "Tableau noir", "Langues", "En route"),
    ],
)
def test_headings_in_one_row_open_columns_whatever_words_they_are_of(heads: tuple[str, ...]) -> None:
    read = profile(feet(*heads))

    assert [s.value for s in read.skills] == ["Tonte des haies", "Greffe", "Serre chaude", "Taille douce"]
    assert [e.institution and e.institution.value for e in read.education] == ["Lycée de Brehoulou"]
    assert [spoken.value for spoken in read.languages] == ["Français", "Breton"]
    assert [e.employer and e.employer.value for e in read.experience] == ["Ville de Halden"]


def test_a_posts_kind_in_brackets_makes_no_heading_of_it() -> None:
    assert heading_kind("Mains (compétences)") == "skills"
    assert heading_kind("Consultante (missions)") is None


def test_one_known_heading_is_enough_where_all_others_look_like_it() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    for head, lines in (
        ("ÉTABLI", ["Soudure", "Limage", "Traçage", "Trempe"]),
        ("PARCOURS", ["Forgeronne, Ville de Halden, 2019 – 2024"]),
        ("VEILLÉES", ["les contes", "la vielle à roue"]),
    ):
        sheet.y += 10
        sheet.put(head, size=13, bold=True)
        for line in lines:
            sheet.put(line)

    read = profile(sheet)

    assert [s.value for s in read.skills] == ["Soudure", "Limage", "Traçage", "Trempe"]
    assert [e.title and e.title.value for e in read.experience] == ["Forgeronne"]


def test_a_list_with_signs_may_have_longer_items_and_pastimes_are_none_beside_known_skills() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("Parcours", size=13, bold=True)
    sheet.put("Grutière, Ville de Halden, 2019 – 2024")
    machines = ["Grue à tour", "Lecture de plans de levage", "Levage en tandem", "Commande par radio"]
    sheet.put("Machines", size=13, bold=True)
    for machine in machines:
        sheet.put(f"• {machine}")
    sheet.put("Langues", size=13, bold=True)
    sheet.put("français, breton")

    assert [s.value for s in profile(sheet).skills] == machines

    sheet.put("Compétences", size=13, bold=True)
    sheet.put("Élingage")
    sheet.put("Arrimage")
    sheet.put("Dehors", size=13, bold=True)
    sheet.put("la danse, la brocante, la voile, mon chat")

    assert "mon chat" not in [s.value for s in profile(sheet).skills]


def test_small_capitals_whose_letters_stand_apart_are_headings() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    for head, line in (
        ("tra ining", "BMus, Halden College, 2009"),
        ("wh at ibring", "arranging · Sibelius · cello · gut"),
    ):
        sheet.y += 20
        sheet.put(head)
        sheet.put(line)

    assert [s.value for s in profile(sheet).skills] == ["arranging", "Sibelius", "cello", "gut"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("=== CIVIL SERVICE CAREER =====================", "experience"),
        ("❧ Practice ❧", "experience"),
        ("~~ Langues ~~", "languages"),
        ("★ Formation ★", "education"),
        ("Assignments, latest first", "experience"),
        ("Postes (du plus récent au plus ancien)", "experience"),
        ("Mid-career", None),
    ],
)
def test_what_a_heading_is_drawn_between_and_in_which_order_its_list_stands_say_nothing(
    text: str, kind: str | None
) -> None:
    assert heading_kind(text) == kind


def test_what_is_drawn_as_known_headings_are_is_one_whatever_its_words() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("=== EXPERIENCE ===")
    sheet.put("Grutière, Ville de Halden, 2019 – 2024")
    sheet.put("=== BEFORE ===")
    sheet.put("Serveuse, Café Morvan, 2016 – 2018")
    sheet.put("=== STUDIES ===")
    sheet.put("CAP Cuisine, Lycée de Halden, 2015")

    read = profile(sheet)

    assert [e.employer and e.employer.value for e in read.experience] == ["Ville de Halden", "Café Morvan"]
    assert [e.degree and e.degree.value for e in read.education] == ["CAP Cuisine"]
