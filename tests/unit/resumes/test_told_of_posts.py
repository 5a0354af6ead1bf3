"""What stands beside the names of a post: clients, contracts, wards, ships, numbers of a register."""

from tests.unit.resumes.test_seasons import posts

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.wording.opinions import describes_employer, employer_score, title_score
from vivier.resumes.wording.tasks import task_score


def test_who_lists_clients_under_a_post_is_not_employed_by_them() -> None:
    read = posts(
        "Traductrice indépendante – depuis 2011",
        "Clients : Éditions Kerdraon, Tronoën, Halden International",
        "Traductrice – Halden Traductions – 2008 à 2011",
        "Principaux chantiers : tramway de Brest (2009-2010), lycée Tronoën",
        "Lectrice – University of Leeds – 2006-2008",
    )

    assert read == [
        ("Traductrice indépendante", None, "2011", "present"),
        ("Traductrice", "Halden Traductions", "2008", "2011"),
        ("Lectrice", "University of Leeds", "2006", "2008"),
    ]


def test_a_contract_in_brackets_is_no_part_of_the_employer() -> None:
    read = posts(
        "Agente de quai, Kerdraon, Nantes (CDD), 2019 - 2021", "Contrat aidé - ATSEM - École Halden - 2015/2017"
    )

    assert read == [("Agente de quai", "Kerdraon", "2019", "2021"), ("ATSEM", "École Halden", "2015", "2017")]


def test_who_works_aboard_works_for_the_ship() -> None:
    read = posts(
        "2021 - 2023 : Second mécanicien à bord du « Thalie » (Kerdraon)",
        "2017 - 2021 : Deckhand aboard MV Halden Star",
    )

    assert [row[:2] for row in read] == [
        ("Second mécanicien", "« Thalie » (Kerdraon)"),
        ("Deckhand", "MV Halden Star"),
    ]


def test_an_association_is_parted_from_what_one_is_there() -> None:
    read = posts("Présidente de l'association Les Hirondelles, 2019 - 2022", "Gérante, Kerdraon, 2016 - 2019")

    assert read[0] == ("Présidente", "association Les Hirondelles", "2019", "2022")


def test_the_wards_of_one_house_have_times_of_their_own() -> None:
    read = posts(
        "Hospices de Halden   2014 – 2024",
        "Hôpital Tronoën, pavillon N : infirmière de bloc (2019 – 2024)",
        "Hôpital Kerdraon, réveil : infirmière (2014 – 2019)",
        "Clinique du Parc   2012 – 2014",
        "Infirmière",
    )

    assert [(row[0], *row[2:]) for row in read] == [
        ("infirmière de bloc", "2019", "2024"),
        ("infirmière", "2014", "2019"),
        ("Infirmière", "2012", "2014"),
    ]


def test_numbers_of_a_register_do_not_make_a_sentence_of_a_row() -> None:
    read = posts(
        "Comptable – SARL Kerdraon (NAF 4752B, 35 salariés, SIRET 512 345 678 00012, Brest) – 04/2016 à 09/2024",
        "Aide-comptable – Cabinet Tronoën (NAF 6920Z) – 10/2012 à 03/2016",
    )

    assert read == [
        ("Comptable", "SARL Kerdraon", "2016-04", "2024-09"),
        ("Aide-comptable", "Cabinet Tronoën", "2012-10", "2016-03"),
    ]
    assert describes_employer("350 p.")


def test_a_date_in_brackets_before_a_colon_is_the_posts() -> None:
    read = posts(
        "Juillet-août 2024 : agente d'accueil, camping Kerdraon",
        "Stage de 3e (décembre 2020, 1 semaine) : pharmacie Tronoën, Brest",
        "Depuis 2022 : garde d'enfants, famille Halden",
    )

    assert read[1] == ("Stage de 3e", "pharmacie Tronoën", "2020-12", "2020-12")


def test_a_year_on_a_row_of_its_own_counts_among_periods_that_open_theirs() -> None:
    read = posts(
        "KERDRAON – Hôtesse de caisse",
        "2009 / 2021 – Brest",
        "MAIRIE DE HALDEN – Agente d'état civil",
        "2008",
        "TRONOËN – Employée polyvalente",
        "2004 / 2008 – Brest",
    )

    assert read[1] == ("Agente d'état civil", "MAIRIE DE HALDEN", "2008", "2008")


def test_a_trade_in_the_plural_behind_a_name_is_a_house() -> None:
    assert employer_score("JTL Contractors") > 0.8 > 0.4 > title_score("JTL Contractors")
    assert title_score("Business Analysts") > 0.6


def test_bodies_called_after_what_they_do_are_no_tasks() -> None:
    for body in ("Mission locale du Pays de Lorient", "Direction départementale des territoires", "Protection civile"):
        assert employer_score(body) > 0.8
        assert task_score(body) == 0


def test_lists_are_headed_by_their_trade() -> None:
    assert heading_kind("Expérience soignante") == "experience"
    assert heading_kind("Driving jobs") == "experience"
    assert heading_kind("Sea service") == "experience"
    assert heading_kind("User experience") is None
    assert heading_kind("Gouvernante générale") is None
