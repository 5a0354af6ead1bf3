"""Posts that were lost whole, and what was taken for one: careers under a summary, houses over lists, dates in text."""

import pytest
from tests.unit.resumes.test_seasons import posts
from tests.unit.resumes.test_typed_lists import told, typed

from vivier.resumes.layout.headings import heading_kind

_NAME = "Aurore Quillévéré\naurore.q@exemple.fr\n\n"


@pytest.mark.parametrize(
    "text",
    ["Expérience de travail", "Cheminement professionnel", "Derniers emplois", "Exp. professionnelles", "Logbook"],
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
