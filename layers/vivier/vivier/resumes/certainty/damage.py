"""Addresses that recognition damaged or a person wrote around: mended where only one reading is possible.

What needed more than taking spaces out is never sure, so that a person looks.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR

TLDS = (
    "com|org|net|fr|io|dev|me|eu|de|ch|be|ca|uk|ie|info|tech|app|co|ai|design|pro|site|website|blog"
    "|online|studio|page|link|xyz|es|it|nl|us|lu|paris|bzh|tv|edu|gov|name|email|art|photo|photos|photography|gallery"
    "|works|media|agency|digital|cloud|codes|software|tools|space|world|consulting|academy|education|bio|cv|resume|wiki"
    "|corsica|alsace|re|quebec|brussels|london|scot|wales|cymru|berlin|africa|asia|pt|se|dk|fi|pl|cz|gr|au|nz|jp|br|mx"
    "|ma|tn|dz|sn|nc|pf|gg|fyi|press|news|ink"
)
# Lower case, as addresses are written: "De" after a full stop begins a sentence. Last labels are never followed by one.
_TLD = rf"(?:{TLDS}|example)(?![\w@-]|\.\w)"
_NAME = r"(?<![\w.@+-])[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}"
_LABELS = r"(?:[A-Za-z0-9-]{1,62}\.){0,4}[A-Za-z0-9-]{1,62}"
_FIRST = r"(?:^|(?<=[\t|:•])\s{0,3})"
_AT = r"\s?[\[({]\s?(?:at|@|a|arobase)\s?[\])}]\s?"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|point|\.)\s?[\])}]\s?)"
_LONG_HOUSES = (
    r"(?:gmail\.com|googlemail\.com|hotmail\.(?:com|fr|be|co\.uk)|outlook\.(?:com|fr|be)|yahoo\.(?:com|fr|co\.uk)"
    r"|wanadoo\.fr|laposte\.net|protonmail\.com|icloud\.com|btinternet\.com)(?![\w@-]|\.\w)"
)
_HOUSES = (
    rf"(?:{_LONG_HOUSES}|(?:orange|free|sfr|live|msn|neuf|bbox|skynet|bluewin|proton)\.(?:fr|com|be|ch|me)(?![\w@-]))"
)
_MAIL_LABEL = r"\b(?i:e-?mail|mail|courriel|m[ée]l|mel)\s{0,3}:?\s{0,3}"
_NETWORK = r"(?<![\w@.-])(?:(?:https?://)?www\.)?(?:linkedin|github|gitlab|behance)"
_HOST = r"(?<![\w@.,-])(?:https?://)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,3}"
_PATH = r"/[^\s<>()\"|,;]{1,200}"


class Address(NamedTuple):
    """`written` is what stands on the page; `confidence` the most that the value can have."""

    value: str
    written: str
    confidence: float


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str], float]

_MAIL_CUE = re.compile(
    r"[@©®&€¢]|\bat\b|arobase|[\[({]\s?a\s?[\])}]|[a-z0-9]q[a-z0-9]+\.|mail\.|outlook|yahoo|wanadoo|laposte|icloud",
    re.IGNORECASE,
)
_MAIL_RULES: tuple[_Rule, ...] = (
    # name(at)example.fr, name [at] example [dot] fr
    (
        re.compile(
            rf"({_NAME}(?:{_DOT}[A-Za-z0-9_%+-]{{1,63}}){{0,3}}){_AT}([A-Za-z0-9-]{{1,62}}(?:{_DOT}[A-Za-z0-9-]{{1,62}}){{0,4}}){_DOT}({_TLD})"
        ),
        lambda m: f"{re.sub(_DOT, '.', m[1])}@{re.sub(_DOT, '.', m[2])}.{m[3]}",
        DOUBTFUL,
    ),
    # The sign in its circle read as another
    (re.compile(rf"({_NAME})\s?[©®]\s?({_LABELS}\.{_TLD})"), lambda m: f"{m[1]}@{m[2]}", DOUBTFUL),
    # The sign read as a letter or another sign, where nothing else can be meant: before a house of mailboxes
    (
        re.compile(rf"({_NAME}?)(?<=[a-z0-9])\s?(?:[Q©®&€¢]|[\[(][Qa])\s?({_HOUSES})"),
        lambda m: f"{m[1]}@{m[2]}",
        DOUBTFUL,
    ),
    # ... or behind the word for it
    (
        re.compile(rf"{_MAIL_LABEL}({_NAME}?)(?<=[a-z0-9])[Q©®&€¢]({_LABELS}\.{_TLD})"),
        lambda m: f"{m[1]}@{m[2]}",
        DOUBTFUL,
    ),
    # The sign lost altogether
    (re.compile(rf"(?<!/)({_NAME}?)(?<=[a-z0-9])({_LONG_HOUSES})"), lambda m: f"{m[1]}@{m[2]}", DOUBTFUL),
    # A dot read as a comma, or m as rn
    (re.compile(rf"({_NAME}\s?@\s?{_LABELS}),({_TLD})"), lambda m: f"{m[1]}.{m[2]}", DOUBTFUL),
    # An address needs a dot behind the @: where there is none, the sign before the ending was one
    (re.compile(rf"({_NAME}\s?@\s?[A-Za-z0-9-]{{1,62}})[-_;:]({_TLD})"), lambda m: f"{m[1]}.{m[2]}", DOUBTFUL),
    (re.compile(rf"({_NAME}\s?@\s?{_LABELS}\.)(?:corn|c0m)\b(?![\w.-]*\.)"), lambda m: f"{m[1]}com", DOUBTFUL),
    # The dot lost: before an ending that ends the field, or within a house of mailboxes
    (
        re.compile(rf"({_NAME}\s?@\s?[A-Za-z0-9-]{{2,62}})\s(com|fr|org|net|be|ch)(?=\s*(?:$|[|•·\t–-]))"),
        lambda m: f"{m[1]}.{m[2]}",
        DOUBTFUL,
    ),
    (
        re.compile(
            rf"({_NAME}\s?@\s?(?:gmail|hotmail|outlook|yahoo|wanadoo|orange|laposte|icloud))(com|fr|net|be)(?![\w.@-])"
        ),
        lambda m: f"{m[1]}.{m[2]}",
        DOUBTFUL,
    ),
    # The sign read twice
    (re.compile(rf"({_NAME})@[@&©®]({_LABELS}\.{_TLD})"), lambda m: f"{m[1]}@{m[2]}", DOUBTFUL),
    # Spaces beside a dot
    (re.compile(rf"({_NAME}\s?@\s?{_LABELS})(?:\s\.\s?|\.\s)({_TLD})"), lambda m: f"{m[1]}.{m[2]}", FAIR),
    (
        re.compile(rf"{_FIRST}([a-z0-9_]{{1,40}}(?:\s\.\s?|\.\s)[a-z0-9_.+-]{{1,40}}\s?@\s?{_LABELS}\.{_TLD})"),
        lambda m: m[1],
        FAIR,
    ),
)
_WEB_CUE = re.compile(r"linked|github|gitlab|behance|www|\w,\w|\.\s?com", re.IGNORECASE)
_WEB_RULES: tuple[_Rule, ...] = (
    (re.compile(rf"({_NETWORK}),(com|net)((?:{_PATH})?)", re.IGNORECASE), lambda m: f"{m[1]}.{m[2]}{m[3]}", DOUBTFUL),
    (re.compile(rf"({_HOST}),({_TLD})({_PATH})"), lambda m: f"{m[1]}.{m[2]}{m[3]}", DOUBTFUL),
    (re.compile(rf"\b(www),\s?({_LABELS}\.{_TLD}(?:{_PATH})?)"), lambda m: f"{m[1]}.{m[2]}", DOUBTFUL),
    # A small l read as a capital i
    (
        re.compile(rf"(?<![\w@-])(?:[I1|]inked[iIl1|]n|linked[Il1|]n)\.com({_PATH})"),
        lambda m: f"linkedin.com{m[1]}",
        DOUBTFUL,
    ),
    (
        re.compile(r"\b(linkedin)\s?\.\s?com\s?/\s?in\s?/\s?([\w-]{3,60})", re.IGNORECASE),
        lambda m: f"linkedin.com/in/{m[2]}",
        FAIR,
    ),
    (
        re.compile(r"\b(github|gitlab)\s?\.\s?com\s?/\s?([\w-]{3,40})(?!\s?/)", re.IGNORECASE),
        lambda m: f"{m[1].lower()}.com/{m[2]}",
        FAIR,
    ),
)


def mended_addresses(text: str) -> list[Address]:
    """Mail addresses that had to be mended; whole ones are left to others."""
    return list(_mended(text, _MAIL_RULES)) if _MAIL_CUE.search(text) else []


def mended_links(text: str) -> list[Address]:
    """Web addresses that had to be mended; whole ones are left to others."""
    return list(_mended(text, _WEB_RULES)) if _WEB_CUE.search(text) else []


def _mended(text: str, rules: tuple[_Rule, ...]) -> Iterator[Address]:
    for pattern, mend, confidence in rules:
        for match in pattern.finditer(text):
            value = re.sub(r"\s", "", mend(match)).strip("'.-_")
            if value.lower() != match[0].strip().lower() and not _is_whole(match[0]):
                yield Address(value, match[0].strip(), confidence)
        text = pattern.sub(lambda match: " " * len(match[0]), text)


def _is_whole(written: str) -> bool:
    """An address that ends before the place to be mended: jean@exemple.fr, com is a list."""
    return bool(re.search(rf"@\s?{_LABELS}\.(?:{TLDS})(?:[\s,]|\.\s)", written))
