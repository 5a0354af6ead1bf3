"""Posts that were lost whole, and what was taken for one: careers under a summary, houses over lists, dates in text."""

import pytest
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_seasons import posts
from tests.unit.resumes.test_typed_lists import told, typed

from vivier.resumes.layout.headings import heading_kind

_NAME = "Aurore Quillévéré\naurore.q@exemple.fr\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Expérience de travail",
        "Cheminement professionnel",
        "Derniers emplois",
        "Exp. professionnelles",
        "Logbook",
        "Parcours en intérim",
    ],
)
def test_headings_of_posts_as_people_word_them(text: str) -> None:
    assert heading_kind(text) == "experience"


def test_what_somebody_chairs_besides_is_no_post() -> None:
    assert heading_kind("Board roles") == "other"


def test_a_career_summary_that_lists_posts_with_their_periods_is_the_career() -> None:
    read = told(
        typed(
            f"{_NAME}CAREER SUMMARY\n\n"
            "Finance Director - Halden Ferries plc - 2012 to 2019\n"
            "- Refinanced two ships\n"
            "Financial Controller - Kerdraon Hotels Ltd - 2008 to 2012\n"
            "- Closed the accounts in four days\n\n"
            "FREELANCE WORK\n\nAccountant - Landévennec Trust - 2019 to 2021\n"
        )
    )

    assert read == [
        ("Finance Director", "Halden Ferries plc", "2012", "2019"),
        ("Financial Controller", "Kerdraon Hotels Ltd", "2008", "2012"),
        ("Accountant", "Landévennec Trust", "2019", "2021"),
    ]


def test_a_summary_of_posts_that_are_told_below_is_no_second_list() -> None:
    read = told(
        typed(
            f"{_NAME}CAREER SUMMARY\n\nFinance Director - 2012 to 2019\nFinancial Controller - 2008 to 2012\n\n"
            "CAREER HISTORY\n\n"
            "Finance Director - Halden Ferries plc - 2012 to 2019\n- Refinanced two ships\n"
            "Financial Controller - Kerdraon Hotels Ltd - 2008 to 2012\n- Closed the accounts\n"
        )
    )

    assert [row[1] for row in read] == ["Halden Ferries plc", "Kerdraon Hotels Ltd"]


def test_a_house_stands_over_its_posts_with_what_is_said_of_it_between() -> None:
    read = posts(
        "Halden Ferries plc, Moorby",
        "Ferry operator, 4,800 staff.",
        "Group Finance Director\t2016 – 2019",
        "• Refinanced two ships",
        "Finance Director, Freight and Cruises\t2012 – 2016",
        "• Closed the accounts in four days",
        "Kerdraon Hotels Ltd, Leeds",
        "Hotel operator, 230 hotels.",
        "Financial Controller\t2008 – 2012",
        "• Rolled out a ledger",
    )

    assert read == [
        ("Group Finance Director", "Halden Ferries plc", "2016", "2019"),
        ("Finance Director, Freight and Cruises", "Halden Ferries plc", "2012", "2016"),
        ("Financial Controller", "Kerdraon Hotels Ltd", "2008", "2012"),
    ]


def test_what_was_done_since_a_year_is_no_post() -> None:
    read = posts(
        "2019-06 – present\tTeam Lead, Halden Telecom",
        "Lead a team of 17 across chat and phone",
        "Hired 25 agents since 2022",
        "2016-09 – 2019-05\tCustomer Care Agent, Kerdraon",
        "60 calls a day, billing and roaming",
    )

    assert [row[0] for row in read] == ["Team Lead", "Customer Care Agent"]


def test_dates_at_the_left_of_typed_posts_open_rows_under_a_heading_alone() -> None:
    read = told(
        typed(
            "QUILLEVERE AURORE\n\n"
            "PERMIS B C CE   FIMO 1998   FCO 04/2023   ADR BASE + CITERNE   "
            "CARTE CONDUCTEUR   CACES GRUE AUXILIAIRE\n\n"
            "EMPLOIS\n-------\n"
            "DEPUIS 2017   CHAUFFEUR SPL - HALDEN TRANSPORT - VANNES\n"
            "              TRACTION DE NUIT TROIS FOIS PAR SEMAINE. "
            "CONTROLE DES TEMPERATURES. MISE A QUAI ET DECHARGEMENT\n"
            "              AU TIRE-PALETTE. TUTEUR DE DEUX JEUNES CONDUCTEURS.\n"
            "2009 - 2016   CHAUFFEUR CITERNE - LAITERIES KERDRAON - LOCMINE\n"
            "2004 - 2009   CONDUCTEUR DE CAR - KEOLIS ATLANTIQUE - PLOERMEL\n"
        )
    )

    assert read == [
        ("CHAUFFEUR SPL", "HALDEN TRANSPORT", "2017", "present"),
        ("CHAUFFEUR CITERNE", "LAITERIES KERDRAON", "2009", "2016"),
        ("CONDUCTEUR DE CAR", "KEOLIS ATLANTIQUE", "2004", "2009"),
    ]


def test_houses_set_larger_stand_over_posts_whose_work_has_no_list_signs() -> None:
    sheet = opened("Employment")
    for house, held in (
        (
            "Halden Group plc",
            (("Head of Audit · London", "Apr 2021 – present"), ("Audit Manager · York", "2018 – 2021")),
        ),
        ("Kerdraon Advisory", (("Audit Trainee · Leeds", "2014 – 2018"),)),
    ):
        sheet.put(house, size=12)
        for post, period in held:
            sheet.put(post, bold=True, right=period)
            sheet.put("Rewrote the plan around nine risks and led an inquiry")

    assert [row[:2] for row in entries(sheet)] == [
        ("Head of Audit", "Halden Group plc"),
        ("Audit Manager", "Halden Group plc"),
        ("Audit Trainee", "Kerdraon Advisory"),
    ]


def test_the_end_of_a_period_opens_the_next_line_of_a_text() -> None:
    sheet = opened("Experience")
    for house, start, end in (
        ("Halden News, Moorby", "May 2016 to", "January 2019"),
        ("Kerdraon FM, Leeds", "2013 to", "2016"),
    ):
        sheet.put("Reporter" if "FM" in house else "Producer", bold=True)
        sheet.put(f"{house}. {start}")
        sheet.put(f"{end}. The radio news at five, and live hits from floods.")

    assert [row[:4] for row in entries(sheet)] == [
        ("Producer", "Halden News", "2016-05", "2019-01"),
        ("Reporter", "Kerdraon FM", "2013", "2016"),
    ]


def test_a_kind_of_house_at_the_end_of_a_row_wants_its_name() -> None:
    sheet = opened()
    sheet.beside("2012 - 2017", "Agent de fabrication chez Kerdraon")
    sheet.put("Presse et parachèvement", 150)
    sheet.beside("2006 - 2012", "Manoeuvre chez entreprise")
    sheet.put("Tronoën et fils", 150)

    assert [row[:2] for row in entries(sheet)] == [
        ("Agent de fabrication", "Kerdraon"),
        ("Manoeuvre", "Tronoën et fils"),
    ]


def test_what_small_letters_in_brackets_tell_of_work_there_is_no_part_of_a_house() -> None:
    read = posts(
        "Course Lecturer, LING 330 Phonetics, Halden University (sole instructor, 48 students), 2021 - 2024",
        "Teaching Assistant, Kerdraon University, 2018 - 2021",
    )

    assert read[0][1] == "Halden University"


def test_a_lone_date_in_brackets_closes_a_head_as_periods_there_do() -> None:
    read = posts(
        "Associate, Halden LLP, London (September 2011 to April 2018). Acted in energy matters.",
        "Trainee Solicitor, Kerdraon LLP, London (September 2009 to August 2011). Seats in disputes.",
        "Marshal, The Hon. Piers Tronoën (July 2008). A fortnight beside a judge.",
    )

    assert read[-1] == ("Marshal", "The Hon. Piers Tronoën", "2008-07", "2008-07")


def test_the_sentence_behind_a_house_may_open_with_the_post() -> None:
    read = posts(
        "Halden Estate, Moorby. Gardener from September 2011 to March 2017. Terraces and topiary.",
        "Kerdraon Gardens, Leeds. Trainee from 2008 to 2011. Arboretum and nursery.",
    )

    assert [row[:2] for row in read] == [("Gardener", "Halden Estate"), ("Trainee", "Kerdraon Gardens")]
