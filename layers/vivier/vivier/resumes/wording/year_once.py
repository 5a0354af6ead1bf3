"""Periods whose year, or its century, is said once: "2014–18", "09-12/2018", "Summer 2023 (Jul-Sep)"."""

import re

from vivier.resumes.wording.moments import (
    MONTH,
    NOW,
    PRESENT,
    SEASON,
    VAGUE,
    YEAR,
    DateRange,
    atoms,
    begins_with_one,
    century,
)

_OF_MONTH = re.compile(rf"(?:er|st|nd|rd|th)?\s(?:of\s|de\s)?{MONTH}")
_SHORT_END = re.compile(
    rf"(?<![\d/.-])(?P<year>{YEAR})\s?(?P<sign>[-–—/])\s?'?(?P<short>\d{{1,2}})(?![\d/-]|\.\S|\s?[-–—]\s?\d)"
)
# "Hiver 22-23", "Winter 19/20"
_SHORT_SEASON = re.compile(rf"\b{SEASON}\s(?:{SEASON}\s)?'?(?P<first>\d{{2}})\s?[-/]\s?'?(?P<last>\d{{2}})(?![\d/.-])")
_SPACED = re.compile(r"\s-\s")
_OF_YEAR = re.compile(rf"(?:\b(?P<month>{MONTH})\s?,?\s|(?P<vague>{VAGUE}))\Z")


def with_short_end(text: str, folded: str) -> list[DateRange]:
    """Periods with a short second year ("2014–18"); a hyphen before 01..12 may mean a month, a dash does not."""
    found = []
    for match in _SHORT_END.finditer(text) if "20" in text or "19" in text else ():
        year, short = int(match["year"]), int(match["short"])
        digits = 10 ** len(match["short"])
        end = year - year % digits + short
        end += digits if end <= year and (digits == 10 or (short < 50 and year < 2000)) else 0
        follows = end == year + 1
        if not year < end <= year + 45 or (digits == 10 and not follows):
            continue
        close = match["sign"] == "-" and not _SPACED.search(match[0])  # "2009 - 11" are years, "2009-11" is a month
        if (close or (match["sign"] == "/" and digits == 100)) and short <= 12 and not follows:
            continue
        if _OF_MONTH.match(folded, match.end()):
            continue  # "2018 – 30 juin 2019"
        before = folded[max(0, match.start() - 12) : match.start()]
        if match["sign"] == "-" and short <= 12 and (_GOES_TO.search(before) or _goes_to_month(folded, match.end())):
            continue
        lead = _OF_YEAR.search(folded[max(0, match.start() - 24) : match.start()])
        month = atoms(f"{lead['month']} {year}") if lead and lead["month"] else []
        begin = match.start() - len(lead[0]) if lead else match.start()
        found.append(DateRange(month[0].value if month else str(year), str(end), begin, match.end()))
    for match in _SHORT_SEASON.finditer(folded):
        if int(match["last"]) == int(match["first"]) + 1:
            found.append(DateRange(century(match["first"]), century(match["last"]), match.start(), match.end()))
    for match in _LONG_AGO.finditer(text) if "1" in text else ():
        if match["first"] <= match["last"] and match["first"] < "1930":
            found.append(DateRange(match["first"], match["last"], match.start(), match.end()))
    if (lasting := _LONG_LASTING.match(folded)) is not None:
        found.append(DateRange(lasting["since"] or lasting["year"], PRESENT, *lasting.span()))
    return found


_GOES_TO = re.compile(r"\d\s?(?:[-→>]|to|a|au|until|till|through|thru)\s*$")
_GOES_ON_TO = re.compile(rf"\s*(?:[-→>]|\b(?:to|a|au|until|till)\b|jusqu')\s*(?!{YEAR}-(?:1[3-9]|[2-9]\d))")


def _goes_to_month(folded: str, finish: int) -> bool:
    """Whether another date follows: "2011-12 - present" begins in a month, "2011-12 to 2013-14" does not."""
    joined = _GOES_ON_TO.match(folded, finish)
    return joined is not None and begins_with_one(folded[joined.end() : joined.end() + 40])


# Of years before any of today's candidates worked, only whole periods count: numbers look like them.
_LONG_AGO = re.compile(r"(?<![\d/.-])(?P<first>1[89]\d\d)\s?[-–—]\s?(?P<last>1[89]\d\d)(?![\d/.-])")
# What templates' invented people still do, where a row begins with it: "since 1865", "1865 – present".
_LONG_LASTING = re.compile(
    rf"\s*(?:(?:since|depuis)\s(?P<since>18\d\d|19[0-2]\d)\b|(?P<year>18\d\d|19[0-2]\d)\s?[-–—]\s?{NOW})(?!\s?[-–—/]\s?\d)"
)
_TWO_MONTHS = re.compile(
    rf"(?<![\d/.-])(?P<first>0?[1-9]|1[0-2])\s?-\s?(?P<last>0?[1-9]|1[0-2])\s?[/.]\s?(?P<year>{YEAR})(?!\d)"
)


_YEAR_OF_MONTHS = re.compile(
    rf"(?:\b{VAGUE})?(?P<year>{YEAR})\s?\((?:de |from )?"
    rf"(?P<first>{MONTH})\s?(?:-|a|to|et|and|/|&)\s?(?P<last>{MONTH})\)"
)


def months_of_one_year(folded: str) -> list[DateRange]:
    """Two months whose year is said once, in digits ("09-12/2018") or behind it ("Summer 2023 (Jul-Sep)")."""
    digits = [(m, int(m["first"]), int(m["last"])) for m in _TWO_MONTHS.finditer(folded)]
    return [
        DateRange(f"{m['year']}-{first:02d}", f"{m['year']}-{last:02d}", m.start(), m.end())
        for m, first, last in [*digits, *_months_behind_year(folded)]
        if first < last
    ]


def _months_behind_year(folded: str) -> list[tuple[re.Match[str], int, int]]:
    found = []
    for match in _YEAR_OF_MONTHS.finditer(folded) if "(" in folded else ():
        first, last = (atoms(f"{match[side]} {match['year']}")[0].value for side in ("first", "last"))
        found.append((match, int(first[-2:]), int(last[-2:])))
    return found
