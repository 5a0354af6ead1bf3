"""What is told beside a degree and is no part of it: how well it was passed, how and how far it was taken."""

import re
from dataclasses import replace

from vivier.resumes.layout.lines import Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.wording.opinions import degree_score

_MENTION = r"mentions?\s?:?\s?(?:(?:tr[èe]s|assez)[ -])?(?:bien|honorable|passable|excellent|A\.?B\.?|T\.?B\.?)"
_REST = r"(?:(?!\s[–—-]\s)[^,;()\t])"  # what follows as far as a sign
_MARK = r"\d+(?:[.,]\d+)?"
_HONOURS = (
    rf"(?:obtenue?s?\s)?(?:avec\s)?(?:la\s)?{_MENTION}(?:\s(?:avec|et)\s(?:les\s)?f[ée]licitations{_REST}*)?"
    rf"|obtenue?s?\savec\s(?:mention|succ[èe]s|distinction|f[ée]licitations{_REST}*)|(?:les\s)?f[ée]licitations\sdu\sjury"
    r"|(?:with\s)?(?:first|second|third|upper[ -]second|lower[ -]second)(?:[ -]class)(?:\shonou?rs)?"
    r"(?:,?\s(?:grade|division|upper|lower)(?:\s(?:one|two|1|2|I{1,2}|division))?)?|(?:upper|lower)[ -]second"
    r"|(?:with\s)?(?:(?:double|triple|high)\s)?(?:distinction|merit|honou?rs)\*?|(?:with\s)?2[:.][12]|(?:summa\s|magna\s)?cum\slaude|dean['’]s\slist"
    rf"|(?:c?gpa|average|note\sfinale|moyenne)\s?:?\s?{_MARK}(?:\s?(?:/|sur|out\sof)\s?{_MARK})?"
    r"|majore?\sde\s(?:la\s|sa\s)?promo(?:tion)?|predicted(?:\sgrades?)?"
)
_PLACED = (
    rf"(?:note\s:?\s?)?{_MARK}\s?(?:/\s?(?:10|20|100)|%)|(?:rang|rank(?:ed)?|class[ée]e?)\s?:?\s?\d+(?:er|re|e|th|st|nd|rd)?"
    r"(?:\s?(?:/|sur|of|out\sof)\s?\d+)?|\d+\s?(?:er|re|[èe]re|e|[èe]me|th|st|nd|rd)\s(?:(?:sur|of|out\sof)\s\d+|au\sconcours)"
)
_STATE = (
    r"(?:non|pas)\s(?:valid|obten|termin|achev|soutenu|pr[ée]sent)[\wé]*|inachev[ée]e?s?"
    rf"|abandon(?:n[ée]e?)?(?:\s{_REST}{{2,30}})?"
    rf"|interrompue?s?|deferred|on\shold|viva\spassed|(?:m[ée]daill[ée]e?|prix|troph[ée]e)\s{_REST}{{2,40}}"
    rf"|(?:m[ée]moire|th[èe]se|thesis|dissertation)\s(?:sur|on|de|about)\s{_REST}{{2,80}}"
    rf"|\d{{1,2}}\s(?:at|with)\s(?:grades?\s)?[A-U9]{_REST}{{0,20}}|(?:at\s)?grades?\s[A-U9]\b{_REST}{{0,20}}"
    r"|not\s(?:completed|finished|obtained|awarded)|unfinished|incomplete|withdrawn|did\snot\s(?:finish|graduate|complete)"
    rf"|left\s(?:after|before|early){_REST}{{0,30}}|dropped\sout{_REST}{{0,20}}"
    r"|(?:[\wéè]+\s){0,5}(?:ann[ée]es?|semestres?|cr[ée]dits)\svalid[ée]e?s?|obtenue?s?|valid[ée]e?s?|achieved|awarded|passed"
    r"|(?:year|semester)\s\d\s(?:of|out\sof)\s\d"
    r"|(?:\d(?:re|[èe]re|e|[èe]me)|premi[èe]re|deuxi[èe]me)\sann[ée]e(?:\s(?:seulement|uniquement|seule))?"
    rf"|(?:admissible|admissibilit[ée]|laur[ée]ate?)\s{_REST}{{2,40}}|scholarship(?:\sholder)?|boursi(?:er|[èe]re)"
)
HOW_TAKEN = (
    r"en\s(?:\d|un|deux|trois|quatre)\s(?:ans?|ann[ée]es?|mois)|(?:part|full)[ -]time|[àa]\stemps\spartiel"
    r"|(?:en\s)?cours\sdu\ssoir(?:\set\s(?:en\s|par\s)?vae)?"
    r"|en\s(?:alternance|(?:contrat\sd['’])?apprentissage|candidate?\slibre|contrat\sde\sprofessionnalisation"
    r"|formation\s(?:continue|[àa]\sdistance))"
    r"|(?:(?:by|via)\s)?distance\slearning|evening\sclasses|day\srelease"
)
_LEVEL = (
    r"(?:titre\s)?(?:rncp\s)?(?:de\s)?niveau\s(?:[1-8]|I{1,3}|IV|V|VI)(?:\srncp)?|titre\srncp(?:\sde\sniveau\s\w{1,3})?"
    r"|(?:niveau\s)?bac\s?\+\s?[1-8]"
)
_EQUALS = r"[^()]*\b[ée]quivalen\w*[^()]*"
# In brackets "First" or "2:1" are left: who writes so names the degree with it.
_BRACKETED = re.compile(
    rf"\s?\((?:{_MENTION}|{_PLACED}|{_STATE}|{HOW_TAKEN}|{_LEVEL}|{_EQUALS}|predicted(?:\sgrades)?)\)", re.IGNORECASE
)
_PIECE = re.compile(
    rf"(?:,\s?|;\s|\s[–—-]\s|\s(?=with\s(?:distinction|merit|honou?rs)))(?:{_HONOURS}|{_PLACED}|{_STATE}|{HOW_TAKEN}|{_LEVEL}|[ée]quivalen(?:ce|t\s(?:to|à)\s{_REST}{{2,40}}))"
    r"(?=\s*(?:[,;)\t|]|\.?\s*$|\s[–—(-]))",
    re.IGNORECASE,
)
# "…, et CRPE reçue 34e sur 280"; "NVQ ACHIEVED 2020 – College".
_PASSED = re.compile(
    rf",?\s(?:et|and)\s(?:l[ae]\s|l['’])?[\w'’-]+(?:\s(?!et\b)[\w'’-]+){{0,2}}\sre[çc]ue?s?\b{_REST}*"
    r"|\s(?:and|et|plus)\s(?:[\wé-]+\s){1,3}[ée]quivalen\w+"
)
_IN_YEAR = re.compile(
    r",?\s(?:achieved|obtained|gained|awarded|passed)\s(?:in\s)?(?=(?:19|20)\d\d\s*(?:[,;)]|\s[–—-]|$))", re.IGNORECASE
)
_LEAST, _LONGEST, _NAMES = 3, 300, 0.5  # letters


def without_asides(rows: list[Row]) -> list[Row]:
    """The rows without such remarks between commas, dashes or brackets, where they stand behind something else."""
    return [_bare(row) for row in rows]


def _bare(row: Row) -> Row:
    if len(row.text) > _LONGEST:
        return row
    cells = [replace(c, text=text) if (text := _without(c.text)) != c.text else c for c in row.cells]
    return row if all(a is b for a, b in zip(cells, row.cells, strict=True)) else kept(row, cells)


def _without(text: str) -> str:
    bare = _IN_YEAR.sub(", ", _PASSED.sub("", _BRACKETED.sub("", text)))
    bare = _PIECE.sub(lambda m: "" if _is_aside(m) else m[0], bare)
    return bare if sum(c.isalpha() for c in bare) >= _LEAST else text


def _is_aside(match: re.Match[str]) -> bool:
    """Whether something is named before a remark, or the remark names no degree: "2012 – Bac+2, Lycée X" names one."""
    named = any(c.isalpha() for c in match.string[: match.start()])
    return named or degree_score(match[0].strip(" ,;–—-")) < _NAMES
