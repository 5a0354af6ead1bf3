"""How CVs print a period, and what of it stands on the page: a style that prints years leaves only years to be read."""

from collections.abc import Callable

from pydantic import BaseModel
from tests.cvs.corpus.model import Period, Tongue

MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SHORT = {
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
NOW = {
    "fr": ["aujourd'hui", "à ce jour", "présent", "en cours", "Actuel", "maintenant"],
    "en": ["present", "Present", "now", "to date", "current", "ongoing"],
}


class Told(BaseModel):
    """A period as printed, and the dates that can be read from the print."""

    text: str
    start: str | None
    end: str | None
    single: bool = False


def tell(period: Period, style: str, tongue: Tongue, variant: int = 0) -> Told:
    """`variant` chooses among the equal words of a style (dashes, words for today)."""
    if period.said is not None:
        single = period.start == period.end or not period.start or not period.end
        return Told(text=period.said, start=period.start, end=period.end, single=single)
    if not period.end:
        return Told(text="", start=None, end=None)
    return _STYLES[style](period, tongue, variant)


def _year(date: str | None) -> str | None:
    return date[:4] if date and date != "present" else date


def _month(date: str) -> int | None:
    return int(date[5:7]) if len(date) > 4 and date != "present" else None


def _print(date: str, tongue: Tongue, names: dict[str, list[str]], variant: int) -> str:
    if date == "present":
        return NOW[tongue][variant % len(NOW[tongue])]
    month = _month(date)
    return f"{names[tongue][month - 1]} {date[:4]}" if month else date


_DASHES = (" – ", " - ", "-", " — ", " / ", " à ", " au ", " to ")


def _dash(tongue: Tongue, variant: int) -> str:
    mine = _DASHES[:4] * 2 + ((" à ",) if tongue == "fr" else (" to ",))
    return mine[variant % len(mine)]


def _range(left: str, right: str, period: Period, tongue: Tongue, variant: int) -> str:
    if not period.start or period.start == period.end:
        return right
    if period.end == "present" and variant % 3 == 0:
        return f"{'Depuis' if tongue == 'fr' else 'Since'} {left}"
    return f"{left}{_dash(tongue, variant)}{right}"


def _named(names: dict[str, list[str]]) -> Callable[[Period, Tongue, int], Told]:
    def style(period: Period, tongue: Tongue, variant: int) -> Told:
        left = _print(period.start or "", tongue, names, variant)
        right = _print(period.end or "", tongue, names, variant)
        text = _range(left, right, period, tongue, variant)
        return Told(text=text, start=period.start, end=period.end, single=period.start == period.end)

    return style


def _numbers(pattern: str) -> Callable[[Period, Tongue, int], Told]:
    def one(date: str, tongue: Tongue, variant: int) -> str:
        month = _month(date)
        if date == "present" or not month:
            return _print(date, tongue, SHORT, variant)
        return pattern.format(m=f"{month:02}", y=date[:4], yy=date[2:4])

    def style(period: Period, tongue: Tongue, variant: int) -> Told:
        left, right = one(period.start or "", tongue, variant), one(period.end or "", tongue, variant)
        dash = variant + 1 if variant % 4 == 2 and "-" in pattern else variant
        text = _range(left, right, period, tongue, dash)
        return Told(text=text, start=period.start, end=period.end, single=period.start == period.end)

    return style


def _years(period: Period, tongue: Tongue, variant: int) -> Told:
    start, end = _year(period.start), _year(period.end)
    same = start == end or not start
    right = _print(end or "", tongue, SHORT, variant)
    text = right if same else _range(start or "", right, period, tongue, variant)
    return Told(text=text, start=start if period.start else None, end=end, single=same)


def _half_years(period: Period, tongue: Tongue, variant: int) -> Told:
    """2019-21"""
    told = _years(period, tongue, 1)
    if told.single or told.end == "present" or not told.start or not told.end or told.start[:2] != told.end[:2]:
        return told
    return told.model_copy(update={"text": f"{told.start}{'–-'[variant % 2]}{told.end[2:]}"})


def _from_to(period: Period, tongue: Tongue, variant: int) -> Told:
    """De mars 2019 à juin 2021; du mois d'..."""
    names = MONTHS
    left, right = (_print(d or "", tongue, names, variant) for d in (period.start, period.end))
    if not period.start or period.start == period.end:
        text = right
    elif period.end == "present":
        text = f"Depuis {left}" if tongue == "fr" else f"Since {left}"
    elif tongue == "fr":
        text = f"D{chr(39) if left[0] in 'aoAO' else 'e '}{left} à {right}"
    else:
        text = f"From {left} to {right}"
    return Told(text=text, start=period.start, end=period.end, single=period.start == period.end)


def _year_said_once(period: Period, tongue: Tongue, variant: int) -> Told:
    """mars - juin 2021"""
    start, end = period.start or "", period.end or ""
    if not _month(start) or not _month(end) or start[:4] != end[:4] or start == end:
        return _named(MONTHS)(period, tongue, variant)
    left = MONTHS[tongue][(_month(start) or 1) - 1]
    text = f"{left}{_dash(tongue, variant)}{_print(end, tongue, MONTHS, variant)}"
    return Told(text=text, start=start, end=end)


def _days(period: Period, tongue: Tongue, variant: int) -> Told:
    """01/03/2019 au 30/06/2021: days that no profile keeps."""

    def one(date: str, day: int) -> str:
        month = _month(date)
        return f"{day:02}/{month:02}/{date[:4]}" if month else _print(date, tongue, SHORT, variant)

    left, right = one(period.start or "", 1 + variant % 3), one(period.end or "", 27 + variant % 2)
    word = " au " if tongue == "fr" else " to "
    text = right if period.start in (None, period.end) else f"{left}{word}{right}"
    if period.end == "present":
        text = f"depuis le {left}" if tongue == "fr" else f"since {left}"
    return Told(text=text, start=period.start, end=period.end, single=period.start == period.end)


def _lasting(period: Period, tongue: Tongue, variant: int) -> Told:
    """mars 2019 – juin 2021 (2 ans 4 mois)"""
    told = _named(MONTHS)(period, tongue, variant if variant % 3 else variant + 1)
    start, end = period.start or "", period.end or ""
    if told.single or not _month(start):
        return told
    last = "2025-06" if end == "present" else end
    months = (int(last[:4]) - int(start[:4])) * 12 + (_month(last) or 12) - (_month(start) or 1) + 1
    years, rest = divmod(max(months, 1), 12)
    words = ("an", "ans", "mois") if tongue == "fr" else ("year", "years", "months")
    said = [f"{years} {words[years > 1]}"] if years else []
    said += [f"{rest} {words[2]}"] if rest else []
    return told.model_copy(update={"text": f"{told.text} ({' '.join(said)})"})


def _stacked(period: Period, tongue: Tongue, variant: int) -> Told:
    """A range that goes on in the next line."""
    told = _named(SHORT)(period, tongue, 1)
    return told.model_copy(update={"text": told.text.replace(" - ", " -\n")})


def _capitals(period: Period, tongue: Tongue, variant: int) -> Told:
    told = _named(SHORT if variant % 2 else MONTHS)(period, tongue, variant)
    return told.model_copy(update={"text": told.text.upper()})


_STYLES: dict[str, Callable[[Period, Tongue, int], Told]] = {
    "long": _named(MONTHS),
    "short": _named(SHORT),
    "numbers": _numbers("{m}/{y}"),
    "dotted": _numbers("{m}.{y}"),
    "iso": _numbers("{y}-{m}"),
    "short_numbers": _numbers("{m}/{yy}"),
    "years": _years,
    "half_years": _half_years,
    "from_to": _from_to,
    "year_once": _year_said_once,
    "days": _days,
    "lasting": _lasting,
    "stacked": _stacked,
    "capitals": _capitals,
}
STYLES = tuple(_STYLES)
