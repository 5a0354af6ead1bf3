"""Languages spoken, each with its level: CEFR where it is said, "native", or the CV's own word."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vivier.resumes.abilities.recognised import name_of, skills_named
from vivier.resumes.certainty.confidence import FAIR, GOOD
from vivier.resumes.certainty.evidence import found, written
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.tongues import (
    CODES,
    GRID,
    GRID_ONLY,
    LANGUAGES,
    LEVEL_WORDS,
    LEVELS,
    RARER,
    SIGNED,
    SIGNED_IN_SHORT,
    TABLE_HEADS,
)
from vivier.resumes.model import FoundLanguage
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold, words_of

MAX_LANGUAGES = 15
_SHORT = 40
_CEFR = re.compile(r"\b([abc][12])(?:\s?/\s?[abc][12])?\b")
_NAME = re.compile(r"[a-z][a-z-]+")
_PART = re.compile(r"[a-z]+")
WORDS_TOO = frozenset({"more", "ga"})  # Mooré and Ga, where they open large
_CODE = re.compile(
    r"^(?:niveau|level|limited|full|minimum|working|obtenue?|mention|avec|tres|assez|bonn?e?|certifi\w*|certificat|diplome|dipl[oô]me|test|score|notions?|python|java|javascript|typescript|ruby|rust|swift|kotlin|scala|perl|matlab|bash|langues?|languages?"
    r"|orale?s?|[ée]crite?s?|note|bilingue|trilingue|natif|native|maternelle|courant|lue?|parl[ée]e?|s[ée]jour"
    r"|score|toeic|toefl|ielts|delf|dalf|bulats|voltaire|cambridge|linguaskill|goethe|dele|hsk|jlpt)$",
    re.IGNORECASE,
)
# "FR (maternelle), EN (C1)", "NL : notions", and what stands behind the code.
_IN_CODE = re.compile(r"(?:^|[,;/|•·\t:–-])\s*([A-Z]{2})\b\s*((?:(?![,;/|•·\t–-]\s*[A-Z]{2}\b).)*)")
_TEST = re.compile(r"\b(?:toeic|toefl|ielts|delf|dalf|bulats|linguaskill|cambridge)\b\s*:?\s*\(?\d{0,4}(?:[.,]\d)?")

# Levels of tests of one language: JLPT, HSK, TOPIK.
_SCALE = re.compile(r"\b(?:(?:jlpt )?n[1-5]|(?:hsk|topik) ?[1-6])\b")


def read_languages(document: Document, told: Sequence[Row] = ()) -> list[FoundLanguage]:
    """The languages of their section or behind a label, else those named with a level anywhere else.

    `told`: sentences that tell a life, each as a row.
    """
    headings = [s.heading for s in document.sections if s.heading is not None and _lists_only(s.heading)]
    named = [
        language
        for row, below in _with_next([*headings, *document.rows_of("languages")])
        for language in [*languages_in(row, below, need_level=False, listed=True), *_unlisted(row, below)]
    ]
    if not named:
        named = [one for row in document.rows_of("languages") for one in _in_codes(row, document.language)]
    labelled = [*filter(_labelled, document.rows_of("skills", "other", "header", "contact", "unknown", "interests"))]
    labelled += _with_levels_below(document.rows_of("summary"))
    named = named or [one for row in labelled for one in _in_codes(row, document.language)]
    listed = [*labelled, *(r for r in document.rows_of("skills") if _lists_only(r) or _with_its_level(r))]
    listed += [r for r in document.rows_of("other", "interests", "contact", "unknown") if _lists_several(r)]
    named += [language for row in listed for language in languages_in(row, None, need_level=False)]
    anywhere = ("skills", "other", "header", "contact", "interests", "unknown", "certifications")
    passing = document.rows_of("skills", "other", "interests", "unknown", "education", "certifications", "contact")
    named = named or [*_with_levels(document.rows_of(*anywhere)), *(one for row in passing for one in _in_passing(row))]
    named = named or _with_levels([r for r in document.rows_of("summary") if len(r.text) <= _SHORT and ":" in r.text])
    named = named or [one for row in [*document.rows_of("summary", "header", "unknown"), *told] for one in _spoken(row)]
    aside = [row for row in document.rows_of("other", "interests", "contact") if _SPEAKS.search(fold(row.text))]
    named = named or [one for row in aside for one in _spoken(row)]
    found_: dict[str, FoundLanguage] = {}
    for language in named:
        found_.setdefault(fold(language.value), language)
    return list(found_.values())[:MAX_LANGUAGES]


def _with_levels(rows: list[Row]) -> list[FoundLanguage]:
    return [language for row, below in _with_next(rows) for language in languages_in(row, below, need_level=True)]


def _with_levels_below(rows: list[Row]) -> list[Row]:
    """Rows of a profile behind a label for languages, and those right below them that name languages with levels."""
    kept: list[Row] = []
    for above, row in pairwise([None, *rows]):
        if row is None or (":" not in row.text and not kept):
            continue
        below = above is not None and bool(kept) and kept[-1] is above and len(row.text) <= _SHORT
        if _labelled(row) or (below and languages_in(row, None, need_level=True)):
            kept.append(row)
    return kept


_SPEAKS = re.compile(
    r"\b(?:(?:fluent|conversant|conversational) in|speaks?|bilingual|trilingual|bilingue|trilingue"
    r"|parle couramment|je (?:parle|lis|me debrouille en)|i (?:talk|read)|gets? by in"
    r"|my languages (?:are|:)|mes langues sont|up speaking|(?:me|m['’]y?) parler (?:en |l)|j['’]ai appris l[ea'’]"
    r"|is my (?:first|second|native|mother)"
    r"|maitrise (?:de l['’]|du )|native (?:speaker of )?|mother tongue)\b"
)


def _spoken(row: Row) -> list[FoundLanguage]:
    """The languages that a sentence says somebody speaks: "a French native, fluent in Spanish and English"."""
    folded = fold(row.text)
    if not _SPEAKS.search(folded) and not re.search(r"\bnative\b", folded):
        return []
    spoken = languages_in(row, None, need_level=False, listed=True)
    return [one.model_copy(update={"confidence": FAIR}) for one in spoken]


# What stands beside a language in a list of all sorts and says how well: "a bit of Cornish", "anglais technique lu".
_HOW = words(
    """
    fluent fluently native basic good some spoken school working kitchen rusty a bit little of un peu de d quelques
    quelque base bases notions notion bon bonne bons tres assez en courant couramment lu lue parle parlee ecrit ecrite
    scolaire compris comprise technique basique oral orale et l le la les du maternelle langue premiere seconde deuxieme
    troisieme first second third language mother tongue conversation conversational conversationnel conversationnelle
    a1 a2 b1 b2 c1 c2 niveau level holiday tourist street pub home at daily maison famille quotidien usuel usuelle
    am is have in je j ai appris ecole lis parle i speak read talk can nous on
    debutant intermediaire intermediate advanced avance confirme bilingue bilingual fair very read written speaking
    reading only seulement excellent excellente notionnel moyen moyenne correct comprehension my ma professionnel
    professionnelle professional business intermediate beginner beginners elementary elementaire well bien also aussi
    """
)
_NOT_HOW = words("am is have language langue de d of la le les l du et my ma i j je a at un in en on nous")
_MOST_WORDS = 7


def _in_passing(row: Row) -> list[FoundLanguage]:
    """The languages of a row whose pieces name them with how well, and those that stand alone beside such."""
    told, alone, _ = _pieces_told(row)
    if told and _SPEAKS.search(fold(row.text)):
        return _spoken(row)
    names = {*told, *alone} if told else set()
    spoken = languages_in(row, None, need_level=False, listed=True) if names else []
    return [one.model_copy(update={"confidence": FAIR}) for one in spoken if fold(one.value) in names]


def _pieces_told(row: Row) -> tuple[list[str], list[str], int]:
    """The languages of which a row says how well, those that stand there alone, and how many pieces are neither."""
    pieces = [words_of(piece) for piece in re.split(r"[,;/|•·:()\t]|\.\s|\s(?:et|and)\s", fold(row.plain))]
    known = (LANGUAGES | RARER) - WORDS_TOO
    told: list[str] = []
    alone: list[str] = []
    others = 0
    for said in pieces:
        names = [word for word in said if word in known]
        if len(names) == 1 and len(said) <= _MOST_WORDS and _HOW.issuperset(set(said) - {*names}):
            (told if set(said) - {*names} - _NOT_HOW else alone).append(names[0])
        elif said and not _HOW.issuperset(said):
            others += 1
        elif said and alone:
            told.append(alone.pop())  # "Breton (conversation)"
    return told, alone, others


def _unlisted(row: Row, below: Row | None) -> list[FoundLanguage]:
    """Languages that the lexicon lacks, told by the level that follows them."""
    languages = []
    text = row.plain
    if below is not None and len(text.split()) == 1 and len(below.text) <= 30 and level_of(fold(below.text)):
        text += f" {below.text}"
    for piece in re.split(r"[,;/•|]", text):
        match = re.match(r"^\s*([A-ZÀ-Ý][^\W\d_]{2,20})(?:\s*[:(–—\t-]\s*|\s)(.{2,30})$", piece)
        if (
            match is None
            or _CODE.search(match[1])
            or name_of(match[1])
            or any(named.tool for named in skills_named(piece))
            or level_of(fold(match[1]))
            or fold(match[1]) in TABLE_HEADS
            or any(w in LANGUAGES or w in RARER for w in _NAME.findall(fold(piece)))
        ):
            continue
        level = level_of(fold(match[2]))
        value = found(match[1], FAIR, [row]) if level else None
        if value is not None:
            languages.append(FoundLanguage(**value.model_dump(), level=level))
    return languages


def _in_codes(row: Row, language: str) -> list[FoundLanguage]:
    """Languages that a row of them names by their codes, each with its level or alone: "FR (maternelle), EN, NL"."""
    languages = []
    for code, said in _IN_CODE.findall(row.plain):
        level = level_of(fold(said))
        if code in CODES and (level or not said.strip()):
            value = written(CODES[code][language != "fr"], FAIR, [row], code)
            languages.append(FoundLanguage(**value.model_dump(), level=level))
    return languages


def _labelled(row: Row) -> bool:
    """Whether a row opens with a label like "Spoken languages"."""
    words = re.split(r"[\s:]+", row.plain)
    return any(heading_kind(" ".join(words[:n])) == "languages" for n in (1, 2, 3) if n < len(words))


def _lists_only(row: Row) -> bool:
    """Whether a row, its label aside, names languages and nothing else: "Français, anglais", "Anglais ●●○"."""
    text = row.cells[-1].text if len(row.cells) == 2 else re.sub(r"^[^:]{2,30}:\s", "", row.plain)
    said = [w for w in re.findall(r"[^\W\d_]+", fold(text)) if w not in ("et", "and")]
    return bool(said) and all(w in LANGUAGES and w not in WORDS_TOO for w in said)


def _lists_several(row: Row) -> bool:
    """Whether a row names two languages or more and nothing else, or three in a string among other things."""
    if _lists_only(row):
        return len(list(_names_in(fold(row.plain)))) > 1
    pieces = [words_of(piece) for piece in re.split(r"[,;/|•·\t-]|\s(?:et|and)\s", fold(row.plain))]
    named = [bool(said) and said[-1] in LANGUAGES - WORDS_TOO for said in pieces]
    strings = [range(at, at + _STRING) for at in range(len(pieces) - _STRING + 1)]
    return any(all(named[n] for n in some) and all(len(pieces[n]) == 1 for n in some[1:]) for some in strings)


_STRING = 3


def _with_its_level(row: Row) -> bool:
    """Whether a row is a language and its level: "Polonais\tB2", "English: fluent (daily use)"."""
    match = _LEVELLED.match(fold(row.text))
    if match is None or match[1] not in LANGUAGES - WORDS_TOO or level_of(match[3]) is None:
        return False
    return bool(match[2].strip(" ")) or len(match[3].split()) <= _BRIEF


_LEVELLED = re.compile(r"([a-z-]+)(\s?[:(–\t]\s?|\s-\s|\s)(.+)")
_BRIEF = 2


def speaks(row: Row) -> bool:
    """Whether a row of skills is about natural languages."""
    told, _, others = _pieces_told(row)
    if _lists_only(row) or (told and not others):
        return True
    named = languages_in(row, None, need_level=False)
    return bool(named) and (_labelled(row) or ("," not in row.text and named[0].level is not None))


def without_grid(rows: list[Row]) -> list[Row]:
    """Rows of skills without the European form's table of levels: its heads, its levels and what explains them."""
    graded = any(len(_CEFR.findall(fold(row.text))) > 1 for row in rows)
    return [
        row
        for row in rows
        if not (GRID.issuperset(said := words_of(row.text)) and (graded or not GRID_ONLY.isdisjoint(said)))
    ]


def _with_next(rows: list[Row]) -> list[tuple[Row, Row | None]]:
    return list(zip(rows, [*rows[1:], None], strict=False))


def languages_in(row: Row, below: Row | None, *, need_level: bool, listed: bool = False) -> list[FoundLanguage]:
    """The languages a row names; a level on the row below is taken when that row names none.

    `listed`: the row is one of languages, where rare names are names too.
    """
    text = row.text
    folded = fold(text)
    spots = [
        (m.start(), m.end())
        for m in _names_in(folded)
        if m[0] in LANGUAGES
        and _stands_alone(folded, m.start(), m.end())
        and (m[0] not in WORDS_TOO or text[m.start()].isupper())
    ]
    if listed:
        spots += [(m.start(), m.end()) for m in _NAME.finditer(folded) if m[0] in RARER and _opens(text, m.start())]
    spots += [(folded.find(s), folded.find(s) + len(s)) for s in SIGNED if s in folded]
    if any(s in folded for s in SIGNED):
        spots = [spot for spot in spots if folded[spot[0] : spot[1]] not in SIGNED_IN_SHORT]
    spots = _widened(text, folded, sorted(spots))
    languages = []
    for index, (start, end) in enumerate(spots):
        stop = spots[index + 1][0] if index + 1 < len(spots) else len(text)
        level = level_of(folded[end:stop])
        if level is None and len(spots) == 1:
            level = level_of(folded[:start])
            if level is None and below is not None and not any(w in LANGUAGES for w in _NAME.findall(fold(below.text))):
                level = level_of(fold(below.text))
        if level is None and need_level:
            continue
        value = found(text[start:end], FAIR if need_level else GOOD, [row])
        if value is not None:
            languages.append(
                FoundLanguage(**{**value.model_dump(), "value": value.value[:1].upper() + value.value[1:]}, level=level)
            )
    return languages


def _names_in(folded: str) -> Iterator[re.Match[str]]:
    """The words of a text; of languages that hyphens join ("trilingue français-arabe-anglais"), each."""
    for match in _NAME.finditer(folded):
        parts = match[0].split("-")
        if len(parts) > 1 and match[0] not in LANGUAGES and all(part in LANGUAGES for part in parts):
            yield from _PART.finditer(folded, match.start(), match.end())
        else:
            yield match


# Of whom a language is: behind its name in French, before it in English.
_VARIETY = re.compile(
    r"(?:\s(?!(?:anc|moy|b|quotid|entret)ien)(?:[a-z]+(?:ien|ais|ois|ain|and|cain)(?:ne|e)?|litteraire|dialectal|simplifie|cantonais"
    r"|traditionnel|standard|mandarin|suisse|quebecoise?|belge|cap-?verdien|de belgique)\b)"
)
_OF_WHOM = re.compile(
    r"(?<![\w'’-])(?:(?:cape|old|ancient|classical|modern|northern|southern|western|eastern|lower|upper|low|high)\s)?"
    r"(?:[a-z]+(?:ean|ian|an|ese|ish)|swiss|suisse|mandarin|haiti|tok|hiri|te reo|classical|ancient|old|low"
    r"|northern|southern)\s$"
)


# Languages that, right before another one's name, say which of its kind it is.
_KINDS_OF = frozenset(
    {"mandarin", "cantonese", "scottish", "irish", "swiss", "brazilian", "standard", "modern", "scots"}
)


_OF_CHINESE = frozenset({"mandarin", "cantonais"})


def _opens(text: str, at: int) -> bool:
    """Whether a name has its capital, opens a piece of the row, or none has a capital there; not in brackets."""
    if text[:at].endswith("("):
        return False
    return text[at].isupper() or text[:at].rstrip()[-1:] in {"", *",;/•|·&"} or text.islower()


def _widened(text: str, folded: str, spots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names of two words as one: "Scottish Gaelic", "Créole réunionnais", "Langue des signes française"."""
    wide: list[tuple[int, int]] = []
    for start, end in spots:
        last = wide[-1] if wide else (0, 0)
        if start < last[1]:
            continue
        if wide and text[last[1] : start] == " " and folded[last[0] : last[1]] in _KINDS_OF:
            wide[-1] = (last[0], end)
            continue
        variety = _VARIETY.match(folded, end)
        own = variety[0].strip() if variety else ""
        if variety and own in LANGUAGES and own not in _OF_CHINESE and not folded[:end].endswith(SIGNED):
            variety = None
        before = _OF_WHOM.search(folded[last[1] : start])
        if before and not _opens(text, last[1] + before.start()):
            before = None
        wide.append((last[1] + before.start() if before else start, variety.end() if variety else end))
    return wide


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Not "langue française" of a school or "english literature"."""
    after = folded[end : end + 14].strip()
    return not after.startswith(("literature", "studies", "teacher", "school", "civilisation"))


def level_of(folded: str) -> str | None:
    """The level a folded text names."""
    folded = folded.replace("\t", " ")
    cefr = _CEFR.search(folded)
    if cefr:
        return cefr[1].upper()
    for phrase, level in LEVELS:
        if phrase in folded:
            return level
    for word in LEVEL_WORDS:
        if re.search(rf"\b{re.escape(word)}e?\b", folded):
            return word
    test = _TEST.search(folded) or _SCALE.search(folded)
    return test[0].strip(" (:") if test else None
