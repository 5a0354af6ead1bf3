"""The guided fields of a call's and an interview's report, until a stage has its own.

Each asks for what was said and for how it bears on the job, never for what the person is.
"""

from typing import Literal

from vivier.hiring.base import Words
from vivier.hiring.stages import Question

Report = Literal["call", "interview"]


def _ask(identifier: str, fr: str, en: str, kind: Literal["text", "long_text", "yes_no"] = "long_text") -> Question:
    return Question(id=identifier, label=Words(fr=fr, en=en), kind=kind)


DEFAULTS: dict[Report, list[Question]] = {
    "call": [
        _ask("motivation", "Ce que la personne cherche", "What the person looks for"),
        _ask("experience", "Expérience en lien avec le poste", "Experience that bears on the job"),
        _ask("availability", "Disponibilité, préavis", "Availability, notice", "text"),
        _ask("pay_wanted", "Rémunération souhaitée", "Pay they hope for", "text"),
        _ask("questions", "Questions posées par la personne", "Questions the person asked"),
        _ask("next_step", "Suite convenue", "What was agreed next", "text"),
    ],
    "interview": [
        _ask("covered", "Sujets abordés", "What was covered"),
        _ask("examples", "Exemples donnés par la personne", "Examples the person gave"),
        _ask("strengths", "Points forts au regard du poste", "Strengths, seen from the job"),
        _ask("open_points", "Points à approfondir", "What remains to be clarified"),
        _ask("told", "Ce qui a été dit du poste et de la suite", "What was said of the job and the next steps"),
        _ask("go_on", "Poursuivre", "Go on", "yes_no"),
    ],
}
