"""Which kind of section a text announces, by a French and English lexicon of headings."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from vivier.resumes.layout.lines import strip_bullet
from vivier.resumes.lexicon.clauses import clause_kind
from vivier.resumes.lexicon.headings import CORE, EXACT, FILLERS, PRIORITY, WEAK
from vivier.resumes.lexicon.jobs import NOUNS
from vivier.resumes.lexicon.occupations import OCCUPATIONS
from vivier.resumes.lexicon.own_headings import OWN_WORDS
from vivier.resumes.text import fold

_CORE_KINDS: dict[str, list[str]] = {}
for _kind, _words in CORE.items():
    for _word in _words.split():
        _CORE_KINDS.setdefault(_word, []).append(_kind)
# Letter spacing falls apart into words anywhere: "REAC H ME".
_SQUEEZED = {phrase.replace(" ", ""): kind for phrase, kind in EXACT.items() if len(phrase) > 5}
_VOCABULARY = frozenset(_CORE_KINDS) | FILLERS
_LONG_WORD, _LONGER_WORD = 8, 11
_LONG_WORDS = sorted(w for w in _VOCABULARY if len(w) >= _LONG_WORD)
_TOKEN = re.compile(r"[a-z0-9&'-]+|/")
MAX_HEADING = 60
# Dots or lines that lead to the margin; what a programmer's terminal would print ("$ cat education.txt").
_LEADERS = re.compile(r"\s*[._·…-](?:\s?[._·…-]){3,}\s*$")
# What headings are drawn between: "=== Studies ======", "❧ Practice ❧"; but quotes and brackets say something else.
_FRAME = re.compile(r"\s*(?:([=#~_*+:–—-])\1+|([^\w\s\"'“”«»‘’()\[\]{}<>.,;:&@$€£+/-]))\s*(\w.*?)\s*(?:\1{2,}|\2)\s*")
# The order in which a list stands: "Assignments, latest first", "Postes (du plus récent au plus ancien)".
_IN_ORDER = re.compile(
    r"(?:\s*[,(–-]\s*|\s)(?:(?:the )?(?:most recent|latest|newest|last|current) first"
    r"|in reverse(?: chronological)? order|(?:par|dans l')\s?ordre (?:anti-?)?chronologique(?: inverse)?"
    r"|du plus recent au plus ancien|en commencant par .{4,20})\)?$"
)
_COMMAND = re.compile(r"^\$?\s*(?:cat|ls|less|more|open|vim|\./)\s+([a-z_]+)(?:\.(?:txt|md|log|json|ya?ml|sh|csv))?/?$")
# "Recherche alternance", "Looking for a job": what somebody wants, above their name as often as below it.
_WISH = re.compile(
    r"(?:(?:en |a la )?recherche (?:d['’]une? |d['’]|de |un |une )?|(?:looking for|seeking) (?:an? )?)"
    r"(?:alternance|apprentissage|stage|emploi|poste|job|contrat|cdi|cdd|mission|internship|position|role|work)\b"
)
# A year, what somebody was trained in ("Formation professionnelle en développement web"), or with which corps they
# served: a row of a list.
_NO_HEADING = re.compile(
    r"\b(?:19|20)\d{2}\b|^service (?:national|militaire) \("
    r"|^formation (?:professionnelle |initiale |continue )?en (?!cours|alternance)"
    r"|^certificate (?:in|of) (?:education|training|secondary|higher)|^certificat de (?:formation|fin)\b"
)
# "Employment at academic institutions", "Experience in industry".
_WHERE = re.compile(
    r"(?<=[a-z])\s(?:at|in|within)\s(?:[a-z]+\s)?(?:institutions?|industry|academia|companies|organi[sz]ations?)$"
)
_IN_BRACKETS = re.compile(r"^[^\W\d_][a-z' ]+ \(([a-z ]{4,24})\)$")
_COUNTED = re.compile(r"\d{1,2} [A-ZÀ-Ý][^\W\d_]{3}")  # as LaTeX counts sections: "1 Titres universitaires"
_OWN = re.compile(r"^(?:mon|ma|mes|my)\s+")  # "Mon parcours scolaire"
# "Expérience soignante", "Sea-going experience", "Driving jobs"; but "User experience" is a skill.
_OF_TRADE = re.compile(
    r"(?:parcours|missions?|experiences?|contrats?|emplois?|periodes?|postes?) (?:en |d')(?:interim|cdi|cdd|alternance)"
    r"|experiences? [a-z-]{4,}(?:antes?|iques?|elles?|ieres?|ales?|ives?|euses?|aires?|isees?)"
    r"|(?!user|customer|client|guest|patient|candidate|employee|digital|brand|with|years?|some|good|strong)[a-z-]{4,}"
    r" (?:experience|jobs)"
    r"|(?!career|next|change)[a-z-]{4,} (?:[a-z-]{4,} )?career|carriere [a-z-]{4,}"
    r"|[a-z-]{4,} (?:and|&) [a-z-]{4,} (?:experience|posts|appointments|positions|jobs)"
    r"|(?:jobs?|emplois|postes|contrats|travaux) (?:d'ete|saisonniers?|etudiants?|precedents)"
)
# "Technical skills summary" lists them.
_SUMMED_UP = {"summary", "resume", "synthese", "overview"}
_ABLE = {"skills", "skill", "competences", "competencies"}
_OF_SCHOLARS = {"academic", "academics", "academique", "academiques"}
_JOINED = re.compile(r",\s(?:et\s|and\s)?|\s(?:et|and|&|\+|/)\s")
_TWICE = re.compile(r"\s[/|–—-]\s")
_MOST_NAMES, _MOST_WORDS = 4, 3
_CONTACT_KINDS = {"links", "contact"}
_PROJECTS = {"projet", "projets", "project", "projects"}


@lru_cache(maxsize=4096)
def heading_kind(text: str) -> str | None:
    """The kind of section that a text announces, if it is made of a heading's words only."""
    text = framed(text) or text
    folded = _LEADERS.sub("", strip_bullet(fold(text))).strip(" .:;-_|•*#>/").replace("(s)", "s")
    folded = _IN_ORDER.sub("", _COMMAND.sub(r"\1", folded))
    if _NO_HEADING.search(folded):
        return None
    folded = re.sub(
        r"^(?:(?:section|part|partie|rubrique)\s\d{1,2}\s?[:.–-]|(?:\d{1,2}|[ivx]{1,4}|[a-h])(?:\s?[.)]|\s[–—-])|§\s?\d{1,2}|[$>#]+)\s+|\s*\([^)]{0,30}\)$",
        "",
        folded,
    )
    if _COUNTED.match(text):
        folded = folded.split(" ", 1)[1]
    folded = _WHERE.sub("", folded)
    ended = text.rstrip().endswith((".", ",", ";")) and not _LEADERS.search(text)
    if ended or not 3 - (folded in OWN_WORDS) <= len(folded) <= MAX_HEADING or _WISH.match(folded):
        return None
    if (whole := _whole_kind(folded) or _said_twice(folded)) is not None:
        return whole
    squeezed = folded.replace(" ", "")
    if squeezed in _SQUEEZED and " " in folded:
        return _SQUEEZED[squeezed]
    if sum(len(t) <= 2 for t in folded.split()) >= 2 and len(folded.split()) >= 3:
        folded = _respaced(squeezed) or folded
    tokens = [t.strip("'-/") for t in _TOKEN.findall(folded.replace("l'", "").replace("d'", ""))]
    tokens = [_spelt(t) for t in tokens if t]
    if re.search(r"\s[·|•]\s", folded):
        # "Clinical history · Experience": one of two names is enough.
        parts = re.split(r"\s[·|•]\s", folded)
        kinds = [kind for part in parts[:3] if (kind := heading_kind(part))]
        if len(kinds) < len(parts) > 2:
            return None  # "Leadership | Coaching | Mentoring" is a list
        return _first_kind(kinds) if kinds and not _CONTACT_KINDS & set(kinds) else None
    if not tokens or len(tokens) > 6:
        return _one_word(squeezed)
    kinds = [k for t in tokens for k in _CORE_KINDS.get(t, [])]
    if not kinds:
        return _aside(text) or _one_word(squeezed)
    if all(t in _CORE_KINDS or t in FILLERS for t in tokens):
        kind = _by_words(tokens, kinds)
        # "Technical projects & work experience": the posts are what is looked for. "Formation et langues": the studies;
        # a line that tells languages says so.
        rather = {"projects": "experience", "languages": "education"}.get(kind)
        halves = re.split(r"\s(?:&|and|et)\s", folded) if rather else []
        return rather if len(halves) == 2 and rather in map(heading_kind, halves) else kind
    return _one_word(squeezed)


def _whole_kind(folded: str) -> str | None:
    """The kind of a heading whose words alone would be misjudged."""
    for phrase in (folded, _OWN.sub("", folded), folded.replace(" & ", " and "), folded.replace(" & ", " et ")):
        if phrase in EXACT:
            return EXACT[phrase]
    return "experience" if _OF_TRADE.fullmatch(folded) else clause_kind(folded)


def _said_twice(folded: str) -> str | None:
    """The kind that two names of one heading both say, as in two languages: "Écoles / Schools"."""
    halves = _TWICE.split(folded)
    kinds = {heading_kind(half) for half in halves} if len(halves) == 2 else set()
    return kinds.pop() if len(kinds) == 1 else None


def _one_word(squeezed: str) -> str | None:
    return _first_kind(_CORE_KINDS[squeezed]) if squeezed in _CORE_KINDS and len(squeezed) > 5 else None


def _aside(text: str) -> str | None:
    """The kind that stands in brackets: "Checked in (skills)"; but "Waiter (missions)" is a post."""
    found = _IN_BRACKETS.search(fold(text))
    kind = heading_kind(found[1]) if found else None
    return kind if kind in ("skills", "languages", "interests") else None


@lru_cache(maxsize=4096)
def _spelt(token: str) -> str:
    """A long word as headings spell it, where a letter is wrong, missing or too many ("professionelles")."""
    if len(token) < _LONG_WORD or token in _VOCABULARY or token in OCCUPATIONS or token in NOUNS:
        return token  # a governess ("gouvernante") is no misspelt governance
    most = 1 if len(token) < _LONGER_WORD else 2
    near = [w for w in _LONG_WORDS if abs(len(w) - len(token)) <= most and w[:2] == token[:2]]
    return (
        min(near, key=lambda w: Levenshtein.distance(w, token), default=token)
        if any(Levenshtein.distance(w, token, score_cutoff=most) <= most for w in near)
        else token
    )


def is_spelt_apart(text: str) -> bool:
    """Whether white between letters fell into a heading anywhere: "wh at ibring"; such capitals may come out small."""
    folded = fold(text).strip(" .:")
    return folded not in EXACT and " " in folded and folded.replace(" ", "") in _SQUEEZED


def without_leaders(text: str) -> str:
    """The text without the dots that lead from it to the margin."""
    return _LEADERS.sub("", text)


def framed(text: str) -> str | None:
    """What stands between the lines or ornaments that a heading is drawn between, if it is."""
    found = _FRAME.fullmatch(text)
    return found[3] if found else None


def opening_kind(text: str) -> str | None:
    """The kind that the first or last word of a heading names, for rows whose looks say that they are one."""
    tokens = [t for t in _TOKEN.findall(fold(text)) if t not in FILLERS or t in _CORE_KINDS]
    # "Academic contributions" are no studies.
    first = tokens[:1] if len(tokens) == 1 or not tokens[:1] or tokens[0] not in _OF_SCHOLARS else []
    for token in (*first, *tokens[-1:]):
        if token in _CORE_KINDS and (token not in WEAK or token in _PROJECTS):
            return _first_kind(_CORE_KINDS[token])
    return None


def joined_kind(text: str) -> str | None:
    """The kind that one of several joined names says ("Titres, concours et diplômes", "Ministry and work")."""
    names = [name.strip() for name in _JOINED.split(fold(text).strip(" .:"))]
    if not 2 <= len(names) <= _MOST_NAMES or not all(1 <= len(name.split()) <= _MOST_WORDS for name in names):
        return None
    kinds = [kind for name in names if (kind := heading_kind(name)) is not None]
    return _first_kind(kinds) if kinds and not _CONTACT_KINDS & set(kinds) else None


def _respaced(squeezed: str) -> str | None:
    """Letters without spaces cut into words that headings are made of, the longest first."""
    best: list[str | None] = [""] + [None] * len(squeezed)
    for end in range(1, len(squeezed) + 1):
        for begin in range(max(0, end - 24), end):
            word, before = squeezed[begin:end], best[begin]
            if before is not None and word in _VOCABULARY and (len(word) > 1 or word in "&/"):
                best[end] = f"{before} {word}".strip()
                break
    return best[-1]


def _by_words(tokens: list[str], kinds: list[str]) -> str:
    if _SUMMED_UP & set(tokens) and _ABLE & set(tokens):
        return "skills"
    if "certifications" in kinds and _ABLE & set(tokens):
        return "skills"  # "Licences and skills": what a person is licensed for stands among them
    if "projects" in kinds and _PROJECTS & set(tokens) and set(kinds) <= {"projects", "skills"}:
        return "skills" if _ABLE & set(tokens) else "projects"  # "Projets de programmation"
    others = [token for token in tokens if token not in _OF_SCHOLARS]
    told = {kind for token in others if token not in FILLERS for kind in _CORE_KINDS.get(token, [])}
    studies = any("education" in _CORE_KINDS.get(token, []) for token in others)
    if told and not studies and len(others) < len(tokens):
        kinds = [kind for kind in kinds if kind != "education"]  # "Academic honors and awards" are no studies
    for kind in PRIORITY:
        if kind in kinds and any(kind in _CORE_KINDS.get(t, []) and t not in FILLERS for t in tokens):
            return kind
    return _first_kind(kinds)


def _first_kind(kinds: list[str]) -> str:
    return next(kind for kind in PRIORITY if kind in kinds)


def is_weak(text: str) -> bool:
    """Whether a heading's words are so common that its looks must confirm it."""
    folded = re.sub(r"\s*\([^)]{0,30}\)$", "", fold(text).strip(" .:;-_|•*#>/"))
    if (" " in folded and folded in EXACT) or _said_twice(folded) is not None:
        return False
    tokens = _TOKEN.findall(folded)
    return all(t in WEAK or (t in FILLERS and t not in _CORE_KINDS) for t in tokens)
