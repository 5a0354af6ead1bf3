"""Periods of a CV, French and English; kept to what is written ("2019" stays a year).

A date is "YYYY" or "YYYY-MM"; seasons, quarters and days are cut to what fits. An end may be "present".
"""

import re
from functools import lru_cache

from vivier.resumes.text import fold
from vivier.resumes.wording.moments import (
    MASKED,
    MONTH,
    NOW,
    PRESENT,
    VAGUE,
    YEAR,
    Atom,
    DateRange,
    atoms,
    begins_with_one,
    first_day,
    may_hold,
)
from vivier.resumes.wording.year_once import months_of_one_year, with_short_end

# A date that has yet to come, and what a date in studies is of.
_EXPECTED = (
    r"(?:expected|expecting|exp\b\.?|anticipated|antic\b\.?|projected|estimated|est\b\.?|planned|tentative|prospective"
    r"|prevue?s?|previsionnelle|attendue?|envisagee?|due\s(?:to\s(?:finish|complete|graduate|end)|in))"
)
_FINISH = (
    r"(?:(?:date\s(?:of|de|d')\s?)?(?:graduation|graduating|graduate|graduated|completion|completing|completed|conferral"
    r"|conferred|obtention|obtenue?|awarded)(?:\sdate)?|class\sof|promotion|promo\b\.?|diplomee?|to\sbe|degree|candidate"
    r"|soutenance|finish(?:es|ing)?)"
)
_BETWEEN = re.compile(
    r"\s*(?:[-→>»/~=]+|\b(?:to|until|till|til|through|thru|upto|up\sto|et|and|a|au|bis)\b|\bjusqu'(?:(?:a|au|en)\b)?|\.{2,3})"
    r"(?:\s*(?:[-→>»]+|\b(?:to|until|till|til|through|upto|up\sto|a)\b|\bjusqu'(?:(?:a|au|en)\b)?))?"
    r"\s*(?:le|the|fin|end\sof|au|at|en|mid|early|late|debut)?\s*-?\s*"
    rf"(?:[(\[]?{_EXPECTED}(?:\s{_FINISH})?[)\]]?\s*:?\s*(?:in\s|en\s)?|[(\[])?\Z"
)
_SINCE = re.compile(
    r"(?:(?:\ben\s(?:cours|poste)|\b(?:poste\s)?actuel(?:lement|le)?|\bcurrent(?:ly)?)\s?[,:(]?\s?)?"
    r"(?:\bdepuis|\bsince|\ba\spartir\sde|\bstarting|\bbeginning|\beffective|\bas\sof|\bdes)"
    r"\s*(?:le\s|the\s|l'|fin\s|debut\s|mi-?\s?|la\s(?:rentree\s(?:scolaire\s)?(?:de\s|d')?)?)?\s*:?\s*\Z"
)
_UNTIL = re.compile(r"(?:\bjusqu'(?:a|au|en)|\buntil|\bup\sto|\btill)\s*(?:le\s|the\s)?\s*\Z")
_FROM = re.compile(
    r"(?:\b(?:d'(?=\Z)|(?:de|du|des|from|between|entre|le|en|in|on|the|obtenu|depuis|periode|dates?|annee|began|start|debut|(?:started|joined|entree?)(?:\s(?:in|en))?)\b)\s*:?\s*(?:le\s)?)\Z"
)
# "Expected graduation: " before a date, when nothing but a sign stands before it; "(expected)" behind one.
_LED = re.compile(
    rf"(?:\A|[|(\[,•·;:\t-])\s*(?P<lead>(?:(?:{_EXPECTED}|{_FINISH})[\s:.,]*(?:date\b|in\b|en\b|for\b|of\b|by\b|to\b)?[\s:]*){{1,4}})\Z"
)
_TAIL = re.compile(
    rf"\s*,?\s*(?:[(\[]\s*(?:{_EXPECTED}|{_FINISH}|{NOW})(?:\s(?:{_FINISH}|date))?\s*[)\]]|{_EXPECTED}(?:\s{_FINISH})?(?=\s*(?:\Z|[|\t,;])))"
)
_ONWARDS = re.compile(
    r"\s*(?:\+|\b(?:and\s)?onwards?\b|\b(?:and\s)?on(?=\s*[)\]]|\s*\Z)|\band\scontinuing\b|,\s?(?:continuing|ongoing|still\s(?:going|there|here)|toujours\sen\s(?:cours|poste))\b)"
)
# "began August 2012, ended March 2019", "entrée en mars 2019, partie en mai 2020"
_BEGAN = re.compile(
    r"\b(?:began|started|joined|hired|start|commencee?|debutee?|debut|entree?|embauchee?|arrivee?)\s*(?:(?:in|en|on|le|au)\s|:)?\s*\Z"
)
_ENDED = re.compile(
    r"\s*[,;·|]?\s*(?:(?:and|et|then|puis)\s)?(?:ended|left|finished|stopped|end|terminee?|finie?|fin|partie?|sortie?|depart|quittee?)"
    r"\s*(?:(?:in|en|on|le|au)\s|:)?\s*"
)
_OPEN = re.compile(
    r"\s*(?:[-→>]+(?:\s?(?:\.{1,3}|-))?|\bto\b(?:\s?-)?|\ba\sl'heure\sactuelle|\ba\b(?:\s?(?:\.{1,3}(?!\d)|-))?|\.{3}|/\s?(?:\.{1,3}|-))"
    r"\s*(?=\Z|[)\]|,\t:])"
    r"|\s*[-→>]\s?(?:\.{2,3}|-)(?=\s[a-z])"  # "2017 – ... Halden"
)
_HALF = re.compile(rf"\b(?P<year>{YEAR})\s?[-/]\s?(?P<short>\d{{2}})\b(?![-/.]?\d)")
_LISTED = re.compile(r"\s*(?:[,;&+/]|\b(?:and|et|puis|then)\b)\s*(?:&|\b(?:and|et|puis|then)\b)?\s*")
_OR_OF_MONTHS = re.compile(r"\s*[,&+]\s*")
_ARROWS = str.maketrans(dict.fromkeys("→▸►▶➔➜➝⟶⇒›", "-"))
_DOTS = str.maketrans("…", "→")  # "2018 … 2021"
MAX_TEXT = 2_000


def find_ranges(text: str) -> list[DateRange]:
    """The periods and single dates of a text, in order."""
    return list(_ranges(text[:MAX_TEXT]))


@lru_cache(maxsize=4096)
def _ranges(text: str) -> tuple[DateRange, ...]:
    folded = fold(text.translate(_DOTS)).translate(_ARROWS)
    if not may_hold(folded):
        return ()
    halves = with_short_end(text, folded) + months_of_one_year(folded)
    found = [
        a
        for a in atoms(folded)
        if not any(h.begin <= a.begin < h.finish or h.begin < a.finish <= h.finish for h in halves)
    ]
    ranges = [*_join(folded, found), *(_with_lead(folded, half) for half in halves)]
    ranges = [_with_tail(folded, r) for r in sorted(ranges, key=lambda r: r.begin)]
    return tuple(_of_one_list(folded, _from_year_to_year(folded, ranges)))


def _from_year_to_year(folded: str, ranges: list[DateRange]) -> list[DateRange]:
    """Periods whose first end is a school year, or both are ("2014/2015 - 2017/2018", "2016/17 à 2019", "2019/20 to
    date"), as one each.
    """
    made: list[DateRange] = []
    for found in ranges:
        if _is_school_year(found, folded) and (goes_on := _TO_NOW.match(folded, found.finish)):
            found = found._replace(end=PRESENT, finish=goes_on.end())
        last = made[-1] if made else None
        years = last is not None and _is_school_year(last, folded)
        years = years and (_is_school_year(found, folded) or (found.single and len(found.end or "") == 4))
        if last is not None and years and _BETWEEN.match(folded[last.finish : found.begin]):
            made[-1] = last._replace(end=found.end, finish=found.finish)
        else:
            made.append(found)
    return made


_TO_NOW = re.compile(rf"\s*(?:[-→>]+|\bto\b|\buntil\b|\ba\b|\bjusqu'a?)\s*{NOW}")


def _is_school_year(found: DateRange, folded: str) -> bool:
    return bool(re.fullmatch(rf"(?:{VAGUE})?{YEAR}\s?/\s?(?:{YEAR}|\d{{2}})", folded[found.begin : found.finish]))


def _of_one_list(folded: str, ranges: list[DateRange]) -> list[DateRange]:
    """Dates with nothing but commas between them ("Summers 2018, 2019") as one period, from the first to the last."""
    made: list[DateRange] = []
    for found in ranges:
        last = made[-1] if made else None
        listed = last is not None and _LISTED.fullmatch(folded[last.finish : found.begin])
        if last is None or not listed or _unlike(last, found) or is_expected(folded[found.begin : found.finish]):
            made.append(found)
            continue
        made[-1] = last._replace(
            start=min(filter(None, (last.start, found.start)), default=None),
            end=PRESENT if PRESENT in (last.end, found.end) else max(filter(None, (last.end, found.end)), default=None),
            finish=found.finish,
            single=last.single and found.single,
            open=found.open,
        )
    return made


def _unlike(last: DateRange, found: DateRange) -> bool:
    """Whether two dates beside each other cannot be two of one list."""
    return last.masked != found.masked or last.open or (last.start is None) != (found.start is None)


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
    for match in reversed(list(_DURATION.finditer(fold(text)))) if ranges else ():
        text = text[: match.start()] + "\t" + text[match.end() :]
    return re.sub(r"[(\[][\s,;]*(?:[)\]]|\Z|(?=:))", "\t", text)


def _join(folded: str, found: list[Atom]) -> list[DateRange]:
    ranges: list[DateRange] = []
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        if second is not None and _bridged(folded, first, second):
            if _is_month(first) and _is_month(second):  # "June-July-August 2019": the middle one says nothing
                found[index + 1] = first._replace(finish=second.finish)
                index += 1
                continue
            made = _pair(folded, first, second)
            index += 2
        else:
            made = _alone(folded, first)
            index += 1
        if made is not None:
            ranges.append(made)
            while index < len(found) and found[index].begin < made.finish:
                index += 1
    return ranges


def _is_month(atom: Atom) -> bool:
    return atom.value.startswith("-")


_DASHED = re.compile(r"\s*(?:[-→]+|to|a)\s*")


def _bridged(folded: str, first: Atom, second: Atom) -> bool:
    """Whether what stands between two dates makes them a period.

    "03/2019 à ce jour" needs nothing; nor do two months whose arrow or line was drawn ("09/2019 07/2022").
    """
    between = folded[first.finish : second.begin]
    if first.value == PRESENT:  # "Present - 2018": the end over the start
        return second.value not in (PRESENT, MASKED) and not _is_month(second) and bool(_DASHED.fullmatch(between))
    if first.weak != second.weak and second.value != PRESENT and not _both_short(first, second):
        return False
    if second.value == PRESENT and not between.strip(" ,.(") and len(between) < 4:
        return True
    if _is_month(first) and _OR_OF_MONTHS.fullmatch(between) and not second.weak and second.value != PRESENT:
        return _is_month(second) or len(second.value) == 7
    if not between.strip() and between and len(first.value) == len(second.value) == 7:
        return first.value < second.value
    if first.weak and second.value != PRESENT and first.value > second.value:
        return False
    if len(between) <= 24 and _ENDED.fullmatch(between):
        return bool(_BEGAN.search(folded[max(0, first.begin - 16) : first.begin]))
    return len(between) <= 40 and bool(_BETWEEN.match(between))


def _both_short(first: Atom, second: Atom) -> bool:
    """Whether two dates are months and years of two digits ("8/17 - 11/18"), of which only some look like it alone."""
    return all(len(a.value) == 7 and a.finish - a.begin <= 5 for a in (first, second))


def _pair(folded: str, first: Atom, second: Atom) -> DateRange | None:
    begin, finish = _lead(folded, first.begin), second.finish
    start, end = first.value, second.value
    if start == PRESENT:
        start, end = end, start
    if MASKED in (start, end):
        known = None if _is_month(first) or start == MASKED else start
        return DateRange(known, None if end == MASKED or end[:1] == "-" else end, begin, finish, masked=True)
    if start.startswith("-"):
        if end.startswith("-") or end == PRESENT or len(end) < 7:
            return None
        year, finish = _first_year(folded, start, second)
        start, end = year + start, end if finish == second.finish else f"{int(year) + 1}{end[4:]}"
    if end.startswith("-"):
        end = f"{int(start[:4]) + (end < start[4:])}{end}" if len(start) == 7 else start[:4] + end
    if end != PRESENT and end[: len(start)] < start[: len(end)]:
        start, end = end, start
    return DateRange(start, end, begin, finish)


_NEXT_YEAR = re.compile(rf"\s?[/-]\s?({YEAR})\b")


def _first_year(folded: str, month: str, second: Atom) -> tuple[str, int]:
    """The year of a month said without it, and where the period ends: "Dec - Jan 2019", "Dec/Jan 2018/2019"."""
    year = int(second.value[:4])
    if month <= second.value[4:]:
        return str(year), second.finish
    behind = _NEXT_YEAR.match(folded, second.finish)
    if behind and int(behind[1]) == year + 1:
        return str(year), behind.end()
    return str(year - 1), second.finish


def _alone(folded: str, atom: Atom) -> DateRange | None:
    if _is_month(atom) or atom.value == PRESENT:
        return None
    if atom.value == MASKED:
        return None if atom.weak else DateRange(None, None, _lead(folded, atom.begin), atom.finish, True, masked=True)
    half = _HALF.match(folded, atom.begin)
    if half and len(atom.value) == 4 and int(half["short"]) == (int(half["year"]) + 1) % 100:
        return DateRange(atom.value, half["year"][:2] + half["short"], _lead(folded, atom.begin), half.end())
    offset = max(0, atom.begin - 36)
    before = folded[offset : atom.begin]
    since, until = _SINCE.search(before), _UNTIL.search(before)
    if since and not atom.weak:
        return DateRange(atom.value, PRESENT, offset + since.start(), atom.finish)
    if until and not atom.weak:
        return DateRange(None, atom.value, offset + until.start(), atom.finish)
    begin = _lead(folded, atom.begin)
    if atom.weak:
        led = folded[begin : atom.begin].strip() and folded[atom.begin] == "'"
        return DateRange(atom.value, atom.value, begin, atom.finish, single=True) if led else None
    opened = _OPEN.match(folded, atom.finish)
    if opened:
        return DateRange(atom.value, PRESENT, begin, opened.end(), open=True)
    onwards = _ONWARDS.match(folded, atom.finish)
    if onwards:
        return DateRange(atom.value, PRESENT, begin, onwards.end())
    return DateRange(atom.value, atom.value, begin, atom.finish, single=True)


def _lead(folded: str, begin: int) -> int:
    """Where the words that lead to a date ("from", "du", "expected graduation:") begin."""
    begin = first_day(folded, begin)
    offset = max(0, begin - 16)
    match = _FROM.search(folded[offset:begin])
    begin = offset + match.start() if match else begin
    offset = max(0, begin - 60)
    led = _LED.search(folded[offset:begin])
    return begin if led is None or (offset and not led.start()) else offset + led.start("lead")


def _with_lead(folded: str, found: DateRange) -> DateRange:
    return found._replace(begin=_lead(folded, found.begin))


def _with_tail(folded: str, found: DateRange) -> DateRange:
    """The period with what says behind it that it is expected, or goes on."""
    tail = _TAIL.match(folded, found.finish) if not found.open else None
    return found._replace(finish=tail.end()) if tail else found


def starts_with_end(text: str) -> bool:
    """Whether a text begins with what can end a period: a date or "present"."""
    return begins_with_one(fold(text[:60]).lstrip(" -→"))


_ENDS_MONTH = re.compile(rf"(?:[-→]|\bto|\ba)\s*{MONTH}\s*\Z")


def ends_with_month(text: str) -> bool:
    """Whether a period stops at a month whose year must stand on the next line."""
    return bool(_ENDS_MONTH.search(fold(text[-30:])))


_PIECE = re.compile(
    rf"(?:{MONTH}|{YEAR}|\d{{1,2}}(?:er|st|nd|rd|th)?|\d{{1,2}}[/.]\d{{2,4}}|'\d\d|[-→/|,.]+|to|until|till|a|au|de|du|depuis|since|from|jusqu'a"
    r"|(?:19|20)xx|present|now|current|today|date|ongoing|aujourd|'|hui|ce|jour|actuel(?:lement)?|en|cours|le|the|printemps|ete|automne"
    r"|hiver|saisons?|seasons?|et|and|springs?|summers?|autumns?|falls?|winters?|vendanges?|moissons?|christmas|noel|debut|fin|mi|early|late|mid|expected|\s)+"
)


def is_piece(text: str) -> bool:
    """Whether a text is made of what periods are made of only."""
    return len(text) <= 40 and any(c.isalnum() for c in text) and bool(_PIECE.fullmatch(fold(text)))


_NOW = re.compile(rf"[\s(-]*(?:jusqu'(?:a|au|en)\s)?{NOW}[\s).]*")


def means_now(text: str) -> bool:
    """Whether a text only says that a period goes on."""
    return len(text) <= 30 and bool(_NOW.fullmatch(fold(text)))


def is_expected(text: str) -> bool:
    """Whether a text says that a date has yet to come."""
    return bool(_YET_TO_COME.search(fold(text)))


_YET_TO_COME = re.compile(rf"\b{_EXPECTED}")


def ends_open(text: str) -> bool:
    """Whether a text ends with a date and a dash."""
    ranges = find_ranges(text)
    return bool(ranges) and ranges[-1].open and not text[ranges[-1].finish :].strip()
