"""Towns that no list has, told by what they lie in; contacts at the right of the name."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile
from tests.unit.resumes.test_simple_fields import place


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Crestange (Drôme) – 04 65 71 20 99 – www.brindissi.example", "Crestange (Drôme)"),
        ("sellière\nVillorne (Haute-Saône)", "Villorne (Haute-Saône)"),
        ("Villorne (61)", "Villorne (61)"),
        ("Orvens-le-Lac (VD)", "Orvens-le-Lac (VD)"),
        ("Wirrabanga, New South Wales", "Wirrabanga, New South Wales"),
        ("Umhlokazi, KwaZulu-Natal", "Umhlokazi, KwaZulu-Natal"),
        ("Ballyhalden, Tipperary", "Ballyhalden, Tipperary"),
        ("Thatcher who would rather be on the roof. Haldenville, ON", "Haldenville, ON"),
        ("Achnahalden, tel 0191 498 0899, adjoua@brindissi.example", "Achnahalden"),
    ],
)
def test_a_town_is_told_by_its_region(line: str, town: str) -> None:
    assert place(line) == town


@pytest.mark.parametrize("line", ["Formatrice (Nord)", "Lycée Halden (Jura)", "Classe préparatoire, 2003"])
def test_a_post_or_a_school_with_a_region_or_a_year_is_no_town(line: str) -> None:
    assert place(line) is None


def test_contacts_over_the_second_column_are_the_persons() -> None:
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=24, bold=True)
    sheet.y = 40
    for line in ("020 7946 0799", "dorothea@lint.example", "Deptford, London"):
        sheet.put(line, 420)
    top = sheet.y + 30
    sheet.y = top
    sheet.put("Experience", size=14, bold=True)
    for title, years in (("Head Chef", "2016 – 2020"), ("Sous Chef", "2012 – 2016"), ("Commis Chef", "2009 – 2012")):
        sheet.put(years)
        sheet.put(title, bold=True)
        sheet.put("The Copper Halden, Whitby")
        sheet.put("Ran the pass when the owner was out, which is")
        sheet.put("most weeks of a year by the sea.")
    sheet.y = top
    sheet.put("Stocks and sauces for ninety covers, twice a", 330)
    sheet.put("day.", 330)
    sheet.put("Training", 330, size=14, bold=True)
    for line in (
        "NVQ Level 3 Professional Cookery",
        "Halden College, 2009",
        "BTEC Hospitality",
        "Halden College, 2007",
    ):
        sheet.put(line, 330)
    sheet.put("Languages", 330, size=14, bold=True)
    for line in ("English", "Igbo", "Italian"):
        sheet.put(line, 330)
    found = profile(sheet).location

    assert found is not None
    assert found.value == "Deptford, London"
