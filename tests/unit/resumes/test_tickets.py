"""Tickets among studies: certificates where real studies stand beside them, studies where nothing else does."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import opened, profile


def list_of(heading: str, *rows: tuple[str, str]) -> Sheet:
    sheet = opened(heading)
    for year, study in rows:
        sheet.beside(year, study)
    return sheet


def read(sheet: Sheet) -> tuple[list[str | None], list[str]]:
    found = profile(sheet)
    return [one.degree.value if one.degree else None for one in found.education], [
        c.value for c in found.certifications
    ]


def test_tickets_beside_studies_are_certificates() -> None:
    sheet = list_of(
        "Formation",
        ("2018", "BTS Tourisme, Lycée Fougère"),
        ("2016", "Bac L, Lycée Kerdraon"),
        ("2019", "Recyclage SST"),
        ("2020", "CACES R489 cat. 3"),
        ("2021", "Permis d'exploitation"),
        ("2024", "PSC1"),
    )

    assert read(sheet) == (
        ["BTS Tourisme", "Bac L"],
        ["Recyclage SST", "CACES R489 cat. 3", "Permis d'exploitation", "PSC1"],
    )


def test_so_are_those_of_english_cvs() -> None:
    sheet = list_of(
        "Education",
        ("2015", "BSc Botany, Halden University"),
        ("2012", "A levels, Moorby College"),
        ("2019", "Food Hygiene Level 2"),
        ("2020", "Forklift licence"),
    )

    assert read(sheet) == (["BSc Botany", "A levels"], ["Food Hygiene Level 2", "Forklift licence"])


def test_tickets_are_the_studies_of_who_has_no_others() -> None:
    sheet = list_of("Formation", ("2023", "CACES R489"), ("2022", "SST"), ("2021", "Permis C"))

    assert read(sheet) == (["CACES R489", "SST", "Permis C"], [])


def test_a_ticket_with_the_school_that_gave_it_is_a_study() -> None:
    sheet = list_of("Formation", ("2018", "BTS Tourisme, Lycée Fougère"), ("2019", "SSIAP 1, Institut Kerdraon"))

    assert read(sheet) == (["BTS Tourisme", "SSIAP 1"], [])


def test_studies_called_almost_so_stay() -> None:
    sheet = list_of(
        "Formation",
        ("2018", "Licence de droit, Université de Halden"),
        ("2014", "BP Coiffure, CFA Kerdraon"),
        ("2012", "Habilitation à diriger des recherches, Université de Moorby"),
    )

    assert read(sheet)[1] == []
    assert len(read(sheet)[0]) == 3
