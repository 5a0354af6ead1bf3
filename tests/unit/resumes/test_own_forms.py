"""Forms of people's own: degrees set in under schools, headings nobody else uses, skills told in paragraphs."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile
from tests.unit.resumes.test_typed import studies


def test_degrees_set_in_under_their_school_have_it_each() -> None:
    sheet = opened("Formation")
    for school, degrees in (
        ("Université Halden III", ("Doctorat en écologie, « Feu, pâture et savane », soutenu le 12 mars 2021",)),
        ("Université de Kerdraon", ("Master Écologie (2017)", "Licence Biologie des organismes (2015)")),
        ("Lycée Fougère", ("Baccalauréat S2 (2012)",)),
    ):
        sheet.put(school, bold=True)
        for degree in degrees:
            sheet.put(degree, 65)

    assert studies(sheet) == [
        ("Doctorat en écologie", "Université Halden III", "2021-03"),
        ("Master Écologie", "Université de Kerdraon", "2017"),
        ("Licence Biologie des organismes", "Université de Kerdraon", "2015"),
        ("Baccalauréat S2", "Lycée Fougère", "2012"),
    ]


def test_a_heading_of_ones_own_is_told_by_common_ones_set_like_it() -> None:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=24)
    sheet.put("maud@exemple.fr")

    def head(text: str) -> None:
        sheet.y += 12
        sheet.put(text, 200, size=13, bold=True)

    head("WORK")
    for title, employer, period in POSTS:
        sheet.put(title, bold=True)
        sheet.put(f"{employer} | {period}")
    head("EDUCATION")
    sheet.put("BA English", bold=True)
    sheet.put("Halden University | 2008")
    head("CRAFT")
    sheet.put("InCopy; media law; headline")
    sheet.put("writing; shorthand at 100 wpm;")
    sheet.put("data scraping with R; page layout.")
    head("TONGUES")
    sheet.put("French, Welsh.")

    read = profile(sheet)

    assert "media law" in [skill.value for skill in read.skills]
    assert "headline writing" in [skill.value for skill in read.skills]
    assert studies(sheet) == [("BA English", "Halden University", "2008")]


def test_a_year_within_a_sentence_that_goes_over_lines_begins_no_post() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(title, bold=True)
        sheet.put(period)
        sheet.put(employer)
        sheet.put("Pendant l’annulation de 2020,", 65)
        sheet.put("porte-parole unique auprès des médias et des artistes.", 65)
        sheet.put("Plantation de deux mille arbres le long du canal en neuf semaines au printemps", 65)
        sheet.put("2021.", 65)

    assert entries(sheet) == EXPECTED


def test_of_skills_told_in_paragraphs_only_what_opens_them_is_one() -> None:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=24)
    sheet.put("maud@exemple.fr")
    sheet.put("What I do well", size=13, bold=True)
    sheet.put("Keeping an office running. For seven years I was the first voice on the phone and the last to")
    sheet.put("lock the door: payroll for eleven, two copiers, one boiler.")
    sheet.put("Looking after money. Closed the books every month without help, four clean audits in a row.")

    skills = [skill.value for skill in profile(sheet).skills]

    assert skills == ["Keeping an office running", "Looking after money"]
