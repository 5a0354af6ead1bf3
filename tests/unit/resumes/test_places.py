"""Where people live, as heads of CVs say it: addresses of many countries, areas, and what stands behind a town."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile
from tests.unit.resumes.test_simple_fields import place, typed

from vivier.resumes.model import Profile
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
        ("Halden, BC V5N\nadjoua@brindissi.example", "Halden, BC V5N"),
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
        ("BP 1234 Libreville\n+241 74 12 34 56", "BP 1234 Libreville"),
        ("Pontarlier (25)", "Pontarlier (25)"),
        ("Halden, Mid Wales", "Halden, Mid Wales"),
        ("07700 900222, 22 Cois Abhann, Clonmel, Co. Tipperary", "22 Cois Abhann, Clonmel, Co. Tipperary"),
        ("22 Cois Abhann - Clonmel, Co. Tipperary", "22 Cois Abhann, Clonmel, Co. Tipperary"),
        ("Handsworth, Birmingham ~ 07700 900222", "Handsworth, Birmingham"),
        ("Minneapolis–St. Paul\n612-555-0188", "Minneapolis–St. Paul"),
        ("Campus : Mont-Halden\n06 39 98 44 90", "Mont-Halden"),
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
        "Isle of Arran",
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
        "Télétravail possible, mobilité nationale\n06 39 98 44 90",
        "Open to remote, hybrid, or relocation\n07700 900222",
        "Permis B, C, CE – FIMO\n06 54 43 32 21",
        "2022\tBiennale du lin, Portneuf, Québec",
        "Mobile sur toute la région parisienne",
    ],
)
def test_where_a_post_is_held_or_a_work_was_shown_is_no_home(line: str) -> None:
    assert place(line) is None


@pytest.mark.parametrize("text", ["Halden Place, Ashford, Y21 A3X9", "Halden, D06 W2Y8"])
def test_an_irish_postcode_tells_an_address(text: str) -> None:
    assert score_of(text) > 1


CONTACTS = ("020 7946 0799", "dorothea@brindissi.example")


def set_right(*lines: str) -> Profile:
    """A head whose contacts stand at the right edge, beside the name."""
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=24, bold=True)
    sheet.put("Bookkeeper", size=12)
    sheet.y = 40
    for line in (*lines, *CONTACTS):
        sheet.put("", right=line)
    sheet.y = 130
    sheet.put("EDUCATION", size=12, bold=True)
    sheet.put("2016  BA Business Studies, University of Exeter")
    return profile(sheet)


@pytest.mark.parametrize("town", ["Ballinhalden", "Fort William"])
def test_a_lone_town_stands_beside_the_name_over_the_contacts(town: str) -> None:
    read = set_right(town)

    assert read.location is not None
    assert read.location.value == town


@pytest.mark.parametrize(
    ("street", "town"),
    [
        ("Flat 2, 61 Lordship Lane", "London SE22 8EP"),
        ("22 Cois Abhann", "Clonmel, Co. Tipperary"),
        ("Lieu-dit Kerhalden", "29830 Plouguin"),
        ("Le Clos des Vignes", "33650 Martillac"),
        ("Rose Cottage, Church Lane", "Much Wenlock, Shropshire"),
        ("Chemin de Montelly 47", "1007 Lausanne"),
        ("Résidence Le Parc, bât. C", "94500 Champigny-sur-Marne"),
    ],
)
def test_a_street_stands_over_its_town_whatever_is_beside_it(street: str, town: str) -> None:
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=24, bold=True)
    for left, right in zip((street, town), CONTACTS, strict=True):
        sheet._words(left, 50, 10, False)
        sheet.put(right, 330)

    read = profile(sheet)

    assert read.location is not None
    assert read.location.value == f"{street}, {town}"


def test_a_name_that_begins_with_an_article_is_no_street() -> None:
    read = typed("LE GOFFIC Yann\n29200 Brest\n06 39 98 44 90\nyann.legoffic@exemple.fr\n")

    assert read.location is not None
    assert read.location.value == "29200 Brest"


def test_contacts_that_another_section_holds_tell_where_somebody_lives() -> None:
    read = typed(
        "Work · Study\nAdjoua Brindissi\nHalden, the Netherlands · +31 20 794 0812\n\n"
        "Work\n2019 – 2023 Clerk, Brindissi Ltd, Leeds\n"
    )

    assert read.location is not None
    assert read.location.value == "Halden, the Netherlands"


def test_a_heading_that_ends_like_a_state_is_less_of_a_place_than_a_town_with_its_code() -> None:
    assert score_of("SAY HI") < score_of("Bristol, BS6")
    assert score_of("AUSTIN TX") > 0
    assert score_of("HALDEN, MI") > 0


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Primary school teacher, Castletroy, Limerick", "Castletroy, Limerick"),
        ("T 085 345 6789 | E siobhan@example.ie | A Midleton, Co. Cork", "Midleton, Co. Cork"),
        ("2 Church Cottages, Bellingham, Northumberland", "2 Church Cottages, Bellingham, Northumberland"),
    ],
)
def test_a_town_stands_behind_a_post_behind_the_letter_of_addresses_and_under_a_house_with_a_number(
    line: str, place: str
) -> None:
    read = typed(f"Siobhan Tarrant\n{line}\n085 345 6780, siobhan@example.ie\n\nSkills\nbaking, icing\n")

    assert read.location is not None
    assert read.location.value == place


def test_a_department_in_brackets_before_a_number_is_none_of_it() -> None:
    read = typed("Aurore Le Bihan\nRoscoff (29) 02 61 91 73 05 aurore@exemple.fr\n")

    assert [phone.value for phone in read.phones] == ["+33261917305"]


@pytest.mark.parametrize(
    "line", ["mob 07400 123 982 email owen@example.com", "Call or text 07400 123 982 or write to owen@example.com"]
)
def test_what_leads_to_a_number_is_no_town(line: str) -> None:
    assert typed(f"Owen Pritchard\n{line}\n\nSkills\nbaking, icing\n").location is None


def test_a_name_and_a_town_with_its_code_in_one_row_are_both_read() -> None:
    read = typed(
        "Siobhan Tarrant Wellingborough NN8\nmob 07400 123 982 email s.tarrant@example.co.uk\n\nSkills\nicing\n"
    )

    assert read.name is not None
    assert read.location is not None
    assert (read.name.value, read.location.value) == ("Siobhan Tarrant", "Wellingborough NN8")
