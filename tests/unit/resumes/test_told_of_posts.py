"""What stands beside the names of a post: clients, contracts, wards, ships, numbers of a register."""

from tests.unit.resumes.test_seasons import posts

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.wording.dates import only_date
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
        ("Second mécanicien", "« Thalie »"),
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


def test_what_is_said_of_an_employer_behind_its_name_takes_nothing_from_it() -> None:
    read = posts(
        "RESPONSABLE PRODUCTION   2018 – 2024",
        "Kerdraon (agroalimentaire, 3 800 p., CA 800 M€), Brest",
        "CHEFFE D'ÉQUIPE   2013 – 2018",
        "Tronoën plc | FTSE 100 | safety technology | £1.9bn revenue",
        "CONDUCTRICE DE LIGNE   2009 – 2013",
        "Halden (volaille), Brest",
    )

    assert [row[1] for row in read] == ["Kerdraon", "Tronoën plc", "Halden"]


def test_the_show_that_one_lit_is_no_part_of_the_post() -> None:
    read = posts(
        "2023 Régisseuse lumière, « Les Fourberies », Théâtre Kerdraon, Brest",
        "2022 Régisseuse lumière, tournée Halden, Tronoën Spectacles",
    )

    assert [row[0] for row in read] == ["Régisseuse lumière", "Régisseuse lumière"]


def test_who_was_seconded_worked_where_they_were_sent() -> None:
    read = posts(
        "Policy Lead, on secondment to Halden Council, 2019 – 2021",
        "Policy Officer, Kerdraon City Council, 2014 – 2019",
    )

    assert read[0][:2] == ("Policy Lead", "Halden Council")


def test_plain_rows_that_sort_the_items_of_a_list_are_no_employers() -> None:
    read = posts(
        "Childcare",
        "- Nanny, Halden family, Clapham (2021 - present)",
        "- Nursery Assistant, Kerdraon Nursery, Balham (2019 - 2021)",
        "Hospitality",
        "- Waitress, Tronoën Pizzas, Tooting (2017 - 2019)",
    )

    assert [row[1] for row in read] == ["Halden family", "Kerdraon Nursery", "Tronoën Pizzas"]


def test_a_salon_in_brackets_is_the_employer() -> None:
    read = posts(
        "Coiffeuse (salon Kerdraon, Tours) – 2019/2022",
        "Coiffeuse (salon Tronoën, Nantes) – 2022 à aujourd'hui",
    )

    assert [row[1] for row in read] == ["salon Kerdraon", "salon Tronoën"]


def test_a_spaced_dash_parts_two_years() -> None:
    spaced, close = only_date("2009 - 11"), only_date("2009-11")

    assert spaced is not None
    assert close is not None
    assert (spaced.start, spaced.end) == ("2009", "2011")
    assert close.start == "2009-11"


def test_a_regiment_is_no_town_of_rhode_island() -> None:
    read = posts("2007-2010 : Caporale, 35e RI, Belfort", "2010-2012 : Cheffe d'équipe, Kerdraon, Brest")

    assert read[0][:2] == ("Caporale", "35e RI")


def test_an_agency_is_the_employer_where_nobody_else_is_named() -> None:
    read = posts(
        "Supply teacher via Kerdraon Recruitment (Sept 2022 – present)",
        "Teaching assistant — Halden Primary School (2019 – 2022)",
    )

    assert read[0][:2] == ("Supply teacher", "Kerdraon Recruitment")


def test_letters_may_number_posts() -> None:
    read = posts(
        "a) Catering Manager, Sodexo, 2018 - 2024",
        "",
        "b) Chef Manager, Compass Group, 2012 - 2018",
        "",
        "c) Second Chef, Halden University, 2008 - 2012",
    )

    assert [row[0] for row in read] == ["Catering Manager", "Chef Manager", "Second Chef"]


def test_a_laboratory_behind_a_post_is_where_it_was() -> None:
    read = posts(
        "Doctorante contractuelle, laboratoire KERDRAON (UR 15507), Université de Halden, 2020-2023",
        "Professeure contractuelle, lycée Tronoën, 2019-2020",
    )

    assert read[0][0] == "Doctorante contractuelle"


def test_for_whom_and_on_which_days_is_no_part_of_a_name() -> None:
    read = posts(
        "Hôtesse de vente, Kerdraon (CDI étudiant 12 h), 2022 - 2023",
        "Graphiste (clients : Tronoën, Ville de Halden), Studio Halden, 2015 - 2016",
        "Sales adviser — Halden Stores (Saturdays) — 2013 - 2015",
    )

    assert [row[:2] for row in read] == [
        ("Hôtesse de vente", "Kerdraon"),
        ("Graphiste", "Studio Halden"),
        ("Sales adviser", "Halden Stores"),
    ]
