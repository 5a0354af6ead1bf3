"""Lists of skills under headings of one's own, in columns, behind bold names; and lists that are none."""

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.abilities.skills import items_of
from vivier.resumes.model import PageSize
from vivier.resumes.service import read_blocks


def _skills(sheet: Sheet) -> list[str]:
    return [skill.value for skill in read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile.skills]


def _cv(*skills: tuple[str, bool], at: int = 1, free: str = "Hiking, choir, chess, baking") -> Sheet:
    """A CV of few sections, whose list stands before the posts, behind the studies, or at the foot."""
    sheet = Sheet()
    sheet.put("Agathe Lormont", size=18, bold=True)
    sheet.put("59000 Lille, agathe.lormont@example.org")

    def listed() -> None:
        for text, bold in skills:
            sheet.y += 12 * bold
            sheet.put(text, bold=bold, size=12 if bold else 10)

    parts = [
        ("Experience", ["Assistant, Holme & Sons Ltd, York, June 2015 – May 2019", "• Answered customers"]),
        ("Education", ["BA Business Studies, University of Hull, 2015"]),
        ("Free time", [free]),
    ]
    for index, (heading, rows) in enumerate(parts):
        if index == at:
            listed()
        sheet.y += 12
        sheet.put(heading, size=12, bold=True)
        for row in rows:
            sheet.put(row)
    if at == len(parts):
        listed()
    return sheet


@pytest.mark.parametrize("at", [0, 1, 2, 3])
@pytest.mark.parametrize(
    "rows", [["Draping, Hand stitching, Alterations, Pressing"], ["• Draping", "• Hand stitching", "• Alterations"]]
)
def test_a_list_of_few_words_under_a_heading_nobody_knows_is_skills_wherever_it_stands(
    rows: list[str], at: int
) -> None:
    sheet = _cv(("By the ironing board", True), *((row, False) for row in rows), at=at)

    assert _skills(sheet)[:3] == ["Draping", "Hand stitching", "Alterations"]


@pytest.mark.parametrize(
    "rows",
    [
        ["Kayaking, gardening, chess, old films"],
        ["Tate Gallery, Musée de Brest, Kunsthalle Bonn, Arts Museum"],
        ["Sold in 2019, Shown in 2020, Kept in 2021, Lent in 2022"],
    ],
)
def test_pastimes_houses_and_what_is_dated_are_no_skills_under_such_a_heading(rows: list[str]) -> None:
    assert _skills(_cv(("All the rest", True), *((row, False) for row in rows))) == []


def test_a_section_called_work_that_only_lists_beside_one_of_posts_tells_skills() -> None:
    listed = ["Landlord and tenant", "Easements", "Leases", "Title checks"]
    sheet = _cv(("Other work", True), *((f"• {item}", False) for item in listed))

    assert _skills(sheet) == listed


def test_names_over_columns_of_skills_are_none_and_the_column_that_stands_apart_is_read() -> None:
    sheet = _cv(("Skills", True), at=3)
    lists = [("Service", ["Table layout", "Till work"]), ("Bar", ["Cellar care", "Cocktails"]), ("Crew", ["Rotas"])]
    top = sheet.y
    for x, (name, items) in zip((50, 160, 400), lists, strict=True):
        sheet.y = top
        sheet.put(name, x, bold=True)
        for item in items:
            sheet.put(item, x)
    sheet.y = top + 60

    assert sorted(_skills(sheet)) == ["Cellar care", "Cocktails", "Rotas", "Table layout", "Till work"]


def test_bold_words_before_lists_name_groups() -> None:
    sheet = _cv(("Skills", True), at=3)
    for name, listed in (("Field", "Sound recording / Photo"), ("Writing", "Speeches / Scripts")):
        y = sheet.y
        sheet.put(name, bold=True)
        sheet.y = y
        sheet.put(listed, 50 + len(name) * 5 + 4)

    assert _skills(sheet) == ["Sound recording", "Photo", "Speeches", "Scripts"]


def test_full_stops_part_short_skills_and_one_sentence_stays_whole() -> None:
    assert items_of("Dry stone walling. Hedge laying. Fencing") == ["Dry stone walling", "Hedge laying", "Fencing"]
    assert items_of("Hedge laying. Ran the team of nine that keeps all the paths of the park") != ["Hedge laying"]


def test_notion_is_a_tool_and_notions_are_a_level() -> None:
    assert items_of("Access, Notion") == ["Access", "Notion"]
    assert items_of("Photoshop : notions") == ["Photoshop"]


def test_what_is_dated_below_the_languages_is_no_skill() -> None:
    sheet = _cv(("Languages", True), ("English (native), French (fluent)", False), at=3)
    sheet.put("Unpaid work", size=11)
    sheet.beside("monthly since 2021", "Adviser", bold=True)
    sheet.put("Southwark Law Centre, London", 150)

    assert _skills(sheet) == []


def test_headings_of_one_size_and_weight_that_entries_have_not_make_a_common_word_one() -> None:
    sheet = Sheet()
    sheet.put("Morag Tulloch", size=20)
    for heading, rows in (
        ("Get in touch", ["morag.tulloch@example.org"]),
        ("Employment", ["*Sewing machinist", "Mackie Ltd, 2006–2015", "*Packer", "Reid & Sons, 2001–2005"]),
        ("Good at", ["Makaton", "Epilepsy care", "First aid"]),
        ("Me", ["• Two cats, one allotment", "• Slow jogs"]),
    ):
        sheet.y += 10
        sheet.put(heading, size=10.4, bold=True)
        for row in rows:
            sheet.put(row.strip("*"), bold=row.startswith("*"))

    assert _skills(sheet) == ["Makaton", "Epilepsy care", "First aid"]
