"""Notes about people: what is warned about, and what is not."""

import pytest

from vivier.law import remarks
from vivier.law.prohibited import ProhibitedKind as Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elle a 34 ans, très motivée", Kind.AGE),
        ("A 52 ans, c'est un profil posé", Kind.AGE),
        ("He is 45 years old", Kind.AGE),
        ("Trop vieux pour l’équipe", Kind.AGE),
        ("A deux enfants en bas âge", Kind.FAMILY_SITUATION),
        ("She has two kids", Kind.FAMILY_SITUATION),
        ("Elle est enceinte", Kind.FAMILY_SITUATION),
        ("Profil intéressant mais handicapé", Kind.HEALTH),
        ("Il est gay", Kind.ORIENTATION),
        ("Musulmane pratiquante", Kind.RELIGION),
        ("D’origine maghrébine je crois", Kind.ORIGIN),
        ("Il est marocain", Kind.ORIGIN),
        ("Syndiqué, attention", Kind.POLITICS_UNION),
        ("Plutôt jolie", Kind.MEASUREMENTS),
        ("Pas mal pour une femme", Kind.GENDER),
        ("Son salaire actuel est de 40 k€", Kind.SALARY_HISTORY),
        ("Née le 12/03/1990", Kind.BIRTH_DATE),
    ],
)
def test_a_prohibited_criterion_is_seen(text: str, kind: Kind) -> None:
    assert kind in {hit.kind for hit in remarks.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "10 ans d'expérience en recrutement",
        "Has 12 years of experience with Python",
        "Disponible dans deux mois, préavis de trois mois",
        "A encadré deux équipes de cinq personnes",
        "Très bonne maîtrise de Kubernetes et d'AWS",
        "Souhaite rester à Nantes, permis B",
        "Prétentions : 45 k€, télétravail deux jours",
        "Rappeler mardi 12 à 14 h",
        "Two-year-old company, small team",
    ],
)
def test_ordinary_remarks_are_left_alone(text: str) -> None:
    assert remarks.find(text) == []
