"""A life told in sentences: "De 1998 à 2003, j'ai été tonnelier au Domaine Kerdraon. Depuis 2011, je suis ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vivier.resumes.certainty.confidence import FAIR
from vivier.resumes.certainty.evidence import found, written
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.model import Found, FoundEducation, FoundExperience
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.moments import PRESENT, DateRange
from vivier.resumes.wording.opinions import place_score, title_score
from vivier.resumes.wording.told_studies import studies_in

_LONG_ROW, _LONG_NAME, _MOSTLY, _LEAST = 8, 7, 0.6, 2
_POST, _TOWN = 0.6, 0.8
_BRIEF = 10  # words

# How somebody says what they were.
_WAS = (
    r"(?i:j['’](?:y\s)?(?:ai\s(?:[ée]t[ée]|d[ée]but[ée]\scomme)|[ée]tais|fus|occupe\sle\sposte\sde)|(?:j['’]y|je)\s(?:fus|suis)"
    r"|(?:y\s)?(?:suis\s)?(?:devenue?|devins|nomm[ée]e?|promue?|embauch[ée]e?|recrut[ée]e?|engag[ée]e?)(?:\scomme)?"
    r"|comme|en\stant\sque?|en\squalit[ée]\sde|(?:le\s|un\s|mon\s)?poste\sde"
    r"|(?:mise?|install[ée]e?|[ée]tablie?)\s[àa]\s(?:mon|son)\scompte(?:\scomme|\s?[,:])"
    r"|(?:i|he|she|[a-z]+)\s(?:was|am|is|became|ha(?:ve|s)\sbeen)|i['’]ve\sbeen|promoted\sto|(?<!trained\s)as|(?:job|role|post|position)\sof)"
)
_NOW = (
    r"(?:(?:(?:encore|toujours|still)\s)?(?:aujourd['’]hui|actuellement|alors|ensuite|d['’]abord|currently|now|previously|first"
    r"|then|later|also|encore|toujours|still),?\s)?"
)
# "En tant qu'ébéniste", "en qualité d'agente".
_ELIDED = r"(?i:en\stant\squ|en\squalit[ée]\sd|poste\sd|m[ée]tier\sd)['’]"

_ARTICLE = r"(?:(?:an?|the|une?|le|la|their|its|leur)\s|l['’]|d['’])?"
_WORD = r"(?:[A-Z]\.\s?)?[A-ZÀ-Ý][\w'’&.-]*[\w&]"
_LINK = r"(?:(?:de|du|des|la|le|les|et|of|the|and|&|for|sur|en|aux?)\s|[dl]['’])"
# Each name in one way only, and of so many words, or a text made for it would be tried in all of its ways.
_NAME = rf"(?:{_WORD}(?:\s{_LINK}{{0,2}}{_WORD}|\s\d{{1,2}}(?!\d)){{0,9}})"
_HOUSE = (
    r"(?:(?i:mairie|h[ôo]pital|centre|ehpad|cr[èe]che|clinique|lyc[ée]e|coll[èe]ge|[ée]cole|universit[ée]|cabinet|soci[ée]t[ée]|restaurant|garage"
    r"|(?<!d['’])(?<!de\s)(?:[ée]tude|office|ateliers?|m[ée]diath[èe]que|biblioth[èe]que|banque|mutuelle|caisse|agence|entreprise|pharmacie|cave"
    r"|camping|tribunal|prison|compagnie|groupe|coop[ée]rative|laboratoire|institut|fondation|r[ée]sidence|foyer|maternit[ée]"
    r"|polyclinique|magasin|salon|studio|bureau|refuge|auberge|caf[ée]|ch[âa]teau|commune|pr[ée]fecture|d[ée]partement)"
    rf"|boulangerie|maison|association|th[ée][âa]tre|mus[ée]e|domaine|ferme|usine|h[ôo]tel"
    rf"|[a-zàâéèêîô]{{3,12}}erie)\s(?:[a-zà-ÿ]+\s){{0,2}}{_LINK}{{0,2}}{_NAME})"
)
_IN = (
    r"\s(?:[àa]\sla\s|[àa]\sl['’]|aux?\s|chez\s|[àa]\s|de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’]|(?:pour|par)\s(?:l[ae]s?\s|l['’])?"
    r"|dans\s(?:l[ae]s?\s|l['’]|une?\s)?|(?:at|for|with|in|of|on|within)\s(?:the\s)?)"
)
_END = (
    r"(?=\s(?:(?:de|du|d[eè]s|from|en|in|entre|between|since|depuis)\s(?:[a-zûé]+\.?\s|[A-Z][a-z]+\s)?\d|(?:until|till"
    r"|jusqu['’]\w+|pendant|durant|during|o[ùu]|qui|where|who|puis|then|before|avant|and|et|for\s\w+\s(?:years|months))\b)"
    r"|\s?[,.;:()!?]|$)"
)
_ROLE = re.compile(
    rf"\b(?:(?:{_WAS}\s){{1,2}}{_NOW}{_ARTICLE}|{_ELIDED})(?P<what>[a-zà-ÿA-ZÀ-Ý][^,;:.()]{{2,70}}?)(?:{_IN}(?P<where>{_HOUSE}|{_NAME})|{_END})"
)
_NAMED = re.compile(rf"(?:\b(?:L[ea]s?|The)\s|L['’]|(?<=['’\s(])|^)(?P<name>{_NAME})")
_THEN = re.compile(r"(?:Puis|Ensuite|Enfin|Alors|Then|Next|Later|Finally|Afterwards)\s")
_TRADING = re.compile(
    r"(?i)\b(?:trading\sas|sous\s(?:l['’]enseigne|le\snom)(?:\sde)?|under\sthe\sname(?:\sof)?)\s(?P<name>[^,;:.()]{2,40})"
)
_BREAK = re.compile(
    r"(?i)\b(?:arr[êe]t|pause|cong[ée]|coupure|break|gap|leave|maternity|illness|maladie)\b[^.;:()\d]{0,40}[(,]?\s?$"
)
_THERE = re.compile(r"(?i)\bj['’]y\b|\by\s(?:suis|devins)|\bthere\b")
# "National Trust, Calke Abbey." before what one did there.
_ONLY_NAMES = re.compile(rf"(?:{_HOUSE}|{_NAME})(?:\s(?:plc|ltd|inc|llp|sarl|sas))?(?:,\s{_NAME}){{0,2}}")
# "Payroll clerk, 2001 to 2006": a post behind such a name, and nothing else.
_BARE_POST = re.compile(
    r"(?P<what>[A-ZÀ-Ý][^,;:.()\d]{2,60}?)(?:,|\sfrom|\sde)?\s(?=(?:[a-zûé]+\.?\s|[A-Z][a-z]+\s)?\d{4})(?P<where>)"
)
_LEADS = re.compile(
    r"(?i)(?:\b(?:chez|joined|joining|at|to|for|with|under|rejoint|int[ée]gr[ée]|[àa]\sla|aux?|[àa]|pour|par|by)(?:\sl[ae]s?|\sthe)?\s|l['’])$"
)
_TOOK_ON = re.compile(
    r"(?i)(?:,\s[^,.;]{3,40})?,?\s(?:took\sme\son|hired\sme|recruited\sme|m['’]a\s(?:\w+\s)?(?:(?:embauch|employ|recrut|engag|confi|appel)[ée]e?|prise?)|,?\sm['’]emploie)\b"
)
_STILL = re.compile(
    r"(?i)\b(?:i\s(?:still|remain)|(?:am\s)?still\s(?:am|do|there|here|work)|(?:je|j['’]y)\s(?:suis|travaille|reste)\s(?:encore|toujours))\b"
)
_DOER = re.compile(
    r"(?i)(?:[a-zà-ÿ-]+\s)?[a-zà-ÿ-]{3,}(?:ators?|ers?|ors?|ists?|ians?|eur|euse|rice|[èi]re|iste|ien|ienne|man|woman)"
)
_CHARGED = re.compile(
    r"(?i)\s(?:for|on)\sthe\s[a-z].*|\s(?:charg[ée]e?|responsable)\sd(?:e|es|u)\b.*|\s(?:in\scharge|responsible)\s(?:of|for)\b.*"
    r"|\s(?:sur|dans)\s(?:l[ea]s?\s|l['’]).*|\s(?:à\sla|à\sl['’]|au)\s(?:gare|siège|bureau|station|dépôt|port|mairie|poste)\b.*"
)
_LEFT = re.compile(r"(?i)\b(?:left|leaving|quitt[ée]e?|jusqu['’]\w+|until|parti[re]?)\b")
_GAINED = re.compile(
    r"(?i)\b(?:obtenue?|re[çc]ue?|dipl[ôo]m[ée]e?|graduated|awarded|gained|n[ée]e?|born)\s(?:\w+\s){0,2}\d{4}$"
)
_SENTENCE = re.compile(
    r"(?:(?<=[a-zà-ÿ\d)»”'’\"])|(?<=[A-ZÀ-Ý]{3}))"
    r"\s?[.;!?]\s+(?=[A-ZÀ-Ý«“\"]|j['’]|je\s|i\s|puis\s|then\s)"
)


class Told(NamedTuple):
    """What sentences tell."""

    posts: list[FoundExperience]
    studies: list[FoundEducation]
    sentences: list[Row]


@dataclass(slots=True)
class _Sentence:
    text: str
    rows: list[Row]
    ranges: list[DateRange] = field(default_factory=list)


def told_in_sentences(rows: list[Row]) -> Told | None:
    """The posts and studies of a text that tells them in sentences; None where it lists more than it tells."""
    long = sum(len(row.text) for row in rows if _is_long(row))
    if long < _MOSTLY * sum(len(row.text) for row in rows):
        return None
    sentences = list(_sentences(rows))
    posts: list[FoundExperience] = []
    studies: list[FoundEducation] = []
    before, house = None, ""
    undated: _Sentence | None = None  # "Maître Halden m'a prise comme secrétaire." before "De 2004 à 2011, ..."
    for one in sentences:
        if name := _only_names(one):
            before, house = None, name
            continue
        told = list(_posts(one, before, house))
        if not told and posts and (until := _until(one, posts[-1])) is not None:
            posts[-1] = posts[-1].model_copy(update={"end": until})
        if not told and posts and undated is not None and (spans := [r for r in one.ranges if not r.single]):
            start, end = _date(spans[0].start, spans[0], one), _date(spans[0].end, spans[0], one)
            posts[-1], undated = posts[-1].model_copy(update={"start": start, "end": end}), None
        if told:
            undated = one if told[-1].employer and not (told[-1].start or told[-1].end) else None
        posts += told
        studies += _studies(one)
        before, house = one, "" if told else house
    dated = [post for post in posts if post.start is not None or post.end is not None]
    if len(dated) < _LEAST:
        return None
    return Told(dated, studies, [_as_row(one) for one in sentences])


_OF_ONESELF = re.compile(r"(?i)(?:i|je|he|she|elle|il)\s|i['’](?:ve|m)\s|j['’]")
_OWN_VOICE = re.compile(
    r"(?i:\bj['’]ai\b|(?:^|[\s,(])je\s|^(?:je\ssuis\s)?(?:titulaire|dipl[ôo]mée?)\sd(?:u|e|['’]))"
    r"|(?:^|[\s,])I\s(?:also\s|then\s|first\s)?(?:have|hold|was|am|left|took|went|did|studied|got|gained|read|graduated|attended"
    r"|completed|earned|passed|qualified|trained|started|joined|began|came|finished)\b"
)


def studies_told(rows: list[Row]) -> list[FoundEducation]:
    """The studies of a section that tells them in sentences of one's own; none where it lists them."""
    long = sum(len(row.text) for row in rows if _is_long(row))
    if long < _MOSTLY * sum(len(row.text) for row in rows) or not any(_OWN_VOICE.search(row.text) for row in rows):
        return []
    return [study for one in _sentences(rows) for study in _studies(one)]


def tells_more(told: Told, posts: list[FoundExperience]) -> bool:
    """Whether sentences name more posts than a list was read to name, in as many words as names have."""
    listed = [p for p in posts if p.employer and p.start and p.title and _is_name(p.title.value)]
    return len([p for p in told.posts if p.employer]) > len(listed)


def _is_name(text: str) -> bool:
    return len(text.split()) <= _LONG_NAME and not text[:1].islower() and not _OF_ONESELF.match(text)


def _is_long(row: Row) -> bool:
    return len(row.cells) == 1 and not row.bullet and len(row.text.split()) >= _LONG_ROW and "@" not in row.text


def _sentences(rows: list[Row]) -> Iterator[_Sentence]:
    """The sentences of long rows that follow each other, each with the rows that it stands in."""
    paragraph: list[Row] = []
    for row in [*rows, None]:
        goes_on = row is not None and (_is_long(row) or (paragraph and not row.bullet and not _ends(paragraph[-1])))
        if row is not None and goes_on:
            paragraph.append(row)
            continue
        yield from _of_paragraph(paragraph)
        paragraph = []


def _ends(row: Row) -> bool:
    return row.text.rstrip()[-1:] in ".!?"


def _of_paragraph(rows: list[Row]) -> Iterator[_Sentence]:
    text, starts = "", []
    for row in rows:
        starts.append(len(text))
        text += row.plain.strip() + " "
    begin = 0
    for end in [*(m.end() for m in _SENTENCE.finditer(text)), len(text)]:
        within = [r for r, at in zip(rows, starts, strict=True) if at < end and at + len(r.plain) + 1 > begin]
        if told := text[begin:end].strip():
            yield _Sentence(told, within, find_ranges(told))
        begin = end


def _as_row(one: _Sentence) -> Row:
    return kept(one.rows[0], [Cell([w for row in one.rows for w in row.words], one.text)])


def _only_names(one: _Sentence) -> str:
    """The house that a sentence of names and nothing else is: "Next plc, Halden." before what was done there."""
    text = one.text.rstrip(" .")
    if one.ranges or not _ONLY_NAMES.fullmatch(text) or title_score(text) >= _POST:
        return ""
    names = text.split(", ")
    return ", ".join(names[:-1] if len(names) > 1 and place_score(names[-1]) >= _TOWN else names)


def _posts(one: _Sentence, before: _Sentence | None, there: str) -> Iterator[FoundExperience]:
    """The posts that a sentence tells, each with the period nearest to it.

    `there`: the house named right before it. "There" is where the sentence `before` was, and so since when.
    """
    ranges = [
        r
        for r in one.ranges
        if not _GAINED.search(one.text[: r.finish]) and not _BREAK.search(one.text[max(0, r.begin - 80) : r.begin])
    ]
    # "Between 2012 and 2017 I was propagator"
    known = there and ranges
    roles = [
        m for m in _ROLE.finditer(one.text) if _is_post(m["what"]) or (known and _DOER.fullmatch(_bare(m["what"])))
    ]
    if there and not roles and (bare := _BARE_POST.match(one.text)) and title_score(bare["what"]) >= _POST:
        roles = [bare]
    left = bool(_LEFT.search(one.text))
    if len(roles) == len(ranges) == _LEAST and left and all(r.single for r in ranges):
        roles = roles[:1]  # "In 2009 I came as an assistant, leaving in 2015 as producer"
    elif len(roles) > len(ranges) == 1 and ranges[0].single and _STILL.search(one.text):
        roles = roles[-1:]  # "I joined as verger in 2016 and am still here, now as head verger"
    spots = [m.start("what") for m in roles]
    for match, period in zip(roles, _periods([r for r in ranges if not r.single] or ranges, spots), strict=True):
        house = _bare(match["where"] or "")
        if not house or place_score(house) >= _TOWN:
            again = before is not None and _THERE.search(match[0]) is not None
            house = (
                _house_before(one.text[: match.start()], before.text if before is not None and again else "") or there
            )
            if again and before is not None and not ranges and _STILL.search(one.text):
                period = next(iter(before.ranges), None)
        what = match["what"]
        if trading := _TRADING.search(one.text, match.start("what")):
            house, what = _bare(trading["name"]), what[: max(0, trading.start() - match.start("what"))] or what
        spans = [r for r in ranges if r.single]
        start, end = (period.start, period.end) if period is not None else (None, None)
        if left and len(roles) == 1 and spans:
            ends = [r.end for r in ranges if r.start is None or r is not spans[0]]
            start, end = spans[0].start, ends[0] if ends else end
        if len(roles) == 1 and period is not None and period.single and _STILL.search(one.text):
            end = PRESENT
        yield FoundExperience(
            title=found(_CHARGED.sub("", _bare(what)), FAIR, one.rows),
            employer=found(house, FAIR, one.rows) if house else None,
            start=_date(start, period, one),
            end=_date(end, period, one),
        )


def _until(one: _Sentence, post: FoundExperience) -> Found | None:
    """When a sentence says that the post told before it was left: "J'y suis restée jusqu'en 2004"."""
    brief = len(one.text.split()) <= _BRIEF or (one.ranges and one.ranges[0].start is None)
    alone = len(one.ranges) == 1 and _LEFT.search(one.text) is not None and brief
    if not alone or post.start is None or post.end is None or post.start.value != post.end.value:
        return None
    return _date(one.ranges[0].end, one.ranges[0], one)


def _is_post(text: str) -> bool:
    return title_score(_CHARGED.sub("", _bare(text))) >= _POST


def _periods(ranges: list[DateRange], spots: list[int]) -> list[DateRange | None]:
    """The period of each spot of a sentence: one for one in order, else the nearest."""
    if len(ranges) == len(spots):
        return list(ranges)
    return [min(ranges, key=lambda r: min(abs(r.begin - at), abs(at - r.finish)), default=None) for at in spots]


def _date(value: str | None, period: DateRange | None, one: _Sentence) -> Found | None:
    if value is None:
        return None
    read_as = one.text[period.begin : period.finish] if period is not None else value
    return written(value, FAIR, one.rows, read_as)


def _house_before(text: str, before: str) -> str:
    """The last name before a post in its sentence that a preposition leads to, or that the sentence before is about."""
    names = [m for m in _NAMED.finditer(text) if place_score(m["name"]) < _TOWN]
    led = [m["name"] for m in names if _LEADS.search(text[: m.start("name")]) or _TOOK_ON.match(text, m.end("name"))]
    led += [m[0] for m in re.finditer(_HOUSE, text)]
    if led or not before:
        return _THEN.sub("", led[-1]) if led else ""
    told = [m["name"] for m in _NAMED.finditer(before) if place_score(m["name"]) < _TOWN and " " in m["name"]]
    told += [m[0] for m in re.finditer(_HOUSE, before)]
    return re.sub(r"^(?:L[ea]s?|The)\s", "", told[-1]) if told else ""


def _studies(one: _Sentence) -> Iterator[FoundEducation]:
    """The degrees that a sentence tells with a school or a year."""
    for study in studies_in(one.text):
        if study.school is None and study.period is None:
            continue
        yield FoundEducation(
            degree=found(study.degree, FAIR, one.rows),
            institution=found(study.school, FAIR, one.rows) if study.school is not None else None,
            end=_date(study.period.end if study.period is not None else None, study.period, one),
        )


def _bare(text: str) -> str:
    """A name without what leads to it or ends its sentence."""
    return re.sub(r"\s(?:and|et|puis|then|here|there|ici)$", "", text.strip(" ,.;:"))
