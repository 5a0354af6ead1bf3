"""Driving licences, certificates and publications; the addresses of referees are not the candidate's."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import opened, profile


def values(sheet: Sheet, name: str) -> list[str]:
    return [found.value for found in getattr(profile(sheet), name)]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Permis B", ["Permis B"]),
        ("Titulaire du permis B, véhicule personnel", ["permis B"]),
        ("Permis de conduire : B et CE", ["Permis de conduire : B et CE"]),
        ("Full UK driving licence", ["Full UK driving licence"]),
        ("Class C+E licence, CPC card", ["Class C+E licence"]),
        ("Permis B en cours", []),
        ("Permis de construire déposés", []),
    ],
)
def test_driving_licences_are_read_as_they_are_named(line: str, read: list[str]) -> None:
    sheet = opened("Divers")
    sheet.put(line)

    assert values(sheet, "licences") == read


def test_certificates_are_read_without_their_dates_and_issuers() -> None:
    sheet = opened("Certifications")
    for name, issuer in [("CACES R489 catégorie 3", "AFTRAL"), ("Sauveteur secouriste du travail", "Croix-Rouge")]:
        sheet.put(name, right="2021")
        sheet.put(issuer)
        sheet.y += 12

    assert values(sheet, "certifications") == ["CACES R489 catégorie 3", "Sauveteur secouriste du travail"]


def test_a_publication_is_one_over_its_lines() -> None:
    sheet = opened("Publications")
    sheet.put("[1] A. Quillévéré, « Les haies du Finistère », Revue du paysage, vol. 12, no 3,")
    sheet.put("pp. 330–352, 2019.")
    sheet.put("[2] A. Quillévéré et J. Le Goff, « Planter après la tempête », Jardins, 2021.")

    read = values(sheet, "publications")

    assert len(read) == 2
    assert read[0].endswith("pp. 330–352, 2019.")


def test_the_address_of_a_referee_is_not_the_candidates() -> None:
    sheet = opened("Références")
    sheet.put("M. Yves Kerbrat, directeur, y.kerbrat@mairie.example, 02 98 44 10 20")

    assert values(sheet, "emails") == ["aurore.q@exemple.fr"]
    assert values(sheet, "phones") == ["+33639984490"]
