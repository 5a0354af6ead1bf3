"""What a note is warned of beside what no field may hold: each with the text that speaks against it, and why."""

from enum import StrEnum
from typing import NamedTuple

from vivier.law.prohibited import BY_KIND, Label, ProhibitedKind


class RemarkKind(StrEnum):
    ACCENT = "accent"
    RESIDENCE = "residence"
    VULNERABILITY = "vulnerability"
    DEMEANING = "demeaning"


class Ground(NamedTuple):
    """Why a remark is warned of."""

    label: Label
    source: str
    reason: Label


_DISCRIMINATION = "Code du travail, art. L1132-1"
GROUNDS: dict[ProhibitedKind | RemarkKind, Ground] = {
    **{kind: Ground(p.label, p.source, p.reason) for kind, p in BY_KIND.items()},
    RemarkKind.ACCENT: Ground(
        Label("Accent, langue d’origine", "Accent, language of origin"),
        f"{_DISCRIMINATION} ; Code pénal, art. 225-1",
        Label(
            "Un accent dit une origine. Notez ce que le poste demande : se faire comprendre, dans quelle langue.",
            "An accent tells an origin. Note what the job asks for: to be understood, in which language.",
        ),
    ),
    RemarkKind.RESIDENCE: Ground(
        Label("Lieu de résidence", "Place of residence"),
        f"{_DISCRIMINATION} ; Code pénal, art. 225-1",
        Label(
            "L’adresse est un critère de discrimination. Notez la disponibilité, ou le trajet que la personne dit.",
            "An address is a ground of discrimination. Note availability, or the travel time the person gives.",
        ),
    ),
    RemarkKind.VULNERABILITY: Ground(
        Label("Situation économique", "Economic situation"),
        f"{_DISCRIMINATION} (vulnérabilité économique)",
        Label(
            "La précarité est un critère de discrimination.",
            "Being in need is a ground of discrimination.",
        ),
    ),
    RemarkKind.DEMEANING: Ground(
        Label("Insulte, jugement blessant", "Insult, demeaning words"),
        "RGPD, art. 5(1)(c) ; Code pénal, art. R621-2",
        Label(
            "La personne peut lire vos notes. Écrivez ce qu’elle a dit ou fait, pas ce qu’elle serait.",
            "The person may read your notes. Write what they said or did, not what they are.",
        ),
    ),
}
