"""Columns whose names nearly touch are told by where the rows above and below begin."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile

ROWS = (
    ("Halden Transit et Fils", "Responsable des trois entrepôts", "2018 - 2024"),
    ("Geodette", "Cheffe d'équipe", "2013 - 2018"),
    ("Brindissi Logistics", "Agente de transit", "2008 - 2013"),
)


def test_a_name_that_fills_its_column_ends_where_the_next_column_begins() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("Expérience", size=14, bold=True)
    for employer, title, years in ROWS:
        top = sheet.y
        for text, left in ((employer, 50), (title, 164), (years, 323)):
            sheet.y = top
            sheet.put(text, left)
    read = profile(sheet).experience

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in read] == [
        (title, employer) for employer, title, _ in ROWS
    ]
