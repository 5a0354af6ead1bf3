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
    for line in textwrap.wrap(text, 100):
        sheet.put(line)
    return sheet


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
