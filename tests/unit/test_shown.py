"""What a visitor sees of a person, whatever the record holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOW

from vivier.hiring.shortlists.model import NewShortlist, Selection, Showing
from vivier.hiring.shortlists.shown import MASK, SharedPerson, initials
from vivier.kernel.ids import new_id
from vivier.law.recognition import fold
from vivier.people.fields import Entry, Fields, Value
from vivier.people.model import Candidate, Origin

WORDS = st.sampled_from(["Maëlys", "maelys", "LE", "Goff", "goff", "capitaine", "le", "port", "Goffic", "—", "2019"])
CONTACTS = [
    "maelys@legoff.example",
    "06 39 98 00 17",
    "+33 6 39 98 00 17",
    "https://x.example/me",
    "linkedin.com/in/mlg",
]


def somebody(text: str = "Capitaine", **fields: Any) -> Candidate:
    own = {
        "name": Value(value="Maëlys Le Goff"),
        "headline": Value(value=text),
        "skills": [Value(value=text)],
        "experience": [Entry(id="one", employer=Value(value=text), description=Value(value=text))],
    }
    return Candidate(
        id=new_id("can"),
        created_at=NOW,
        updated_at=NOW,
        relation="applied",
        origin=Origin(),
        language="fr",
        fields=Fields(**own | fields),
    )


def shown(c: Candidate, **showing: Any) -> str:
    one = SharedPerson.of(c, Showing(**showing), 1)
    return "\n".join([one.headline or "", *one.skills, *(f"{e.where} {e.description}" for e in one.experience)])


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_no_word_of_the_name_is_left_when_initials_are_shown(text: str) -> None:
    left = fold(shown(somebody(text), name="initials")).replace(MASK, " ").split()

    assert {"maelys", "le", "goff"}.isdisjoint(left)


@given(st.lists(st.one_of(WORDS, st.sampled_from(CONTACTS)), max_size=8).map(" ".join))
def test_no_contact_is_left_in_free_text_when_contacts_are_not_shown(text: str) -> None:
    left = shown(somebody(text))

    assert [c for c in CONTACTS if c in left] == []


@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_a_text_without_contacts_is_shown_as_it_is(text: str) -> None:
    assert SharedPerson.of(somebody(text), Showing(), 1).headline == text


@pytest.mark.parametrize("text", ["2019 - 2021", "01/2019 - 12/2021", "3 000 000 positions", "14 personnes, 2 ports"])
def test_dates_and_figures_are_no_contacts(text: str) -> None:
    assert MASK not in shown(somebody(text))


def test_ones_own_contacts_are_masked_however_they_are_written() -> None:
    own = {"phones": [Value(value="0298000017 poste 4")], "links": [Value(value="mastodon.example/mlg")]}

    left = shown(somebody("Appeler 0298000017 POSTE 4 ou mastodon.example/mlg", **own))

    assert "0298000017" not in left
    assert "mastodon" not in left


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Maëlys Le Goff", "M. L. G."),
        ("Jean-Luc de La Tour", "J. L. D. L. T."),
        ("Ö", "Ö."),
        ("", ""),
        ("O'Connor 2", "O. C."),
    ],
)
def test_initials_are_those_of_every_word(name: str, short: str) -> None:
    assert initials(name) == short


def test_who_has_no_name_shows_no_address_instead() -> None:
    nameless = somebody(name=None, emails=[Value(value="maelys@legoff.example")])

    assert SharedPerson.of(nameless, Showing(), 1).name is None


@pytest.mark.parametrize(
    "wanted", [{"days": 0}, {"days": 61}, {"candidate_ids": []}, {"to": {"name": "", "email": "no"}}]
)
def test_what_cannot_be_shared_is_refused(wanted: dict[str, Any]) -> None:
    right = {"candidate_ids": [new_id("can")], "to": {"name": "Marion", "email": "m@x.example"}}
    assert NewShortlist.model_validate(right).days == 14

    with pytest.raises(ValueError, match=next(iter(wanted))):
        NewShortlist.model_validate(right | wanted)
    with pytest.raises(ValueError, match="candidate_ids"):
        Selection.model_validate({"candidate_ids": [new_id("can") for _ in range(41)]})
