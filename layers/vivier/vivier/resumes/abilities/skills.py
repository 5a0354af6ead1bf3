"""Skills: the items of the skills sections, without their labels, levels and list signs."""

import re
from statistics import median

from vivier.resumes.abilities.explained import explained
from vivier.resumes.abilities.listed_rows import LABELLED, group_titles, joined_texts, label_cells
from vivier.resumes.abilities.recognised import name_of, skills_named
from vivier.resumes.abilities.tongues import WORDS_TOO, level_of, speaks, without_grid
from vivier.resumes.abilities.whole_names import goes_on, licences, tools_joined
from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD
from vivier.resumes.certainty.evidence import found, tidy
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row, strip_bullet
from vivier.resumes.lexicon.pastimes import PASTIMES
from vivier.resumes.lexicon.skills import GROUPS, is_tool, tokens_of
from vivier.resumes.lexicon.tongues import LANGUAGES, LEVEL_WORDS, LEVELS, SPEAKING
from vivier.resumes.model import MAX_LIST, FoundSkill
from vivier.resumes.structure.contents import dated_rows
from vivier.resumes.structure.document import Document
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold, words_of
from vivier.resumes.wording.levels import LEVEL, LEVEL_BRACKET, ONLY_LEVEL
from vivier.resumes.wording.opinions import title_score

MAX_SKILL = 80
_SPLIT = re.compile(r"\s*[\t|•·●▪■◦;‣★☆✓✔►▸➢→«»]\s*|\s[+*¢°~]\s|,(?!\d)\s*|\s+[–—/-]\s+|\s{3,}")
# A label within a row: "Bases : Word - Expert : SAP". What a tool prints of a group: "Level: Master".
_INNER_LABEL = re.compile(r"\s+[–—/|•-]\s+(?=[A-ZÀ-Ý][^:,;()|•]{1,30}\s?:\s)")
_LEADERS = re.compile(r"(?<=\w)\s*\.{4,}\s*(?=\w)")  # "Buses ....... CAN, SPI"
_LEGEND = re.compile(r"(?:levels?|niveaux?|[ée]chelle|scale|l[ée]gende|key)\s?:\s?\d\s?[=:-]", re.IGNORECASE)
_NO_LIST = re.compile(
    r"(?:level|niveau)\s?:\s?[\w -]{3,20}"
    r"|r[ée]f[ée]rences?\s?:\s?(?:available |fournies? )?(?:on|upon|sur) (?:request|demande)\.?",
    re.IGNORECASE,
)
_LAST_AND = re.compile(r"^(?:et|and|&|ainsi que)\s+", re.IGNORECASE)


def read_skills(document: Document) -> list[FoundSkill]:
    """Skills in the CV's order, each once: those it lists, then tools that its text names."""
    read: dict[str, FoundSkill] = {}
    for section in document.sections:
        if section.kind == "skills":
            _read_section(section, read)
        elif section.kind == "languages" and section.heading and _BOTH.search(fold(section.heading.text)):
            _read_mixed(section, read)
        elif section.kind == "languages":
            _read_code_languages(section, read)
    if not read:
        for row in document.rows_of("header", "contact"):
            match = LABELLED.match(row.text.replace("\t", " "))
            if match and heading_kind(match[1]) == "skills":
                _add(items_of(match[2]), row, FAIR, read)
    if not read:
        for row in document.rows_of("header", "contact", "summary", "unknown"):
            match = LABELLED.match(row.plain.replace("\t", " "))
            if (
                match
                and fold(match[1]) not in LANGUAGES
                and len([named for named in skills_named(match[2]) if named.tool]) >= _LEAST_TOOLS
            ):
                _add(items_of(match[2]), row, FAIR, read)
    _recognised(document, read)
    return list(read.values())[:MAX_LIST]


_FEW = 3
_LEAST_TOOLS = 2
_TOOLS = re.compile(
    r"(?:environnements?(?: techniques?)?|stack(?: technique)?|tech(?:nical)? stack|technolog(?:y|ies)|outils"
    r"|logiciels?|tools?|tech|software)(?: used| utilis[ée]s)?\s?:"
)


def _recognised(document: Document, read: dict[str, FoundSkill]) -> None:
    """Tools that the text of the work names, under one name each, unless the CV lists them already.

    Behind a list of one's own, only what two lines name counts, or a line that says that it tells tools.
    """
    listed = {name_of(skill.value) for skill in read.values()}
    words = f" {' '.join(t.text for skill in read.values() for t in tokens_of(skill.value))} "
    sure, few = (FAIR, len(read) < _FEW) if read else (DOUBTFUL, True)
    lines: dict[str, Row] = {}
    for row in document.rows_of("experience", "projects", "summary"):
        labelled = _TOOLS.search(fold(row.text)) is not None
        for name in dict.fromkeys(named.name for named in skills_named(row.text) if named.tool):
            again = name in lines
            first = lines.setdefault(name, row)
            if name in listed or not (few or labelled or again) or len(read) >= MAX_LIST:
                continue
            listed.add(name)
            if f" {' '.join(t.text for t in tokens_of(name))} " not in words:
                _add([name], first, sure, read)


def _read_section(section: Section, read: dict[str, FoundSkill]) -> None:
    names, rows = explained(without_grid(section.rows))
    for name, row in names:
        _add([name], row, FAIR, read)
    titled = group_titles(rows)
    labels = label_cells(rows)
    usual = median(r.size for r in rows) if rows else 0.0
    paragraphs = joined_texts([r for r in rows if id(r) not in titled], labels)
    for at, (text, first) in enumerate(paragraphs):
        if len(text) > 160 and sum(text.count(sign) for sign in ",\t;·•|/") < 2:
            continue
        if speaks(first) or (first.size > usual + 1 and title_score(text) >= 0.7):
            continue
        items = items_of(text)
        aside = _are_tongues(items) or _FOOT.search(fold(text)) or (at > 0 and _are_pastimes(items, text))
        if not aside:
            _add(items, first, GOOD if len(text) < 300 else FAIR, read)


def _are_pastimes(items: list[str], text: str) -> bool:
    """Whether a line without a label lists what somebody does in their free time: "apiculture, fanfare"."""
    free = sum(any(word in PASTIMES for word in words_of(item)) for item in items)
    return len(items) > 1 and free * 2 >= len(items) and not LABELLED.match(text)


def _is_tongue(item: str) -> bool:
    """Whether an item is a language and how well it is spoken, in two words or three: "Anglais scolaire"."""
    said = words_of(item)
    spoken = bool(said) and said[0] in LANGUAGES and said[0] not in WORDS_TOO
    return spoken and 1 < len(said) <= _FEW and level_of(fold(item)) is not None and name_of(item) is None


def _are_tongues(items: list[str]) -> bool:
    """Whether items name languages of people and how well each is spoken: "English (native), Polish (fluent)"."""
    said = [words_of(item) for item in items]
    named = [w for w in said if w and w[0] in LANGUAGES and w[0] not in WORDS_TOO]
    return bool(items) and len(named) == len(said) and all(level_of(fold(item)) for item in items)


def items_of(text: str) -> list[str]:
    """The skills that a text lists."""
    items: list[str] = []
    text = _INNER_LABEL.sub("\t", _LEADERS.sub(" : ", re.sub(r"\s+(?=:\s)", " ", text)))
    if _LEGEND.match(text):
        return []
    for chunk in re.split(r"\t|\s{3,}|(?<=[A-Za-zÀ-ÿ)])\.\s+(?=[A-ZÀ-Ý][^:.]{1,40}:|I\s|J['’]|Je\s)", text):
        if items and _OWN_VOICE.match(chunk.strip()):
            continue  # a sentence behind the list
        match = LABELLED.match(chunk)
        chunk = _STOPS.sub(", ", chunk) if match is None and _ends_each(chunk) else chunk
        if (match and heading_kind(match[1]) in _NO_SKILLS) or _NO_LIST.fullmatch(chunk.strip()):
            continue  # "Loisirs : lecture", "Level: Master"
        if match and match[2].strip() and (_tells_level(match[2].strip()) or _explains(match[2])):
            chunk = match[1]  # "Excel : confirmé", "Teamwork: used to working with people of all trades"
        elif match and match[2].strip():
            chunk = match[2]
            if (inner := LABELLED.match(chunk)) and inner[2].strip() and heading_kind(match[1]) == "skills":
                chunk = inner[2]  # "Compétences informatiques : Langages : Java, Go"
        elif match:
            continue
        for piece in _split(chunk):
            item = _STRAY.sub("", _LAST_AND.sub("", strip_bullet(tidy(piece))))
            item = _without_lead(LEVEL_BRACKET.sub("", LEVEL.sub("", LEVEL_BRACKET.sub("", item))).strip())
            for one in tools_joined(item):
                if _is_skill(one) and not ONLY_LEVEL.fullmatch(fold(one)) and not _is_tongue(one):
                    items.append(one)
    return licences(items)


def _tells_level(text: str) -> bool:
    """Whether what stands behind a label is how well it is mastered: "SolidWorks: 5"."""
    return ONLY_LEVEL.fullmatch(fold(text)) is not None or (len(text) == 1 and text.isdigit())


_STRAY = re.compile(r"^(?:[ :,;]|\.(?![A-Z]))+|[ .:,;]+$")  # but ".NET"
_STOPS = re.compile(r"\.\s+(?=[A-ZÀ-Ý])")


def _ends_each(text: str) -> bool:
    """Whether full stops part short items: "Hedge laying. Fencing. Coppicing"."""
    pieces = _STOPS.split(text)
    return len(pieces) > _LEAST_TOOLS and all(len(p.split()) <= _SHORT and not re.search(r"[,;|•]", p) for p in pieces)


_SHORT = 4
_NO_SKILLS = ("interests",)
_NO_SKILLS_BEHIND = ("interests", "other", "certifications", "contact")
_EXPLAINED = 6


def _explains(text: str) -> bool:
    """Whether what stands behind a label tells of it in a sentence and lists nothing."""
    told = text.split()
    small = sum(word[:1].islower() for word in told)
    lists = len(re.findall(r"[,;/|•·]", text))
    return len(told) >= _EXPLAINED and small >= 0.8 * len(told) and lists <= len(told) // 8


_LEAD = re.compile(
    r"^(?:je (?:ma[iî]trise|connais)|ma[iî]trise|(?:bonnes? )?connaissances?|utilisation|pratique|knowledge"
    r"|(?:(?:good|basic|working|strong|sound)\s)?(?:understanding|knowledge)|proficien(?:t|cy)|experienced?|familiar|skilled)\s(?:(?:de|des|du|d['’]|en|les?|la|of|in|with)\s?)*(?:(?:logiciels?|outils?)\s)?",
    re.IGNORECASE,
)


# Whatever stands behind it is what is known.
_UNDERSTOOD = re.compile(
    r"^(?:(?:i\shave\s)?(?:an?\s)?(?:good|basic|working|strong|sound|solid)\s(?:understanding|knowledge|command)\sof|bonnes?\s(?:connaissances?|ma[iî]trise)"
    r"\s(?:de\sla|des|de|du)|notions\s(?:de|d['’]|en)"
    r"|(?:i\sam\s)?(?:proficient|fluent|skilled|familiar|comfortable)\s(?:in|with|using))\s?(?=\S)",
    re.IGNORECASE,
)


def _without_lead(item: str) -> str:
    """A tool without the words that say that somebody knows it: "Maîtrise du logiciel Excel"."""
    item = _UNDERSTOOD.sub("", item)
    bare = _LEAD.sub("", item)
    return bare if bare != item and (name_of(bare) is not None or is_tool(fold(bare))) else item


def _split(text: str) -> list[str]:
    """The text cut at its separators outside brackets."""
    pieces, depth, start = [], 0, 0
    # "SIMS / Arbor, Excel": where commas part items, a stroke stands within one.
    within = re.search(r"[,;|•·\t]", text) is not None
    for match in re.finditer(r"[()]|" + _SPLIT.pattern, text):
        sign = match[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif sign.strip() == "/" and within:
            continue
        elif depth == 0 and not (sign.strip() == "," and goes_on(text[start : match.start()], text, match.end())):
            pieces.append(text[start : match.start()])
            start = match.end()
    pieces.append(text[start:])
    return pieces


_NO_ITEM = re.compile(
    r"(?:dispo(?:nible)?\b|mobile \d|references? (?:sur demande|available|on request)|page \d|vehicule\b|voiture$"
    r"|permis de conduire$|driving licen[cs]e$|own car$)"
)
# What stands along a page's edge: "N. Quillévéré – CV – page 1", "mis à jour en mai 2024".
_FOOT = re.compile(r"\bpage \d|\bcurriculum vitae\b|\b(?:mis )?a jour (?:le|en|au) |\blast updated\b|\betabli avec\b")
_OWN_VOICE = re.compile(r"(?:I|J['’]ai|Je)\s")


def _is_skill(item: str) -> bool:
    return (
        1 <= len(item) <= MAX_SKILL
        and any(c.isalpha() for c in item)
        and len(item.split()) <= 9
        and not _OWN_VOICE.match(item)
        and not _NO_ITEM.match(fold(item))
        and not (len(item) == 1 and item not in "CRD")
        and not GROUPS.issuperset(fold(item).replace(" & ", " ").replace(" et ", " ").replace(" and ", " ").split())
        and not (item.isupper() and heading_kind(item) in ("skills", "other", "links", "contact"))
    )


_ABLE = r"(?:skills?|competences?|outils|tools|informatique|logiciels|software|atouts)"
# "Skills and languages"; but "Language skills" are of languages alone.
_BOTH = re.compile(
    rf"\b{_ABLE}\s?(?:and|et|&|/|,|\+)\s?(?:\w+\s)?langu|\blangu\w+\s?(?:and|et|&|/|,|\+)\s?(?:\w+\s)?{_ABLE}\b"
)


def _read_mixed(section: Section, read: dict[str, FoundSkill]) -> None:
    """What a section of skills and languages names besides languages: "Advocacy; iManage. French (fluent), Twi"."""
    for text, row in joined_texts(section.rows, set()):
        for chunk in _STOPS.split(text):
            if not _SOLELY.match(fold(chunk)):
                _add([i for i in items_of(chunk) if not (_names_tongue(i) or fold(i) in _HOW_WELL)], row, FAIR, read)


_SOLELY = re.compile(r"(?:langues?|languages?)\s?:")


_HOW_WELL = frozenset({*LEVEL_WORDS, *(said for said, _ in LEVELS)})


def _names_tongue(item: str) -> bool:
    return any(word in LANGUAGES and word not in WORDS_TOO for word in words_of(item))


def _read_code_languages(section: Section, read: dict[str, FoundSkill]) -> None:
    """A section "Languages" may mean programming ones, or name what computers are used for, too."""
    dated = dated_rows(section.rows)
    for row in section.rows[: dated[0] if dated else None]:
        said, label = words_of(row.text), LABELLED.match(row.plain)
        if label is not None and heading_kind(label[1]) in _NO_SKILLS_BEHIND:
            continue  # "Divers : œnologie, cyclotourisme"
        if any((w in LANGUAGES and w not in WORDS_TOO) or w in SPEAKING for w in said):
            continue
        if level_of(fold(row.text)) is None or any(named.tool for named in skills_named(row.text)):
            items = [i for i in items_of(row.text) if len(i) <= 25 and len(i.split()) <= 3]
            if len(items) >= 2:
                _add(items, row, FAIR, read)


def _add(items: list[str], row: Row, confidence: float, read: dict[str, FoundSkill]) -> None:
    for item in items:
        key = fold(item)
        if key not in read and len(read) < MAX_LIST:
            strange = len(item.split()) >= _FEW and name_of(item) is None
            value = found(item, min(confidence, FAIR) if strange else confidence, [row], MAX_SKILL)
            if value is not None:
                read[key] = FoundSkill(**dict(value))
