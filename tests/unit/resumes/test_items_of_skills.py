"""What of a list of skills is one skill: categories, products of a house, levels, labels, sentences."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile
from tests.unit.resumes.test_run_in import HEAD
from tests.unit.resumes.test_typed_lists import typed

from vivier.resumes.abilities.skills import items_of
from vivier.resumes.layout.headings import heading_kind


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("CACES R489 cat. 1, 3 et 5, Excel", ["CACES R489 cat. 1, 3 et 5", "Excel"]),
        ("CACES R482 A, B1 et F, CACES R486 A et B", ["CACES R482 A, B1 et F", "CACES R486 A et B"]),
        ("Habilitations B1V, B2V, BR, lecture de plans", ["Habilitations B1V, B2V, BR", "lecture de plans"]),
        ("CPCS A09, A58 and A59, IPAF 3a & 3b", ["CPCS A09, A58 and A59", "IPAF 3a & 3b"]),
        ("VMware ESXi, VMware vSphere", ["VMware ESXi", "VMware vSphere"]),
        ("Microsoft Azure PowerShell", ["Microsoft Azure", "PowerShell"]),
        ("Veeam Backup & Replication, Commvault", ["Veeam Backup & Replication", "Commvault"]),
        ("Word and Excel, PowerPoint", ["Word", "Excel", "PowerPoint"]),
        ("HTML & CSS, Sass", ["HTML & CSS", "Sass"]),
        ("C/C++, CI/CD, .NET, Java 8/11/17, R&D", ["C/C++", "CI/CD", ".NET", "Java 8/11/17", "R&D"]),
        ("Bases : Word, Outlook - Expert : SAP FI/CO", ["Word", "Outlook", "SAP FI/CO"]),
        ("Vente  : conseil, encaissement", ["conseil", "encaissement"]),
        ("Buses ........ CAN, SPI", ["CAN", "SPI"]),
        ("Level: Master", []),
        ("Levels: 1 = basic, 5 = expert", []),
        ("SolidWorks: 5", ["SolidWorks"]),
        ("Power Query — bon niveau", ["Power Query"]),
        ("Proficient with Python, C++; good understanding of calculus", ["Python", "C++", "calculus"]),
        ("I have a good knowledge of Xero, QuickBooks and Excel. I hold a licence.", ["Xero", "QuickBooks", "Excel"]),
    ],
)
def test_a_list_is_cut_where_its_writer_cut_it(text: str, items: list[str]) -> None:
    assert items_of(text) == items


def skills(*rows: str, heading: str = "Skills", bold: tuple[int, ...] = ()) -> list[str]:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20, bold=True)
    sheet.put("maud@exemple.fr")
    sheet.put("Experience", size=13, bold=True)
    sheet.put("Site manager, Halden Ltd, Leeds", bold=True, right="2018 - 2024")
    sheet.put(heading, size=13, bold=True)
    for at, row in enumerate(rows):
        sheet.put(row, bold=at in bold)
    sheet.put("Interests", size=13, bold=True)
    sheet.put("Hill walking")
    return [skill.value for skill in profile(sheet).skills]


def test_what_a_tool_prints_of_a_group_is_no_skill_and_its_name_no_heading_of_links() -> None:
    assert skills(
        "Web Development",
        "Level: Master",
        "Keywords: HTML, CSS",
        "Compression",
        "Level: Expert",
        "Keywords: Mpeg, GIF",
        bold=(0, 3),
    ) == ["HTML", "CSS", "Mpeg", "GIF"]


def test_names_of_groups_set_like_their_lists_are_none_of_them() -> None:
    assert skills("Design tools", "AutoCAD, Rhino", "Rendering", "V-Ray, Enscape") == [
        "AutoCAD",
        "Rhino",
        "V-Ray",
        "Enscape",
    ]


def test_languages_of_people_among_skills_are_none() -> None:
    assert skills("English (native), Polish (fluent)", "Opera PMS, Excel") == ["Opera PMS", "Excel"]


def test_labels_at_the_right_edge_of_two_columns_are_left_out() -> None:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20, bold=True)
    sheet.put("maud@exemple.fr")
    sheet.put("Computer skills", size=13, bold=True)
    for cells in ((("Basic", "Perl, Lisp"), ("Advanced", "Kotlin, Scala")), (("Platforms", "AIX"), ("IDEs", "Vim"))):
        for (label, listed), x in zip(cells, (110, 330), strict=True):
            sheet._words(label, x - 5 * len(label), 10, False)
            sheet._words(f"{listed}, Ada", x + 7, 10, False)
        sheet.y += 15
    sheet.put("Languages", size=13, bold=True)
    sheet.put("English (native)")

    assert {skill.value for skill in profile(sheet).skills} == {
        *("Perl", "Lisp", "Kotlin", "Scala", "AIX", "Vim", "Ada"),
    }


def test_licences_beside_skills_in_a_heading_are_listed_among_them() -> None:
    assert skills("CSCS gold card, formwork", heading="LICENCES AND SKILLS") == ["CSCS gold card", "formwork"]


def test_three_names_with_bars_are_a_list_although_one_heads_sections() -> None:
    assert heading_kind("Leadership | Coaching | Conflict resolution") is None
    assert heading_kind("Clinical history · Experience") == "experience"


def test_where_commas_part_skills_a_stroke_stands_within_one() -> None:
    assert items_of("Jira, SIMS / Arbor, Excel") == ["Jira", "SIMS / Arbor", "Excel"]
    assert items_of("Word / Excel / Outlook") == ["Word", "Excel", "Outlook"]


def test_a_sentence_a_car_and_what_stands_at_the_foot_are_no_skills() -> None:
    assert items_of("service à l'assiette, caisse. Je suis ponctuel, souriant et vif") == [
        "service à l'assiette",
        "caisse",
    ]
    assert items_of("Greffe, véhicule personnel, références sur demande") == ["Greffe"]
    read = typed(HEAD + "COMPÉTENCES\n\nGreffe\nTonte\nSerre chaude\n\nA. Quillévéré – CV – page 1\n")
    assert [skill.value for skill in read.skills] == ["Greffe", "Tonte", "Serre chaude"]


def test_a_line_of_pastimes_among_skills_is_none() -> None:
    read = typed(HEAD + "COMPÉTENCES\n\nGreffe, Tonte, Serre chaude.\n\nApiculture, fanfare\n")

    assert [skill.value for skill in read.skills] == ["Greffe", "Tonte", "Serre chaude"]
