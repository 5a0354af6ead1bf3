"""A post that is said once over the list of where it was held."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile


def read(intro: str, *rows: tuple[str, str]) -> list[tuple[str | None, str | None, str | None]]:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("Enseignement", size=14, bold=True)
    sheet.put(intro)
    for years, school in rows:
        sheet.beside(years, school)
        sheet.put("Secondes et premières ; remplacement à l’année.")
    sheet.put("Langues", size=14, bold=True)
    sheet.put("espagnol, catalan")
    return [
        (
            e.title.value if e.title else None,
            e.employer.value if e.employer else None,
            e.start.value if e.start else None,
        )
        for e in profile(sheet).experience
    ]


def test_every_school_of_the_list_has_the_post() -> None:
    found = read(
        "Académie de Halden, contrats annuels, en qualité de professeure contractuelle d’espagnol :",
        ("2023-2024", "Lycée Hector-Brindissi (Vincennes), 18 h"),
        ("2022-2023", "Collège Jean-Moulin (Le Perreux), 15 h + 3 h"),
        ("2021-2022", "Lycée Paul-Halden (Créteil), 9 h"),
    )

    assert found == [
        ("Professeure contractuelle d’espagnol", "Lycée Hector-Brindissi", "2023"),
        ("Professeure contractuelle d’espagnol", "Collège Jean-Moulin", "2022"),
        ("Professeure contractuelle d’espagnol", "Lycée Paul-Halden", "2021"),
    ]
