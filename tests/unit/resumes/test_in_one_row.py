"""Posts whose row holds their period within, as a sentence, or at the far side of leaders."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_seasons import posts


def test_a_post_at_a_house_with_its_period_at_the_end_of_a_sentence_heads_what_was_done() -> None:
    assert posts(
        "Head Chef at Bramble House in Leeds, from March 2019 until June 2023.",
        "Ran a kitchen of six. Wrote menus, ordered stock.",
        "",
        "Sous-chef chez Kerdraon Frères à Douai, de mai 2016 à février 2019.",
        "Sauces et pâtisserie.",
    ) == [
        ("Head Chef", "Bramble House", "2019-03", "2023-06"),
        ("Sous-chef", "Kerdraon Frères", "2016-05", "2019-02"),
    ]


def test_a_town_may_stand_behind_the_period_of_a_post() -> None:
    sheet = opened()
    for row, done in (
        ("Serveur @ Brasserie Halden 2021 – 2023 — Vannes", "service en terrasse"),
        ("Barman @ Le Kerdraon mars 2019 – août 2021 — Lorient", "cocktails"),
        ("Plongeur @ Camping Garos été 2018 — Carnac", "plonge"),
    ):
        sheet.put(row)
        sheet.put(f"• {done}")

    assert entries(sheet) == [
        ("Serveur", "Brasserie Halden", "2021", "2023"),
        ("Barman", "Le Kerdraon", "2019-03", "2021-08"),
        ("Plongeur", "Camping Garos", "2018", "2018"),
    ]


def test_leaders_part_a_house_from_its_period_and_the_post_opens_the_row_below() -> None:
    sheet = opened()
    for house, period, done in (
        (
            "Hôtel Halden, Vannes",
            "2021-2023",
            "Second de cuisine — cent vingt couverts midi et soir ; commandes ; inventaires",
        ),
        ("Le Kerdraon, Lorient", "2019-2021", "Chef de partie garde-manger — terrines, poissons, dressage"),
        ("Auberge Garos, Carnac", "2017-2019", "Commis de cuisine — légumes puis viandes, plonge"),
    ):
        sheet.put(f"{house}{'.' * 60}{period}")
        sheet.put(done)

    assert entries(sheet) == [
        ("Second de cuisine", "Hôtel Halden", "2021", "2023"),
        ("Chef de partie garde-manger", "Le Kerdraon", "2019", "2021"),
        ("Commis de cuisine", "Auberge Garos", "2017", "2019"),
    ]


def test_what_is_listed_small_behind_the_dash_of_a_post_is_none_of_its_name() -> None:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20)
    sheet.put("Employment", size=13, bold=True)
    sheet.put("Halden Foods Ltd", right="Feb 2018 - date")
    sheet.put("Finance Manager - month end, audit")
    sheet.put("Garos & Co", right="Nov 2014 - Jan 2018")
    sheet.put("Auditor - small firms, charities")

    assert entries(sheet) == [
        ("Finance Manager", "Halden Foods Ltd", "2018-02", "present"),
        ("Auditor", "Garos & Co", "2014-11", "2018-01"),
    ]


def test_where_one_row_surely_names_post_and_house_the_others_do_and_the_work_stands_below() -> None:
    assert posts(
        "03/2021 - 12/2023 : Soudeur semi-auto, Adecco",
        "Caisses de métro, longerons",
        "05/2018 - 02/2021 : Tuyauteur, Kerdraon",
        "Démolition, bétonnage",
        "Arrêts techniques",
        "01/2016 - 04/2018 : Manoeuvre, Halden Garos",
        "Coffrage, nettoyage",
    ) == [
        ("Soudeur semi-auto", "Adecco", "2021-03", "2023-12"),
        ("Tuyauteur", "Kerdraon", "2018-05", "2021-02"),
        ("Manoeuvre", "Halden Garos", "2016-01", "2018-04"),
    ]


def test_where_the_rows_below_name_houses_a_field_behind_a_post_is_none() -> None:
    assert posts(
        "2019 - 2023 Staff Nurse, Cardiology",
        "Halden General Infirmary",
        "2016 - 2019 Staff Nurse, Stroke",
        "Kerdraon Hospital",
        "2014 - 2016 Healthcare Assistant, Orthopaedics",
        "Halden General Infirmary",
    ) == [
        ("Staff Nurse, Cardiology", "Halden General Infirmary", "2019", "2023"),
        ("Staff Nurse, Stroke", "Kerdraon Hospital", "2016", "2019"),
        ("Healthcare Assistant, Orthopaedics", "Halden General Infirmary", "2014", "2016"),
    ]


def test_arrows_part_a_house_from_its_town_and_period() -> None:
    assert posts(
        "Boulanger Halden > Nantes > 2019 – 2023",
        "Conducteur de travaux",
        "Kerdraon > Angers > 2015 – 2019",
        "Chef de chantier",
    ) == [
        ("Conducteur de travaux", "Boulanger Halden", "2019", "2023"),
        ("Chef de chantier", "Kerdraon", "2015", "2019"),
    ]


def test_a_house_may_be_called_after_the_one_that_it_is_in() -> None:
    assert posts(
        "Sous Chef",
        "Kerdraon at The Wharf",
        "May 2019 to June 2023",
        "Chef de Partie",
        "Brasserie at the Halden, London",
        "2016 to 2019",
        "Kitchen Porter",
        "Internship at Bramble House",
        "2015 to 2016",
        "Packer",
        "Assignments at Halden Foods",
        "2013 to 2015",
    ) == [
        ("Sous Chef", "Kerdraon at The Wharf", "2019-05", "2023-06"),
        ("Chef de Partie", "Brasserie at the Halden", "2016", "2019"),
        ("Kitchen Porter", "Bramble House", "2015", "2016"),
        ("Packer", "Halden Foods", "2013", "2015"),
    ]


def test_a_month_and_its_year_apart_in_a_margin_begin_what_goes_on() -> None:
    sheet = opened()
    sheet.put("depuis janv.")
    sheet.y -= 15
    sheet.put("2021", 130)
    sheet.y -= 15
    sheet.put("Juriste droit social, Kerdraon, Nancy", 200)
    sheet.put("• conseil quotidien", 200)

    assert entries(sheet) == [("Juriste droit social", "Kerdraon", "2021-01", "present")]
