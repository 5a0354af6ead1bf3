"""The way out under a mail that nobody asked for: where it stands, once, in the words of the mail's language."""

import pytest

from vivier.kernel.actor import Language
from vivier.mail.deliverability import ways_out
from vivier.mail.model import Rendered
from vivier.mail.templates import plain

pytestmark = pytest.mark.usefixtures("environment")
PLACE = "https://people.example.com/public/preferences/leave-link"


def whole(language: Language = "fr", html: str | None = None) -> tuple[Rendered, Rendered]:
    """A mail as it was written, and with its way out."""
    written = plain("Un poste", "Bonjour,\nUn poste pour vous.", language)
    written = written if html is None else written.model_copy(update={"html": html})
    return written, ways_out.under(written, language, "Halage & fils")


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("fr", f"Ne plus recevoir ces messages, ou choisir : {PLACE}"),
        ("en", f"Stop these messages, or choose what you get: {PLACE}"),
    ],
)
def test_a_mail_ends_with_its_way_out_in_its_language(language: Language, last: str) -> None:
    written, left = whole(language)

    assert left.text.startswith(written.text.rstrip())
    assert left.text.splitlines()[-1] == last


def test_in_a_formatted_mail_it_stands_below_the_words_and_within_what_holds_them() -> None:
    written, left = whole()
    end = "\n</div></body></html>\n"

    words = written.html.removesuffix(end)
    assert words != written.html
    assert left.html.startswith(words)
    assert left.html.endswith(end)
    assert left.html.count(end) == 1
    assert PLACE in left.html[len(words) :]
    assert "Halage &amp; fils" in left.html


def test_in_html_of_another_make_it_comes_last() -> None:
    written, left = whole(html="<p>Bonjour</p>")

    assert left.html.startswith(written.html)
    assert PLACE in left.html.removeprefix(written.html)


def test_a_mail_has_one_way_out_however_often_it_is_given_one() -> None:
    _, left = whole()

    assert ways_out.under(left, "fr", "Halage & fils") == left
