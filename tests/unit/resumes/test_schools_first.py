"""Studies in short sentences that open with their school."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile


def read(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=20, bold=True)
    sheet.put("dorothea@lint.example | 020 7946 0799")
    sheet.put("Studies", size=14, bold=True)
    for line in lines:
        sheet.put(line)
    sheet.put("Languages", size=14, bold=True)
    sheet.put("English, French")
    return [
        (
            s.degree.value if s.degree else None,
            s.institution.value if s.institution else None,
            s.end.value if s.end else None,
        )
        for s in profile(sheet).education
    ]


def test_each_degree_of_a_sentence_has_its_year_and_the_school_before_the_colon() -> None:
    assert read(
        "University of Halden: BSc in Mathematics (2003) and Postgraduate Diploma in Education",
        "(2005).",
        "Brindissi College of Theology: Bachelor of Divinity with Honours together with the",
        "Diploma of Ministry, both 2011.",
        "Two units of pastoral work, 2014 and 2015.",
    ) == [
        ("BSc in Mathematics", "University of Halden", "2003"),
        ("Postgraduate Diploma in Education", "University of Halden", "2005"),
        ("Bachelor of Divinity with Honours", "Brindissi College of Theology", "2011"),
        ("Diploma of Ministry", "Brindissi College of Theology", "2011"),
    ]


def test_what_a_degree_was_about_goes_on_behind_its_year() -> None:
    assert read(
        "Université de Bourgogne : Licence de lettres (2003) et Maîtrise de lettres (2004).",
        "Université de Halden : Master de bibliothéconomie, 2006 ; mémoire sur les fonds de",
        "province.",
    ) == [
        ("Licence de lettres", "Université de Bourgogne", "2003"),
        ("Maîtrise de lettres", "Université de Bourgogne", "2004"),
        ("Master de bibliothéconomie", "Université de Halden", "2006"),
    ]
