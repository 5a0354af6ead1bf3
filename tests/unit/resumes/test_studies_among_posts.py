"""Posts and studies in one list, as lines of time and careers told whole have them."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_typed import studies

Told = tuple[tuple[str, str, str], ...]
FRENCH: Told = (
    ("2019 – présent", "Cheffe de rang", "Auberge du Lac, Annecy"),
    ("2015 – 2019", "Serveuse", "Hôtel Halden, Annecy"),
    ("2014", "Titre professionnel Serveur en restauration", "AFPA Moorby"),
    ("2012", "CAP Conducteur livreur", "Lycée des Trois Becs"),
)
ENGLISH: Told = (
    ("2020 – Present", "Sous Chef", "Halden House Hotel"),
    ("2016 – 2020", "Commis Chef", "Moorby Brasserie"),
    ("2016", "Level 2 Diploma in Cookery", "Halden Catering College"),
    ("2014", "High School Diploma", "Moorby High School"),
)


def listed(heading: str, told: Told) -> Sheet:
    sheet = opened(heading)
    for period, name, house in told:
        sheet.put(period, bold=True)
        sheet.put(name)
        sheet.put(house)
        sheet.y += 12
    return sheet


@pytest.mark.parametrize(
    ("heading", "told"),
    [("Mon parcours", FRENCH), ("Les étapes", FRENCH), ("My route so far", ENGLISH), ("Timeline", ENGLISH)],
)
def test_studies_of_a_line_of_time_are_no_posts(heading: str, told: Told) -> None:
    sheet = listed(heading, told)

    assert [title for title, *_ in entries(sheet)] == [name for _, name, _ in told[:2]]
    assert [(degree, end) for degree, _, end in studies(sheet)] == [(name, year) for year, name, _ in told[2:]]


def test_posts_with_periods_under_a_heading_nobody_knows_make_a_list_of_posts() -> None:
    sheet = listed("Kaleidoscope", ENGLISH)

    assert [title for title, *_ in entries(sheet)] == ["Sous Chef", "Commis Chef"]
