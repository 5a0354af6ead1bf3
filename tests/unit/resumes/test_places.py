"""Where people live, as heads of CVs say it: addresses of many countries, areas, and what stands behind a town."""

import pytest
from tests.unit.resumes.test_simple_fields import place, typed

from vivier.resumes.person.addresses import score_of


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Bovelle, télétravail partiel – 06 39 98 44 90", "Bovelle"),
        ("Vitré (35), 30 min de Rennes\n06 39 98 44 90", "Vitré (35)"),
        ("Gap (05), je bouge partout\n06 39 98 44 90", "Gap (05)"),
        ("Hereford, UK (willing to travel) | 07700 900123", "Hereford, UK"),
        ("Boston, Lincolnshire. Settled status.\n07700 900123", "Boston, Lincolnshire"),
        ("Zürich, B permit, Italian citizen\n+41 78 123 45 67", "Zürich"),
        ("Paris (Batignolles)\nadjoua@brindissi.example", "Paris (Batignolles)"),
    ],
)
def test_what_stands_behind_a_town_is_no_part_of_it(line: str, town: str) -> None:
    assert place(line) == town


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Bureau A 312, 44 avenue de la Libération, Nancy", "Bureau A 312, 44 avenue de la Libération, Nancy"),
        ("4 The Paddocks, Enniscorthy, Co. Wexford, Y21 A3X9", "4 The Paddocks, Enniscorthy, Co. Wexford, Y21 A3X9"),
        ("c/o Baird, 3/2, 48 Dumbarton Road, Glasgow G11 6NY", "3/2, 48 Dumbarton Road, Glasgow G11 6NY"),
        ("Lot Al Massira n° 24, Halden 12000, Maroc", "Lot Al Massira n° 24, Halden 12000, Maroc"),
        ("Plot 14, Kira Road, Kampala, Uganda", "Plot 14, Kira Road, Kampala, Uganda"),
        ("House 12, East Legon, Accra", "House 12, East Legon, Accra"),
        ("Halden, the Netherlands · adjoua@brindissi.example", "Halden, the Netherlands"),
        ("La Chaux-de-Fonds ⋅ 078 123 45 67 ⋅ adjoua@brindissi.example", "La Chaux-de-Fonds"),
        ("Adresse étudiante : 14 rue Solférino, 59000 Lille", "14 rue Solférino, 59000 Lille"),
    ],
)
def test_addresses_are_written_in_many_ways(line: str, town: str) -> None:
    assert place(line) == town


@pytest.mark.parametrize(
    "area",
    [
        "Greater Paris Metropolitan Region",
        "San Francisco Bay Area",
        "Detroit Metropolitan Area",
        "Dallas-Fort Worth Metroplex",
        "Lorient et sa région",
        "Paris et périphérie",
        "Région lyonnaise",
        "Halden, Métropole de Lyon",
        "Halden, Isle of Lewis",
    ],
)
def test_what_lies_around_a_town_is_a_place(area: str) -> None:
    assert place(area) == area


@pytest.mark.parametrize(
    "line",
    [
        "Chargé d'affaires chez Halden Énergie, Nantes",
        "Marketing Manager, Unilever, London",
        "Practice Area",
        "2022\tBiennale du lin, Portneuf, Québec",
        "Mobile sur toute la région parisienne",
    ],
)
def test_where_a_post_is_held_or_a_work_was_shown_is_no_home(line: str) -> None:
    assert place(line) is None


@pytest.mark.parametrize("text", ["Halden Place, Ashford, Y21 A3X9", "Halden, D06 W2Y8"])
def test_an_irish_postcode_tells_an_address(text: str) -> None:
    assert score_of(text) > 1


def test_contacts_that_another_section_holds_tell_where_somebody_lives() -> None:
    read = typed(
        "Work · Study\nAdjoua Brindissi\nHalden, the Netherlands · +31 20 794 0812\n\n"
        "Work\n2019 – 2023 Clerk, Brindissi Ltd, Leeds\n"
    )

    assert read.location is not None
    assert read.location.value == "Halden, the Netherlands"
