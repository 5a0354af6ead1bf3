"""Tables of studies: what their titles say stands below, and marks by subject under a school."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import opened
from tests.unit.resumes.test_typed import studies


def table(sheet: Sheet, *rows: tuple[str, ...]) -> None:
    for row in rows:
        for x, text in zip((50, 220, 380, 480), row, strict=False):
            sheet._words(text, x, 9, False)
        sheet.y += 16


def test_a_level_beside_an_award_is_no_degree() -> None:
    sheet = opened("Education and Training")
    table(
        sheet,
        ("Year", "Award", "Level", "Provider"),
        ("2024 – 2025", "Healthcare Support", "QQI 5", "Donegal ETB"),
        ("2022 – 2023", "Safety and Health at Work", "QQI 5", "Donegal ETB"),
        ("1997 – 1999", "Leaving Certificate", "NFQ 5", "Halden College"),
    )

    assert studies(sheet) == [
        ("Healthcare Support", "Donegal ETB", "2025"),
        ("Safety and Health at Work", "Donegal ETB", "2023"),
        ("Leaving Certificate", "Halden College", "1999"),
    ]


def test_marks_by_subject_name_the_examination_only() -> None:
    sheet = opened("Education")
    sheet.put("Halden Academy, September 2020 – June 2025", bold=True)
    table(
        sheet,
        ("GCSE subject", "Grade", "GCSE subject", "Grade"),
        ("English Language", "4", "Design & Technology", "6"),
        ("Maths", "5", "Geography", "3"),
        ("Combined Science", "4-4", "PE (BTEC)", "Merit"),
    )
    sheet.put("Moorby College, September 2025 – present", bold=True)
    sheet.put("Level 1 Diploma in Bricklaying")

    assert studies(sheet) == [
        ("GCSE", "Halden Academy", "2025-06"),
        ("Level 1 Diploma in Bricklaying", "Moorby College", "present"),
    ]


def test_marks_under_an_examination_that_is_named_leave_it() -> None:
    sheet = opened("Éducation")
    sheet.put("Lycée Fougère, 2010 – 2013", bold=True)
    sheet.put("Bac S")
    table(sheet, ("Matière", "Note"), ("Mathématiques", "16/20"), ("Physique", "14,5/20"))

    assert studies(sheet) == [("Bac S", "Lycée Fougère", "2013")]
