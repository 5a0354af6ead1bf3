"""CVs in French from Africa, Belgium, Switzerland, Québec and France, as people type them. All people are invented."""

import pytest
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_typed_lists import told, typed

from vivier.resumes.model import Profile

TOP = "Adjoua Brindissi\nadjoua.brindissi@exemple.ci\n"


def cv(*lines: str, top: str = TOP) -> Profile:
    return typed(top + "\n" + "\n".join(lines) + "\n")


def studies(*lines: str) -> list[tuple[str | None, ...]]:
    read = cv("FORMATIONS", *lines)
    return [tuple(f.value if f else None for f in (e.degree, e.institution, e.end)) for e in read.education]


def posts(*lines: str) -> list[tuple[str | None, ...]]:
    return told(cv("EXPERIENCES PROFESSIONNELLES", *lines))


@pytest.mark.parametrize(
    ("line", "degree", "school"),
    [
        ("2016-2017 : Licence 3 de Gestion à la Faculté des Sciences Economiques", "Licence 3 de Gestion", None),
        ("2014-2015 : Baccalauréat série S2 au Lycée Moderne de Tambéla", "Baccalauréat série S2", None),
        ("2009-2010 : BFEM au CEM Martin Kébé", "BFEM", "CEM Martin Kébé"),
        ("2011-2012 : CFEE à l'école élémentaire de Ndiobène", "CFEE", "école élémentaire de Ndiobène"),
        ("2012-2014 : Master en Economie à l'Université de Tambéla", "Master en Economie", "Université de Tambéla"),
        ("2018-2019 : Licence 1 à ITEKOM", "Licence 1", "ITEKOM"),
        ("2018-2019 : Baccalauréat série D du lycée de Tambéla", "Baccalauréat série D", "lycée de Tambéla"),
    ],
)
def test_a_preposition_parts_a_degree_from_its_school(line: str, degree: str, school: str | None) -> None:
    read = studies(line, "2006-2007 : CEPE, école primaire de Tambéla")

    assert read[0][0] == degree
    assert read[0][1] == (school or line.split(" la ")[-1].split(" au ")[-1])


@pytest.mark.parametrize("honours", ["mention bien", "mention Très Bien", "Mention : assez bien", "avec mention"])
def test_honours_are_no_school_and_no_degree(honours: str) -> None:
    read = studies(f"2010 - 2011 : Licence de lettres, Université de Tambéla, {honours}")

    assert read == [("Licence de lettres", "Université de Tambéla", "2011")]


def test_a_degree_with_honours_and_no_school_has_none() -> None:
    assert studies("2004 : Baccalauréat Sciences Maths A, mention Bien")[0][1] is None


@pytest.mark.parametrize("degree", ["BEPC", "BFEM", "CEPE", "CEP", "CFEE", "DEF", "Brevet des collèges", "DUEL"])
def test_school_leaving_certificates_are_degrees(degree: str) -> None:
    assert studies(f"2009-2010 : {degree}", "2012-2013 : Baccalauréat A2")[0][0] == degree


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("Assistante de recherche au Laboratoire Vidal", "Assistante de recherche", "Laboratoire Vidal"),
        ("Assistante de direction à la SOTRANEX", "Assistante de direction", "SOTRANEX"),
        ("Stage à la Mairie de Tambéla", "Stage", "Mairie de Tambéla"),
        ("Stagiaire Data Analyst à l’Institut National de la Statistique", "Stagiaire Data Analyst", None),
        ("Caissière pour la société Kantéga", "Caissière", "Kantéga"),
        ("Technicien de laboratoire dans la société Kantéga", "Technicien de laboratoire", "Kantéga"),
        ("Stage ingénieur au sein de la société Kantéga", "Stage ingénieur", "Kantéga"),
        ("Stage d'initiation auprès de la Banque de Tambéla", "Stage d'initiation", "Banque de Tambéla"),
    ],
)
def test_a_preposition_parts_a_post_from_its_employer(line: str, title: str, employer: str | None) -> None:
    read = posts(f"Mars 2021 - Mai 2022 : {line}", "Janvier 2019 - Février 2020 : Secrétaire chez Kalimba SARL")

    assert read[0][:2] == (title, employer or "Institut National de la Statistique")


def test_a_preposition_within_a_post_stays_in_it() -> None:
    read = posts(
        "Mars 2021 - Mai 2022 : Aide à domicile, ADMR de Tambéla",
        "Janvier 2019 - Février 2020 : Conseiller à la clientèle, Kalimba SARL",
        "Janvier 2018 - Février 2019 : Assistant au chef de projet, Kalimba SARL",
    )

    assert [row[0] for row in read] == ["Aide à domicile", "Conseiller à la clientèle", "Assistant au chef de projet"]


def test_tools_in_brackets_are_no_part_of_an_employer() -> None:
    read = posts("Août 2019 – Juin 2024 : Développeuse, Kantéga (Python, Django, SQL)")

    assert read[0][:2] == ("Développeuse", "Kantéga")


def test_languages_of_africa_are_languages() -> None:
    spoken = ["Français", "Baoulé", "Pulaar", "Malinké", "Malagasy", "Soussou", "Fon", "Kabyè", "Sérère", "Ewondo"]
    read = cv("LANGUES", *(f"{name} : parlé" for name in spoken))

    assert [language.value for language in read.languages] == spoken


def test_a_level_is_no_language() -> None:
    read = cv("LANGUES", "Anglais", "Niveau C1+", "Espagnol", "Niveau B2", "Certification Cambridge niveau moyen")

    assert [language.value for language in read.languages] == ["Anglais", "Espagnol"]


@pytest.mark.parametrize(
    ("where", "number", "expected"),
    [
        ("Dakar", "77 865 19 40", "+221778651940"),
        ("Antananarivo", "034 65 034 54", "+261346503454"),
        ("Lomé", "90 12 34 56", "+22890123456"),
        ("Cotonou, Bénin", "01 97 12 34 56", "+2290197123456"),
        ("Ouagadougou", "70 12 34 56", "+22670123456"),
        ("Bouaké", "07 48 91 22 36", "+2250748912236"),
    ],
)
def test_a_town_says_of_which_country_a_number_is(where: str, number: str, expected: str) -> None:
    read = typed(
        f"Adjoua Brindissi\n{where}\nTél : {number}\nadjoua.brindissi@exemple.org\n\nFORMATIONS\n2010 : BEPC\n"
    )

    assert [phone.value for phone in read.phones] == [expected]


def test_studies_say_the_country_where_nothing_else_does() -> None:
    read = typed("Aminata Brindissi\nTel : 770359124\n\nFORMATION\n2013 : BFEM au lycée de Ndiobène\n2009 : CFEE\n")

    assert [phone.value for phone in read.phones] == ["+221770359124"]


@pytest.mark.parametrize("label", ["CIN : ", "N° CNI : ", "CIN :\n", "Passeport n° ", "N° de table : "])
def test_the_number_of_a_paper_is_no_phone(label: str) -> None:
    read = typed(
        f"Aminata Brindissi\nTél : 034 65 034 54\n{label}204191016076\nAntananarivo\n\nFORMATION\n2013 : BEPC\n"
    )

    assert [phone.value for phone in read.phones] == ["+261346503454"]


def test_a_period_in_a_row_is_no_heading_of_a_section() -> None:
    sheet = opened("STAGES")
    for year, title, employer in (
        ("2019–2020", "Stage d’été", "WAZO LAB"),
        ("2018–2019", "Stage d’été", "KANTEGA LAB"),
    ):
        sheet.put(f"{year} | {title} | {employer}", bold=True)
        sheet.put("Le suivi des chantiers et de leurs devis")

    assert entries(sheet) == [
        ("Stage d’été", "WAZO LAB", "2019", "2020"),
        ("Stage d’été", "KANTEGA LAB", "2018", "2019"),
    ]


def test_a_list_item_goes_on_under_its_words() -> None:
    sheet = opened()
    for title, employer, period in (
        ("professeure des écoles en charge des petits, école", "élémentaire Jules Brindissi", "2012 – 2016"),
        ("directrice de l’ensemble et professeure aussi, école", "Anatole Brindissi", "2008 – 2012"),
    ):
        sheet._words("•", 50, 10, False)
        sheet.put(f"{period} : {title}", 62)
        sheet.put(employer, 59)
    sheet.put("Profil", size=13, bold=True)
    for _ in range(8):
        sheet.put("Une enseignante qui aime son métier et le montre à ses collègues débutants")

    assert [row[1] for row in entries(sheet)] == ["école élémentaire Jules Brindissi", "école Anatole Brindissi"]


def test_a_name_goes_on_in_a_small_preposition() -> None:
    sheet = opened()
    for title, employer, rest, period in (
        ("Militaire du rang", "1er Régiment", "d'Artillerie", "2007 – 2012"),
        ("Agente d'accueil", "Office", "de Tourisme", "2004 – 2007"),
    ):
        sheet.put(f"{title} – {employer}", bold=True)
        sheet.put(rest, bold=True)
        sheet.put(period)

    assert [row[1] for row in entries(sheet)] == ["1er Régiment d'Artillerie", "Office de Tourisme"]


def test_an_option_is_no_school() -> None:
    read = studies(
        "2015-2018\tCycle d’ingénieur en Génie Industriel",
        "Option Systèmes Embarqués",
        "- Ecole nationale d’ingénieurs de Tambéla",
        "2012-2015\tFormation préparatoire",
        "- Institut Préparatoire de Tambéla",
    )

    assert [row[1] for row in read] == ["Ecole nationale d’ingénieurs de Tambéla", "Institut Préparatoire de Tambéla"]


def test_a_school_said_at_length_is_no_sentence() -> None:
    read = studies(
        "Depuis 2018 | Diplôme national d’ingénieur",
        "École Nationale d’Ingénieurs de Tambéla, Université de Tambéla.",
        "2015 | Baccalauréat",
        "Lycée Hannibal, Tambéla.",
    )

    assert read[0][1] is not None
    assert read[0][1].startswith("École Nationale d’Ingénieurs de Tambéla")


def test_an_employer_with_its_department_is_no_town() -> None:
    read = posts(
        "Intérimaire – CRITERE Intérim Béziers (34)", "Eté 2018 – Eté 2019", "Vendeuse – Kantéga", "2016 – 2017"
    )

    assert read[0][1] is not None
    assert read[0][1].startswith("CRITERE Intérim")


def test_posts_without_dates_are_read_where_a_list_has_none() -> None:
    read = posts(
        "Assistante administrative, cabinet Vidal et Brindissi, Alès",
        "- Constitution de dossiers",
        "Vendeuse, El Galapagos, Alès",
        "- Conseil et vente",
        "Agent de Restauration - SLM DE TAMBELA",
        "- Accueil et service",
    )

    assert [row[:2] for row in read] == [
        ("Assistante administrative", "cabinet Vidal et Brindissi"),
        ("Vendeuse", "El Galapagos"),
        ("Agent de Restauration", "SLM DE TAMBELA"),
    ]


def test_a_house_over_its_posts_is_no_post_of_its_own() -> None:
    read = posts(
        "GROUPE KANTEGA (Ancenis, 4 500 salariés)\t2016 – 2024",
        "Directrice des Ressources Humaines (2019-2024)",
        "- Négociation de douze accords",
        "Responsable Ressources Humaines (2016-2019)",
        "- Recrutement",
        "",
        "VIDAL ET FILS (Nantes)\t2009 – 2016",
        "Responsable RH",
        "- Paie",
    )

    assert [(row[0], row[1]) for row in read] == [
        ("Directrice des Ressources Humaines", "GROUPE KANTEGA"),
        ("Responsable Ressources Humaines", "GROUPE KANTEGA"),
        ("Responsable RH", "VIDAL ET FILS"),
    ]


def test_what_a_post_was_for_is_no_employer() -> None:
    read = posts(
        "Chef d’équipe béton : poste transitoire avec pour objectif de poursuivre",
        "Juin 2021 - juin 2022",
        "Développeur : migration d’un logiciel du bâtiment",
        "Avril 2021 – Juin 2021",
    )

    assert [row[:2] for row in read] == [("Chef d’équipe béton", None), ("Développeur", None)]


@pytest.mark.parametrize(
    ("lines", "town"),
    [
        ("3 rue Calas\t06 58 96 90 20\n50700 VALOGNES", "3 rue Calas, 50700 VALOGNES"),
        ("51 rue Sinna\tlinkedin.com/in/adjoua-b\n2036 Ariana", "51 rue Sinna, 2036 Ariana"),
        ("23 Route de Festes\n11 300 BOURIEGE", "23 Route de Festes, 11 300 BOURIEGE"),
        ("31 avenue Mermoz\nLyon 8ème arrondissement", "31 avenue Mermoz, Lyon 8ème arrondissement"),
        ("Paris (peut déménager)", "Paris"),
    ],
)
def test_where_a_person_lives_is_read_as_it_is_written(lines: str, town: str) -> None:
    read = typed(f"Adjoua Brindissi\n{lines}\nadjoua.brindissi@exemple.fr\n\nFORMATIONS\n2010 : BEPC\n2008 : CEPE\n")

    assert read.location is not None
    assert read.location.value == town


def test_a_school_with_its_department_is_not_where_one_lives() -> None:
    read = typed(
        "Adjoua Brindissi\nadjoua.brindissi@exemple.fr\nUniversité de Montpellier (34)\n\nFORMATIONS\n2010 : BEPC\n"
    )

    assert read.location is None


@pytest.mark.parametrize("heading", ["COMPETENCES LINGUSTIQUES", "LANGUES ETRANGERS", "LANGUES NATIONALES"])
def test_a_heading_may_be_misspelt(heading: str) -> None:
    read = cv("FORMATIONS", "2010 : BEPC", "2008 : CEPE", "", heading, "Français : lu, écrit et parlé", "Wolof : parlé")

    assert [language.value for language in read.languages] == ["Français", "Wolof"]


def test_posts_under_a_misspelt_heading_are_read() -> None:
    read = cv("EXPERIENCES PROFESIONNELLES", "2015 – 2017 : Vendeuse, Kantéga", "2012 – 2015 : Caissière, Kalimba")

    assert told(read) == [("Vendeuse", "Kantéga", "2015", "2017"), ("Caissière", "Kalimba", "2012", "2015")]


def test_a_final_project_is_a_post() -> None:
    read = posts(
        "Janvier 2012 – Décembre 2017 : Conducteur de travaux, Kantéga Maroc",
        "Février 2009 – Juin 2009 : Projet de Fin d'Etudes, ONKF",
    )

    assert read[1][:2] == ("Projet de Fin d'Etudes", "ONKF")


def test_a_final_year_s_tools_are_no_employer() -> None:
    sheet = opened("STAGES")
    for period, what, where, tools in (
        ("De mars 2020 à juillet 2020", "Consultante décisionnel", "Kantéga", "Solution : Oracle, SSIS, SQL Server"),
        ("De février 2018 à juin 2018", "Consultante", "Kalimba", "Solution : JEE, Protégé, OWL, SPARQL"),
    ):
        sheet.beside(period, what, 220, bold=True)
        sheet.put(where, 220)
        sheet.put(tools, 220)

    assert [row[:2] for row in entries(sheet)] == [("Consultante décisionnel", "Kantéga"), ("Consultante", "Kalimba")]


def test_what_goes_on_behind_a_semicolon_is_no_part_of_a_post() -> None:
    read = posts(
        "09.2015 - 12.2016 Université de Tambéla - Ingénieur de Recherche; Architecte de solutions collaboratives",
        "12.2012 - 10.2013 Université de Kalimba - Ingénieur d’études; Développeur de la plateforme",
    )

    assert [row[0] for row in read] == ["Ingénieur de Recherche", "Ingénieur d’études"]


def test_a_volunteer_is_no_heading() -> None:
    sheet = opened("EXPÉRIENCES")
    for title, where, period in (
        ("Hôtesse de caisse", "Kantéga, Belleville", "depuis 02.2023"),
        ("Bénévole", "Kalimba, Lyon", "oct. 2022"),
        ("Employée commerciale", "Intermarché, Belleville", "août 2022 - sept. 2022"),
    ):
        sheet.put(title)
        sheet.put(f"{where} - {period}")
        sheet.y += 6

    assert [row[0] for row in entries(sheet)] == ["Hôtesse de caisse", "Bénévole", "Employée commerciale"]


def test_a_lone_year_in_a_list_of_studies_is_as_good_as_a_period() -> None:
    read = studies(
        "• Licence 1 Statistique – Université de Tambéla (2025 – 2026)",
        "• Baccalauréat Série D, Bénin (2025)",
    )

    assert [(row[0], row[2]) for row in read] == [("Licence 1 Statistique", "2026"), ("Baccalauréat Série D", "2025")]


def test_who_led_a_thesis_is_no_part_of_the_degree() -> None:
    read = studies(
        "2007 - 2010 : Doctorat en Informatique, équipe Vidal, dirigé par A. Brindissi, Université de Tambéla",
        "2005 - 2007 : Master en Informatique, Université de Tambéla",
    )

    assert [row[:2] for row in read] == [
        ("Doctorat en Informatique", "Université de Tambéla"),
        ("Master en Informatique", "Université de Tambéla"),
    ]
