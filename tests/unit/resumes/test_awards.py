"""What somebody won at a post is no post and no part of one."""

import pytest
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.wording.honours import tells_award

HEAD = "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n"


@pytest.mark.parametrize(
    "award",
    [
        "Moorby apprentice of the year, runner-up 2011.",
        "Gold at the Halden Food Awards, 2011.",
        "Employee of the month, May 2011",
        "Médaille d'argent, concours de la galette 2011.",
        "Prix de l'Excellence de Bourgogne 2011.",
    ],
)
def test_an_award_between_posts_is_neither(award: str) -> None:
    read = typed(
        f"{HEAD}Kantéga Énergie\nTechnicien supérieur\n03/2013 – 10/2018\n"
        "• Dépannage de second niveau, 420 chaudières par an\n"
        f"Apprenti technicien\n09/2009 – 02/2013\n{award}\nHalden SA\nVendeur\n06/2008 – 08/2009\n"
    )

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in read.experience] == [
        ("Technicien supérieur", "Kantéga Énergie"),
        ("Apprenti technicien", "Kantéga Énergie"),
        ("Vendeur", "Halden SA"),
    ]


@pytest.mark.parametrize(
    "text", ["Awards Manager, 2011", "Apprentie de cuisine", "Chargée des prix, 2011", "Prix Unic"]
)
def test_posts_and_houses_about_prizes_are_no_awards(text: str) -> None:
    assert not tells_award(text)


def test_where_an_employer_had_one_work_and_how_many_it_was_for_is_no_part_of_its_name() -> None:
    read = typed(
        f"{HEAD}Auxiliaire de vie      03/2019 – 10/2022\nADMR de Halden – 9 bénéficiaires\n\n"
        "Assistante sociale      06/2012 – 02/2019\n"
        "Conseil départemental de Moorby, circonscription d'Aubervilliers\n\n"
        "Agent d'entretien      06/2010 – 02/2012\nKantéga Propreté, sites de La Plaine\n"
    )

    assert [e.employer and e.employer.value for e in read.experience] == [
        "ADMR de Halden",
        "Conseil départemental de Moorby",
        "Kantéga Propreté",
    ]
