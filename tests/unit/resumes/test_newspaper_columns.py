"""Newspaper columns: what the foot of one column breaks off goes on at the head of the next, under the name or not."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries

FRENCH = [
    [
        ("Formation", True),
        ("Bac pro ASSP, Lycée des Trois Becs, 2015", False),
        ("Parcours professionnel", True),
        ("Aide-soignante", False),
        ("Clinique Halden, Quimper", False),
        ("03/2021 – présent", False),
        ("Toilettes, repas, transmissions écrites", False),
        ("Agente de service", False),
        ("Foyer Moorby, Quimper", False),
        ("09/2018 – 02/2021", False),
    ],
    [
        ("Lingerie et entretien des chambres", False),
        ("Auxiliaire de vie", False),
        ("ADMR du Trieux, Briec", False),
        ("01/2016 – 08/2018", False),
        ("Aide au lever et aux courses du matin", False),
        ("Compétences", True),
        ("Transferts, humanitude", False),
    ],
]
ENGLISH = [
    [
        ("Employment history", True),
        ("Shift Lead", False),
        ("Moorby Bakery", False),
        ("04/2020 – Present", False),
        ("Ran the night bake with four others", False),
        ("Baker", False),
        ("Halden Bread Ltd", False),
    ],
    [
        ("09/2016 – 03/2020", False),
        ("Sourdough, tins and laminated dough", False),
        ("Kitchen Porter", False),
        ("Weir House Hotel", False),
        ("06/2012 – 08/2016", False),
        ("Pots, floors and deliveries at the back door", False),
        ("Skills", True),
        ("Lamination, stock control", False),
    ],
]


def printed(columns: list[list[tuple[str, bool]]], mail: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Enora Kerbrat", 220, size=22, bold=True)
    sheet.put(f"29000 Quimper · 06 12 33 40 51 · {mail}", 150)
    top = sheet.y + 10
    for x, rows in zip((50, 310), columns, strict=True):
        sheet.y = top
        for text, heading in rows:
            sheet.y += 6 * heading
            sheet.put(text, x, size=13 if heading else 10, bold=heading)
    return sheet


@pytest.mark.parametrize(
    ("columns", "posts"),
    [
        (
            FRENCH,
            [
                ("Aide-soignante", "Clinique Halden", "2021-03", "present"),
                ("Agente de service", "Foyer Moorby", "2018-09", "2021-02"),
                ("Auxiliaire de vie", "ADMR du Trieux", "2016-01", "2018-08"),
            ],
        ),
        (
            ENGLISH,
            [
                ("Shift Lead", "Moorby Bakery", "2020-04", "present"),
                ("Baker", "Halden Bread Ltd", "2016-09", "2020-03"),
                ("Kitchen Porter", "Weir House Hotel", "2012-06", "2016-08"),
            ],
        ),
    ],
    ids=["french", "english"],
)
def test_posts_go_on_at_the_head_of_the_next_column_though_the_name_stands_over_it(
    columns: list[list[tuple[str, bool]]], posts: list[tuple[str, ...]]
) -> None:
    assert entries(printed(columns, "enora.kerbrat@exemple.fr")) == posts
