"""Templates: what is sent is what was written, escaped, and nothing in them hangs or grows."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vivier.kernel.actor import Language
from vivier.kernel.errors import Invalid
from vivier.mail import templates
from vivier.mail.model import Template, TemplateKey

FIELDS = templates.MERGE_FIELDS


def template(body: str = "Bonjour", subject: str = "Sujet", language: Language = "fr") -> Template:
    return Template(key="acknowledgement", language=language, subject=subject, body=body)


@pytest.mark.parametrize("key", ["acknowledgement", "notice"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_products_own_texts_are_filled_in_whole(key: TemplateKey, language: Language) -> None:
    own = templates.own(key, language)
    templates.check(own)

    rendered = templates.render(own, FIELDS)

    assert rendered.missing == []
    assert not any(mark in rendered.text + rendered.subject + rendered.html for mark in ("{{", "}}", "{%"))
    assert FIELDS["organisation.privacy_contact"] in rendered.text


def test_a_missing_field_is_named_and_shown_in_its_place() -> None:
    draft = template("À {{ candidate.name }} de {{ organisation.name }}")

    rendered = templates.render(draft, {"organisation.name": "Halage"})

    assert rendered.missing == ["candidate.name"]
    assert rendered.text == "À [candidate.name] de Halage"


@pytest.mark.parametrize(
    "text",
    [
        "{{ candidate.age }}",
        "{{ candidate }}",
        "{{ nobody.name }}",
        "{{ candidate.name.first }}",
        "{{ candidate.__class__ }}",
        "{{ candidate['name']['x'] }}",
        "{% if workspace %}x{% endif %}",
    ],
)
def test_an_unknown_field_is_refused_when_it_is_saved(text: str) -> None:
    for wrong in (template(text), template(subject=text)):
        with pytest.raises(Invalid):
            templates.check(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "{{ greeting",
        "{% if greeting %}",
        "{% endif %}",
        "{{ greeting | shout }}",
        "{% include 'secrets' %}",
        "{% render 'secrets' %}",
        "{% layout 'x' %}",
        "{{ " + "9" * 6000 + " }}",
        "{% if greeting %}" * 600,
        "{{ greeting | truncate: 'x' }}",
        "{{ greeting" + "[0" * 2000,
        "{{ greeting | truncate: 1e400 }}",
        "{{ 1.5.5 }}",
    ],
)
def test_what_cannot_be_read_is_refused_and_breaks_nothing(text: str) -> None:
    with pytest.raises(Invalid):
        templates.render(template(text), FIELDS)


TENFOLD = " | replace: 'a', 'aaaaaaaaaa'"


@pytest.mark.parametrize(
    "text", ["{{ greeting | shout }}", "{% if greeting %}{{ greeting | shout }}{% endif %}", "{{ greeting"]
)
def test_what_could_never_be_filled_in_is_refused_when_it_is_saved_and_says_that_it_is_unreadable(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        templates.check(template(text))

    assert refused.value.details["unreadable"] is True


@pytest.mark.parametrize(
    "bomb",
    [
        "{% for i in (1..100000000) %}x{% endfor %}",
        "{% tablerow i in (1..100000000) %}x{% endtablerow %}",
        "{{ 'a'" + TENFOLD * 30 + " }}",
        "{% assign a = 'aaaaaaaaaa' %}" + "{% assign a = a | append: a %}" * 60 + "{{ a }}",
        "{% capture a %}aaaaaaaaaa{% endcapture %}" + "{% capture a %}{{ a }}{{ a }}{% endcapture %}" * 60 + "{{ a }}",
        "{{ (1..1000000000) | join }}",
        "{{ 'a' | ljust: 1000000000 }}",
        "{{ 9 | times: 9 }}",
        "{{ 'a' | date: '%1000000000d' }}",
    ],
)
def test_a_bomb_is_refused_at_once(bomb: str) -> None:
    began = time.process_time()

    with pytest.raises(Invalid):
        templates.render(template(bomb), FIELDS)

    assert time.process_time() - began < 2


def test_what_remains_of_the_language_serves() -> None:
    text = "{% if origin.source == 'LinkedIn' %}{{ candidate.name | upcase }}{% else %}non{% endif %}"

    assert templates.render(template(text), FIELDS).text == "MAËLYS KERVADEC"


@settings(max_examples=60, derandomize=True)
@given(st.text(min_size=1, max_size=60))
def test_a_value_is_text_whatever_it_holds(name: str) -> None:
    rendered = templates.render(template("{{ candidate.name }}", "Pour {{ candidate.name }}"), {"candidate.name": name})

    assert rendered.text.split("\n") == re.split("\r\n|\r|\n", name)
    assert not set(rendered.subject) & set("\r\n\x0b\x0c\x85\u2028\u2029")
    inside = re.sub("</?p>|<br>", "", rendered.html.partition("<p>")[2].rpartition("</p>")[0])
    assert not set(inside) & set("<>")


def test_html_and_liquid_in_a_value_are_not_obeyed() -> None:
    name = "<script>alert(1)</script> {{ organisation.name }} &amp; \"'"

    rendered = templates.render(template("{{ candidate.name }}"), {"candidate.name": name})

    assert "{{ organisation.name }}" in rendered.text
    assert "<script" not in rendered.html
    assert "&lt;script&gt;" in rendered.html
    assert "&amp;amp; &quot;&#x27;" in rendered.html


def test_a_header_never_breaks() -> None:
    rendered = templates.render(template(subject="a\r\nBcc: {{ candidate.name }}"), {"candidate.name": "x\r\ny: z"})

    assert rendered.subject == "a Bcc: x y: z"
