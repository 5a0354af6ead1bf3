"""Studies told in words rather than listed: "CAP Coiffure obtenu en 2011 au CFA de Brest", "got it in 2003"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.organisations import NAMED_BY_KIND, SCHOOL_WORDS
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, without_ranges
from vivier.resumes.wording.moments import PRESENT, DateRange
from vivier.resumes.wording.opinions import degree_score, place_score, school_score

_DEGREE, _LONGEST, _TOWN, _LIKE_SCHOOL = 0.8, 110, 0.8, 0.5
_WORD = re.compile(r"[^\W_][\w.'’+-]*(?<![.'’])")
_ELISION = re.compile(r"^[dlDL]['’]")
_SCHOOL_WORD = re.compile(r"(?<![^\W_])(?:(?<=[dDlL]['’])|(?<!['’]))[^\W_][\w.-]+(?<!\.)")

# Words that open the name of a degree; the short ones only in capitals, which mean something else when small.
_OPENS = words(
    """
    bts btsa dut deug deust dess dea cap capa bep bepa bac baccalaureat licence master mastere maitrise doctorat diplome
    certificat brevet degree diploma doctorate certificate bsc msc mba phd a-levels a-level gcse gcses hnd hnc nvq svq
    btec pgce highers habilitation capes agregation bafa deaes deas ingenieur beng meng bpjeps maturite maturita bcom
    bachelor o-levels igcses matric apprenticeship b.sc m.sc b.a m.a ph.d b.eng m.eng licencjat bachelors masters llb
    bachelor's master's prepa cqp dnb llm ll.m ll.b
    """
)
_NO_NAMES = words("diplome certificat brevet degree diploma certificate formation titre")  # with nothing behind them
_CAPITALS = words("BA MA BUT DES DEC DEP AEC DU BP MS BS MD JD BEd MEd DE TP")
_OF_TWO_WORDS = re.compile(
    r"\b(?:[Tt]itre\s[Pp]ro|TITRE\sPRO|[Ll]evel\s(?:[1-8]|one|two|three|four|five)|[AaOo][ -][Ll]evels|A-level"
    r"|(?:[Ll]eaving|[Jj]unior)\s[Cc]ert|[Ss]tandard\s[Gg]rades?|[Nn]ational\s[1-5]s?|[Cc]hartered\s[Aa]ccountant"
    r"|[Mm]ention\s[Cc]ompl[ée]mentaire|(?:[Hh]igh|[Ss]econdary)\s[Ss]chool\s[Dd]iploma)\b"
)
# What may stand before such a word within the name.
_BEFORE = words(
    """
    executive higher advanced postgraduate graduate national ordinary extended foundation junior leaving general
    joint international european professional technical level qqi fetac nvq btec city guilds & and p1 hnc dual
    double specialised specialized teaching the a-level as-level honours first ib modern
    """
)
_COUNTED = re.compile(
    r"(?:(?<!\d)\d{1,2}(?:[èe]me|[èe]re|e|nde)?|seconde|premi[èe]re|terminale|two|three|four|five|six|seven|eight|nine|ten)\s$",
    re.IGNORECASE,
)

_TOOK = (
    r"obtenue?s?|pass[ée]e?s?|suivie?s?|pr[ée]par[ée]e?|d[ée]croch[ée]e?|valid[ée]e?s?|re[çc]ue?s?|soutenue?"
    r"|got|gained|passed|earned|awarded|taken|left"
)
_GOES_ON = r"puis|then|that|which|qui|que|o[ùu]|where|when|with|avec|while|before|after|avant|apr[èe]s|mention"
_FROM_ONE = r"and\s(?:an?|my|then|the|I)|et\s(?:d['’]|j['’]|une?|mon|ma)"
_HOW = (
    r"en\s(?:cours|alternance|apprentissage|candidate?\slibre|reprise|formation)|par\s(?:la\s)?(?:VAE|alternance|voie)"
    r"|part[- ]time|full[- ]time"
)
# What ends the name of a degree: how and when it was taken, its marks, a comma, a school.
_TURNS = re.compile(
    r"\s*[,;:«\"“]|\s*\((?!(?i:hons|ord|honou?rs|general|ba|bsc)\b)|(?:(?<=[a-zà-ÿ]{4})|(?<=[\d)]))\.(?:\s|$)"
    rf"|\s(?:{_TOOK}|{_GOES_ON}|{_FROM_ONE}|{_HOW}|m['’]a\s[ée]t[ée]|was\s(?:awarded|given)|completed|finished|achieved|upper\ssecond|lower\ssecond"
    r"|first\sclass|distinction|grades?|chez|au|from|through|via|since|depuis|dans|in\s\d{4}|en\s\d{4}|[–—-])(?!\w)"
    r"|\s(?:at|à)\s(?=[A-ZÀ-Ý])|\s(?:à|de)\sl['’](?=[Uu]niv|[ÉEée]cole|[Ii]nstitut|[Aa]cad|[A-Z]{3})|\sà\sla\s(?=[A-Z]|[Ff]ac|maison|m[êe]me)"
    r"|\s(?:d[eu]|de\sla)\s(?=lyc[ée]e|[Uu]niversit[ée]|CFA|MFR|Croix)"
)
# What ends the name of a school.
_STOPS = re.compile(
    r"[,;:()«\"“]|\.(?:\s|$)|\s[–—-]\s"
    rf"|\s(?:{_TOOK}|{_GOES_ON}|{_FROM_ONE}|{_HOW}|graduat\w+|from|jusqu['’]aux?)(?!\w)"
    r"|\s(?:by|par|since|depuis|dans|option|in|en|de|du|between|entre|until)(?:\s(?=\d)|(?=\s*$))"
    r"|\s(?:en|in|de|depuis)\s(?:[a-zûé]{3,9}|[A-Z][a-z]{2,8})\s(?=\d{4})"
)
_CLOSES = re.compile(
    r"(?<![\w'’])((?:[A-Z][\w'’&.-]*\s(?:(?:and|&|of|the)\s)?){1,5}"
    r"(?:University|College|School|Academy|Institute|Polytechnic)"
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s|&\s)?[A-Z]\w+){0,4})?)"
)
_LED = re.compile(
    r"(?:^|\s)(?:(?:from|at|through|via|with)\s(?:the\s)?|chez\s|à\s|[àÀ]\sl['’])(?=[A-ZÀ-Ý])"
    r"|(?:^|\s)de\sla\s(?=Croix-Rouge)"
)
_SAME = re.compile(
    r"(?:(?:au|dans\s(?:le|la)|at\sthe|à\sla|à\sl['’])\s)?(?:m[êe]me|same)\s(?:[a-zé]+|[A-Z]{3})\b|\b(?:idem|ibid)\b"
)
_OF_ALL = re.compile(r"\b(?:tou(?:te?)?s?|all|both)\s(?:au|à|at|from)\b")
_LEFT = re.compile(r"^(?:Left|Attended|Finished|At|From|After|Then)\s(?:the\s)?")
_LEADS_ON = re.compile(
    r"[,.;:)]|\d{4}|\s(?:puis|then|apr[èe]s|after|jusqu['’]au)\s|\s(?:and|et)\s(?:an?|my|the|une?|mon|d['’]une?)\s"
    r"|^(?:\s\S+)?\s(?:and|et)\s"
)
_LAST = re.compile(r"\s(?:and|et|puis|then|in|en|de|du|d['’]|of|à|au|l['’]|from|at|an?|my|la|the)$")
_TELLS = re.compile(
    rf"\b(?:{_TOOK}|titulaire|dipl[ôo]m[ée]e?|trained|studied|went|attended|in\sprogress|en\scours)\b"
    r"|^\W*in\s(?:[a-z]+\s)?\d{4},|\s(?:from|at|through)\s(?:the\s)?[A-Z]|\s(?:au|à\s(?:la|l['’])|à)\s?[A-ZÀ-Ýa-zà-ÿ]{3}",
    re.IGNORECASE,
)
# Words of schools that open their names, and none of a degree's.
_OF_SCHOOLS = SCHOOL_WORDS - words(
    "sciences mit it tech sup secondary campus unil ens mines ponts academy colleges lycees ecoles universities"
)

_PIECES = re.compile(r"(?:[,(]|\s[–—-])\s?([A-ZÀ-Ý][^,;:()–—]{1,60})(?=[,;)]|\s[–—-]\s|$)")
_ARTICLE_LAST = re.compile(r"\s(?:les?|la|une?|mon|ma|an?|my|the)$")
_STILL = re.compile(
    r"\b(?:en\scours(?!\s(?:du\s|d['’]))|en\spréparation|in\sprogress|ongoing|currently\sstudying|underway)\b",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(r"\s*[(,]\s*|\s(?:en|in)\s")
_SENTENCE_END = re.compile(r"(?<=[\w)])\.\s+(?=[A-ZÀ-Ý])")
_A_WORD = 12  # letters
_CLOSING_WORDS = words("school college university academy institute polytechnic")


class Told(NamedTuple):
    """A study that a text tells; `period` counts in the text."""

    degree: str
    school: str | None
    period: DateRange | None


def tells_studies(text: str) -> bool:
    """Whether a text says how or where something was taken, in words."""
    return _TELLS.search(text) is not None


def studies_in(text: str) -> list[Told]:
    """The studies that a text tells, in its order; none when it names no degree."""
    starts = list(_degrees(text))
    starts = [*_opening(text, starts[0] if starts else len(text)), *starts]
    if not starts:
        return []
    ranges = _of_studies(text, starts[0], find_ranges(text))
    bounds = _bounds(text, starts, ranges)
    told: list[Told] = []
    for n, (begin, end) in enumerate(pairwise([*bounds, len(text)])):
        start = starts[n]
        within = [r for r in ranges if begin <= r.begin < end]
        stop = min([r.begin for r in within if r.begin > start], default=end)
        turn = _TURNS.search(text, start + 1, end)
        opens = _OF_TWO_WORDS.match(text, start)
        school = _school(text, opens.end() if opens else start, end)
        close = min(stop, turn.start() if turn else end, school[0] if school and school[0] > start else end)
        degree = _bare(text[start:close])
        if degree_score(degree) < _DEGREE or len(degree) > _LONGEST or fold(degree) in _NO_NAMES:
            continue
        name = school or _before(text, starts, n)
        period = _period(text, within, ranges, start, close) or _going_on(text, begin, end)
        told.append(Told(degree, name[1] if name else None, period))
    return _with_shared(_with_same(told), _OF_ALL.search(text) is not None)


def _before(text: str, starts: list[int], n: int) -> tuple[int, str] | None:
    """The school before a degree: a second one behind the degree before, else the last that the text opens with."""
    if n and (others := list(_schools(text, starts[n - 1], starts[n])))[1:]:
        return others[-1]
    opening = list(_schools(text, 0, starts[0]))
    return opening[-1] if opening else None


def _schools(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    while (found := _school(text, begin, end)) is not None:
        yield found
        begin = found[0] + len(found[1])


def _with_same(told: list[Told]) -> list[Told]:
    """The studies, each "même lycée" being the school before it."""
    made: list[Told] = []
    for one in told:
        same = one.school is not None and _SAME.fullmatch(one.school) and made
        made.append(one._replace(school=made[-1].school) if same else one)
    return made


def _of_studies(text: str, first: int, ranges: list[DateRange]) -> list[DateRange]:
    """The periods without those of a sentence that ends before the `first` degree, unless it is a date and no more."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, 0, first + 1)]
    told = without_ranges(text[: ends[-1]], ranges) if ends else ""
    return [r for r in ranges if r.begin >= ends[-1]] if sum(c.isalpha() for c in told) > _A_WORD else ranges


def _with_shared(told: list[Told], of_all: bool) -> list[Told]:
    """The studies, each without a school and a date having those of the next ("BEP puis Bac pro, 2005 au lycée X")."""
    made: list[Told] = []
    for one in reversed(told):
        after = made[-1] if made else None
        bare = one.school is None and one.period is None
        if after is not None and one.school is None and (bare or of_all):
            one = one._replace(school=after.school, period=one.period or after.period)
        made.append(one)
    return made[::-1]


def _degrees(text: str) -> Iterator[int]:
    """Where names of degrees begin: each after a turn of the text behind the one before."""
    last = -1
    for match in _WORD.finditer(text):
        word = _ELISION.sub("", match[0])
        if match.start() < last:
            continue
        opens = (
            (fold(word) in _OPENS and word[-1:] not in "éÉ" and word[-2:] != "ée")
            or word in _CAPITALS
            or _OF_TWO_WORDS.match(text, match.start())
        )
        if not opens:
            continue
        start = _from(text, match.end() - len(word))
        if (last >= 0 and not _LEADS_ON.search(text[last:start])) or text.count("(", 0, start) > text.count(
            ")", 0, start
        ):
            continue
        yield start
        last = match.end()


def _opening(text: str, first: int) -> Iterator[int]:
    """Where the degree begins that a text opens with, behind a date, whatever its word; it ends before the `first`."""
    ranges = find_ranges(text)
    start = ranges[0].finish if ranges and not any(c.isalpha() for c in text[: ranges[0].begin]) else 0
    start += len(text[start:]) - len(text[start:].lstrip(" ,:;–—-\t)"))
    turn = _TURNS.search(text, start + 1)
    end = turn.start() if turn else len(text)
    name = text[start:end]
    if first < len(text) and not find_ranges(text[start:first]):
        return  # "DCG - Diplôme de comptabilité" is one
    if start < end <= first and degree_score(name) >= _DEGREE > school_score(name):
        yield start


def _from(text: str, start: int) -> int:
    """Where the name of a degree begins whose telling word begins at `start`: "6 GCSEs", "Executive MBA"."""
    while (before := re.search(r"([\w&'’-]+)\s$", text[:start])) is not None:
        word = before[1]
        counted = _COUNTED.search(text[:start])
        known = fold(word) in _BEFORE and word[:1].isupper()
        named = word[:1].isupper() and before.start() > 0 and text[: before.start()].endswith(("the ", "an ", "a "))
        if not (known or named or counted):
            break
        start = before.start()
    return start


def _bounds(text: str, starts: list[int], ranges: list[DateRange]) -> list[int]:
    """Where what belongs to each degree begins: at its name, or at the date before it when the first has one so."""
    if not ranges or ranges[0].begin > starts[0]:
        return _behind(starts, ranges, len(text))
    bounds = [0]
    for before, start in pairwise(starts):
        between = [r.begin for r in ranges if before < r.begin < start]
        bounds.append(between[-1] if between else start)
    return bounds


def _behind(starts: list[int], ranges: list[DateRange], end: int) -> list[int]:
    """Where what belongs to each degree begins when dates stand behind, but "j'ai obtenu en 2009 une licence"."""
    bounds = [0, *starts[1:]]
    for n, (begin, after) in enumerate(pairwise([*starts[1:], end]), 1):
        before = [r.begin for r in ranges if starts[n - 1] < r.begin < begin]
        if len(before) > 1 and not any(begin < r.begin < after for r in ranges):
            bounds[n] = before[-1]
    return bounds


def _period(text: str, within: list[DateRange], ranges: list[DateRange], start: int, close: int) -> DateRange | None:
    """The period of a degree: right behind its name, or where the others have theirs, before or behind it."""
    after = [r for r in within if r.begin > start]
    if after and _RIGHT_BEHIND.fullmatch(text[close : after[0].begin]):
        return after[0]
    if ranges and ranges[0].begin < start and within and within[0].begin < start:
        return within[0]
    return after[0] if after else (within[-1] if within else None)


def _going_on(text: str, begin: int, end: int) -> DateRange | None:
    """What says that a study goes on, where it has no date."""
    still = _STILL.search(text, begin, end)
    return DateRange(None, PRESENT, still.start(), still.end(), single=True) if still else None


def _school(text: str, begin: int, end: int) -> tuple[int, str] | None:
    """Where a school is named between two places, and its name."""
    part = text[begin:end]
    found: list[tuple[int, int]] = []
    if same := _SAME.search(part):
        return begin + same.start(), same[0].strip()
    for match in _SCHOOL_WORD.finditer(part):
        word = fold(match[0])
        if word in _OF_SCHOOLS or NAMED_BY_KIND.match(fold(part[match.start() :])):
            at = _opening_of(part, match) if match[0] in _CLOSING_WORDS else match.start()
            found.append((at, at))
            break
    found += [(m.start(1), m.start(1)) for m in [_CLOSES.search(part)] if m]
    for led in _LED.finditer(part):
        name = _named(part, led.end())
        if place_score(name) < _TOWN and not find_ranges(name):
            found.append((led.start(), led.end()))
            break
    if not found:
        return _piece(part, begin)
    at, opens = min(found, key=lambda f: (f[1], f[0]))
    name = _named(part, opens)
    return (begin + at, name) if len(name) > 1 else None


def _piece(part: str, begin: int) -> tuple[int, str] | None:
    """A piece between commas, dashes or brackets that looks like a school by itself: "– ESBS, Strasbourg –"."""
    for piece in _PIECES.finditer(part):
        name = piece[1].strip()
        if school_score(name) >= _LIKE_SCHOOL and degree_score(name) < _DEGREE and place_score(name) < _TOWN:
            return begin + piece.start(), name
    return None


def _opening_of(part: str, match: re.Match[str]) -> int:
    """Where a name opens that an English word closes, written small: "falmouth marine school"."""
    if re.match(r"\s(?:of|de|d['’])", part[match.end() :]):
        return match.start()
    before = re.split(r"[,;:()–—-]\s|\b(?:at|from|to|the|and|left|with|through)\s|\d{4}\s", part[: match.start()])[-1]
    return match.start() - len(before)


def _named(part: str, at: int) -> str:
    """The name that begins at a place: as far as a comma, a date, a verb."""
    stop = _STOPS.search(part, at + 1)
    name = part[at : stop.start() if stop else len(part)]
    ranges = find_ranges(name)
    name = name[: ranges[0].begin if ranges else len(name)].strip(" ,.;:–—-")
    return _ARTICLE_LAST.sub("", _LEFT.sub("", name))


def _bare(degree: str) -> str:
    return _LAST.sub("", degree.strip(" ,.;:–—-("))
