"""What a recruiter in France and Europe must not record about a person, each with its legal source and its reason."""

from enum import StrEnum
from typing import NamedTuple


class ProhibitedKind(StrEnum):
    BIRTH_DATE = "birth_date"
    AGE = "age"
    BIRTHPLACE = "birthplace"
    NATIONALITY = "nationality"
    ORIGIN = "origin"
    FAMILY_SITUATION = "family_situation"
    GENDER = "gender"
    ORIENTATION = "orientation"
    PHOTO = "photo"
    SOCIAL_SECURITY = "social_security"
    BANK = "bank"
    RELIGION = "religion"
    HEALTH = "health"
    MEASUREMENTS = "measurements"
    POLITICS_UNION = "politics_union"
    SALARY_HISTORY = "salary_history"


class Label(NamedTuple):
    fr: str
    en: str


class Prohibited(NamedTuple):
    """One prohibited kind: what a screen calls it, the text that forbids it, and why, for a recruiter."""

    kind: ProhibitedKind
    label: Label
    source: str
    reason: Label


_DISCRIMINATION = "Code du travail, art. L1132-1"
_LINK = "Code du travail, art. L1221-6"
_SENSITIVE = "RGPD, art. 9"

PROHIBITED: tuple[Prohibited, ...] = (
    Prohibited(
        ProhibitedKind.BIRTH_DATE,
        Label("Date de naissance", "Date of birth"),
        f"{_DISCRIMINATION} ; {_LINK}",
        Label("L'âge ne peut pas peser dans un recrutement.", "Age must not weigh in hiring."),
    ),
    Prohibited(
        ProhibitedKind.AGE,
        Label("Âge", "Age"),
        _DISCRIMINATION,
        Label("L'âge ne peut pas peser dans un recrutement.", "Age must not weigh in hiring."),
    ),
    Prohibited(
        ProhibitedKind.BIRTHPLACE,
        Label("Lieu de naissance", "Place of birth"),
        f"{_DISCRIMINATION} ; {_LINK}",
        Label(
            "Il révèle une origine et n'a pas de lien avec l'emploi.",
            "It reveals an origin and has no link with the job.",
        ),
    ),
    Prohibited(
        ProhibitedKind.NATIONALITY,
        Label("Nationalité", "Nationality"),
        f"{_DISCRIMINATION} ; CNIL, guide du recrutement (2023)",
        Label(
            "Seuls « Français », « UE » ou « hors UE » et le droit de travailler se demandent.",
            "Only French, EU or non-EU and the right to work may be asked.",
        ),
    ),
    Prohibited(
        ProhibitedKind.ORIGIN,
        Label("Origine", "Origin"),
        f"{_DISCRIMINATION} ; {_SENSITIVE}",
        Label("L'origine est un critère de discrimination.", "Origin is a ground of discrimination."),
    ),
    Prohibited(
        ProhibitedKind.FAMILY_SITUATION,
        Label("Situation de famille", "Family situation"),
        f"{_DISCRIMINATION} ; {_LINK}",
        Label(
            "Ni la situation de famille, ni la grossesse ne regardent l'employeur.",
            "Neither family situation nor pregnancy is the employer's business.",
        ),
    ),
    Prohibited(
        ProhibitedKind.GENDER,
        Label("Sexe, genre", "Sex, gender"),
        f"{_DISCRIMINATION} ; Code du travail, art. L1142-1",
        Label(
            "Le sexe et l'identité de genre sont des critères de discrimination.",
            "Sex and gender identity are grounds of discrimination.",
        ),
    ),
    Prohibited(
        ProhibitedKind.ORIENTATION,
        Label("Orientation sexuelle, mœurs", "Sexual orientation, mores"),
        f"{_DISCRIMINATION} ; {_SENSITIVE}",
        Label("La vie privée n'a pas de lien avec l'emploi.", "Private life has no link with the job."),
    ),
    Prohibited(
        ProhibitedKind.PHOTO,
        Label("Photo", "Photo"),
        _DISCRIMINATION,
        Label("Une photo montre l'apparence, l'âge, l'origine.", "A photo shows appearance, age, origin."),
    ),
    Prohibited(
        ProhibitedKind.SOCIAL_SECURITY,
        Label("Numéro de sécurité sociale", "Social security number"),
        "Loi Informatique et Libertés, art. 30 ; décret 2019-341",
        Label("Il ne se demande qu'à l'embauche.", "It may be asked for on hiring only."),
    ),
    Prohibited(
        ProhibitedKind.BANK,
        Label("Coordonnées bancaires", "Bank details"),
        f"{_LINK} ; {_DISCRIMINATION}",
        Label("Elles ne se demandent qu'à l'embauche.", "They may be asked for on hiring only."),
    ),
    Prohibited(
        ProhibitedKind.RELIGION,
        Label("Religion", "Religion"),
        f"{_DISCRIMINATION} ; {_SENSITIVE}",
        Label("Les convictions religieuses sont protégées.", "Religious belief is protected."),
    ),
    Prohibited(
        ProhibitedKind.HEALTH,
        Label("Santé, handicap", "Health, disability"),
        f"{_DISCRIMINATION} ; {_SENSITIVE}",
        Label("La santé ne regarde que le médecin du travail.", "Health is for the occupational physician only."),
    ),
    Prohibited(
        ProhibitedKind.MEASUREMENTS,
        Label("Taille, poids", "Height, weight"),
        f"{_DISCRIMINATION} ; {_LINK}",
        Label(
            "L'apparence physique est un critère de discrimination.",
            "Physical appearance is a ground of discrimination.",
        ),
    ),
    Prohibited(
        ProhibitedKind.POLITICS_UNION,
        Label("Opinions politiques, syndicat, mandat", "Politics, union, mandate"),
        f"{_DISCRIMINATION} ; {_SENSITIVE} ; Code du travail, art. L2141-5",
        Label(
            "Opinions, appartenance syndicale et mandats sont protégés.",
            "Opinions, union membership and mandates are protected.",
        ),
    ),
    Prohibited(
        ProhibitedKind.SALARY_HISTORY,
        Label("Salaire passé", "Past pay"),
        "Directive (UE) 2023/970, art. 5",
        Label("On ne demande pas l'historique de rémunération.", "Pay history must not be asked for."),
    ),
)

BY_KIND: dict[ProhibitedKind, Prohibited] = {entry.kind: entry for entry in PROHIBITED}
