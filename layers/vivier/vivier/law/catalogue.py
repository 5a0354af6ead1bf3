"""The catalogue of a candidate's fields. What is not in here does not exist: refused when given, dropped when read.

Legal bases name articles of the GDPR; "direct and necessary link to the job" is Code du travail L1221-6.
"""

from functools import cache
from typing import Literal

from pydantic import ConfigDict

from vivier.kernel.actor import Language
from vivier.kernel.model import Model

Basis = Literal["legitimate_interest", "pre_contract", "consent"]
TALENT_POOL_MONTHS = 24  # CNIL, guide du recrutement (2023): two years after the last contact with the person


class CatalogueField(Model):
    """One kind of information: what it is for (fr, en), on what legal basis, how long it is kept."""

    model_config = ConfigDict(frozen=True)

    name: str
    label: dict[Language, str]
    purpose: dict[Language, str]
    legal_basis: Basis = "pre_contract"
    retention_months: int = TALENT_POOL_MONTHS
    essential: bool = False
    many: bool = False


def _field(name: str, fr: str, en: str, why_fr: str, why_en: str, *, many: bool = False) -> CatalogueField:
    return CatalogueField(
        name=name,
        label={"fr": fr, "en": en},
        purpose={"fr": why_fr, "en": why_en},
        essential=name in ESSENTIAL,
        many=many,
    )


@cache
def fields() -> tuple[CatalogueField, ...]:
    """The whole catalogue, in the order that screens show. Made at its first use: most requests never ask."""
    return (
        _field("name", "Nom", "Name", "Savoir à qui l’on s’adresse", "Know whom we write to"),
        _field("emails", "E-mail", "E-mail", "Répondre à la personne", "Answer the person", many=True),
        _field("phones", "Téléphone", "Phone", "Joindre la personne", "Reach the person", many=True),
        _field("location", "Lieu", "Location", "Proposer un poste à portée", "Offer a job within reach"),
        _field(
            "links",
            "Liens",
            "Links",
            "Voir les travaux que la personne montre",
            "See the work the person shows",
            many=True,
        ),
        _field("headline", "Intitulé", "Headline", "Comprendre le métier en une ligne", "Grasp the trade in one line"),
        _field(
            "summary",
            "Présentation",
            "Summary",
            "Lire ce que la personne dit de son parcours",
            "Read how the person tells it",
        ),
        _field(
            "skills",
            "Compétences",
            "Skills",
            "Rapprocher la personne d’un poste",
            "Match the person with a job",
            many=True,
        ),
        _field(
            "languages",
            "Langues",
            "Languages",
            "Vérifier les langues que le poste demande",
            "Check what the job asks",
            many=True,
        ),
        _field(
            "licences",
            "Permis",
            "Driving licences",
            "Savoir si la personne peut conduire quand le poste le demande",
            "Know whether the person may drive where the job asks for it",
            many=True,
        ),
        _field(
            "certifications",
            "Certifications",
            "Certifications",
            "Vérifier les habilitations que le poste demande",
            "Check the certificates that the job asks for",
            many=True,
        ),
        _field(
            "publications",
            "Publications",
            "Publications",
            "Lire les travaux que la personne a publiés",
            "Read the work that the person has published",
            many=True,
        ),
        _field(
            "experience",
            "Expérience",
            "Experience",
            "Apprécier l’expérience utile au poste",
            "Weigh useful experience",
            many=True,
        ),
        _field(
            "education",
            "Formation",
            "Education",
            "Vérifier les diplômes que le poste demande",
            "Check required degrees",
            many=True,
        ),
    )


ESSENTIAL = ("name", "emails")
# What a form may ask a person for. Posts and studies come with their CV, which says them better than boxes would.
ON_A_FORM = ("name", "emails", "phones", "location", "links", "headline", "summary", "skills", "languages")
CV = "cv"  # not a field: the file that most of them are read from
EXPECTED = (*ESSENTIAL, "phones", CV)  # what is asked for unless somebody chooses: essential, or how to go on


def missing(known: set[str]) -> list[str]:
    """Names of the essential fields that are not among the known ones, in catalogue order."""
    return [name for name in ESSENTIAL if name not in known]


def field(name: str) -> CatalogueField:
    """One field of the catalogue by its name."""
    return next(f for f in fields() if f.name == name)
