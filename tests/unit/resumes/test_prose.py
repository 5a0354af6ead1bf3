"""Lives told in sentences, French and English."""

import textwrap

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile
from tests.unit.resumes.test_typed import studies


def told(text: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20)
    sheet.put("maud@exemple.fr")
    sheet.y += 10
    put_text(sheet, text)
    return sheet


def put_text(sheet: Sheet, text: str) -> None:
    for line in textwrap.wrap(text, 100):
        sheet.put(line)


def test_posts_studies_and_languages_of_a_life_told_in_english() -> None:
    sheet = told(
        "My working life began behind a bar. In 1999 I joined Halden Breweries as junior buyer and stayed until 2004, "
        "learning hops from people who had grown them. From 2004 to 2011 I was a purchasing manager at Garos Foods in "
        "Hull: flour, oil, and one memorable winter without sugar. I then moved to Kantéga, where I worked as head of "
        "procurement from 2011 to 2019. Since 2019 I have been an independent consultant for the Quarrendon Trust, "
        "which buys for forty schools. I took a BSc in Botany at the University of Reading in 1998 and a certificate "
        "in purchasing from Halden College in 2003. I speak French and some Italian, mostly to suppliers."
    )

    assert entries(sheet) == [
        ("junior buyer", "Halden Breweries", "1999", "2004"),
        ("purchasing manager", "Garos Foods", "2004", "2011"),
        ("head of procurement", "Kantéga", "2011", "2019"),
        ("independent consultant", "Quarrendon Trust", "2019", "present"),
    ]
    assert studies(sheet) == [
        ("BSc in Botany", "University of Reading", "1998"),
        ("certificate in purchasing", "Halden College", "2003"),
    ]
    assert [language.value for language in profile(sheet).languages] == ["French", "Italian"]


def test_posts_and_studies_of_a_life_told_in_french() -> None:
    sheet = told(
        "Après un BTS viticulture-œnologie obtenu en 1995 au lycée viticole d’Halden, j’ai préparé à l’Université de "
        "Bordeaux le diplôme national d’œnologue, reçu en 1998. De 1998 à 2003, j’ai été adjoint au maître de chai au "
        "Château de Kerdraon-Vieux : douze hectares, des caves de tuffeau et un patron qui goûtait tout. Le Domaine de "
        "la Fougère m’a ensuite confié ses cuves ; j’y fus maître de chai de 2003 à 2011, le temps de replanter le "
        "chenin. Depuis 2011, je suis directeur d’exploitation des Caves Garos-Tessier. En 2014, j’ai été recruté "
        "comme expert par le Centre agricole de Kantéga, que j’ai quitté en 2020. Je parle allemand aux tonneliers."
    )

    assert entries(sheet) == [
        ("adjoint au maître de chai", "Château de Kerdraon-Vieux", "1998", "2003"),
        ("maître de chai", "Domaine de la Fougère", "2003", "2011"),
        ("directeur d’exploitation", "Caves Garos-Tessier", "2011", "present"),
        ("expert", "Centre agricole de Kantéga", "2014", "2020"),
    ]
    assert studies(sheet) == [
        ("BTS viticulture-œnologie", "lycée viticole d’Halden", "1995"),
        ("diplôme national d’œnologue", "Université de Bordeaux", "1998"),
    ]
    assert [language.value for language in profile(sheet).languages] == ["Allemand"]


def test_who_took_somebody_on_is_where_they_remain() -> None:
    sheet = told(
        "I began as a trainee gardener at Kantega Botanic Garden in York, between 1998 and 2001, after leaving Askham "
        "College with a diploma in horticulture (1998). In March 2009 Halden Hall took me on as head gardener, and "
        "there I remain. My languages are English and, after a winter in Lyon, passable French."
    )

    assert entries(sheet) == [
        ("trainee gardener", "Kantega Botanic Garden", "1998", "2001"),
        ("head gardener", "Halden Hall", "2009-03", "present"),
    ]
    assert studies(sheet) == [("diploma in horticulture", "Askham College", "1998")]
    assert [language.value for language in profile(sheet).languages] == ["English", "French"]


def test_a_house_written_small_is_one_behind_a_preposition() -> None:
    sheet = told(
        "De 2007 à 2013, j’ai travaillé pour la biscuiterie Kerdraon en tant que conductrice de ligne, la nuit. "
        "Depuis septembre 2013, je suis cheffe d’équipe chez Garos Conserves, avec douze personnes et deux lignes."
    )

    assert entries(sheet) == [
        ("conductrice de ligne", "biscuiterie Kerdraon", "2007", "2013"),
        ("cheffe d’équipe", "Garos Conserves", "2013-09", "present"),
    ]


def test_sentences_below_posts_of_a_list_are_no_posts() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(title, bold=True, right=period)
        sheet.put(employer)
        sheet.put("J’y ai travaillé comme formatrice pour Halden Jardins en 2018, à la demande de toute la direction.")
        sheet.put("J’ai aussi été jardinière au Domaine Garos de 2016 à 2017, avec douze personnes et trois chevaux.")

    assert entries(sheet) == EXPECTED


def of_paragraphs(*paragraphs: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Maud Ashdown", size=20)
    sheet.put("maud@exemple.fr | 06 39 98 44 90")
    for heading, text in zip(("Experience", "Formation"), paragraphs, strict=False):
        sheet.y += 10
        sheet.put(heading, size=13, bold=True)
        put_text(sheet, text)
    return sheet


def test_a_house_named_right_before_what_one_did_there_is_its_employer() -> None:
    sheet = of_paragraphs(
        "Garos Abbey, Halden. I have been Senior Gardener here since February 2017, looking after the garden. "
        "Maison de retraite Bethlehem. Between 2012 and 2017 I was propagator, raising many plants a season. "
        "Halden City Council. I joined as apprentice gardener in 2009 and left in 2012 having mown most of the park. "
        "Next plc, Ryme. Payroll clerk, 2001 to 2006."
    )

    assert entries(sheet) == [
        ("Senior Gardener", "Garos Abbey, Halden", "2017-02", "present"),
        ("propagator", "Maison de retraite Bethlehem", "2012", "2017"),
        ("apprentice gardener", "Halden City Council", "2009", "2012"),
        ("Payroll clerk", "Next plc, Ryme", "2001", "2006"),
    ]


def test_who_is_still_there_goes_on_and_who_was_employed_by_a_house_worked_there() -> None:
    sheet = of_paragraphs(
        "De 1999 à 2008, l'étude Morin & Garos, à Châtellerault, m'a employée en qualité de clerc rédacteur ; je "
        "rédigeais les ventes. J'ai rejoint en 2010 l'office notarial du Pilori, à Poitiers. J'y suis encore "
        "aujourd'hui, notaire assistante chargée des successions. Entre 1994 et 1999, j'ai travaillé à l'atelier "
        "Bois & Halden en tant qu'ébéniste restauratrice.",
        "Le diplôme de premier clerc m'a été remis par l'école de notariat de Poitiers en 1999. J'avais obtenu une "
        "licence en droit à l'université de Poitiers en 1993.",
    )

    assert entries(sheet) == [
        ("clerc rédacteur", "étude Morin & Garos", "1999", "2008"),
        ("notaire assistante", "office notarial du Pilori", "2010", "present"),
        ("ébéniste restauratrice", "atelier Bois & Halden", "1994", "1999"),
    ]
    assert studies(sheet) == [
        ("diplôme de premier clerc", "école de notariat de Poitiers", "1999"),
        ("licence en droit", "université de Poitiers", "1993"),
    ]


def test_a_post_told_with_its_beginning_ends_where_the_sentence_or_the_next_says_so() -> None:
    sheet = of_paragraphs(
        "Je suis entrée à la SNCF en 1996 comme agente de vente à la gare de Colmar ; j'y suis restée jusqu'en 2004. "
        "In 2005 I moved to Halden Radio as a broadcast assistant, leaving in 2015 as producer. I joined Garos Abbey "
        "as verger in 2016 and I am still here, now as head verger, looking after a team of five."
    )

    assert entries(sheet) == [
        ("agente de vente", "SNCF", "1996", "2004"),
        ("broadcast assistant", "Halden Radio", "2005", "2015"),
        ("head verger", "Garos Abbey", "2016", "present"),
    ]
