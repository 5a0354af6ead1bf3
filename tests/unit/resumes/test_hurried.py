"""CVs typed in a hurry or without a capital, contacts at the foot, and where somebody says that they live."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile
from tests.unit.resumes.test_typed import studies

from vivier.resumes.parsers.geometry import Upright
from vivier.resumes.parsers.pdf_text import Glyph, Glyphs, Style, words_of
from vivier.resumes.person.links import links_in
from vivier.resumes.text import fold


def with_lists(sheet: Sheet) -> Sheet:
    for title, employer, period in POSTS:
        sheet.put(title, right=period)
        sheet.put(employer)
    sheet.put("Langues", size=13, bold=True)
    sheet.put("Anglais, breton")
    return sheet


def test_contacts_below_the_last_list_are_the_persons() -> None:
    sheet = with_lists(opened())
    sheet.put("14 Halden Row, London SE1 · www.quillevere.example", size=8)

    read = profile(sheet)

    assert read.location is not None
    assert read.location.value == "14 Halden Row, London SE1"
    assert [link.value for link in read.links] == ["www.quillevere.example"]
    assert [language.value for language in read.languages] == ["Anglais", "Breton"]


@pytest.mark.parametrize("name", ["Wojciech Quillévéré", "Odile LYON"])
def test_a_name_at_the_foot_of_the_page_is_no_place(name: str) -> None:
    sheet = Sheet()
    sheet.put("Paysagiste conceptrice", size=20, bold=True)
    sheet.put("Expérience professionnelle", size=13, bold=True)
    sheet = with_lists(sheet)
    sheet.y = 812
    sheet.put(f"{name} · 06 39 98 44 90 · sunny29@exemple.fr", size=8)

    read = profile(sheet)

    assert read.location is None
    assert read.name is not None
    assert fold(read.name.value) == fold(name)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Born Kumasi 1984. Lives and works in Dunwich.", "Dunwich"),
        ("Née à Dakar, vit à Plouézec", "Plouézec"),
        ("Résidant à Saint-Aubin sur Gaillon", "Saint-Aubin sur Gaillon"),
        ("Department of History, Halden University, Durham, UK", "Durham, UK"),
        ("lives: Whitby", "Whitby"),
        ("Mobile : 06 39 98 44 90 / Ville : Trébeurden", "Trébeurden"),
        ("Trébeurden (06 39 98 44 90)", "Trébeurden"),
        ("trébeurden, 06 39 98 44 90", "trébeurden"),
        ("06 39 98 44 90, aurore@exemple.fr, Trébeurden", "Trébeurden"),
        ("4 rue Haute, Trébeurden · 06 39 98 44 90", "4 rue Haute, Trébeurden"),
        ("The Old Forge, Halden Green, Shropshire", "The Old Forge, Halden Green, Shropshire"),
        ("Cotonou, quartier Zogbo", "Cotonou, quartier Zogbo"),
        ("Currently in Whitby, N. Yorks", "Whitby, N. Yorks"),
        ("Fort William, Scotland ☎ 0191 498 0418 ✉ aurore@exemple.fr", "Fort William, Scotland"),
    ],
)
def test_where_somebody_lives_is_told_in_a_line_of_other_things(line: str, place: str) -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put(line)
    sheet.put("aurore.q@exemple.fr")
    sheet.put("Expérience professionnelle", size=13, bold=True)

    read = profile(with_lists(sheet))

    assert read.location is not None
    assert read.location.value == place


def test_a_cv_without_a_capital_is_read_as_one_with_them() -> None:
    sheet = Sheet()
    sheet.put("maud ashdown-reyes", size=24)
    sheet.beside("me", "brooklyn, ny")
    sheet.put("maud@ashdownreyes.example", 150)
    sheet.beside("work", "2021—now  type designer")
    for row in ("low tide foundry, brooklyn", "2017—2021  senior designer", "the halden cloisters, new york"):
        sheet.put(row, 150)
    sheet.beside("school", "2013—2014  mfa type media")
    sheet.put("royal academy of art, the hague", 150)
    sheet.beside("good at", "variable type, glyphs app, motion, exhibition graphics")
    sheet.beside("speaks", "english & spanish")

    read = profile(sheet)

    assert read.location is not None
    assert read.location.value == "Brooklyn, NY"
    assert entries(sheet) == [
        ("Type Designer", "Low Tide Foundry", "2021", "present"),
        ("Senior Designer", "The Halden Cloisters", "2017", "2021"),
    ]
    assert studies(sheet) == [("MFA Type Media", "Royal Academy of Art", "2014")]
    assert [skill.value.lower() for skill in read.skills] == [
        "variable type",
        "glyphs app",
        "motion",
        "exhibition graphics",
    ]
    assert [language.value for language in read.languages] == ["English", "Spanish"]


def test_a_list_typed_in_a_hurry() -> None:
    sheet = Sheet()
    for line in (
        "CV dylan lemercier",
        "amiens (03 22 01 01 42)",
        "dylan.lemercier.pro@exemple.fr",
        "BOULOTS",
        "-depuis 03/22 : plaquiste chez ROCA’80 amiens, chantiers neufs + reno, en CDI",
        "-2019 a 2022 : plaquiste peintre chez interim Halden amiens, plein de boites differentes",
        "-2016 a 2017 : equipier chez garos frites, le soir apres les cours",
        "ECOLE",
        "-2018 CAP peintre applicateur de revetements, CFA btp amiens",
        "-2014 brevet, college cesar franck",
    ):
        sheet.put(line)
    sheet.y += 12
    for line in (
        "je sais faire: placo, enduit, carrelage",
        "permis B + permis remorque",
        "langues anglais (un peu), picard",
    ):
        sheet.put(line)

    read = profile(sheet)

    assert read.name is not None
    assert read.name.value == "Dylan Lemercier"
    assert entries(sheet) == [
        ("plaquiste", "ROCA’80", "2022-03", "present"),
        ("plaquiste peintre", "interim Halden", "2019", "2022"),
        ("equipier", "garos frites", "2016", "2017"),
    ]
    assert [skill.value for skill in read.skills] == ["placo", "enduit", "carrelage", "permis B", "permis remorque"]
    assert [language.value for language in read.languages] == ["Anglais", "Picard"]


def test_a_town_that_no_list_has_stands_alone_between_the_name_and_the_contacts() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("Trébeurden")
    sheet.put("06 39 98 44 90 – aurore.q@exemple.fr")
    sheet.put("Expérience professionnelle", size=13, bold=True)

    read = profile(with_lists(sheet))

    assert read.location is not None
    assert read.location.value == "Trébeurden"


def test_what_lines_below_dated_ones_say_of_themselves() -> None:
    sheet = Sheet()
    for line in (
        "CV Kayleigh Ashdown",
        "Whitby, 07700 900123, kayleigh@exemple.fr",
        "JOBS",
        "2021 to now - care assistant at Halden House care home, nights mostly",
        "2019-2021 - barmaid, The Quarrendon Arms",
        "SCHOOL",
        "2018 Level 2 Health and Social Care, Kantega College",
        "2016 GCSEs (5), Eskdale School",
        "GOOD AT: cleaning, medication rounds",
        "Languages - English, bit of Polish",
    ):
        sheet.put(line)

    read = profile(sheet)

    assert read.location is not None
    assert read.location.value == "Whitby"
    assert [skill.value for skill in read.skills] == ["cleaning", "medication rounds"]
    assert [language.value for language in read.languages] == ["English", "Polish"]
    assert len(studies(sheet)) == 2


def test_a_period_that_goes_on_is_not_ended_by_the_whole_one_below_it() -> None:
    sheet = opened("ACADEMIC APPOINTMENTS")
    sheet.beside("Sept 2019–", "Associate Professor in Economic History, HALDEN UNIVERSITY, Durham. Grain")
    sheet.put("markets, famine relief and women moneylenders.", 150)
    sheet.beside("Sept 2015–Aug 2019", "Lecturer in Early Modern History, KANTEGA UNIVERSITY, Durham.")
    sheet.beside("2010–2013", "Teaching Assistant, GAROS SCHOOL OF ECONOMICS, London. EH101.")

    assert entries(sheet) == [
        ("Associate Professor in Economic History", "HALDEN UNIVERSITY", "2019-09", "present"),
        ("Lecturer in Early Modern History", "KANTEGA UNIVERSITY", "2015-09", "2019-08"),
        ("Teaching Assistant", "GAROS SCHOOL OF ECONOMICS", "2010", "2013"),
    ]


def test_a_dash_in_a_cell_of_a_table_is_an_empty_cell() -> None:
    sheet = opened("Formation")
    for cells in (
        ("Année", "Diplôme", "Établissement", "Mention"),
        ("2010", "CAPA", "EDARA", "—"),
        ("2008", "Master 2 Droit social", "Université Lyon 2", "Bien"),
        ("2002", "Baccalauréat ES", "Lycée Ampère", "—"),
    ):
        for text, x in zip(cells, (50, 120, 320, 480), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 15

    assert [(degree, end) for degree, _, end in studies(sheet)] == [
        ("CAPA", "2010"),
        ("Master 2 Droit social", "2008"),
        ("Baccalauréat ES", "2002"),
    ]


def test_a_title_that_names_two_columns_says_nothing_of_either() -> None:
    sheet = opened()
    rows = [("Période", "Fonction et structure", "Domaines")]
    for (title, employer, period), field in zip(POSTS, ("Droit social", "Droit pénal", "Droit rural"), strict=False):
        rows += [(period, title, field), ("", employer, "")]
    for cells in rows:
        for text, x in zip(cells, (50, 180, 420), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 15

    assert entries(sheet) == EXPECTED[: len(entries(sheet))]
    assert len(entries(sheet)) == min(3, len(POSTS))


def test_a_countrys_letters_before_a_path_are_an_address() -> None:
    assert [link.value for link in links_in("are.na/maud-hr, node.js/express and/or c.à.d")] == ["are.na/maud-hr"]


def test_an_address_is_not_parted_where_its_letters_stand_a_little_wider() -> None:
    style = Style(10.0, False, font="Times")
    x, glyphs = 50.0, Glyphs()
    for word in ("of", "offer", "staff", "after", "offset"):
        for text in word:
            glyphs.all.append(Glyph(text, x, 700, x + 5.8, 710, style, 0))
            x += 5.0
        glyphs.all.append(Glyph("", x, 700, x, 710, style, 0))
        x += 4
    for text in "aurore@poste.fr":
        glyphs.all.append(Glyph(text, x, 700, x + 5.8, 710, style, 0))
        x += 6.2 if text == "f" else 5.0

    words = words_of(glyphs, Upright(595, 842, 0, (1, 0, 0, 0, -1, 842)))

    assert words[-1].text == "aurore@poste.fr"


def with_end(heading: str, *lines: str) -> Sheet:
    sheet = opened("Experience")
    for title, employer, period in POSTS:
        sheet.put(title, right=period)
        sheet.put(employer)
    sheet.put(heading, size=13, bold=True)
    for line in lines:
        sheet.put(line)
    return sheet


@pytest.mark.parametrize("heading", ["Personal", "Voluntary", "Away from work"])
def test_languages_may_be_told_in_a_sentence_at_the_end(heading: str) -> None:
    read = profile(with_end(heading, "Fluent in Portuguese; conversant in Cape Verdean Creole. Coach of young rowers."))

    assert [language.value for language in read.languages] == ["Portuguese", "Cape Verdean Creole"]


def test_languages_of_many_countries_are_known() -> None:
    read = profile(with_end("Languages", "English, Ga, Inuktitut – a few phrases"))

    assert [language.value for language in read.languages] == ["English", "Ga", "Inuktitut"]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("77/12 boulevard de Metz, 59000 Lille", "77/12 boulevard de Metz, 59000 Lille"),
        ("EU passport (Portugal)", None),
    ],
)
def test_numbers_of_flats_are_of_the_place_and_passports_are_not(line: str, where: str | None) -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr")
    sheet.put(line)
    sheet.put("Expérience professionnelle", size=13, bold=True)

    found = profile(with_lists(sheet)).location

    assert (found.value if found else None) == where
