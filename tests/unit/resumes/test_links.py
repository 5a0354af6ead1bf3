"""Links and addresses as pages print them: cut by narrow columns, handles beside a network's name, icons, maps."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import POSTS

from vivier.resumes.model import Box, PageLink, PageSize, Profile
from vivier.resumes.service import read_blocks


def profile(sheet: Sheet, links: list[PageLink] | None = None) -> Profile:
    sheet.y += 20
    sheet.put("Work experience", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(title, bold=True, right=period)
        sheet.put(employer)
        sheet.y += 8
    return read_blocks(sheet.blocks, links or [], [PageSize(number=1)]).profile


def headed(*lines: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Owen Pritchard", size=20, bold=True)
    for line in lines:
        sheet.put(line)
    return sheet


def links_of(sheet: Sheet, hidden: list[PageLink] | None = None) -> list[str]:
    return [link.value for link in profile(sheet, hidden).links]


def mails_of(sheet: Sheet) -> list[str]:
    return [address.value for address in profile(sheet).emails]


@pytest.mark.parametrize(
    "lines",
    [
        ("owen.pritchard@ex", "ample.com"),
        ("owen.pritchard", "@example.com"),
        ("Email: owen.pritchard@", "example.com"),
        ("owen.pritchard@exam", "ple", ".com"),
    ],
)
def test_a_mail_address_cut_over_lines_is_one(lines: tuple[str, ...]) -> None:
    assert mails_of(headed(*lines, "07700 900118")) == ["owen.pritchard@example.com"]


def test_a_phone_above_a_mail_address_is_no_part_of_it() -> None:
    assert mails_of(headed("06.39.98.20.66.39.98.20", "owen@example.com")) == ["owen@example.com"]


@pytest.mark.parametrize(
    "lines",
    [
        ("linkedin.com/in/owen-", "pritchard-84a1b2c3"),
        ("linkedin.com/in/owen", "-pritchard-84a1b2c3"),
        ("LinkedIn: linkedin.com/in/", "owen-pritchard-84a1b2c3"),
        ("linkedi", "n.com/in/owen-", "pritchard-84a1b2c3"),
    ],
)
def test_a_link_cut_over_lines_is_one(lines: tuple[str, ...]) -> None:
    assert links_of(headed("owen@example.com", *lines)) == ["linkedin.com/in/owen-pritchard-84a1b2c3"]


def test_an_address_cut_within_one_of_several_cards_side_by_side_is_one() -> None:
    sheet = headed()
    for cells in (("07700 900118", "owen.pritchard", "linkedin.com/in/"), (None, "@example.com", "owenpritchard")):
        for text, x in zip(cells, (50, 200, 350), strict=True):
            if text:
                sheet._words(text, x, 10, False)
        sheet.y += 13

    read = profile(sheet)

    assert [address.value for address in read.emails] == ["owen.pritchard@example.com"]
    assert [link.value for link in read.links] == ["linkedin.com/in/owenpritchard"]


@pytest.mark.parametrize(
    "below", ["opritch.design", "Bristol", "07700 900118", "github.com/opritch", "hello@example.org"]
)
def test_what_stands_below_a_whole_address_is_no_part_of_it(below: str) -> None:
    read = profile(headed("owen@example.com", "linkedin.com/in/owenpritchard", below))

    assert read.emails[0].value == "owen@example.com"
    assert "linkedin.com/in/owenpritchard" in [link.value for link in read.links]


@pytest.mark.parametrize(
    "line",
    [
        "LinkedIn – owenpritchard | GitHub – opritch",
        "owenpritchard (LinkedIn) | opritch (GitHub)",
        "LinkedIn: owenpritchard | GitHub: opritch",
    ],
)
def test_a_handle_beside_its_network_is_a_link(line: str) -> None:
    assert links_of(headed("owen@example.com", line)) == ["linkedin.com/in/owenpritchard", "github.com/opritch"]


@pytest.mark.parametrize(
    "lines",
    [("LinkedIn", "owenpritchard", "", "GitHub", "o-pritch"), ("owenpritchard", "LinkedIn", "", "o-pritch", "GitHub")],
)
def test_a_handle_over_or_under_its_network_is_a_link(lines: tuple[str, ...]) -> None:
    sheet = headed("owen@example.com", "")
    for line in lines:
        sheet.put(line) if line else setattr(sheet, "y", sheet.y + 12)

    assert links_of(sheet) == ["linkedin.com/in/owenpritchard", "github.com/o-pritch"]


@pytest.mark.parametrize("line", ["LinkedIn: Owen Pritchard", "LinkedIn – voir le profil", "Recruiting on LinkedIn"])
def test_a_network_beside_words_tells_no_handle(line: str) -> None:
    assert links_of(headed("owen@example.com", line)) == []


def test_an_address_that_an_export_breaks_at_its_hyphen_goes_on_before_the_name_of_its_network() -> None:
    sheet = headed("owen@example.com", "www.linkedin.com/in/owen-", "pritchard-roofs (LinkedIn)")

    assert links_of(sheet) == ["www.linkedin.com/in/owen-pritchard-roofs"]


def test_a_sign_of_mail_before_a_whole_address_is_no_part_of_it() -> None:
    read = profile(headed("☎ 028 9649 6134 @ owen.pritchard@gmx.example"))

    assert [found.value for found in read.emails] == ["owen.pritchard@gmx.example"]


def _hidden(url: str, left: float, top: float = 0.14) -> PageLink:
    return PageLink(page=1, url=url, box=Box(page=1, left=left, top=top, width=0.02, height=0.015))


def test_an_icon_in_one_line_with_a_profile_is_the_persons_and_a_map_is_no_link() -> None:
    hidden = [
        _hidden("https://www.linkedin.com/in/owenpritchard", 0.10),
        _hidden("https://opritch.design", 0.14),
        _hidden("https://www.google.com/maps/place/Bristol", 0.18),
        _hidden("https://www.harbourlane.example", 0.10, 0.6),
    ]

    assert links_of(headed("owen@example.com"), hidden) == [
        "https://www.linkedin.com/in/owenpritchard",
        "https://opritch.design",
    ]


@pytest.mark.parametrize(
    ("lines", "link"),
    [
        (("owenpritchard.", "wixsite.com/flowers", "07700 900118"), "owenpritchard.wixsite.com/flowers"),
        (("07700 900118", "owen-pritchard.", "carrd.co"), "owen-pritchard.carrd.co"),
    ],
)
def test_a_site_cut_behind_the_persons_own_part_of_its_host_is_whole(lines: tuple[str, ...], link: str) -> None:
    assert links_of(headed(*lines)) == [link]


def test_a_profile_at_the_foot_of_the_page_is_the_persons() -> None:
    sheet = headed("owen.pritchard@example.com")
    profile(sheet)
    sheet.put("Profile", size=13, bold=True)
    sheet.put("xing.com/profile/Owen_Pritchard12")
    read = read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile

    assert [link.value for link in read.links] == ["xing.com/profile/Owen_Pritchard12"]
