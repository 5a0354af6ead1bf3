"""Dates of a CV, French and English: years, months, ranges; kept to what is written ("2019" stays a year).

A date is "YYYY" or "YYYY-MM"; seasons, quarters and days are cut to what fits. An end may be "present".
"""

import re
from functools import lru_cache
from typing import NamedTuple

from vivier.resumes.text import fold

PRESENT = "present"

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
_MONTH_OF = {
    word[:size]: number
    for number, words in _MONTHS.items()
    for word in words.split()
    for size in range(3, len(word) + 1)
    if word[:size] not in ("marc", "jui", "ma")
}
_MONTH = "(?:" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
_VAGUE = (
    r"(?:(?:debut|fin|mi|courant|early|late|mid|circa|ca|vers|environ|springs?|summers?|autumns?|falls?|winters?|printemps|etes?|automnes?|hivers?|saisons?|seasons?"
    r"|[qts][1-4]|[1-4](?:er|e|eme|st|nd|rd|th)?\s(?:trimestre|semestre|quarter|semester)|rentree)\.?[\s/-]{0,2}(?:de\s|of\s|d')?)"
)

_ATOM = re.compile(
    rf"(?P<dmy>\b(?P<d_day>\d{{1,2}})\s?[./-]\s?(?P<d_month>\d{{1,2}})\s?[./-]\s?(?P<d_year>{_YEAR})\b)"
    rf"|(?P<iso>\b(?P<i_year>{_YEAR})\s?[-./]\s?(?P<i_month>0?[1-9]|1[0-2])(?:[-./](?:[0-2]?\d|3[01])\b)?\b(?![./]\d{{3}})(?!-\d{{4}}\b(?!-\d)))"
    rf"|(?P<my>\b(?P<m_month>0?[1-9]|1[0-2])\s?[./-]\s?(?P<m_year>{_YEAR})\b)"
    rf"|(?P<dwy>\b(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s(?:of\s)?)?(?P<w_month>{_MONTH})(?:\s?\d{{1,2}}(?:st|nd|rd|th)?\s?,)?[\s,./-]{{0,3}}(?:of\s|de\s)?(?P<w_year>{_YEAR}\b|'\d{{2}}\b|(?<=\s)\d{{2}}(?=\s?(?:[-–—)\t]|\Z))|(?<=[a-z.]-)\d{{2}}(?=\s?(?:[–—)\t,:]|\Z)|\s(?:-|a|au|to)\s)))"
    rf"|(?P<ywy>\b(?P<yw_year>{_YEAR})\s?,?\s(?P<yw_month>{_MONTH})(?=\s*(?:[-–—,;)\]\t|]|\Z|to\b|until\b|a\b|au\b|present\b)))"
    rf"|(?P<vague>(?<![\w])(?:{_VAGUE}){{0,2}}(?P<y_year>{_YEAR})\b(?!\s?[%€$]))"
    rf"|(?P<short>(?<![\d/.-])(?P<s_month>0[1-9]|1[0-2])[/.](?P<s_year>\d{{2}})(?![\d/]|\.\d))"
    rf"|(?P<month>\b(?P<o_month>{_MONTH})(?!\w))"
    r"|(?P<present>\b(?:present(?:ly)?|presente|now|current(?:ly)?|today|to\sdate|ongoing|on-going|aujourd\s?'\s?hui|auj\.?|(?:a\s)?(?:ce\sjour|nos\sjours)|actuel(?:lement|le)?"
    r"|en\scours|en\sposte|maintenant|heute)\b)"
)
_BETWEEN = re.compile(
    r"\s*(?:[-–—→>»/~]+|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|\bet\b|\band\b|\ba\b|\bau\b|\bjusqu'(?:a|au|en)\b|\.{2,3}|\bbis\b)"
    r"\s*(?:le|the|fin|end\sof|au|en|mid|early|late|debut)?\s*[-–—]?\s*\Z"
)
_SINCE = re.compile(
    r"(?:\bdepuis|\bsince|\ba\spartir\sde|\bstarting|\bas\sof|\bdes)\s*(?:le\s|the\s|l'|fin\s|debut\s|mi-?\s?)?\s*:?\s*\Z"
)
_UNTIL = re.compile(r"(?:\bjusqu'(?:a|au|en)|\buntil|\bup\sto|\btill)\s*(?:le\s|the\s)?\s*\Z")
_FROM = re.compile(
    r"(?:\b(?:d'(?=\Z)|(?:de|du|des|from|between|entre|le|en|in|on|the|obtenu|depuis|periode|dates?|annee)\b)\s*:?\s*(?:le\s)?)\Z"
)
_OPEN = re.compile(r"\s*(?:[-–—→]+(?:\s?\.{1,3})?|\bto\b|\ba\b|\.{3})\s*(?=\Z|[)\]|,\t:])")
_HALF = re.compile(rf"\b(?P<year>{_YEAR})\s?[-/]\s?(?P<short>\d{{2}})\b(?![-/.]?\d)")
MAX_TEXT = 2_000


class DateRange(NamedTuple):
    """A period read in [begin, finish) of a text. `single`: one date only, written for both ends or for the end.

    `open`: it stops at a dash, so that the end may stand on the next line.
    """

    start: str | None
    end: str | None
    begin: int
    finish: int
    single: bool = False
    open: bool = False


class _Atom(NamedTuple):
    value: str  # "YYYY", "YYYY-MM", "-MM" (a month without its year) or "present"
    begin: int
    finish: int


def find_ranges(text: str) -> list[DateRange]:
    """The periods and single dates of a text, in order."""
    return list(_ranges(text[:MAX_TEXT]))


@lru_cache(maxsize=4096)
def _ranges(text: str) -> tuple[DateRange, ...]:
    folded = fold(text)
    halves = _halves(text, folded)
    atoms = [a for a in _atoms(folded) if not any(b <= a.begin < e or b < a.finish <= e for _, b, e in halves)]
    ranges = _join(folded, atoms)
    for value, begin, end in halves:
        start, finish = value.split("/")
        ranges.append(DateRange(start, finish, _lead(folded, begin), end))
    return tuple(_from_year_to_year(folded, sorted(ranges, key=lambda r: r.begin)))


def _from_year_to_year(folded: str, ranges: list[DateRange]) -> list[DateRange]:
    """Periods whose ends are school years ("2014/2015 - 2017/2018") as one each."""
    made: list[DateRange] = []
    for found in ranges:
        last = made[-1] if made else None
        years = last is not None and _is_school_year(last, folded) and _is_school_year(found, folded)
        if last is not None and years and _BETWEEN.match(folded[last.finish : found.begin]):
            made[-1] = last._replace(end=found.end, finish=found.finish)
        else:
            made.append(found)
    return made


def _is_school_year(found: DateRange, folded: str) -> bool:
    return bool(re.fullmatch(rf"{_YEAR}\s?/\s?(?:{_YEAR}|\d{{2}})", folded[found.begin : found.finish]))


_OF_MONTH = re.compile(rf"(?:er|st|nd|rd|th)?\s(?:of\s|de\s)?{_MONTH}")
_SHORT_END = re.compile(
    rf"(?<![\d/.-])(?P<year>{_YEAR})\s?(?P<sign>[-–—/])\s?'?(?P<short>\d{{2}})(?![\d/.-]|\s?[-–—]\s?\d)"
)


def _halves(text: str, folded: str) -> list[tuple[str, int, int]]:
    """Periods with a short second year ("2014–18"); a hyphen before 01..12 may mean a month, a dash does not."""
    found = []
    for match in _SHORT_END.finditer(text) if "20" in text or "19" in text else ():
        year, short = int(match["year"]), int(match["short"])
        end = year - year % 100 + short + (100 if short < year % 100 and short < 50 and year < 2000 else 0)
        follows = end == year + 1
        if not year < end <= year + 45 or (match["sign"] == "-" and short <= 12 and not follows):
            continue
        if (match["sign"] == "/" and not follows) or _OF_MONTH.match(folded, match.end()):
            continue  # "2018 – 30 juin 2019"
        before = folded[max(0, match.start() - 12) : match.start()]
        if match["sign"] == "-" and short <= 12 and re.search(r"\d\s?(?:-|to|a|au)\s*$", before):
            continue
        found.append((f"{year}/{end}", match.start(), match.end()))
    for match in _LONG_AGO.finditer(text) if "1" in text else ():
        if match["first"] <= match["last"] and match["first"] < "1930":
            found.append((f"{match['first']}/{match['last']}", match.start(), match.end()))
    return found


# Of years before any of today's candidates worked, only whole periods count: numbers look like them.
_LONG_AGO = re.compile(r"(?<![\d/.-])(?P<first>1[89]\d\d)\s?[-–—]\s?(?P<last>1[89]\d\d)(?![\d/.-])")


def only_date(text: str) -> DateRange | None:
    """The period of a text that holds nothing else (brackets, durations and "from" aside)."""
    ranges = find_ranges(text)
    if len(ranges) != 1:
        return None
    rest = without_ranges(text, ranges)
    return ranges[0] if not re.search(r"[^\W_]", rest) else None


_DURATION = re.compile(
    r"[(\[]?\s*(?:environ\s|soit\s|about\s)?\b\d{1,2}(?:[.,]\d)?\s?(?:ans?|annees?|mois|yrs?|years?|mos?|months?|semaines?|weeks?|jours|days)\b\.?"
    r"(?:\s?(?:et|and|,)?\s?\d{1,2}\s?(?:mois|mos?|months?|semaines?|weeks?)\b\.?)?\s*[)\]]?"
)


def without_ranges(text: str, ranges: list[DateRange]) -> str:
    """The text without its periods, the words that lead to them and durations; a tab marks each hole."""
    for found in reversed(ranges):
        text = text[: found.begin] + "\t" + text[found.finish :]
    text = _cut(_DURATION, text) if ranges else text
    return re.sub(r"[(\[]\s*\t?\s*[)\]]", "\t", text)


def _cut(pattern: re.Pattern[str], text: str) -> str:
    for match in reversed(list(pattern.finditer(fold(text)))):
        text = text[: match.start()] + "\t" + text[match.end() :]
    return text


def _atoms(folded: str) -> list[_Atom]:
    atoms = []
    for match in _ATOM.finditer(folded):
        kind = match.lastgroup and _kind(match)
        value = _value(match, str(kind))
        if value is not None:
            atoms.append(_Atom(value, match.start(), match.end()))
    return atoms


def _kind(match: re.Match[str]) -> str:
    for kind in ("dmy", "iso", "my", "dwy", "ywy", "vague", "short", "month", "present"):
        if match.group(kind) is not None:
            return kind
    return "present"


def _value(match: re.Match[str], kind: str) -> str | None:
    group = match.group
    if kind == "present":
        return PRESENT
    if kind == "dmy":
        return _month(group("d_year"), group("d_month")) or _month(group("d_year"), group("d_day"))
    if kind == "iso":
        return _month(group("i_year"), group("i_month"))
    if kind == "my":
        return _month(group("m_year"), group("m_month"))
    if kind == "short":
        return _month(_century(group("s_year")), group("s_month"))
    if kind == "dwy":
        year = group("w_year").strip("' ")
        return _month(year if len(year) == 4 else _century(year), str(_MONTH_OF[group("w_month").strip(".")]))
    if kind == "ywy":
        return _month(group("yw_year"), str(_MONTH_OF[group("yw_month").strip(".")]))
    if kind == "month":
        return f"-{_MONTH_OF[group('o_month').strip('.')]:02d}"
    return group("y_year")


def _month(year: str, month: str) -> str | None:
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def _century(two: str) -> str:
    return f"20{two}" if int(two) <= 49 else f"19{two}"


def _join(folded: str, atoms: list[_Atom]) -> list[DateRange]:
    ranges: list[DateRange] = []
    index = 0
    while index < len(atoms):
        first = atoms[index]
        second = atoms[index + 1] if index + 1 < len(atoms) else None
        if second is not None and first.value != PRESENT and _bridged(folded, first, second):
            found = _pair(folded, first, second)
            index += 2
        else:
            found = _alone(folded, first)
            index += 1
        if found is not None:
            ranges.append(found)
    return ranges


def _bridged(folded: str, first: _Atom, second: _Atom) -> bool:
    """Whether what stands between two dates makes them a period.

    "03/2019 à ce jour" needs nothing; nor do two months whose arrow or line was drawn ("09/2019 07/2022").
    """
    between = folded[first.finish : second.begin]
    if second.value == PRESENT and not between.strip(" ,.(") and len(between) < 4:
        return True
    if not between.strip() and between and len(first.value) == len(second.value) == 7:
        return first.value < second.value
    return len(between) <= 40 and bool(_BETWEEN.match(between))


def _pair(folded: str, first: _Atom, second: _Atom) -> DateRange | None:
    begin = _lead(folded, first.begin)
    start, end = first.value, second.value
    if start.startswith("-"):
        if end.startswith("-") or end == PRESENT:
            return None
        start = end[:4] + start
    if end.startswith("-"):
        end = start[:4] + end
    if end != PRESENT and end[: len(start)] < start[: len(end)]:
        start, end = end, start
    return DateRange(start, end, begin, second.finish)


def _alone(folded: str, atom: _Atom) -> DateRange | None:
    before = folded[max(0, atom.begin - 24) : atom.begin]
    if atom.value.startswith("-"):
        return None
    if atom.value == PRESENT:
        return None
    half = _HALF.match(folded, atom.begin)
    if half and len(atom.value) == 4 and int(half["short"]) == (int(half["year"]) + 1) % 100:
        return DateRange(atom.value, half["year"][:2] + half["short"], _lead(folded, atom.begin), half.end())
    since, until = _SINCE.search(before), _UNTIL.search(before)
    offset = max(0, atom.begin - 24)
    if since:
        return DateRange(atom.value, PRESENT, offset + since.start(), atom.finish)
    if until:
        return DateRange(None, atom.value, offset + until.start(), atom.finish)
    opened = _OPEN.match(folded, atom.finish)
    if opened:
        return DateRange(atom.value, PRESENT, _lead(folded, atom.begin), opened.end(), open=True)
    return DateRange(atom.value, atom.value, _lead(folded, atom.begin), atom.finish, single=True)


def _lead(folded: str, begin: int) -> int:
    """Where the words that lead to a date ("from", "du") begin."""
    offset = max(0, begin - 16)
    match = _FROM.search(folded[offset:begin])
    return offset + match.start() if match else begin


def starts_with_end(text: str) -> bool:
    """Whether a text begins with what can end a period: a date or "present"."""
    folded = fold(text[:60]).lstrip(" -–—→")
    match = _ATOM.match(folded)
    return match is not None


_ENDS_MONTH = re.compile(rf"(?:[-–—→]|\bto|\ba)\s*{_MONTH}\s*\Z")


def ends_with_month(text: str) -> bool:
    """Whether a period stops at a month whose year must stand on the next line."""
    return bool(_ENDS_MONTH.search(fold(text[-30:])))


_PIECE = re.compile(
    rf"(?:{_MONTH}|{_YEAR}|\d{{1,2}}(?:er|st|nd|rd|th)?|\d{{1,2}}[/.]\d{{2,4}}|'\d\d|[-–—→/|,.]+|to|until|a|au|de|du|depuis|since|from|jusqu'a"
    r"|present|now|current|today|date|ongoing|aujourd|'|hui|ce|jour|actuel(?:lement)?|en|cours|le|the|printemps|ete|automne"
    r"|hiver|saisons?|seasons?|et|and|springs?|summers?|autumns?|falls?|winters?|debut|fin|mi|early|late|mid|\s)+"
)


def is_piece(text: str) -> bool:
    """Whether a text is made of what periods are made of only."""
    return len(text) <= 40 and any(c.isalnum() for c in text) and bool(_PIECE.fullmatch(fold(text)))


_NOW = re.compile(
    r"[\s(–—-]*(?:present(?:ly)?|presente|now|current(?:ly)?|today|to\sdate|ongoing|aujourd\s?'\s?hui|auj\.?|(?:a\s)?(?:ce\sjour|nos\sjours)"
    r"|actuel(?:lement|le)?|en\scours|en\sposte|maintenant)[\s).]*"
)


def means_now(text: str) -> bool:
    """Whether a text only says that a period goes on."""
    return len(text) <= 30 and bool(_NOW.fullmatch(fold(text)))


def ends_open(text: str) -> bool:
    """Whether a text ends with a date and a dash."""
    ranges = find_ranges(text)
    return bool(ranges) and ranges[-1].open and not text[ranges[-1].finish :].strip()
