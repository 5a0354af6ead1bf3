"""Names set letter by letter, times away from work, tasks with a date, contracts: easily taken for something else."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.model import PageSize, Profile
from vivier.resumes.service import read_blocks


def _profile(sheet: Sheet) -> Profile:
    return read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile


def _posts(sheet: Sheet) -> list[tuple[str | None, str | None, str | None]]:
    told = _profile(sheet).experience
    return [tuple(v and v.value for v in (one.title, one.employer, one.start)) for one in told]  # type: ignore[misc]


def _headed(heading: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Farah Lindqvist", size=18, bold=True)
    sheet.put("farah.lindqvist@example.org")
    sheet.y += 12
    sheet.put(heading, size=13, bold=True)
    return sheet


def test_a_name_with_white_between_its_letters_is_parted_as_the_address_parts_it_and_is_no_place() -> None:
    sheet = Sheet()
    sheet.beside("OL", "O DI LE L INDQV IN", x=100)
    sheet.put("Receptionist", 100)
    sheet.put("odile.lindqvin@example.org")
    sheet.put("Lausanne")

    profile = _profile(sheet)

    assert (profile.name and profile.name.value) == "Odile Lindqvin"
    assert (profile.location and profile.location.value) == "Lausanne"


def test_a_time_away_from_work_has_no_employer_and_takes_none_of_its_neighbours() -> None:
    sheet = _headed("Employment")
    for period, post, house in (
        ("Mar 2021 – Present", "HR Generalist", "Sunfern Formulations Ltd, Leeds"),
        ("Dec 2020 – Feb 2021", "Career break (relocation)", ""),
        ("Jun 2018 – Nov 2020", "HR Executive", "Cyrel Limited, York"),
    ):
        sheet.beside(period, post, bold=True)
        if house:
            sheet.put(house, 150)

    assert _posts(sheet)[1] == ("Career break (relocation)", None, "2020-12")


def test_what_was_done_since_some_year_is_a_task_where_the_posts_have_periods_of_their_own() -> None:
    sheet = _headed("Employment")
    for period, post, house, task in (
        (
            "Aug 2020 – Present",
            "Software Engineer",
            "Finlo Technologies Ltd",
            "Interviewed 70 candidates, on the board since 2023",
        ),
        ("Jul 2017 – Jul 2020", "Systems Engineer", "Infra Works Ltd", "Traded capture for speed"),
    ):
        sheet.beside(period, post, 200, bold=True)
        sheet.put(house, 200)
        sheet.put(task, 212)

    assert [title for title, _, _ in _posts(sheet)] == ["Software Engineer", "Systems Engineer"]


def test_contracts_are_posts_and_not_a_misspelt_word_for_contacts() -> None:
    sheet = _headed("CONTRACTS")
    sheet.put("Court Services (via Methlow), remote", right="Jan 2024 - present")
    sheet.put("Data Engineer")
    sheet.y += 12
    sheet.put("PERMANENT ROLES", size=13, bold=True)
    sheet.put("Auto Dealer, Bolton", right="2016 - 2020")
    sheet.put("BI Developer")

    assert [title for title, _, _ in _posts(sheet)] == ["Data Engineer", "BI Developer"]


def test_a_surname_of_two_words_is_not_joined_as_its_address_joins_it() -> None:
    read_ = typed(
        "DECLAN MAC GIOLLARD\nSous-chef\ndeclan.macgiollard@exemple.ie\n\nKitchens\n2019 - 2021 Sous-chef, Halden\n"
    ).name

    assert read_
    assert read_.value == "Declan Mac Giollard"


def test_a_surname_that_falls_into_pieces_is_joined_as_its_address_joins_it() -> None:
    page = "INÈS BOU RQU ELLE IN\nSous-chef\nines.bourquellein@exemple.ch\n\nKitchens\n2019 - 2021 Sous-chef, Halden\n"
    read_ = typed(page).name

    assert read_
    assert read_.value == "Inès Bourquellein"
