"""CVs in French from Africa, Belgium, Switzerland, Québec and France, as people type them. All people are invented."""

import pytest
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
