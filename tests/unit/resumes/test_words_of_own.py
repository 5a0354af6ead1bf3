"""Sections under words of a person's own: papers, talks, hands and head; and languages that stand in passing."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.abilities.skills import items_of
from vivier.resumes.layout.headings import heading_kind

HEAD = "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\n2012 - 2019\nFleuriste, Ville de Halden\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Écoles / Schools", "education"),
        ("Career path – mon chemin", "experience"),
        ("Where I have gardened", "experience"),
        ("Là où j'ai enseigné", "experience"),
        ("Où j'ai étudié", "education"),
        ("School & after", "education"),
        ("Ce que je conduis", "skills"),
        ("Research tools", "skills"),
        ("Hands and head", "skills"),
        ("Off duty", "interests"),
        ("Pour finir", "other"),
        ("Where I met my wife", None),
        ("Où j'ai grandi", None),
        ("Écoles / Hôpitaux", None),
    ],
)
def test_headings_in_ones_own_words(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


def of_own(size: float = 14) -> Sheet:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20, bold=True)
    sheet.put("maud@exemple.fr")
    for heading, rows in (
        ("L'HIVER", ("Ski school of Halden — instructor", "Dec. 2015 – April 2020")),
        ("L'ÉTÉ", ("Charpentes Ducrey — charpentier", "mai 2018 – nov. 2021")),
        ("LES PAPIERS", ("2015 Diplôme d'État de moniteur, ENSA Halden", "2012 Bac pro Bois, lycée Ferry")),
    ):
        sheet.y += 12
        sheet.put(heading, size=size, bold=True)
        for row in rows:
            sheet.put(row)
    return sheet


def test_three_rows_set_alike_and_large_are_headings_although_no_word_is_known() -> None:
    read = profile(of_own())

    assert [s.degree.value for s in read.education if s.degree] == ["Diplôme d'État de moniteur", "Bac pro Bois"]
    assert [s.employer.value for s in read.experience if s.employer] == ["Ski school of Halden", "Charpentes Ducrey"]


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        ("DIVERS", "Breton (conversation), anglais (lu). Trésorière du bagad.", ["Breton", "Anglais"]),
        ("ET AUSSI", "Anglais lu, écrit, parlé ; notions d'arabe ; guitare", ["Anglais", "Arabe"]),
        ("POUR FINIR", "Je lis l'espagnol et le latin, je chante dans une chorale.", ["Espagnol", "Latin"]),
        ("OTHER", "Irish (fluent), French (some)", ["Irish", "French"]),
        ("AND FINALLY", "Fluent in Portuguese; holiday Spanish; bell ringing", ["Portuguese", "Spanish"]),
        ("TALKS", "English, Gaelic (some)", ["English", "Gaelic"]),
        ("DIVERS", "basque, espagnol, anglais, permis B", ["Basque", "Espagnol", "Anglais"]),
        ("DIVERS", "Cuisine basque, danse bretonne", []),
        ("TALKS", "Leeds, 2019; York, 2021", []),
    ],
)
def test_languages_stand_among_other_things(heading: str, row: str, expected: list[str]) -> None:
    read = typed(f"{HEAD}{heading}\n\n{row}\n\nLOISIRS\n\nla marche\n")

    assert sorted(one.value for one in read.languages) == sorted(expected)


def test_a_heading_of_talks_may_stand_before_the_languages() -> None:
    assert [one.value for one in typed(HEAD + "SKILLS\n\nXero, Sage\n\nTALKS English, Gaelic (some)\n").languages] == [
        "English",
        "Gaelic",
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Mixologie (3 ans), Lightspeed (Moins d'un an)", ["Mixologie", "Lightspeed"]),
        ("Welding (more than 10 years), Excel (since 2019)", ["Welding", "Excel"]),
        ("Excel, Autocad (lecture)", ["Excel", "Autocad"]),
        ("Grooming, Excel. Off duty: curling, choir. References: on request.", ["Grooming", "Excel"]),
        ("FULL LICENCE. HOBBIES: GARDENING, BIKE", ["FULL LICENCE"]),
        ("Likes: Halden Rovers, fishing", []),
    ],
)
def test_for_how_long_and_what_else_is_said_behind_skills_is_none(text: str, items: list[str]) -> None:
    assert items_of(text) == items


def test_a_label_beside_a_list_of_a_row_each_is_no_skill() -> None:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20, bold=True)
    sheet.put("maud@exemple.fr")
    sheet.put("Compétences", size=13, bold=True)
    sheet.beside("Savoir-faire", "Prévenir les escarres")
    sheet.put("Transmissions ciblées", 150)
    sheet.beside("Savoir-être", "Patience")
    sheet.put("Travail en équipe", 150)

    read = [skill.value for skill in profile(sheet).skills]

    assert read == ["Prévenir les escarres", "Transmissions ciblées", "Patience", "Travail en équipe"]


def test_what_stands_below_the_tools_of_all_sorts_is_no_skill() -> None:
    read = typed(HEAD + "DIVERS\n\nLogiciels : Excel, Mensura\nPermis B, BE\nSonneur de bombarde\n")

    assert [skill.value for skill in read.skills] == ["Excel", "Mensura"]


def test_skills_and_languages_under_one_heading_are_told_apart() -> None:
    read = typed(
        HEAD + "SKILLS AND LANGUAGES\n\nAdvocacy; iManage; Client development. French (fluent), Twi (spoken)\n"
    )

    assert [skill.value for skill in read.skills] == ["Advocacy", "iManage", "Client development"]
    assert [one.value for one in read.languages] == ["French", "Twi"]


def test_what_else_stands_below_languages_is_no_skill() -> None:
    read = typed(HEAD + "LANGUES\n\nAnglais courant\nDivers : œnologie, cyclotourisme, permis B\n")

    assert read.skills == []


def test_skills_in_languages_are_none_beside_them() -> None:
    read = typed(HEAD + "LANGUAGE SKILLS\n\nEnglish\tnative\nSpanish\tfluent\n")

    assert read.skills == []
