"""Agencies that hire out, and whom they sent somebody to."""

import pytest
from tests.unit.resumes.test_typed_lists import typed


@pytest.mark.parametrize(
    ("row", "employer"),
    [
        ("Manpower Cholet – Halden, Kantéga", "Manpower Cholet"),
        ("CRIT Angers – Brioche Halden, Les Cerqueux", "CRIT Angers"),
        ("Adecco Médical Lille (EHPAD Les Tilleuls, clinique du Parc)", "Adecco Médical Lille"),
        ("Halden Group – on Moorby Power, A47 Thickthorn", "Halden Group"),
        ("Halden Construction – various sites, Bristol", "Halden Construction"),
        ("Kantéga – clients : Banque Halden, Assurances Moorby", "Kantéga"),
        ("Kantéga – pour le compte de Halden Espace", "Halden Espace"),
    ],
)
def test_clients_behind_an_agency_or_a_contractor_are_no_part_of_its_name(row: str, employer: str) -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n"
        f"{row}      03/2021 – 06/2023\nOpérateur de production\n\n"
        "Meubles Gautier      09/2014 – 04/2016\nMenuisier industriel\n"
    )

    assert [e.employer and e.employer.value for e in read.experience] == [employer, "Meubles Gautier"]
