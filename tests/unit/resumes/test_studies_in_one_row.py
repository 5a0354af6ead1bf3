"""Several studies of one row, each with its date."""

import pytest
from tests.unit.resumes.test_lists import opened
from tests.unit.resumes.test_typed import studies

TWO = [("BTS Tourisme", "Lycée Fougère", "2012"), ("Bac L", "Lycée Kerdraon", "2010")]


@pytest.mark.parametrize(
    "row",
    [
        "BTS Tourisme, Lycée Fougère, 2012 – Bac L, Lycée Kerdraon, 2010",
        "BTS Tourisme, Lycée Fougère (2012) ; Bac L, Lycée Kerdraon (2010)",
        "2012 : BTS Tourisme, Lycée Fougère | 2010 : Bac L, Lycée Kerdraon",
        "2010 – 2012 BTS Tourisme, Lycée Fougère – 2008 – 2010 Bac L, Lycée Kerdraon",
        "2012 BTS Tourisme, Lycée Fougère / 2010 Bac L, Lycée Kerdraon",
    ],
)
def test_signs_between_studies_with_a_date_each_part_them(row: str) -> None:
    sheet = opened("Formation")
    sheet.put(row)

    assert studies(sheet) == TWO


def test_the_same_school_is_that_of_the_study_before_in_the_row() -> None:
    sheet = opened("Formation")
    sheet.put("(2018) Licence pro Conduite de travaux, CNAM Halden, cours du soir et VAE")
    sheet.put("(2006) BP Électricien, BTP CFA Kerdraon — (2004) BEP Électrotechnique, même CFA")

    assert studies(sheet) == [
        ("Licence pro Conduite de travaux", "CNAM Halden", "2018"),
        ("BP Électricien", "BTP CFA Kerdraon", "2006"),
        ("BEP Électrotechnique", "BTP CFA Kerdraon", "2004"),
    ]


def test_courses_without_a_degree_in_one_row_stay_together() -> None:
    sheet = opened("Education")
    sheet.put("BSc Botany, Halden University, 2013")
    sheet.put("IOSH Managing Safely, 2017; Six Sigma Green Belt, 2008")

    assert [degree for degree, *_ in studies(sheet)][:1] == ["BSc Botany"]
    assert not [degree for degree, *_ in studies(sheet) if degree and degree.startswith("Six Sigma")]
