"""Where a sentence says that somebody lives."""

import re

from vivier.resumes.layout.lines import Row
from vivier.resumes.wording.opinions import school_score

_EARLY = 14
# "Lives and works in Glasgow", "né à Dakar, vit à Lille".
_SMALL = r"(?:(?:sur|sous|en|le|la|les|de|du|upon|on|of|the)(?=[\s-][A-ZÀ-Ý]))"
_LIVES = re.compile(
    r"\b(?i:lives?(?:\sand\sworks?)?\sin|living\sin|based\s(?:in|near)|vi[ts]\s(?:et\stravaille\s)?[àa]|habite(?:\s[àa])?"
    r"|r[ée]sid(?:e|ante?)\s[àa]|install[ée]e?\s[àa]|bas[ée]e?\s[àa]|domicili[ée]e?\s[àa])\s"
    rf"((?:L[ae]s?\s|L['’])?[A-ZÀ-Ý][\w'’-]+(?:\s(?:[A-ZÀ-Ý][\w'’-]+|{_SMALL}))*(?:,\s[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?)?)"
)


def told_to_live(rows: list[Row]) -> tuple[float, str, Row] | None:
    """The place that a sentence says somebody lives in."""
    for row in rows[:_EARLY]:
        match = _LIVES.search(row.plain)
        if match and "▮" not in match[1] and school_score(match[1]) < 0.8:
            return 0.7, match[1].strip(" ,."), row
    return None
