"""Which links are counted, and which press of one a person made."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOW

from vivier.mail import clicks, markup
from vivier.mail.pressed import PROGRAMS, Press, by_person

pytestmark = pytest.mark.usefixtures("environment")
SENT = NOW


def press(number: int, after: float) -> Press:
    return Press(message_key="m", number=number, at=SENT + timedelta(seconds=after))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[le poste](https://halage.example/poste?a=1&b=2)", ["https://halage.example/poste?a=1&b=2"]),
        ("https://halage.example/poste", []),
        ("[halage.example](https://elsewhere.example/)", []),
        ("[mon espace](https://people.example.com/p/interview#personal-link)", []),
        ("[ne plus recevoir](https://x.example/unsubscribe)", []),
        ("[vos données](https://x.example/confidentialite)", []),
        ("[écrire](mailto:a@b.example)", []),
        ("[un](https://a.example) et [deux](https://b.example)", ["https://a.example", "https://b.example"]),
    ],
)
def test_links_with_words_are_counted_and_no_right_of_a_person_is(body: str, expected: list[str]) -> None:
    assert clicks.targets(markup.as_html(body)) == expected


def test_the_first_press_of_each_link_counts() -> None:
    found = by_person([press(0, 300), press(0, 60), press(1, 90)], SENT)

    assert found == [press(0, 60), press(1, 90)]


@pytest.mark.parametrize(
    ("presses", "why"),
    [
        ([press(0, 4)], "sooner than anybody reads"),
        ([press(0, 60), press(1, 61)], "two links at once"),
        ([press(0, 60), press(1, 61), press(2, 62)], "all links at once"),
    ],
)
def test_a_scanner_is_not_a_person(presses: list[Press], why: str) -> None:
    assert by_person(presses, SENT) == [], why


def test_a_person_who_comes_after_the_scanner_counts() -> None:
    assert by_person([press(0, 30), press(1, 31), press(1, 3_600)], SENT) == [press(1, 3_600)]


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(0, 1e5)), max_size=30), st.randoms())
def test_the_order_in_which_presses_come_in_does_not_matter(of: list[tuple[int, float]], chance: object) -> None:
    presses = [press(number, after) for number, after in of]
    shuffled = list(presses)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert by_person(presses, SENT) == by_person(shuffled, SENT)


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0",
        "Barracuda Sentinel (EE)",
        "python-requests/2.32",
        "Slackbot-LinkExpanding 1.0",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
    ],
)
def test_programs_that_say_what_they_are_are_no_person(agent: str) -> None:
    assert PROGRAMS.search(agent)


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
    ],
)  # fmt: skip
def test_the_browsers_that_people_have_are_none(agent: str) -> None:
    assert not PROGRAMS.search(agent)
