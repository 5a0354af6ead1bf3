"""Posts that say how long they took and not when; skills that are explained in a column beside them."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile


def begun(heading: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put(heading, size=14, bold=True)
    return sheet


@pytest.mark.parametrize(
    "lasted",
    [("6 ans, en poste", "4 ans"), ("3 saisons", "18 mois"), ("deux ans et demi", "un an"), ("2 years", "1 season")],
)
def test_posts_that_only_say_how_long_they_took_are_read_without_dates(lasted: tuple[str, str]) -> None:
    sheet = begun("Mon expérience")
    for title, employer, time in (
        ("Auxiliaire de vie", "Maison Halden, Pau", lasted[0]),
        ("Ouvrière en conserverie", "Conserveries Brindissi, Bayonne", lasted[1]),
    ):
        sheet.put(title, bold=True, right=time)
        sheet.put(employer)
        sheet.put("Huit personnes suivies, dont deux de nuit.")
    read = profile(sheet).experience

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in read] == [
        ("Auxiliaire de vie", "Maison Halden"),
        ("Ouvrière en conserverie", "Conserveries Brindissi"),
    ]
    assert all(e.start is None and e.end is None for e in read)


def test_what_is_explained_beside_it_is_the_skill() -> None:
    sheet = begun("Ce que je peux faire chez vous")
    for name, lines in (
        (
            "Diriger un entrepôt",
            ("Douze mille palettes et quarante personnes en deux équipes,", "sans un accident grave."),
        ),
        ("Négocier", ("Contrats de location de chariots renégociés chaque année.",)),
        ("Transmettre", ("Parrain de onze apprentis qui ont tous été embauchés.",)),
    ):
        sheet.beside(name, lines[0], 250)
        for line in lines[1:]:
            sheet.put(line, 250)
    for block in sheet.blocks:
        if (
            block["Text"] in {"Diriger", "un", "entrepôt", "Négocier", "Transmettre"}
            and block["Geometry"]["BoundingBox"]["Left"] < 0.4
        ):
            block["Style"]["Bold"] = True

    assert [s.value for s in profile(sheet).skills] == ["Diriger un entrepôt", "Négocier", "Transmettre"]


def test_lists_beside_names_of_groups_stay_lists() -> None:
    sheet = begun("Compétences")
    for name, tools in (("Langages", "Python, Java, Go."), ("Bases", "PostgreSQL, Redis, MongoDB.")):
        sheet.beside(name, tools, 250)
    for block in sheet.blocks:
        if block["Text"] in {"Langages", "Bases"}:
            block["Style"]["Bold"] = True

    assert [s.value for s in profile(sheet).skills] == ["Python", "Java", "Go", "PostgreSQL", "Redis", "MongoDB"]
