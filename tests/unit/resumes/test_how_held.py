"""How a post was held is no part of its name."""

import pytest
from tests.unit.resumes.test_lists import opened, profile
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.posts.held import is_why, without_how


@pytest.mark.parametrize(
    ("written", "post"),
    [
        ("Guichetière (CDD de 4 mois)", "Guichetière"),
        ("Gas engineer (South Moorby patch)", "Gas engineer"),
        ("Plumber (Decent Homes contract)", "Plumber"),
        ("Collaboratrice senior (équipe droit social)", "Collaboratrice senior"),
        ("Licensing Assistant - temporary then permanent", "Licensing Assistant"),
        ("Cariste - intérim puis CDI", "Cariste"),
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


@pytest.mark.parametrize(
    ("written", "post"),
    [
        ("stagiaire deux mois", "stagiaire"),
        ("Stage de six semaines", "Stage"),
        ("Work placement, three weeks", "Work placement"),
        ("Director / Engineer - self-employed", "Director / Engineer"),
        ("Gérant / couvreur – à mon compte", "Gérant / couvreur"),
        ("Accounts Assistant - maternity cover", "Accounts Assistant"),
        ("Bookkeeper (self-employed, 12 clients)", "Bookkeeper"),
        ("Animatrice 6-12 ans", "Animatrice 6-12 ans"),
        ("Self-employed joiner", "Self-employed joiner"),
    ],
)
def test_how_long_and_on_whose_account_is_no_part_of_a_post(written: str, post: str) -> None:
    assert without_how(written) == post


@pytest.mark.parametrize(
    "text", ["licenciement économique", "store closed", "reconversion", "career change", "3 weeks on 3 off", "3x8"]
)
def test_why_a_post_ended_and_its_shifts_name_nothing(text: str) -> None:
    assert is_why(text)


@pytest.mark.parametrize("text", ["Fermetures Dubois", "Two Rivers", "Licences Halden", "Moved Ltd"])
def test_houses_called_like_reasons_are_houses(text: str) -> None:
    assert not is_why(text)


def test_a_change_of_career_is_no_employer() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n"
        "2022 – présent : fleuriste, L'Herbe folle, Tours\n"
        "2020 – 2022 : reconversion, apprentie fleuriste, Halden Fleurs\n"
        "2012 – 2020 : assistante juridique, cabinet Brisson\n"
    )

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in read.experience][1] == (
        "apprentie fleuriste",
        "Halden Fleurs",
    )


def test_what_was_done_for_a_client_stands_behind_the_post() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n"
        "2022 –      Le Phare de Halden, photographe, portraits et reportages\n"
        "2020 –      Terre haute, photographe\n"
        "2018 – 2021      Halden Magazine, auteur, six dossiers\n"
        "2017      Radio Moorby, réalisateur (« Refuges », 8 épisodes)\n"
        "2015      Le Quotidien, stagiaire trois mois\n"
    )

    told = [(e.title and e.title.value, e.start and e.start.value, e.end and e.end.value) for e in read.experience]
    assert told == [
        ("photographe", "2022", "present"),
        ("photographe", "2020", "present"),
        ("auteur", "2018", "2021"),
        ("réalisateur", "2017", "2017"),
        ("stagiaire", "2015", "2015"),
    ]
