"""The few signs of a body, as HTML and as the plain-text part."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vivier.mail import markup


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("un\ndeux\n\ntrois", "<p>un<br>deux</p>\n<p>trois</p>", "un\ndeux\n\ntrois"),
        ("**gras** et pas * gras", "<p><strong>gras</strong> et pas * gras</p>", "gras et pas * gras"),
        (
            "[le poste](https://halage.example/p?a=1&b=2)",
            '<p><a href="https://halage.example/p?a=1&amp;b=2">le poste</a></p>',
            "le poste (https://halage.example/p?a=1&b=2)",
        ),
        (
            "Voir https://halage.example.",
            '<p>Voir <a href="https://halage.example">https://halage.example</a>.</p>',
            "Voir https://halage.example.",
        ),
        ("Avant :\n- un\n- deux", "<p>Avant :</p><ul><li>un</li><li>deux</li></ul>", "Avant :\n- un\n- deux"),
        ("<b>", "<p>&lt;b&gt;</p>", "<b>"),
        ("[x](javascript:alert)", "<p>x</p>", "x (javascript:alert)"),
    ],
)
def test_signs_become_html_and_leave_the_plain_text(text: str, html: str, plain: str) -> None:
    assert markup.as_html(text) == html
    assert markup.as_plain(text) == plain


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[a](htp://halage.example)", ["scheme"]),
        ("[a](halage.example)", ["scheme"]),
        ("www.halage.example", ["scheme"]),
        ("https://halage", ["host"]),
        ("https://halage..example", ["host"]),
        ("https://halage.example:port/", ["port"]),
        ("https://halage.example et https://halage.example/a?b#c", []),
        ("[écrire](mailto:a@halage.example)", []),
        ("https://éclusière.example", []),
    ],
)
def test_links_that_cannot_be_right_are_named(text: str, why: list[str]) -> None:
    assert [broken.why for broken in markup.broken_links(text)] == why


@settings(max_examples=100, derandomize=True)
@given(st.text(alphabet="ab*[]()\\- \n<&", max_size=40))
def test_a_value_holds_no_sign(value: str) -> None:
    line = "x" + value.replace("\n", " ")

    assert markup.as_plain(markup.escaped(line)) == line
    assert not re.search("<(?!/?p>|br>)", markup.as_html(markup.escaped(line)))
