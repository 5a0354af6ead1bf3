"""Habits of web pages and of files that others put on the web: menus, icons, entries in list items, levels."""

from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_documents import saved
from tests.unit.resumes.test_lists import opened, profile

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.model import Profile
from vivier.resumes.opening import open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks

HEAD = "<html><meta charset='utf-8'><body>"


def page(body: str, name: str = "cv.html") -> Profile:
    return filed((HEAD + body).encode(), name)


def filed(data: bytes, name: str) -> Profile:
    file = open_file(data, name)
    return read_blocks(file.blocks, links_of(file), page_sizes(file)).profile


def posts(read: Profile) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in read.experience]


def studies(read: Profile) -> list[tuple[str | None, ...]]:
    return [tuple(f.value if f else None for f in (e.degree, e.institution, e.end)) for e in read.education]


def values(found: list[Any]) -> list[str]:
    return [one.value for one in found]


PERSON = "<h1>Aurore Quillévéré</h1><p>aurore.q@exemple.fr</p>"
WORDS = ("Compétences", "Formation", "Contact")
MENU = "".join(f"<li><a href='#{n}'>{word}</a></li>" for n, word in enumerate(WORDS))
TWO_POSTS = (
    "<h2>Expérience</h2>"
    "<div>06/2014 - 07/2016</div><h3><span>Lycée Hannibal</span> <small>Gestionnaire</small></h3><p>Paie</p>"
    "<div>12/2016 - jusqu'à maintenant</div>"
    "<h3><span>Mairie de Kervran</span> <small>Comptable</small></h3><p>Régie</p>"
)
READ = [
    ("Gestionnaire", "Lycée Hannibal", "2014-06", "2016-07"),
    ("Comptable", "Mairie de Kervran", "2016-12", "present"),
]


def test_a_menu_of_the_page_is_no_section() -> None:
    read = page(f"<ul>{MENU}</ul>" + PERSON + "<h2>Compétences</h2><p>Couture, broderie, crochet</p>")

    assert values(read.skills) == ["Couture", "broderie", "crochet"]


def test_a_list_that_opens_with_a_date_has_its_heads_below_the_dates_and_small_parts_a_heading() -> None:
    assert posts(page(PERSON + TWO_POSTS)) == READ


def test_links_that_show_an_icon_only_are_read() -> None:
    icons = "<a href='https://www.linkedin.com/in/aurore-q'><i></i></a><a href='https://github.com/auroreq'><svg/></a>"

    assert values(page(PERSON + icons).links) == ["https://www.linkedin.com/in/aurore-q", "https://github.com/auroreq"]


def test_an_entry_within_a_list_item_has_no_list_sign() -> None:
    body = (
        "<p>Expérience professionnelle</p><ul>"
        "<li><div>Août 2019 - Actuel</div>"
        "<div>Kantéga | Oslo (Norvège) - Chargée de projet numérique senior.</div></li>"
        "<li><div>Mai 2016 - Août 2019</div>"
        "<div>Halden | Brest (France) - Chargée de communication et de presse.</div></li>"
        "</ul><p>Formation</p><ul><li><div>2013 - 2016</div>"
        "<div>Université de Rennes | Rennes - Master Lettres</div></li></ul>"
    )
    read = page(PERSON + body)

    assert posts(read) == [
        ("Chargée de projet numérique senior", "Kantéga", "2019-08", "present"),
        ("Chargée de communication et de presse", "Halden", "2016-05", "2019-08"),
    ]
    assert studies(read) == [("Master Lettres", "Université de Rennes", "2016")]


def test_an_address_behind_its_network_is_one_link() -> None:
    sheet = opened("COMPÉTENCES")
    sheet.blocks, sheet.y = [], 40.0
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr")
    sheet.put("LinkedIn : https://www.linkedin.com/in/aurore-q")

    assert values(profile(sheet).links) == ["https://www.linkedin.com/in/aurore-q"]


@pytest.mark.parametrize(
    "rows",
    [
        ["Couture", "Bien", "Broderie", "Débutant", "Crochet", "Très bien"],
        ["Couture (Fort)", "Broderie (Compétent)", "Crochet (some experience)"],
        ["Couture", "80 %", "Broderie", "3/5", "Crochet", "●●●○○"],
    ],
)
def test_a_level_by_itself_is_no_skill(rows: list[str]) -> None:
    sheet = opened("COMPÉTENCES")
    for row in rows:
        sheet.put(row)

    assert values(profile(sheet).skills) == ["Couture", "Broderie", "Crochet"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("(+220) 7627205 | aurore.q@exemple.frBrest, France", "aurore.q@exemple.fr"),
        ("aurore[.]q[at]exemple.fr", "aurore.q@exemple.fr"),
    ],
)
def test_an_address_ends_where_a_name_begins_and_its_dots_may_stand_in_brackets(written: str, address: str) -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put(written)

    assert values(profile(sheet).emails) == [address]


def test_a_picture_in_a_line_parts_what_stands_around_it(tmp_path: Any) -> None:
    from PIL import Image

    icon = tmp_path / "icon.png"
    Image.new("RGB", (8, 8)).save(icon)
    document = docx.Document()
    document.add_paragraph("Aurore Quillévéré")
    row = document.add_paragraph("06 39 98 44 90")
    for text in ("aurore.q@exemple.fr", "29200 Brest"):
        row.add_run().add_picture(str(icon))
        row.add_run(text)

    read = filed(saved(document), "cv.docx")

    assert values(read.emails) == ["aurore.q@exemple.fr"]
    assert read.location is not None
    assert read.location.value == "29200 Brest"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LANGUAGES/TECHNOLOGIES", "languages"),
        ("Career/Education history", "experience"),
        ("Technical Skills Summary", "skills"),
        ("Résumé des compétences", "skills"),
        ("CONNAISSANCES LINGUISTIQUES", "languages"),
    ],
)
def test_headings_of_two_words_joined_by_a_slash_or_summed_up(text: str, kind: str) -> None:
    assert heading_kind(text) == kind


def test_posts_and_studies_of_one_list_are_told_apart() -> None:
    sheet = opened("CAREER/EDUCATION HISTORY")
    for house, row in (
        ("Halden Systems Ltd _ Stockport", "Nov 2019 - Present _ Software Engineer"),
        ("University of Leeds", "September 2014 - June 2017 _ BSc Computing Science"),
    ):
        sheet.put(house, bold=True)
        sheet.put(row)
        sheet.y += 10

    read = profile(sheet)

    assert posts(read) == [("Software Engineer", "Halden Systems Ltd", "2019-11", "present")]
    assert studies(read) == [("BSc Computing Science", "University of Leeds", "2017-06")]


def test_achievements_of_one_post_are_no_section() -> None:
    sheet = opened("PROFESSIONAL EXPERIENCE")
    for title, house, period in (
        ("Administrative Officer", "Halden Council", "January 2021 - Present"),
        ("Research Assistant", "University of Leeds", "August 2019 - December 2020"),
    ):
        for n, row in enumerate((title, house, period)):
            sheet.put(row, bold=n == 0)
        if title.startswith("Adm"):
            sheet.put("Achievements", bold=True)
            sheet.put("Took part in a project of three councils")

    assert [e[:2] for e in posts(profile(sheet))] == [
        ("Administrative Officer", "Halden Council"),
        ("Research Assistant", "University of Leeds"),
    ]


def test_names_that_end_with_their_town_and_a_full_stop_are_names() -> None:
    sheet = opened("WORK HISTORY")
    for period, title, house in (
        ("2017 - 2019", "Data Analyst", "Northern Power Grid and Water Company Limited, Lyon, France."),
        ("2015 - 2017", "Web Developer", "Circles Halden, Lyon, France."),
    ):
        sheet.beside(period, title, bold=True)
        sheet.put(house, 150)

    assert [e[:2] for e in posts(profile(sheet))] == [
        ("Data Analyst", "Northern Power Grid and Water Company Limited"),
        ("Web Developer", "Circles Halden"),
    ]


def test_what_a_colon_or_a_comma_says_was_studied_is_no_school() -> None:
    sheet = opened("EDUCATION")
    for period, degree, school in (
        ("2014 - 2015", "Master of Science: Mathematics", "National University, Lyon, France."),
        ("2010 - 2013", "Ingénieur, École polytechnique, Electrical Engineering", ""),
    ):
        sheet.beside(period, degree)
        if school:
            sheet.put(school, 150)

    assert [e[1] for e in studies(profile(sheet))] == ["National University", "École polytechnique"]


def test_a_doctor_s_degree_without_a_date_stands_beside_the_dated_ones() -> None:
    sheet = opened("EDUCATION")
    for row in (
        "Doctor of Computer Science @ University of Leeds",
        "2001-2005:",
        "Bachelor of Arts @ University of Leeds",
    ):
        sheet.put(row)

    assert [e[0] for e in studies(profile(sheet))] == ["Doctor of Computer Science", "Bachelor of Arts"]


def test_labels_set_flush_against_their_lists_are_no_column() -> None:
    sheet = opened("COMPÉTENCES")
    for label, text in (
        ("Atelier", "couture, broderie"),
        ("Autres savoirs", "paie, stocks"),
        ("Outils", "Excel, Sage"),
    ):
        sheet._words(label, 140 - 5 * len(label), 10, False)
        sheet.put(text, 152)
    sheet.put("LANGUES", bold=True)
    for label, text in (("Français", "Langue maternelle"), ("Anglais", "Courant"), ("Portugais", "Lu, écrit, parlé")):
        sheet._words(label, 140 - 5 * len(label), 10, False)
        sheet.put(text, 152)

    read = profile(sheet)

    assert not {"Atelier", "Autres savoirs", "Outils"} & set(values(read.skills))
    assert values(read.languages) == ["Français", "Anglais", "Portugais"]


def test_an_internship_that_opens_its_row_is_the_post() -> None:
    sheet = opened("EXPÉRIENCE")
    sheet.beside("2012 – 2013", "Stage, Astrélia Conseil, Groupe électronique, Élancourt")
    sheet.beside("2011 – 2012", "Stage de recherche, Halden Institut, Brest")

    assert next(e[:2] for e in posts(profile(sheet)))[0] == "Stage"


def test_the_site_behind_a_house_is_no_part_of_its_name() -> None:
    sheet = opened("EMPLOYMENT")
    for title, house, period in (
        ("Web Developer", "Halden University – www.halden.example", "March 2016 – April 2018"),
        ("Web Assistant", "Kantega Group – www.kantega.example", "May 2015 – August 2015"),
    ):
        for row in (title, house, period):
            sheet.put(row)
        sheet.y += 8

    assert [e[1] for e in posts(profile(sheet))] == ["Halden University", "Kantega Group"]


COLUMNS = [
    ("mars 2021 – aujourd’hui", "Responsable de boutique", "Maison Tournebise", "Encadrement de quatre vendeuses"),
    ("septembre 2018 – février 2021", "Vendeuse conseil", "Galeries Hermine", "Accueil de la clientèle"),
    ("janvier 2015 – août 2018", "Assistante commerciale", "Laiterie du Blavet", "Relance des impayés"),
]


@pytest.mark.parametrize("dates_first", [True, False])
def test_a_column_of_dates_in_word_stands_beside_the_column_of_posts(dates_first: bool) -> None:
    document = docx.Document()
    document.add_paragraph("Aurore Quillévéré")
    document.add_paragraph("EXPÉRIENCE PROFESSIONNELLE").runs[0].bold = True
    document.add_section(WD_SECTION.CONTINUOUS)
    dates = [line for period, *_ in COLUMNS for line in (period, "", "")]
    told = [line for _, *lines in COLUMNS for line in lines]
    for n, column in enumerate((dates, told) if dates_first else (told, dates)):
        if n:
            document.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
        for line in column:
            document.add_paragraph().add_run(line).bold = line in [title for _, title, *_ in COLUMNS]
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("LANGUES").runs[0].bold = True
    document.add_paragraph("Anglais : courant")

    assert posts(filed(saved(document), "cv.docx")) == [
        ("Responsable de boutique", "Maison Tournebise", "2021-03", "present"),
        ("Vendeuse conseil", "Galeries Hermine", "2018-09", "2021-02"),
        ("Assistante commerciale", "Laiterie du Blavet", "2015-01", "2018-08"),
    ]


def test_a_long_paragraph_under_a_post_names_no_employer() -> None:
    told = (
        "Premier assistant réalisateur, directeur artistique, compositeur et monteur du film Le silence des dunes,"
        " choisi par un festival du Finistère et montré dans douze communes de la région"
    )
    body = (
        f"<h2>Expérience</h2><h3>2015-2018 : Animateur multimédia</h3><p>{told}</p>"
        f"<h3>2009-2014 : Technicien son</h3><p>{told}</p>"
    )

    assert [e[:2] for e in posts(page(PERSON + body))] == [("Animateur multimédia", None), ("Technicien son", None)]


@pytest.mark.parametrize("phone", ["06 -- 39 -- 98 -- 44 -- 90", "06–39–98–44–90", "06‑39‑98‑44‑90"])
def test_dashes_that_word_lengthens_part_the_digits_of_a_phone(phone: str) -> None:
    assert values(page(PERSON + f"<p>{phone}</p>").phones) == ["+33639984490"]


def test_a_level_behind_a_colon_leaves_the_skill() -> None:
    sheet = opened("COMPÉTENCES")
    for row in ("Excel : Confirmé", "Sage : Avancé", "Atelier : couture, broderie"):
        sheet.put(row)

    assert values(profile(sheet).skills) == ["Excel", "Sage", "couture", "broderie"]


def test_years_on_both_sides_of_a_gutter_are_no_line_of_contacts() -> None:
    sheet = opened("EXPÉRIENCE")
    sheet.y -= 15
    sheet._words("FORMATION", 374, 13, True)
    sheet.y += 30
    top = sheet.y
    for title, house, years in (
        ("Cheffe de rang", "Brasserie Halden", "2004-2009"),
        ("Serveuse", "Hôtel Kantéga", "2001-2004"),
        ("Commise de salle", "Restaurant Tournebise", "1999-2001"),
    ):
        sheet.put(title, size=12)
        sheet.put(house, bold=True)
        sheet.put(years)
        sheet.put("Service de soixante couverts le midi et le soir")
        sheet.y += 10
    sheet.y = top
    for degree, school, years in (("BTS Hôtellerie", "Lycée Hannibal", "1997-1999"), ("BEP Salle", "CFA", "1995-1997")):
        sheet.put(degree, 374, size=12)
        sheet.put(school, 374, bold=True)
        sheet.put(years, 374)
        sheet.y += 10

    read = profile(sheet)

    assert [e[1] for e in posts(read)] == ["Brasserie Halden", "Hôtel Kantéga", "Restaurant Tournebise"]
    assert [e[0] for e in studies(read)] == ["BTS Hôtellerie", "BEP Salle"]


@pytest.mark.parametrize("row", ["Français, anglais et breton", "Langages : Français, Anglais, Breton"])
def test_a_row_of_languages_among_the_skills_names_no_skills(row: str) -> None:
    sheet = opened("COMPÉTENCES")
    for text in ("Couture, broderie, crochet", row):
        sheet.put(text)

    read = profile(sheet)

    assert [language.lower() for language in values(read.languages)] == ["français", "anglais", "breton"]
    assert values(read.skills) == ["Couture", "broderie", "crochet"]


def test_posts_that_are_list_items_end_at_the_colon_behind_their_period() -> None:
    items = (
        "<li>Directrice – Kantéga Pologne (2020 – 2025): 900 magasins, transformation du réseau</li>"
        "<li>Cheffe de région – Kantéga France (2012 – 2015): 528 magasins, Coop d’Alsace</li>"
    )
    read = page(PERSON + f"<h2>Expérience professionnelle</h2><ul>{items}</ul>")

    assert [e[:2] for e in posts(read)] == [("Directrice", "Kantéga Pologne"), ("Cheffe de région", "Kantéga France")]
