"""Lives told in sentences whose periods, houses and posts stand in different ones."""

from tests.unit.resumes.test_lists import entries
from tests.unit.resumes.test_prose import told


def test_the_sentences_behind_say_from_when_to_when_and_until_when() -> None:
    sheet = told(
        "J'ai débuté en 1998 comme apprenti pâtissier chez Kerdraon ; j'y suis resté jusqu'en juin 2001, au tour et au "
        "four. Puis Maître Halden, traiteur à Lorient, m'a pris comme cuisinier. Il m'a tout appris. De 2001 à 2009, "
        "j'ai fait les noces et les banquets. En 2009, la Brasserie Morvan m'a embauché en qualité de chef de partie. "
        "J'y ai tenu le poste chaud avec deux commis et un plongeur, jusqu'en 2015."
    )

    assert entries(sheet) == [
        ("apprenti pâtissier", "Kerdraon", "1998", "2001-06"),
        ("cuisinier", "Maître Halden", "2001", "2009"),
        ("chef de partie", "Brasserie Morvan", "2009", "2015"),
    ]


def test_who_served_their_time_with_a_house_was_taken_on_and_trades_under_a_name() -> None:
    sheet = told(
        "I served my time with Halden & Sons as an apprentice plumber from 1990 until 1994, mostly in cold attics. In "
        "2001 Morvan Homes took me on as site supervisor for the whole of the east. I had nine people. I left in 2012. "
        "Since June 2012 I have been self-employed, trading as Warm Front Heating, with a van and an apprentice."
    )

    assert entries(sheet) == [
        ("apprentice plumber", "Halden & Sons", "1990", "1994"),
        ("site supervisor", "Morvan Homes", "2001", "2012"),
        ("self-employed", "Warm Front Heating", "2012-06", "present"),
    ]


def test_a_break_is_not_when_the_post_behind_it_was() -> None:
    sheet = told(
        "De 2005 à 2014 j'ai été fleuriste chez Garos Fleurs, à la vente et aux mariages de tout le canton. Après un "
        "arrêt pour ma famille (2014-2016), je me suis mise à mon compte : fleuriste sous l'enseigne Pivoine et Cie, "
        "2016-2022, avec une camionnette et deux marchés par semaine."
    )

    assert entries(sheet) == [
        ("fleuriste", "Garos Fleurs", "2005", "2014"),
        ("fleuriste", "Pivoine et Cie", "2016", "2022"),
    ]
