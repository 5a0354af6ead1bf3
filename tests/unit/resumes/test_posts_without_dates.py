"""Posts that say nothing of when they were, in lists of one row each."""

from tests.unit.resumes.test_seasons import posts


def test_rows_without_a_date_are_posts_like_those_beside_them() -> None:
    read = posts(
        "Security Officer – Kerdraon, Brest – 2020 to present",
        "Door Supervisor – various venues in Croydon",
        "Warehouse Operative – Tronoën, Croydon – 4 years",
        "Kitchen Porter – Halden University Hospital – 2012",
    )

    assert read == [
        ("Security Officer", "Kerdraon", "2020", "present"),
        ("Door Supervisor", "various venues", None, None),
        ("Warehouse Operative", "Tronoën", None, None),
        ("Kitchen Porter", "Halden University Hospital", "2012", "2012"),
    ]


def test_the_one_date_of_a_list_is_of_its_own_row() -> None:
    read = posts(
        "Femme de ménage chez Halden Services – depuis 10 ans",
        "Agente d'entretien – Kerdraon Propreté – 2008-2013",
        "Plongeuse – Tronoën",
    )

    assert read == [
        ("Femme de ménage", "Halden Services", None, None),
        ("Agente d'entretien", "Kerdraon Propreté", "2008", "2013"),
        ("Plongeuse", "Tronoën", None, None),
    ]


def test_a_post_that_does_not_say_how_long_it_took_stands_among_those_that_do() -> None:
    read = posts(
        "Boulangère, Maison Kerdraon, Paris (3 ans)",
        "Ouvrière tourière, Fournil de Tronoën",
        "Apprentie boulangère, Boulangerie Halden, Créteil (2 ans)",
    )

    assert [row[:2] for row in read] == [
        ("Boulangère", "Maison Kerdraon"),
        ("Ouvrière tourière", "Fournil de Tronoën"),
        ("Apprentie boulangère", "Boulangerie Halden"),
    ]
