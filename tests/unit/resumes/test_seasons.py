"""Work that comes with the seasons: harvests, winters on the slopes, and numbers of names beside years."""

import pytest
from tests.unit.resumes.test_typed_lists import told, typed

from vivier.resumes.wording.dates import only_date


def posts(*rows: str) -> list[tuple[str | None, ...]]:
    return told(typed("Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n" + "\n".join(rows) + "\n"))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Vendanges 2021, 2022, 2023", "2021", "2023"),
        ("moissons 2017", "2017", "2017"),
        ("Ski season 2022/23", "2022", "2023"),
        ("Christmas 2018", "2018", "2018"),
        ("Summer 2023 (Jul-Sep)", "2023-07", "2023-09"),
        ("2022 (de mai à juillet)", "2022-05", "2022-07"),
        ("MAR 22 ▸ NOW", "2022-03", "present"),
        ("09/2015 ⟶ 02/2019", "2015-09", "2019-02"),
        ("Hiver 22-23", "2022", "2023"),
        ("Winter 19/20", "2019", "2020"),
    ],
)
def test_harvests_feasts_and_what_arrows_join_are_times_like_summers(text: str, start: str, end: str) -> None:
    found = only_date(text)

    assert found is not None
    assert (found.start, found.end) == (start, end)


def test_a_season_may_open_each_row() -> None:
    read = posts(
        "Vendanges 2021, 2022 : cheffe d'équipe, Domaine Kerdraon, Tours",
        "2018-2021 : ouvrière viticole, Domaine Tronoën (taille, palissage)",
        "Moissons 2017 : conductrice de benne, Coopérative Halden, Tours",
    )

    assert read == [
        ("cheffe d'équipe", "Domaine Kerdraon", "2021", "2022"),
        ("ouvrière viticole", "Domaine Tronoën", "2018", "2021"),
        ("conductrice de benne", "Coopérative Halden", "2017", "2017"),
    ]


def test_a_harvest_is_the_work_where_no_post_is_named() -> None:
    read = posts("Vendanges 2021 : Domaine Kerdraon, Tours", "2018-2020 : serveuse, Auberge du Port, Nantes")

    assert read[0] == ("Vendanges", "Domaine Kerdraon", "2021", "2021")


def test_the_number_of_a_terminal_is_no_month() -> None:
    read = posts("Security officer – Halden Guards, Heathrow Terminal 5 – 2020 to present", "Porter – Halden – 2012")

    assert read[0][2:] == ("2020", "present")


def test_a_month_behind_a_preposition_is_one() -> None:
    found = only_date("du 5 - 2020 au 6 - 2021")

    assert found is not None
    assert (found.start, found.end) == ("2020-05", "2021-06")


def test_a_season_over_its_posts_is_no_employer() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPERIENCE\n\n"
        "WINTERS\nHalden Slopes — Lift operator\nNov 2017 – Apr 2021, every winter\nLoading, line control.\n"
        "SUMMERS\nMoorby Kayaking — Guide\nMay 2018 – Sept 2021\nDay trips for groups of ten.\n"
    )

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in read.experience] == [
        ("Lift operator", "Halden Slopes"),
        ("Guide", "Moorby Kayaking"),
    ]


def test_a_list_sign_before_each_house_over_its_post_is_none_of_what_was_done() -> None:
    read = typed(
        "Aurore Quillévéré\naurore.q@exemple.fr\n\nEXPÉRIENCE\n\nEn mer\n"
        "* Chalutier « Petite Fleur », Armement Bigouden\n  Matelot, 04/2020 – ce jour, marées de 12 jours\n"
        "    tri, éviscération, ramendage\n"
        "* Caseyeur Ar Mor, Armement Kerdraon\n  Matelot polyvalent, 05/2016 – 03/2020\n"
    )

    assert [(e.title and e.title.value, e.employer and e.employer.value) for e in read.experience] == [
        ("Matelot", "Chalutier « Petite Fleur », Armement Bigouden"),
        ("Matelot polyvalent", "Armement Kerdraon"),
    ]
