"""Posts whose pieces end with full stops, or are parted by arrows, and periods that a sentence follows."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries


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
