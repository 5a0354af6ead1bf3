import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivier.law.prohibited import BY_KIND, PROHIBITED, ProhibitedKind
from vivier.law.recognition import MASK, find, masked

PROHIBITED_TEXTS = {
    "Né le 12/03/1990": "birth_date",
    "Née en 1990": "birth_date",
    "Date de naissance : 12 mars 1990": "birth_date",
    "DOB: 12/03/1990": "birth_date",
    "Born on 12 March 1990": "birth_date",
    "34 ans": "age",
    "Âge : 28 ans": "age",
    "Age : 25ans": "age",
    "Age;23": "age",
    "Natif de Bamako le 3/4/1990": "birth_date",
    "28 years old": "age",
    "Lieu de naissance : Lyon": "birthplace",
    "Born in Paris": "birthplace",
    "Nationalité française": "nationality",
    "Nationality: British": "nationality",
    "French citizen": "nationality",
    "citoyenneté canadienne": "nationality",
    "IVOIRIENNE": "nationality",
    "Sénégalaise": "nationality",
    "Béninois": "nationality",
    "Ethnie : Bambara": "origin",
    "Groupe ethnique : Peul": "origin",
    "marié, 2 enfants": "family_situation",
    "Célibataire": "family_situation",
    "Marié(e), deux enfants": "family_situation",
    "Nom de jeune fille : Dupont": "family_situation",
    "Épouse DIALLO": "family_situation",
    "Marital status: Married": "family_situation",
    "Single": "family_situation",
    "Mother of two": "family_situation",
    "Sexe : F": "gender",
    "She/her": "gender",
    "N° de sécurité sociale : 185057800608436": "social_security",
    "1 85 05 78 006 084 36": "social_security",
    "IBAN FR76 3000 6000 0112 3456 7890 189": "bank",
    "Religion : catholique": "religion",
    "RQTH": "health",
    "Taille : 1m75": "measurements",
    "Militant CGT": "politics_union",
    "Délégué syndical CFDT": "politics_union",
    "Salaire actuel : 45 k€ brut": "salary_history",
}

ALLOWED_TEXTS = [
    "10 ans d'expérience",
    "Avec 20 ans d'expérience",
    "Permis B, véhicule personnel",
    "Marie Dupont",
    "single page application",
    "Garde de 2 enfants âgés de 3 et 5 ans",
    "Négociations avec les délégués syndicaux",
    "Taille de l'équipe : 12",
    "06 39 98 12 34",
    "société née en 2012",
    "Droit de la nationalité",
    "Institut Catholique de Paris",
    "EU citizen",
    "Genève, Suisse",
    "Langue\tFrançaise",
    "Français",
    "Cuisine : marocaine, libanaise",
    "Âgée de 3 mois",
    "Groupe Casino",
    "Traiteur libanais",
    "2016 – 2019",
    "Swift : Combine, UIKit",
]


@pytest.mark.parametrize(("text", "kind"), PROHIBITED_TEXTS.items())
def test_a_prohibited_fact_is_recognised_by_its_kind(text: str, kind: str) -> None:
    assert kind in {hit.kind.value for hit in find(text)}


@pytest.mark.parametrize("text", ALLOWED_TEXTS)
def test_what_only_looks_prohibited_is_left_alone(text: str) -> None:
    assert find(text) == []


def test_a_bare_age_in_a_description_of_work_is_none() -> None:
    assert find("Animation d'un club, 34 ans, deux salles", personal=False) == []


def test_an_age_that_is_all_of_a_cell_is_one_in_any_section() -> None:
    [alone] = find("Lycée agricole\n34 ans\nBTS", personal=False)
    [before] = find("34 ans\tAtelier", personal=False)

    assert (alone.start, alone.end) == (15, 21)
    assert (before.start, before.end) == (0, 6)
    assert find("Boutique\n8 ans\nVendeuse", personal=False) == []


def test_how_long_a_post_was_is_no_age_where_a_year_stands_beside_it() -> None:
    assert find("2001 – 2019\t18 ans\tBoulangère", personal=False) == []


def test_a_nationality_between_other_facts_of_a_person_is_one() -> None:
    assert {hit.kind.value for hit in find("Née le 2 août 1994 à Bouaké, ivoirienne, célibataire")} >= {"nationality"}
    assert {hit.kind.value for hit in find("Né le 7.11.1971 – belge – divorcé")} >= {"nationality"}


def test_a_date_before_an_age_in_brackets_is_that_of_birth() -> None:
    assert [hit.kind.value for hit in find("26 septembre 2004 (21 ans)")] == ["birth_date", "age"]


def test_an_engagement_in_a_list_of_skills_is_of_the_family() -> None:
    assert [hit.kind.value for hit in find("❖ Fiancé\nJava", personal=False)] == ["family_situation"]


def test_a_fact_that_goes_over_two_lines_is_masked_whole() -> None:
    assert "1990" not in masked("Date de naissance :\n12 mars\n1990")


def test_every_kind_has_its_law_and_its_words() -> None:
    assert {entry.kind for entry in PROHIBITED} == set(ProhibitedKind)
    assert all(BY_KIND[kind].source and BY_KIND[kind].label.fr and BY_KIND[kind].reason.en for kind in ProhibitedKind)


@given(st.sampled_from(sorted(PROHIBITED_TEXTS)), st.sampled_from(["", "Jeanne Roche", "Permis B"]))
def test_masking_leaves_no_letter_of_a_fact_between_other_lines(fact: str, neighbour: str) -> None:
    text = f"{neighbour}\n{fact}\n{neighbour}"

    result = masked(text)

    digits = re.findall(r"\d{2,}", fact)
    assert not any(number in result for number in digits)
    assert MASK in result
    assert len(result) == len(text)


@given(st.text(max_size=300))
def test_masking_keeps_lengths_and_never_fails(text: str) -> None:
    assert len(masked(text)) == len(text)
