"""Studies and posts as CVs of French-speaking countries put them."""

import pytest
from tests.unit.resumes.test_francophone import posts, studies


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Licence Pro Logistique (IUT de Tambéla, 2015)", "DUT GLT (IUT de Tambéla, 2014)"),
            [("Licence Pro Logistique", "IUT de Tambéla"), ("DUT GLT", "IUT de Tambéla")],
        ),
        (
            ("Université de Tambéla", "Master MEEF 1er degré, 2019", "Licence de Lettres, 2017"),
            [("Master MEEF 1er degré", "Université de Tambéla"), ("Licence de Lettres", "Université de Tambéla")],
        ),
        (
            (
                "Juin 2014 : obtention du Baccalauréat L au lycée Vidal avec mention Bien",
                "Juin 2011 : obtention du Brevet des collèges",
            ),
            [("Baccalauréat L", "lycée Vidal"), ("Brevet des collèges", None)],
        ),
        (
            ("2005 – Titre Pro Développeur web, AFPA", "2003 – Maîtrise de Chimie, Université Claude Vidal"),
            [("Titre Pro Développeur web", "AFPA"), ("Maîtrise de Chimie", "Université Claude Vidal")],
        ),
    ],
)
def test_studies_as_french_cvs_put_them(lines: tuple[str, ...], expected: list[tuple[str | None, ...]]) -> None:
    assert [row[:2] for row in studies(*lines)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "Serveuse au restaurant Le Cardinal, Tours (juillet-août 2018)",
                "Femme de chambre à l'hôtel Vidal, Tours (été 2017)",
            ),
            [("Serveuse", "restaurant Le Cardinal"), ("Femme de chambre", "hôtel Vidal")],
        ),
        (
            (
                "De 2015 à 2019 : j'ai travaillé comme vendeuse chez Kantéga à Tours",
                "De 2012 à 2015 : j'ai travaillé comme caissière chez Kalimba à Tours",
            ),
            [("vendeuse", "Kantéga"), ("caissière", "Kalimba")],
        ),
        (
            (
                "Mission intérim Adecco : préparateur de commandes (mars à juin 2021)",
                "Mission intérim Manpower : cariste (janvier à mars 2020)",
            ),
            [("préparateur de commandes", "Adecco"), ("cariste", "Manpower")],
        ),
        (
            ("Ingénieure qualité, Danone, Évians, mars-août 2020", "Technicienne, Danone, Sallanche, été 2019"),
            [("Ingénieure qualité", "Danone"), ("Technicienne", "Danone")],
        ),
    ],
)
def test_posts_as_french_cvs_put_them(lines: tuple[str, ...], expected: list[tuple[str | None, ...]]) -> None:
    assert [row[:2] for row in posts(*lines)] == expected
