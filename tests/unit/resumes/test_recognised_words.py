"""Recognised pages: sizes of type from boxes around letters, drawn marks that are no letters, and the English I."""

import pytest

from vivier.resumes.layout.recognised_words import set_right
from vivier.resumes.layout.words import Word
from vivier.resumes.model import PageSize, TextSource

SCAN = PageSize(number=1, source=TextSource.TEXTRACT)
# Letters by how they stand, in shares of the size of type: above the line, below it, across.
LOW, TAILED, NARROW = "acemnorsuvwxz", "gjpqy", "iljtf"


def line(text: str, top: float, size: float, left: float = 50.0, sure: float = 0.97) -> list[Word]:
    """The words of a line set in a size, with boxes around their own letters, as recognisers give them."""
    words = []
    for piece in text.split():
        above = 0.72 if any(c not in LOW for c in piece) else 0.52
        below = 0.21 if any(c in TAILED for c in piece) else 0.0
        across = sum(0.29 if c in NARROW else 0.85 if c in "mw" else 0.67 if c.isupper() else 0.53 for c in piece)
        upper, lower, right = top - above * size, top + below * size, left + across * size
        words.append(Word(piece, 1, left, upper, right, lower, lower - upper, False, sure, (0, 0, 0.1, 0.1)))
        left = right + 0.28 * size
    return words


BODY = [
    word
    for n, text in enumerate(
        [
            "Soudeuse sur structures navales",
            "une rose rouge sans arome",
            "Page quatre pour Guy",
            "ses amarres, nous, vous",
        ]
    )
    for word in line(text, 200 + 15 * n, 10)
]


def test_words_of_one_size_are_of_one_size_whatever_their_letters() -> None:
    assert len({word.size for word in set_right(BODY, SCAN)}) == 1


def test_a_heading_a_little_larger_and_small_print_are_told_from_the_text() -> None:
    page = set_right([*line("Mes postes", 100, 12), *BODY, *line("par la formation continue", 300, 8)], SCAN)
    heading, body, small = page[0].size, page[3].size, page[-1].size
    assert heading == pytest.approx(1.2 * body, rel=0.06)
    assert small == pytest.approx(0.8 * body, rel=0.06)


def test_a_word_whose_box_took_in_a_stain_is_as_large_as_its_line() -> None:
    stained = line("Geodis depuis quatre ans", 100, 10)
    tall = Word(**{f: getattr(stained[0], f) for f in Word.__slots__} | {"top": stained[0].top - 6, "size": 16.0})
    assert {word.size for word in set_right([tall, *stained[1:], *BODY], SCAN)} == {BODY_SIZE}


BODY_SIZE = set_right(BODY, SCAN)[0].size


def test_text_of_a_file_keeps_the_sizes_that_it_says() -> None:
    assert set_right(BODY, PageSize(number=1, source=TextSource.NATIVE)) is BODY


def texts(*words: list[Word]) -> list[str]:
    return [word.text for word in set_right([w for some in words for w in some], SCAN)][: -len(BODY)]


def test_frames_around_labels_are_no_letters() -> None:
    framed = line("( Kotlin ) ( Redis ) (Java 17 ) [ Kafka", 100, 10)
    assert texts(framed, BODY) == ["Kotlin", "Redis", "Java", "17", "Kafka"]


def test_brackets_that_people_write_stay() -> None:
    assert texts(line("Paris (mobile partout)", 100, 10), BODY) == ["Paris", "(mobile", "partout)"]


def test_short_guesses_are_drawn_marks_and_sure_or_written_signs_are_none() -> None:
    icon, at = line("fn", 100, 10, sure=0.3), line("Chef @ Lou", 100, 10, left=90, sure=0.4)
    assert texts(icon, at, line("du 15", 130, 10), BODY) == ["Chef", "@", "Lou", "du", "15"]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("What ! bring", "What I bring"),
        ("things | do well", "things I do well"),
        ("python | django", "python | django"),
        ("Bonjour !", "Bonjour !"),
        ("Limerick * Phone + Mail", "Limerick • Phone • Mail"),
        ("Bac + 5", "Bac + 5"),
        ("* Phone", "* Phone"),
    ],
)
def test_strokes_that_are_the_english_i_and_signs_that_are_dots_are_told_by_what_stands_beside_them(
    read: str, meant: str
) -> None:
    assert texts(line(read, 100, 10), BODY) == meant.split()


@pytest.mark.parametrize("words", [[], line("( )", 100, 10), line("x", 100, 10)])
def test_a_page_with_hardly_a_word_is_read(words: list[Word]) -> None:
    assert [word.text for word in set_right(words, SCAN)] == [word.text for word in words if word.text == "x"]
