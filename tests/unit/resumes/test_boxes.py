"""Sheets of boxes: frames in a grid, each with a section whose rows stand level with those beside."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries
from tests.unit.resumes.test_typed import studies

Box = tuple[float, float, float, float, list[str]]


def boxed(boxes: list[Box]) -> Sheet:
    sheet = Sheet()
    for left, top, right, bottom, lines in boxes:
        sheet.panel(left, top, right, bottom)
        sheet.y = top + 8
        for number, text in enumerate(lines):
            sheet.put(text, left + 8, size=18 if text == lines[0] and top < 60 else 9, bold=number == 0)
    return sheet


FRENCH: list[Box] = [
    (40, 40, 340, 110, ["Enora Kerbrat", "Étudiante en droit social, en recherche d'alternance"]),
    (350, 40, 550, 110, ["Coordonnées", "31400 Toulouse", "06 39 98 30 27", "enora.kerbrat@exemple.fr"]),
    (
        40,
        120,
        200,
        240,
        [
            "Formation",
            "Master Droit social",
            "Université de Halden",
            "2024",
            "Licence de droit",
            "Université de Halden",
            "2022",
        ],
    ),
    (
        210,
        120,
        550,
        240,
        [
            "Expériences",
            "Juriste – Conserverie Moorby",
            "09/2024 – présent",
            "Veille, tableau de suivi des accords",
            "Assistante juridique – Cabinet Tarrant",
            "09/2022 – 08/2024",
            "Classement de pièces",
        ],
    ),
    (40, 250, 290, 320, ["Compétences", "Recherche documentaire", "Rédaction de notes"]),
    (300, 250, 550, 320, ["Langues", "Anglais : C1", "Occitan : A2"]),
]


def test_rows_of_two_boxes_that_stand_level_are_no_common_rows() -> None:
    sheet = boxed(FRENCH)

    assert entries(sheet) == [
        ("Juriste", "Conserverie Moorby", "2024-09", "present"),
        ("Assistante juridique", "Cabinet Tarrant", "2022-09", "2024-08"),
    ]
    assert studies(sheet) == [
        ("Master Droit social", "Université de Halden", "2024"),
        ("Licence de droit", "Université de Halden", "2022"),
    ]


def test_boxes_of_a_sheet_in_english_with_its_head_outside_them_are_read_one_by_one() -> None:
    sheet = boxed(
        [
            (
                40,
                120,
                330,
                250,
                [
                    "Work history",
                    "Shift Lead",
                    "Moorby Bakery",
                    "03/2019 – Present",
                    "Ran the night bake",
                    "Baker",
                    "Halden Bread",
                    "02/2015 – 02/2019",
                ],
            ),
            (340, 120, 550, 250, ["Education", "NVQ Level 2 Baking", "Halden College", "2014"]),
            (40, 260, 290, 330, ["Skills", "Lamination", "Stock control", "HACCP"]),
            (300, 260, 550, 330, ["Languages", "English", "Polish"]),
        ]
    )
    sheet.y = 60
    sheet.put("Perry Moorcroft", 40, size=20, bold=True)
    sheet.put("perry.moorcroft@example.com", 40)

    assert entries(sheet) == [
        ("Shift Lead", "Moorby Bakery", "2019-03", "present"),
        ("Baker", "Halden Bread", "2015-02", "2019-02"),
    ]
    assert studies(sheet) == [("NVQ Level 2 Baking", "Halden College", "2014")]
