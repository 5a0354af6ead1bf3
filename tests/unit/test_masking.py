"""Names, addresses and numbers of a CV, changed for others of the same make."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivier.casework.masking import Mask

OWN = (
    ["Camille Lefèvre", "Marie-Claire Wu"],
    ["12 rue des Tanneurs, 69002 Lyon"],
    ["+33639981234"],
    ["https://jbnm.exemple.org"],
)
MASK = Mask(b"one document", *OWN)


@pytest.mark.parametrize(
    ("line", "gone", "stays"),
    [
        ("Camille LEFÈVRE", "camille|lef", ""),
        ("camille.lefevre@exemple.fr", "camille|lefevre", "@exemple.fr"),
        ("Courriel : clefevre81@gmail.com", "lefevre|81", "Courriel : |@gmail.com"),
        ("+33 6 39 98 12 34 · 06.39.98.12.34", "98.?12.?34", "+33 6 39| · 06.39."),
        ("12 rue des Tanneurs, 69002 Lyon", "tanneurs|12|002", " rue des |, 69| Lyon"),
        ("camillelefevre · clefevre", "camille|lefevre", " · "),
        ("linkedin.com/in/camille-lefevre-demo", "camille|lefevre", "linkedin.com/in/"),
        ("www.camillelefevre.fr · jbnm.exemple.org", "camille|jbnm", ".fr|.exemple.org"),
        ("Réf. : j.dupont@acme.fr, 01 42 68 53 00", "dupont|acme|68 53 00", "Réf. : "),
    ],
)
def test_what_is_somebodys_is_changed_and_its_make_stays(line: str, gone: str, stays: str) -> None:
    masked = MASK.line(line)

    assert not re.search(gone, masked, re.IGNORECASE), masked
    assert all(piece in masked for piece in stays.split("|")), masked


@pytest.mark.parametrize(
    "line",
    [
        "09/2016 – 12/2019  Groupe Beaumanoir-Ledoux, Lyon",
        "2016 - 2019",
        "Node.js, ASP.NET/C#, CI/CD, C++",
        "Cheffe de projet digital",
        "Rue des Lilas",
    ],
)
def test_what_is_nobodys_stays(line: str) -> None:
    assert MASK.line(line) == line


def test_a_name_is_the_same_other_name_wherever_it_stands_and_another_in_another_document() -> None:
    name = MASK.value("name", "Camille Lefèvre")
    first, last = name.split()

    assert MASK.line("CV de Camille Lefèvre") == f"CV de {name}"
    assert MASK.line("LEFÈVRE").casefold() == last.casefold()
    assert MASK.value("emails", "camille.lefevre@exemple.fr") == f"{first}.{last}@exemple.fr".lower()
    assert MASK.value("phones", "+33639981234")[-6:] == re.sub(r"\D", "", MASK.line("06 39 98 12 34"))[-6:]
    assert Mask(b"another document", *OWN).value("name", "Camille Lefèvre") != name


def test_a_number_that_is_set_wide_is_changed_as_well() -> None:
    masked = MASK.runs(["Tél.", "06", "39", "98", "12", "34", "Lyon"])

    assert masked[0] == "Tél."
    assert masked[-1] == "Lyon"
    assert masked[3:6] != ["98", "12", "34"]


@given(st.text(max_size=200))
def test_any_line_is_masked_without_an_error(line: str) -> None:
    MASK.line(line)
    MASK.value("links", line)
    MASK.value("location", line)
