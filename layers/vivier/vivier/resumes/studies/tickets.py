"""Tickets among studies: what lets somebody drive, lift, guard or give first aid, after days and not years."""

import re

from vivier.resumes.model import Found, FoundEducation
from vivier.resumes.text import fold

_FRENCH = (
    r"psc ?1|pse ?[12]|sst|sauveteur|afgsu|premiers secours|gestes et postures|caces|aipr|ssiap|fimo|fco|assr|bsr|haccp"
    r"|hygiene (?:alimentaire|haccp)|habilitations? (?:electriques?|[bhn]\d)|permis(?! de (?:construire|recherche))"
    r"|tosa|(?:certification )?pix"
)
_ENGLISH = (
    r"(?:(?:emergency|occupational|paediatric|pediatric|mental health) )?first aid|manual handling|safe ?pass|cscs|cpcs"
    r"|ipaf|pasma|(?:sia|psa) (?:door|licen[cs]e|badge)|food (?:hygiene|safety)"
    r"|(?:driver'?s|driving) licen[cs]e|forklift|twic|rigpass|iosh|cpr|bls|osha|servsafe|prince2"
    r"|(?:lean )?six sigma|green belt|safeguarding"
)
_TICKET = re.compile(
    r"(?:(?:certifications?|certificats?|attestations?|formations?|stages?|brevets? de secourisme|recyclage|level \d)"
    r"(?: (?:award|certificate))?(?: (?:de|en|a la|au|in))? )?"
    rf"(?:{_FRENCH}|toeic|toefl|ielts|{_ENGLISH})\b"
)
_HOURS = re.compile(r"\d{1,4} ?(?:h|heures?|hours?|jours?|days?)")


def without_tickets(studies: list[FoundEducation]) -> tuple[list[FoundEducation], list[Found]]:
    """The studies without tickets, and what these are called; all of them where there is nothing else."""
    others = [one for one in studies if not _is_ticket(one)]
    if not others:
        return studies, []
    named = [one.degree or one.institution for one in studies if _is_ticket(one)]
    return others, [name for name in named if name is not None and not _HOURS.fullmatch(fold(name.value))]


def _is_ticket(one: FoundEducation) -> bool:
    """Whether a study is a ticket, or only says how long it took, and nobody is named who taught it."""
    name = one.degree or one.institution
    if name is None or (one.degree is not None and one.institution is not None):
        return False
    return bool(_TICKET.match(fold(name.value)) or _HOURS.fullmatch(fold(name.value)))
