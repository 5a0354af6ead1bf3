"""Headings that are sentences of somebody's own: "How I got here", "Les salons où j'ai coiffé"."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile

from vivier.resumes.layout.headings import heading_kind


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("experience", "How I got here|Wards I have worked on|Kitchens I've run|Who has paid me, and for what"),
        ("experience", "Pour qui j'ai travaillé|Les bateaux à bord desquels j'ai navigué|Comment j'en suis arrivée là"),
        ("experience", "--- ce que je joue et pour qui ---|Les chantiers que j'ai conduits|The road so far"),
        ("education", "How I qualified|Who taught me|Comment je me suis formée|Ce que j'ai comme papiers"),
        ("skills", "Skills I am signed off for|What I run|Je sais me servir de|Les engins que je conduis"),
        ("languages", "Languages I get by in|Les langues que je parle"),
        ("other", "Given freely|Not for pay|Ce que je fais bénévolement|People who will vouch for me"),
        ("projects", "Things I make at night|Ce que je bricole le soir"),
    ],
)
def test_a_sentence_says_what_stands_below_it(kind: str, texts: str) -> None:
    assert [heading_kind(text) for text in texts.split("|")] == [kind] * len(texts.split("|"))


@pytest.mark.parametrize(
    "text", ["Teams I have managed", "Les livres que j'ai écrits", "Who I am", "People I admire", "How I work"]
)
def test_a_sentence_about_something_else_announces_none_of_the_lists(text: str) -> None:
    assert heading_kind(text) is None


def test_posts_under_a_sentence_alone_are_read() -> None:
    sheet = Sheet()
    sheet.put("Oisín Delaporte", size=20)
    sheet.put("oisin.d@example.com | +353 86 000 12 34")
    sheet.put("Ships I have sailed in", bold=True)
    sheet.put("Second Engineer, Halden Ferries, 2018 – 2023")
    sheet.put("Motorman, Morvan Line, 2014 – 2018")
    sheet.put("How I qualified", bold=True)
    sheet.put("Marine Engineering Diploma, Halden Nautical College, 2014")

    read = profile(sheet)

    assert [e.employer and e.employer.value for e in read.experience] == ["Halden Ferries", "Morvan Line"]
    assert [e.institution and e.institution.value for e in read.education] == ["Halden Nautical College"]
