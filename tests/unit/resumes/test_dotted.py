"""Posts whose pieces end with full stops, or are parted by arrows, and periods that a sentence follows."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries

from vivier.resumes.wording.labels import label_kind


def listed(heading: str, *rows: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put(heading, bold=True, size=13)
    for row in rows:
        sheet.put(row)
    return sheet


def test_full_stops_part_house_post_and_period_where_several_rows_are_so() -> None:
    sheet = listed(
        "Expériences professionnelles",
        "boulangerie garos, lille. vendeuse. de 2012 à 2015.",
        "caisse et mise en rayon le matin",
        "Hôtel Halden. Réceptionniste. Juin 2015 - août 2019, de nuit.",
        "Clinique Kerdraon, Redon. Agente d'accueil. Depuis 2019.",
    )

    assert entries(sheet) == [
        ("vendeuse", "boulangerie garos", "2012", "2015"),
        ("Réceptionniste", "Hôtel Halden", "2015-06", "2019-08"),
        ("Agente d'accueil", "Clinique Kerdraon", "2019", "present"),
    ]


def test_an_arrow_parts_a_house_from_its_post_and_a_sentence_behind_today_is_of_neither() -> None:
    sheet = listed(
        "Experience",
        "Kantéga → Senior Product Designer",
        "Apr. 2021 through today. Checkout flows used by two million people. Design system.",
        "Chef de rang → Brasserie Morvan",
        "De mai 2018 à mars 2021. Service du soir, 40 couverts, cave.",
    )

    assert entries(sheet) == [
        ("Senior Product Designer", "Kantéga", "2021-04", "present"),
        ("Chef de rang", "Brasserie Morvan", "2018-05", "2021-03"),
    ]


def test_a_sentence_behind_a_period_tells_of_the_post_above() -> None:
    sheet = listed(
        "Expérience",
        "Commis de salle, Hôtel Kerdraon",
        "De 2019 à aujourd'hui. Petits déjeuners et séminaires, pour 60 couverts.",
        "Kitchen porter, Halden House",
        "2016 to 2019. Pots, pans and early mornings.",
    )

    assert entries(sheet) == [
        ("Commis de salle", "Hôtel Kerdraon", "2019", "present"),
        ("Kitchen porter", "Halden House", "2016", "2019"),
    ]


def test_missions_open_with_their_word_and_name_the_client_behind_the_period() -> None:
    sheet = listed(
        "Missions",
        "Mission 02.2022 > en cours – client final : Kantéga, porté par Halden Conseil",
        "Architecte cloud",
        "Mission 03.2020 > 01.2022 – client final : Banque Morvan, via Garos",
        "Développeur Java",
        "Mission 01.2019 > 02.2020 – client final : Garos Direct, en direct",
        "Développeur web",
    )
    contracts = listed(
        "Contracts",
        "Contract Jan 2021 – Mar 2023, end client: Halden Water, through Ryme Partners",
        "Business Analyst",
        "Contract Apr 2019 – Dec 2020, end client: Garos Foods (via Ryme Partners)",
        "Project Manager",
    )

    assert entries(sheet) == [
        ("Architecte cloud", "Kantéga", "2022-02", "present"),
        ("Développeur Java", "Banque Morvan", "2020-03", "2022-01"),
        ("Développeur web", "Garos Direct", "2019-01", "2020-02"),
    ]
    assert entries(contracts) == [
        ("Business Analyst", "Halden Water", "2021-01", "2023-03"),
        ("Project Manager", "Garos Foods", "2019-04", "2020-12"),
    ]


def test_posts_with_their_periods_in_brackets_end_as_sentences_do() -> None:
    sheet = listed(
        "On the payroll",
        "Database administrator at Halden, Ryme (10.2014 – 08.2019). Oracle estates, patch weekends, the odd fire.",
        "Graduate analyst at Kantéga, Dublin (09.2012 – 09.2014).",
        "Monteuse chez Garos, Lens (03.2010 – 07.2012).",
    )

    assert entries(sheet) == [
        ("Database administrator", "Halden", "2014-10", "2019-08"),
        ("Graduate analyst", "Kantéga", "2012-09", "2014-09"),
        ("Monteuse", "Garos", "2010-03", "2012-07"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Who for", "where"), ("Pour qui", "where"), ("What got done", "does"), ("Ce que j'y ai fait", "does")],
)
def test_columns_are_titled_in_words_of_ones_own(text: str, kind: str) -> None:
    assert label_kind(text, study=False) == kind
