"""What stands beside an employer: clients, departments, sites, towns, and posts that nothing parts from their house."""

import pytest
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_seasons import posts

from vivier.resumes.posts.asides import bare_house, bare_post, is_within
from vivier.resumes.posts.by_case import house_and_post
from vivier.resumes.wording.labels import lists_more
from vivier.resumes.wording.opinions import place_score, title_score


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Kantéga Conseil (client : Halden)", "Kantéga Conseil"),
        ("Kerdraon (Moorby Wharf)", "Kerdraon"),
        ("Intérim (Kantéga)", "Kantéga"),
        ("en portage salarial (Kantéga)", "Kantéga"),
        ("Restaurant (Le Tronoën)", "Restaurant Le Tronoën"),
        ("Bodran Hall (Halden Trust)", "Bodran Hall (Halden Trust)"),
        ("Kantéga / Client Halden", "Kantéga"),
        ("Halden Services on behalf of Kerdraon", "Halden Services"),
        ("Kerdraon à la gare de Dijon", "Kerdraon"),
        ("Champagne Kerdraon à Urville", "Champagne Kerdraon"),
        ("Aide à Domicile", "Aide à Domicile"),
        ("Client : Halden Bank", "Halden Bank"),
    ],
)
def test_an_employer_is_named_without_what_stands_behind_its_name(text: str, bare: str) -> None:
    assert bare_house(text) == bare


def test_a_kind_of_contract_or_a_client_in_brackets_is_no_part_of_a_post() -> None:
    assert bare_post("Second de cuisine (intérim, Kantéga)") == "Second de cuisine"
    assert bare_post("Consultant (client: Halden)") == "Consultant"
    assert bare_post("Ingénieure (réseaux)") == "Ingénieure (réseaux)"


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("service d'oncologie", True),
        ("Direction de la voirie", True),
        ("Bloc opératoire", True),
        ("site Halden", True),
        ("Sports desk", True),
        ("Ward 7B", True),
        ("MV Halden Star", True),
        ("Service Express", False),
        ("Chantiers de l'Atlantique", False),
        ("Service de remplacement du Finistère", False),
        ("Halden Hospital", False),
    ],
)
def test_wards_departments_and_sites_are_told_from_houses(text: str, within: bool) -> None:
    assert is_within(text) is within


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kerdraon Bus (Rorthais) technicien de maintenance", ("Kerdraon Bus (Rorthais)", "technicien de maintenance")),
        ("Mairie de Bressuire agent technique", ("Mairie de Bressuire", "agent technique")),
        ("Vendeuse Boulangerie Kerdraon Lille", ("Vendeuse", "Boulangerie Kerdraon")),
        ("Serveur restaurant La Tronoën", ("Serveur", "restaurant La Tronoën")),
        ("Maths tutor", None),
        ("Customer Service advisor", None),
        ("Conseiller Assurance Vie", None),
        ("Responsable Logistique", None),
    ],
)
def test_a_house_and_its_post_are_parted_by_how_they_are_written(text: str, sides: tuple[str, str] | None) -> None:
    assert house_and_post(text) == sides


def test_with_leads_from_a_post_to_its_employer() -> None:
    read = posts(
        "Electrician with Kerdraon Group, Clonee",
        "June 2018 – January 2022",
        "Apprentice Electrician with Halden Engineering, Ringaskiddy",
        "September 2013 – May 2018",
    )

    assert [row[:2] for row in read] == [
        ("Electrician", "Kerdraon Group"),
        ("Apprentice Electrician", "Halden Engineering"),
    ]


def test_departments_beside_an_employer_are_no_part_of_it() -> None:
    read = posts(
        "CHU de Rennes – Service de cardiologie",
        "Infirmière",
        "Septembre 2016 – aujourd'hui",
        "Clinique Kerdraon – Bloc opératoire",
        "Infirmière de bloc",
        "Juillet 2012 – août 2016",
    )

    assert [row[:2] for row in read] == [("Infirmière", "CHU de Rennes"), ("Infirmière de bloc", "Clinique Kerdraon")]


def test_whom_a_consultant_worked_for_is_the_employer_where_no_other_is_named() -> None:
    read = posts(
        "Client: Halden Bank, Oakland, CA\tJan 2019 – Present",
        "Role: Senior Java Developer",
        "• Designed services",
        "Client: Kerdraon Health, Charlotte, NC\tMar 2016 – Dec 2018",
        "Role: Java Developer",
        "• Built services",
    )

    assert read == [
        ("Senior Java Developer", "Halden Bank", "2019-01", "present"),
        ("Java Developer", "Kerdraon Health", "2016-03", "2018-12"),
    ]
    assert lists_more("Clients : Kantéga, Halden")
    assert not lists_more("Client : Kantéga")


def test_a_client_below_the_employer_takes_nothing_from_it() -> None:
    read = posts(
        "Halden Consulting Ltd, Leeds\tJun 2014 – Feb 2017",
        "Client: Kerdraon Bank",
        "Systems Engineer",
        "• Wrote batch jobs",
        "Tronoën Software Ltd, York\tJul 2011 – May 2014",
        "Client: Kantéga",
        "Programmer Analyst",
        "• Fixed defects",
    )

    assert [row[:2] for row in read] == [
        ("Systems Engineer", "Halden Consulting Ltd"),
        ("Programmer Analyst", "Tronoën Software Ltd"),
    ]


def test_a_post_may_open_the_row_that_tells_what_was_done() -> None:
    read = posts(
        "Centre hospitalier Kerdraon, service de pneumologie, de mars 2016 à ce jour",
        "Secrétaire médicale, frappe de 35 comptes rendus par jour, agenda de 4 médecins, accueil des familles",
        "Cabinet du docteur Tronoën, cardiologue, d'octobre 2009 à février 2016",
        "Assistante, prise de rendez-vous, tiers payant, pose d'électrodes, relances d'impayés, stérilisation",
    )

    assert [row[:2] for row in read] == [
        ("Secrétaire médicale", "Centre hospitalier Kerdraon"),
        ("Assistante", "Cabinet du docteur Tronoën"),
    ]


def test_who_works_on_their_own_account_is_not_under_the_employer_above() -> None:
    read = posts(
        "2016-2023\tKerdraon Rénovation, Joinville",
        "maçon traditionnel : pierre de taille, ravalement",
        "depuis 2023\tartisan à mon compte (Tronoën Maçonnerie)",
    )

    assert [row[1] for row in read] == ["Kerdraon Rénovation", "Tronoën Maçonnerie"]


def test_both_ends_stand_behind_one_label() -> None:
    read = posts(
        "De 02/2019 à 09/2021", "Employeur : Kantéga", "Poste : Testeur", "De 10/2016 à 01/2019",
        "Employeur : Halden", "Poste : Développeur",
    )  # fmt: skip

    assert [row[2:] for row in read] == [("2019-02", "2021-09"), ("2016-10", "2019-01")]


def test_counties_and_districts_of_london_are_places() -> None:
    assert place_score("County Louth") >= 0.8
    assert place_score("London SE13") >= 0.8
    assert place_score("County Council") < 0.8


def test_a_house_called_after_its_trade_is_no_post() -> None:
    assert title_score("Halden the Chemist") < 0.5 < title_score("Assistant to the Director")


def test_chez_leads_to_an_employer_in_capitals_too() -> None:
    read = posts("2018 - 2022 : SERVEUSE CHEZ LE GRAND TRONOËN", "2015 - 2018 : BARMAID CHEZ KERDRAON BAR")

    assert [row[:2] for row in read] == [("SERVEUSE", "LE GRAND TRONOËN"), ("BARMAID", "KERDRAON BAR")]


def test_houses_of_two_words_are_led_to_by_au() -> None:
    read = posts("Hôtesse de caisse au Super U (2015-2018)", "Vendeuse à la boulangerie Kerdraon (2011-2013)")

    assert [row[:2] for row in read] == [("Hôtesse de caisse", "Super U"), ("Vendeuse", "boulangerie Kerdraon")]


def test_a_word_behind_a_comma_and_a_post_is_no_employer_where_the_row_below_names_one() -> None:
    read = posts(
        "Personnel Officer\t2005 – 2009",
        "Kerdraon Aerospace, Moorby",
        "• Recruited the shop floor",
        "Staff Assistant, Personnel\t2003 – 2005",
        "Halden Stores Ltd, Leeds",
    )

    assert [row[:2] for row in read][1] == ("Staff Assistant, Personnel", "Halden Stores Ltd")


def test_a_town_that_no_list_has_is_no_part_of_the_house_but_another_house_is() -> None:
    read = posts(
        "Technicien, Kerdraon Industries, Ploulec'h, 2018 - 2022",
        "Réalisatrice, Halden Films, Tronoën, Ville de Marseille, 2014 - 2018",
    )

    assert [row[1] for row in read] == ["Kerdraon Industries", "Halden Films, Tronoën, Ville de Marseille"]


def test_what_a_post_was_for_is_part_of_it() -> None:
    read = posts("Coordinator for Halden Schools Project, Kerdraon Trust, 2018 - 2022")

    assert read[0][:2] == ("Coordinator for Halden Schools Project", "Kerdraon Trust")


def test_a_town_that_no_list_has_stands_where_the_others_of_a_list_do() -> None:
    sheet = opened()
    for house, period, post in (
        ("Kerdraon inc., Trois-Rivières", "2017 à ce jour", "Soudeur-monteur"),
        ("Halden, Quillévère", "2011 à 2017", "Préposé à l'entretien"),
        ("Ferme Garos, Saint-Maurice", "2003 à 2008", "Ouvrier agricole"),
    ):
        sheet.put(house, right=period)
        sheet.put(post)
        sheet.put("• tours, poutres, traite")

    assert [(post, house) for post, house, *_ in entries(sheet)] == [
        ("Soudeur-monteur", "Kerdraon inc."),
        ("Préposé à l'entretien", "Halden"),
        ("Ouvrier agricole", "Ferme Garos"),
    ]


def test_a_post_opens_the_row_of_what_was_done_with_a_full_stop() -> None:
    sheet = opened()
    for house, period, done in (
        ("Halden Estates, Manchester", "May 2012 to Feb 2020", "Approved Electrician. Theatres, containment."),
        ("Kerdraon Paints, Quarrendon", "2009-2012", "Maintenance electrician. Breakdown cover, ATEX areas."),
        ("Garos Electrical, Blackburn", "2003-2009", "Apprentice electrician. Houses, schools."),
    ):
        sheet.put(house, bold=True, right=period)
        sheet.put(done)

    assert [(post, house) for post, house, *_ in entries(sheet)] == [
        ("Approved Electrician", "Halden Estates"),
        ("Maintenance electrician", "Kerdraon Paints"),
        ("Apprentice electrician", "Garos Electrical"),
    ]


def test_a_room_behind_a_post_is_none_of_its_houses() -> None:
    sheet = opened()
    for post, period, house in (
        ("Lead Educator, Toddler Room", "Sep 2019 - present", "Halden Child Care Co-operative, Leeds"),
        ("Nursery Nurse, Baby Room", "2014 - 2016", "Busy Kerdraons, Leeds"),
    ):
        sheet.put(post, bold=True, right=period)
        sheet.put(house)
        sheet.put("• program for ten")

    assert [house for _, house, *_ in entries(sheet)] == ["Halden Child Care Co-operative", "Busy Kerdraons"]
