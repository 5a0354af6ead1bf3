"""Skills: the items of the skills sections, without their labels, levels and list signs."""

import re
from itertools import pairwise
from statistics import median

from vivier.resumes.abilities.explained import explained
from vivier.resumes.abilities.recognised import name_of, skills_named
from vivier.resumes.abilities.tongues import WORDS_TOO, level_of, speaks, without_grid
from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD
from vivier.resumes.certainty.evidence import found, tidy
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row, strip_bullet, wraps
from vivier.resumes.lexicon.skills import GROUPS, is_tool, tokens_of
from vivier.resumes.lexicon.tongues import LANGUAGES, SPEAKING
from vivier.resumes.model import MAX_LIST, FoundSkill
from vivier.resumes.structure.contents import dated_rows
from vivier.resumes.structure.document import Document
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold, words_of
from vivier.resumes.wording.levels import LEVEL, LEVEL_BRACKET, ONLY_LEVEL
from vivier.resumes.wording.opinions import title_score

MAX_SKILL = 80
_SPLIT = re.compile(r"\s*[\t|•·●▪■◦;‣★☆✓✔►▸➢→«»]\s*|\s[+*¢°]\s|,(?!\d)\s*|\s+[–—/-]\s+|\s{3,}|\s+&\s+(?=[A-Z].*,)")
_LABEL = re.compile(r"^([^:(]{2,45}?(?:\([^()]{1,30}\))?)\s*:\s*(.*)$", re.DOTALL)
_LAST_AND = re.compile(r"^(?:et|and|&|ainsi que)\s+", re.IGNORECASE)


def read_skills(document: Document) -> list[FoundSkill]:
    """Skills in the CV's order, each once: those it lists, then tools that its text names."""
    read: dict[str, FoundSkill] = {}
    for section in document.sections:
        if section.kind == "skills":
            _read_section(section, read)
        elif section.kind == "languages":
            _read_code_languages(section, read)
    if not read:
        for row in document.rows_of("header", "contact"):
            match = _LABEL.match(row.text.replace("\t", " "))
            if match and heading_kind(match[1]) == "skills":
                _add(items_of(match[2]), row, FAIR, read)
    if not read:
        for row in document.rows_of("header", "contact", "summary", "unknown"):
            match = _LABEL.match(row.plain.replace("\t", " "))
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
    titled = _group_titles(rows)
    labels = _label_cells(rows)
    usual = median(r.size for r in rows) if rows else 0.0
    paragraphs = _joined([r for r in rows if id(r) not in titled], labels)
    for text, first in paragraphs:
        if len(text) > 160 and sum(text.count(sign) for sign in ",\t;·•|/") < 2:
            continue
        if speaks(first) or (first.size > usual + 1 and title_score(text) >= 0.7):
            continue
        _add(items_of(text), first, GOOD if len(text) < 300 else FAIR, read)


def _label_cells(rows: list[Row]) -> set[int]:
    """First cells that name a group beside its list, as a table's first column does."""
    labels: set[int] = set()
    tabled = [r for r in rows if len(r.cells) == 2 and not r.bullet]
    for row in tabled:
        name, value = row.cells
        short = len(name.text.split()) <= 4 and "," not in name.text and len(name.text) <= 40
        stands = sum(abs(o.cells[1].left - value.left) < 3 for o in tabled) >= 2
        if short and ("," in value.text or ";" in value.text) and (stands or (name.bold and not value.bold)):
            labels.add(id(name))
    # With lists beside some names, the other names of that column are names too.
    lefts = [r.cells[1].left for r in tabled if id(r.cells[0]) in labels]
    labels |= {id(r.cells[0]) for r in tabled if lefts and any(abs(r.cells[1].left - x) < 3 for x in lefts)}
    return labels


def _hanging(rows: list[Row]) -> dict[int, int]:
    """How many words of a row's first cell are a label at the right edge of its column, before level lists."""
    starts: dict[int, list[tuple[Row, int]]] = {}
    for row in rows:
        words = row.cells[0].words
        for at in range(1, min(4, len(words))):
            if words[at].left - words[at - 1].right > 0.4 * row.size and not row.bullet:
                starts.setdefault(round(words[at].left / 2), []).append((row, at))
    for found_ in sorted(starts.values(), key=len, reverse=True):
        lefts = [row.left for row, _ in found_]
        labels = [" ".join(w.text for w in row.cells[0].words[:at]) for row, at in found_]
        if len(found_) >= 3 and max(lefts) - min(lefts) > 6 and not any("," in label for label in labels):
            return {id(row): at for row, at in found_}
    return {}


def _bold_leads(rows: list[Row]) -> dict[int, int]:
    """How many bold words of rows name the group that is listed behind them ("**Terrain** Prise de son / Photo")."""
    leads: dict[int, int] = {}
    for row in rows:
        words = row.cells[0].words
        bold = next((at for at, word in enumerate(words) if not word.bold), 0)
        behind = " ".join(word.text for word in words[bold:])
        if 0 < bold <= _FEW and re.search(r"[,;|•·/]", behind) and not re.search(r"[,;:|•·/–-]$", words[bold - 1].text):
            leads[id(row)] = bold
    return leads if len(leads) > 1 else {}


def _text_of(row: Row, labels: set[int], label: int = 0) -> str:
    """The row's list, its label left out; chips set apart by wider gaps only are parted by tabs."""
    texts = [_chips(c) for c in row.cells if id(c) not in labels]
    if label:
        texts[0] = " ".join(w.text for w in row.cells[0].words[label:])
    text = "\t".join(texts)
    return strip_bullet(text) if row.bullet else text


def _chips(cell: Cell) -> str:
    gaps = [b.left - a.right for a, b in pairwise(cell.words)]
    if len(gaps) < 2 or re.search(r"[,;|•·:/«»*]", cell.text) or cell.text != " ".join(w.text for w in cell.words):
        return cell.text
    small = min(gaps)
    em = cell.size
    if max(gaps) < 1.25 * small and small < 0.9 * em:
        return cell.text  # a typewriter's letters: every space is wide
    if max(gaps) < 0.45 * em or (max(gaps) < 1.6 * max(small, 0.1) and small < 0.6 * em):
        return cell.text
    limit = 0.5 * em if small > 0.6 * em else max(0.42 * em, 1.6 * small)
    pieces = [cell.words[0].text]
    for gap, word in zip(gaps, cell.words[1:], strict=True):
        pieces.append(("\t" if gap >= limit else " ") + word.text)
    return "".join(pieces)


def _joined(rows: list[Row], labels: set[int]) -> list[tuple[str, Row]]:
    """Rows as texts; one that plainly goes on (a comma at its end, an open bracket) takes the next."""
    joined: list[tuple[str, Row]] = []
    limit = max((r.limit for r in rows), default=0.0)
    hanging = _hanging(rows) or _bold_leads(rows)
    last: Row | None = None
    for row in rows:
        text = _text_of(row, labels, hanging.get(id(row), 0))
        above, last = last, row
        if (
            joined
            and above is not None
            and "," in joined[-1][0]
            and wraps(above, row, limit)
            and abs(row.left - above.cells[-1].left) < 4
            and not _LABEL.match(text)
            and id(row) not in hanging
        ):
            joined[-1] = (joined[-1][0].rstrip() + " " + text, joined[-1][1])
            continue
        if joined and not row.bullet and id(row) not in hanging:
            before, first = joined[-1]
            listed = re.search(r"[,;·•|/]|\s[–—-]\s", before) is not None
            if (
                before.rstrip().endswith((",", "/", ";", "·", "•", "|", " et", " and", "&", " de", " of", " d'", " en"))
                or before.count("(") > before.count(")")
                or (listed and text[:1] == "(")
                or (text[:1].islower() and listed and abs(row.size - first.size) < 1 and not first.text[:1].islower())
                or (listed and above is not None and wraps(above, row, limit) and not _LABEL.match(text))
            ):
                joined[-1] = (before.rstrip() + " " + text, first)
                continue
        joined.append((text, row))
    return [(re.sub(r"(?<=[a-z])- (?=[a-z])", "", text), row) for text, row in joined]


def _group_titles(rows: list[Row]) -> set[int]:
    """Rows that only name a group ("En cuisine") above its bullets or lists."""
    titles = set()
    for row, below in pairwise(rows):
        alone = "," not in row.text and not row.bullet
        if not alone or (len(row.cells) > 1 and not _heads_columns(row, below)):
            continue
        if ONLY_LEVEL.fullmatch(fold(below.text)):
            continue  # "Photoshop" over "80 %"
        if (
            below.bullet
            or (row.bold and not below.bold)
            or (row.size > below.size * 1.08)
            or row.text.rstrip().endswith(":")
        ):
            others = [r for r in rows if r.bold == row.bold and r.bullet == row.bullet]
            if below.bullet or len(others) < len(rows):
                titles.add(id(row))
    return titles


def _heads_columns(row: Row, below: Row) -> bool:
    """Whether each cell of a row is set over a column of skills as its name."""
    over = all(cell.bold and len(cell.text.split()) <= _FEW for cell in row.cells)
    return over and len(below.cells) >= len(row.cells) - 1 and not any(cell.bold for cell in below.cells)


def items_of(text: str) -> list[str]:
    """The skills that a text lists."""
    items: list[str] = []
    for chunk in re.split(r"\t|\s{3,}|(?<=[a-z)])\.\s+(?=[A-ZÀ-Ý][^:]{1,40}:)", text):
        match = _LABEL.match(chunk)
        chunk = _STOPS.sub(", ", chunk) if match is None and _ends_each(chunk) else chunk
        if match and heading_kind(match[1]) in _NO_SKILLS:
            continue  # "Loisirs : lecture"
        if match and match[2].strip() and (ONLY_LEVEL.fullmatch(fold(match[2].strip())) or _explains(match[2])):
            chunk = match[1]  # "Excel : confirmé", "Teamwork: used to working with people of all trades"
        elif match and match[2].strip():
            chunk = match[2]
            if (inner := _LABEL.match(chunk)) and inner[2].strip() and heading_kind(match[1]) == "skills":
                chunk = inner[2]  # "Compétences informatiques : Langages : Java, Go"
        elif match:
            continue
        for piece in _split(chunk):
            item = _LAST_AND.sub("", strip_bullet(tidy(piece))).strip(" .:,;")
            item = _without_lead(LEVEL_BRACKET.sub("", LEVEL.sub("", item)).strip())
            for one in _tools_joined(item):
                if _is_skill(one) and not ONLY_LEVEL.fullmatch(fold(one)):
                    items.append(one)
    return _licences(items)


_STOPS = re.compile(r"\.\s+(?=[A-ZÀ-Ý])")


def _ends_each(text: str) -> bool:
    """Whether full stops part short items: "Hedge laying. Fencing. Coppicing"."""
    pieces = _STOPS.split(text)
    return len(pieces) > _LEAST_TOOLS and all(len(p.split()) <= _SHORT and not re.search(r"[,;|•]", p) for p in pieces)


_SHORT = 4
_NO_SKILLS = ("interests",)
_EXPLAINED = 6


def _explains(text: str) -> bool:
    """Whether what stands behind a label tells of it in a sentence and lists nothing."""
    told = text.split()
    small = sum(word[:1].islower() for word in told)
    lists = len(re.findall(r"[,;/|•·]", text))
    return len(told) >= _EXPLAINED and small >= 0.8 * len(told) and lists <= len(told) // 8


_JOINED = re.compile(r"\s(?:et|and)\s")


def _tools_joined(item: str) -> list[str]:
    """Two tools that "and" joins, apart: "Python and R"; or several that only spaces part: "HTML CSS PHP"."""
    both = _JOINED.split(item)
    if len(both) == 2 and all(is_tool(fold(one)) for one in both):
        return both
    return _spaced(item) or [item]


_LEAD = re.compile(
    r"^(?:je (?:ma[iî]trise|connais)|ma[iî]trise|(?:bonnes? )?connaissances?|utilisation|pratique|knowledge"
    r"|proficien(?:t|cy)|experienced?|familiar|skilled)\s(?:(?:de|des|du|d['’]|en|les?|la|of|in|with)\s?)*(?:(?:logiciels?|outils?)\s)?",
    re.IGNORECASE,
)


def _without_lead(item: str) -> str:
    """A tool without the words that say that somebody knows it: "Maîtrise du logiciel Excel"."""
    bare = _LEAD.sub("", item)
    return bare if bare != item and (name_of(bare) is not None or is_tool(fold(bare))) else item


def _spaced(item: str) -> list[str]:
    """The tools of a list with nothing but spaces between them, the longest names first; none where it says more."""
    words = item.split()
    if len(words) < _LEAST_TOOLS or re.search(r"[(/&]", item) or sum(w[:1].islower() for w in words) > 1:
        return []
    pieces: list[str] = []
    told, at = 0, 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if at + n <= len(words) and _is_named(words[at : at + n])), 0)
        told += size
        pieces.append(" ".join(words[at : at + max(size, 1)]))
        at += max(size, 1)
    listed = told == len(words) if len(words) < _MANY else told >= _MOSTLY * len(words)
    return pieces if listed and len(pieces) > 1 else []


_MANY, _MOSTLY = 6, 0.6


def _is_named(words: list[str]) -> bool:
    return is_tool(fold(" ".join(words)).strip("."))


def _licences(items: list[str]) -> list[str]:
    """The categories of a driving licence together ("Permis C, CE")."""
    joined: list[str] = []
    for item in items:
        if joined and re.fullmatch(r"[A-D][1E]?E?", item) and re.match(r"permis|licen[cs]e", fold(joined[-1])):
            joined[-1] += f", {item}"
        else:
            joined.append(item)
    return joined


def _split(text: str) -> list[str]:
    """The text cut at its separators outside brackets."""
    pieces, depth, start = [], 0, 0
    for match in re.finditer(r"[()]|" + _SPLIT.pattern, text):
        sign = match[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append(text[start : match.start()])
            start = match.end()
    pieces.append(text[start:])
    return pieces


def _is_skill(item: str) -> bool:
    return (
        1 <= len(item) <= MAX_SKILL
        and any(c.isalpha() for c in item)
        and len(item.split()) <= 9
        and not (len(item) == 1 and item not in "CRD")
        and not GROUPS.issuperset(fold(item).replace(" & ", " ").replace(" et ", " ").replace(" and ", " ").split())
        and not (item.isupper() and heading_kind(item) in ("skills", "other", "links", "contact"))
    )


def _read_code_languages(section: Section, read: dict[str, FoundSkill]) -> None:
    """A section "Languages" may mean programming ones, or name what computers are used for, too."""
    dated = dated_rows(section.rows)
    for row in section.rows[: dated[0] if dated else None]:
        said = words_of(row.text)
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
