"""How a post was held is no part of its name."""

import pytest
from tests.unit.resumes.test_lists import opened, profile
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.posts.held import without_how


@pytest.mark.parametrize(
    ("written", "post"),
    [
        ("Guichetière (CDD de 4 mois)", "Guichetière"),
        ("Reception Teacher (maternity cover)", "Reception Teacher"),
        ("Healthcare Assistant (part-time, nights)", "Healthcare Assistant"),
        ("Assistante administrative à temps partiel (60 %)", "Assistante administrative"),
        ("CHEF D'ÉQUIPE (5 OUVRIERS)", "CHEF D'ÉQUIPE"),
        ("Audit Manager (joined as graduate trainee)", "Audit Manager"),
        ("Staff Nurse (Band 5)", "Staff Nurse (Band 5)"),
        ("Développeuse (Java)", "Développeuse (Java)"),
        ("Night Porter", "Night Porter"),
        ("(part-time)", "(part-time)"),
    ],
)
def test_contract_hours_and_what_came_before_stand_behind_a_posts_name(written: str, post: str) -> None:
    assert without_how(written) == post


def test_a_list_of_posts_is_read_without_them() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n"
        "Guichetière (CDD de 4 mois), La Poste\n2019 - 2020\n\nCommis de bureau (emploi d'été), Ville de Halden\n2018\n"
    )

    assert [e.title and e.title.value for e in read.experience] == ["Guichetière", "Commis de bureau"]


def test_an_employer_may_open_the_text_of_the_work() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n"
        "2010 – 2019\tClerc rédacteur\nSCP Hervé & Le Dantec, notaires à Rennes. Successions, donations, taxe\n\n"
        "2001 – 2010\tClerc aux formalités\nÉtude de Me Quéméneur, Vitré : pièces d'état civil, cadastre\n"
    )

    employers = [e.employer.value if e.employer else "" for e in read.experience]
    assert employers[0].startswith("SCP Hervé & Le Dantec")
    assert employers[1] == "Étude de Me Quéméneur"


def test_where_within_a_house_a_post_was_is_no_employer() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nCLINICAL EXPERIENCE\n\n"
        "Halden Health – Moorby Medical Center, Leeds\nClinical Supervisor, 03/2021 – 05/2024\n- led a shift\n\n"
        "Staff Nurse, Emergency Department, 07/2017 – 02/2021\n- triage\n\n"
        "Nursing Assistant, 08/2015 – 06/2017\n- lifts\n"
    )

    employers = [e.employer.value if e.employer else "" for e in read.experience]
    assert len(employers) == 3
    assert all(name.startswith("Halden Health") for name in employers)


def test_a_house_in_bold_capitals_over_a_post_of_its_division_is_the_employer() -> None:
    sheet = opened()
    sheet.put("GROUPE KANTÉGA, Brest", bold=True)
    sheet.put("Directrice financière, Pôle Distribution", bold=True, right="09/2015 – 12/2019")
    sheet.put("• Budget et reporting", 60)
    sheet.put("Responsable consolidation", bold=True, right="03/2011 – 08/2015")
    sheet.put("• Comptes consolidés", 60)

    employers = [e.employer.value if e.employer else "" for e in profile(sheet).experience]
    assert len(employers) == 2
    assert all("KANTÉGA" in name for name in employers)
