"""Single dates in a folded text, French and English: what each says and where; `dates.py` makes periods of them.

A value is "YYYY", "YYYY-MM", "-MM" (a month without its year), "present", or "?" (a year that is masked: "20XX").
"""

import re
from typing import NamedTuple

PRESENT = "present"
MASKED = "?"

_MONTHS = {
    1: "janvier janv january jan jan",
    2: "fevrier fevr fev february feb",
    3: "mars march mar",
    4: "avril avr april apr",
    5: "mai may",
    6: "juin june jun",
    7: "juillet juil july jul jui",
    8: "aout august aug aou",
    9: "septembre sept sep september",
    10: "octobre oct october",
    11: "novembre nov november",
    12: "decembre dec december",
}
MONTH_OF = {
    word[:size]: number
    for number, words in _MONTHS.items()
    for word in words.split()
    for size in range(3, len(word) + 1)
    if word[:size] not in ("marc", "jui", "ma")
}
_MONTH_WORD = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + ")"
MONTH = _MONTH_WORD + r"\b\.?"
YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
SEASON = (
    r"(?:springs?|summers?|autumns?|falls?|winters?|printemps|etes?|automnes?|hivers?|(?:ski\s)?(?:saisons?|seasons?)(?:\sski)?"
    r"|holidays?|rentree|michaelmas|hilary|trinity|lent|easter|vendanges?|moissons?|recoltes?|harvests?|christmas|xmas|noel"
    r"|paques|toussaint)"
)
_TERM = r"(?:semest(?:er|re)s?|trimest(?:er|re)s?|terms?|quarters?)"
_SCHOOL_YEAR = r"(?:(?:academic|school|fiscal)\syears?|ay|annees?(?:\s(?:scolaires?|universitaires?|academiques?))?)"
VAGUE = (
    rf"(?:(?:jui|debut|fin|mi|courant|early|late|mid|circa|ca|vers|environ|{SEASON}(?:\s{_TERM})?|{_SCHOOL_YEAR}|[qts][1-4]"
    rf"|(?:[1-4](?:er|e|eme|st|nd|rd|th)?|first|second|third|premier|deuxieme)\s{_TERM})\.?(?:\s?,\s|[\s:/-]{{0,2}})(?:de\s|of\s|d')?)"
)
# What ends a year or "present": a tool may set the duration right behind it, "Nov 20173 years".
_END = r"(?:\b|(?=\d{1,2}\s?(?:years?|yrs?|months?|mos?|ans?|mois)\b))"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?:0?[1-9]|1[0-2])"
# "Heathrow Terminal 5 - 2020" is no May: behind a word, what a spaced dash parts from the year is of a name.
_NOT_OF_NAME = rf"(?!(?<=[a-z]{{2}}\s)(?<!\bd[eu]\s)(?<!\bau\s)(?<!\bto\s)(?<!\bfrom\s){_NUMBER}\s-\s)"
# Words that mean today behind a dash only: "2019 - date"; but "2019 près de Lyon".
_STILL = (
    r"(?:running|live|under\s?way|(?:still\s)?in\s(?:post|office|place|charge)|and\scounting|(?:still|toujours)"
    r"|still\s(?:going|running|on\sit|at\sit|open|serving)(?:\sstrong)?|(?:toujours|encore)\s(?:la|en\splace|ouverte?)"
    r"|(?:j')?y\ssuis(?:\s(?:toujours|encore))?|(?:still\s)?(?:on|at|in)\sthe\s[a-z]{3,9}\snow)(?=\s*(?:\Z|[.,;)\]\t|]))"
)
_BEHIND_DASH = (
    r"(?:(?<=-)|(?<=-\s)|(?<=>\s)|(?<=up\sto\s)|(?<=upto\s))"
    rf"(?:date(?!\s(?:of|de)\b)|pres\b|continuing|encore\b|\?|{_STILL})"
)
_TO_DATE = r"(?:up\s)?(?:to|till?|until)[\s-]date"
NOW = (
    rf"(?:present(?:ly)?(?:\s(?:day|time))?|presente|now|current(?:ly)?(?:\s(?:position|role|job|day|date))?|today|{_TO_DATE}"
    r"|nowadays|(?:right|as\sof)\snow|at\sthe\smoment|to\sthis\sday|on[\s-]?going|in\sprogress|still\s(?:employed|there|here)|aujourd\s?'\s?hui|auj"
    r"|(?:a\s)?(?:ce\sjour|nos\sjours|present)|(?:poste\s)?actuel(?:lement|le)?(?:\sen\sposte)?"
    rf"|en\scours(?!\s(?:du\ssoir|d.emploi|de\sjour))|(?:toujours\s|encore\s)?en\sposte|maintenant|heute){_END}\.?"
)

_ATOM = re.compile(
    rf"(?P<dmy>\b(?P<d_day>\d{{1,2}})\s?(?P<d_sign>[./-])\s?(?P<d_month>\d{{1,2}})\s?(?P<d_last>[./-])\s?(?P<d_year>{YEAR})\b)"
    rf"|(?P<iso>\b(?P<i_year>{YEAR})\s?[-./]\s?(?P<i_month>0?[1-9]|1[0-2])(?:[-./](?:[0-2]?\d|3[01])\b)?\b"
    rf"(?![./](?!{YEAR}[-./]{_NUMBER}\b)\d{{3}})(?!-\d{{4}}\b(?![-./]\d)))"
    rf"|(?P<my>{_NOT_OF_NAME}\b(?P<m_month>{_NUMBER})\s?[./-]\s?(?P<m_year>{YEAR}){_END})"
    rf"|(?P<dwy>\b(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s(?:of\s)?)?(?P<w_month>{_MONTH_WORD}(?:\b\.?|(?={YEAR})))"
    rf"(?:\s?\d{{1,2}}(?:st|nd|rd|th)?\s?,)?[\s,./-]{{0,3}}(?:of\s|de\s)?"
    rf"(?P<w_year>'?{YEAR}{_END}|'\d{{2}}\b|(?<=\s)\d{{2}}(?=\s?(?:[-–—)\]|\t>→]|\Z))"
    rf"|(?<=[a-z.]-)\d{{2}}(?=\s?(?:[–—()\]|\t,;:]|\Z)|\s(?:-|a|au|to)\s)))"
    rf"|(?P<ywy>\b(?P<yw_year>{YEAR})(?:\s?,?\s|-)(?P<yw_month>{MONTH})(?=\s*(?:[-–—,;)\]\t|]|\Z|to\b|until\b|a\b|au\b|present\b)))"
    rf"|(?P<vague>(?<![\w])(?:{VAGUE}){{0,2}}(?P<y_year>{YEAR})(?:\s?[qs][1-4]\b|\s{_TERM}\b|{_END})(?!\s?[%€$]))"
    rf"|(?P<tick>(?<![\w'])(?P<t_lead>(?:{VAGUE}){{0,2}})'(?P<t_year>\d{{2}})\b(?!'))"
    rf"|(?P<short>(?<![\d/.-])(?P<s_month>0[1-9]|1[0-2])[/.](?P<s_year>\d{{2}})(?![\d/]|\.\d))"
    rf"|(?P<days>(?<![\d/.-])(?P<b_day>{_DAY})(?P<b_sign>[/.-])(?P<b_month>{_DAY})(?P=b_sign)(?P<b_year>\d{{2}})(?![\d/.]|-\d))"
    rf"|(?P<slim>(?<![\d/.])(?P<l_month>{_NUMBER})/(?P<l_year>\d{{2}})(?![\d/]|\.\d))"
    rf"|(?P<mask>(?<!\w)(?:(?:{MONTH}|{VAGUE})[\s,./-]{{0,3}}|(?:{_NUMBER}|mm)/)?(?:(?:19|20)(?:xx|yy|__|\?\?|\*\*|--(?=\s|\Z)|[0-3][x_?])|(?<![\d-]\s)(?<![\d-])(?:xxxx|yyyy|aaaa))(?![\w?*]))"
    rf"|(?P<month>\b(?P<o_month>{MONTH})(?!\w))"
    rf"|(?P<present>\b{NOW}|{_BEHIND_DASH})"
)
_MAYBE = re.compile(r"\d|xxxx|yyyy|aaaa")


class Atom(NamedTuple):
    """`weak`: no date unless it is an end of a period ("8/17 - 11/18", "'95 - '99")."""

    value: str
    begin: int
    finish: int
    weak: bool = False


class DateRange(NamedTuple):
    """A period read in [begin, finish) of a text. `single`: one date only, written for both ends or for the end.

    `open`: it stops at a dash, so that the end may stand on the next line. `masked`: a template's, without its years
    ("20XX"), which are none to be read.
    """

    start: str | None
    end: str | None
    begin: int
    finish: int
    single: bool = False
    open: bool = False
    masked: bool = False


def may_hold(folded: str) -> bool:
    """Whether a text can hold a date at all."""
    return bool(_MAYBE.search(folded))


def begins_with_one(folded: str) -> bool:
    return _ATOM.match(folded) is not None


_WHOLE_WORD = re.compile(r"(?:now|hui|jour|[a-z]{5})\.\Z")


def atoms(folded: str) -> list[Atom]:
    """The dates of a text, in order."""
    matches = [(match, _kind(match)) for match in _ATOM.finditer(folded)]
    american = any(kind in _BY_DAYS and _is_american(match, _BY_DAYS[kind]) for match, kind in matches)
    made = []
    for match, kind in matches:
        value = _value(match, kind, american)
        if value is not None:
            stop = (
                kind == "present" and _WHOLE_WORD.search(match[0]) is not None
            )  # ends the sentence, no word cut short
            made.append(Atom(value, match.start(), match.end() - stop, _is_weak(match, kind)))
    return made


def _is_weak(match: re.Match[str], kind: str) -> bool:
    match kind:
        case "tick":
            return not match["t_lead"]
        case "days":
            return match["b_sign"] != "/"
        case "mask":
            return match["mask"] in ("xxxx", "yyyy", "aaaa")
        case _:
            return kind == "slim"


_BY_DAYS = {"dmy": "d", "days": "b"}
_KINDS = ("dmy", "iso", "my", "dwy", "ywy", "vague", "tick", "short", "days", "slim", "mask", "month", "present")


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _KINDS if match.group(kind) is not None)


def _is_american(match: re.Match[str], letter: str) -> bool:
    """Whether the day stands behind the month."""
    return int(match[f"{letter}_month"]) > 12 >= int(match[f"{letter}_day"])


def _value(match: re.Match[str], kind: str, american: bool) -> str | None:
    group = match.group
    match kind:
        case "present":
            return PRESENT
        case "mask":
            return MASKED
        case "month":
            return f"-{MONTH_OF[group('o_month').strip('.')]:02d}"
        case "vague":
            return group("y_year")
        case "tick":
            return century(group("t_year"))
        case "dwy":
            year = group("w_year").strip("' ")
            return _month(year if len(year) == 4 else century(year), str(MONTH_OF[group("w_month").strip(".")]))
        case "ywy":
            return _month(group("yw_year"), str(MONTH_OF[group("yw_month").strip(".")]))
        case "dmy" | "days":
            letter = _BY_DAYS[kind]
            year = group("d_year") if kind == "dmy" else century(group("b_year"))
            first, second = group(f"{letter}_day"), group(f"{letter}_month")
            return _month(year, first if american else second) or _month(year, second if american else first)
        case "iso":
            return _month(group("i_year"), group("i_month"))
        case "my":
            return _month(group("m_year"), group("m_month"))
        case "short":
            return _month(century(group("s_year")), group("s_month"))
        case _:
            return _month(century(group("l_year")), group("l_month"))


def _month(year: str, month: str) -> str | None:
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def century(two: str) -> str:
    """The year that two digits mean."""
    return f"20{two}" if int(two) <= 49 else f"19{two}"


_DAY_OF = r"(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?"
_DAYS = re.compile(rf"(?<![\w/.,-])(?:{_DAY_OF}\s?(?:[-–—&/]|et|and|au|to)\s?)?{_DAY_OF}\.?\s\Z")
_FIRST_OF_TWO = re.compile(rf"(?<![\w/.,-]){_DAY_OF}\s?[-–—&/]\s?\Z")


def first_day(folded: str, begin: int) -> int:
    """Where the days before a date begin: before its month ("16-17 novembre 2024"), or before its day."""
    days = _DAYS if folded[begin : begin + 1].isalpha() else _FIRST_OF_TWO if _DAY_FIRST.match(folded, begin) else None
    offset = max(0, begin - 12)
    match = days.search(folded[offset:begin]) if days else None
    return offset + match.start() if match else begin


_DAY_FIRST = re.compile(rf"{_DAY_OF}\s{MONTH}")
