"""What in a note looks like a prohibited criterion. Words about a person, not a CV: "elle a 34 ans", "two kids".

It only warns; the author decides. So it may be wider than what `recognition` drops from a document, which it includes.
One pattern a line, however long: cut in pieces they could not be compared with each other.
"""
# ruff: noqa: E501

import re
from functools import cache

from vivier.law import recognition
from vivier.law.prohibited import ProhibitedKind as Kind
from vivier.law.recognition import Hit

_NUMBER = r"(?:un|une|deux|trois|quatre|cinq|six|one|two|three|four|five|six|\d{1,2})"
_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.AGE,
        r"(?:a|is|aged|âgée?|avoir|de)\s(?:environ\s|about\s)?\d{2}\s?(?:ans|years?(?:\sold)?)\b(?!\sd['’]exp|\sof)",
    ),
    (Kind.AGE, r"\b(?:trop|assez|plut[oô]t|too|quite|rather)\s(?:vieux|vieille|jeune|[âa]gée?|old|young)\b"),
    (Kind.AGE, r"\b(?:proche de la retraite|close to retirement|senior de \d{2} ans)\b"),
    (
        Kind.FAMILY_SITUATION,
        rf"\b{_NUMBER}\s(?:jeunes?\s|petite?s?\s|young\s|small\s)?(?:enfants?|kids?|children|child|filles|fils|bébés?)\b",
    ),
    (Kind.FAMILY_SITUATION, r"\b(?:enceinte|pregnant|grossesse|congé (?:maternité|parental)|maternity leave)\b"),
    (
        Kind.FAMILY_SITUATION,
        r"\b(?:divorcée?|célibataire|veuve?|mariée?\b(?! à l)|divorced|widowed|single (?:mother|father|parent))\b",
    ),
    (
        Kind.HEALTH,
        r"\b(?:handicapée?s?|handicap|RQTH|maladie|malade|dépressi(?:on|f|ve)|burn[- ]?out|cancer|disabled|disability|depressed|illness)\b",
    ),
    (
        Kind.ORIENTATION,
        r"\b(?:gay|lesbienne?|homosexuel(?:le)?|bisexuel(?:le)?|hétéro(?:sexuel(?:le)?)?|homosexual|lesbian|transgenre|transgender)\b",
    ),
    (
        Kind.RELIGION,
        r"\b(?:musulmane?|juive?|juif|chrétien(?:ne)?|catholique|protestante?|bouddhiste|voilée?|voile|ramadan|muslim|jewish|christian|hindu|headscarf|hijab)\b",
    ),
    (
        Kind.ORIGIN,
        r"\b(?:maghrébine?|arabe|africaine?|noire?\b(?=\s|$|[.,;])|asiatique|rom|gitane?|marocaine?|algérien(?:ne)?|tunisien(?:ne)?|sénégalaise?|african|arab|asian|immigrée?|immigrant|étrang[eè]re?)\b(?!\s(?:market|marché))",
    ),
    (
        Kind.ORIGIN,
        r"\b(?:d['’]origine|of)\s(?:\w+\s)?(?:étrangère|maghrébine|africaine|asiatique|foreign origin|african origin|asian origin)\b",
    ),
    (
        Kind.POLITICS_UNION,
        r"\b(?:syndiquée?|syndicaliste|délégué(?:e)? syndical(?:e)?|militante?|trade[- ]union(?:ist)?|union member|élue? (?:local|municipal)e?)\b",
    ),
    (
        Kind.MEASUREMENTS,
        r"\b(?:grosse?|obèse|maigre|jolie?|moche|belle|beau gosse|overweight|obese|pretty|ugly|good[- ]looking)\b",
    ),
    (Kind.GENDER, r"\b(?:pour une femme|pour un homme|for a woman|for a man)\b"),
    (
        Kind.SALARY_HISTORY,
        r"\b(?:salaire actuel|gagne actuellement|gagnait|salaire précédent|current salary|used to earn|previous salary)\b",
    ),
)


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)


def find(text: str) -> list[Hit]:
    """The spans to warn about, in order, not overlapping."""
    hits = recognition.find(text)
    hits += [Hit(kind, m.start(), m.end()) for kind, pattern in _patterns() for m in pattern.finditer(text)]
    apart: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not apart or hit.start >= apart[-1].end:
            apart.append(hit)
    return apart
