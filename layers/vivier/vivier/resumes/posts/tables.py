"""Entries written as a form: "Employer | Transvia", "Dates: 2019 – 2021". Its labels say what is what."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vivier.resumes.layout.lines import Cell, Row, one_paragraph, wraps
from vivier.resumes.layout.words import Word
from vivier.resumes.lexicon import words
from vivier.resumes.posts.pairs import with_pairs_apart
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, means_now, only_date
from vivier.resumes.wording.labels import label_kind
from vivier.resumes.wording.tasks import opens_anew

# A colon, dots, or an equals sign after the label; or the label in square brackets.
_COLON = re.compile(r"^\s*(?:[*•-]\s*)?([^:=\t]{1,48}?)\s*(?::|=|\.{3,}|…+)\s*(\S.*)$", re.DOTALL)
_BRACKETED = re.compile(r"^\s*\[([^\]\t]{2,40})\]\s*:?\s*(\S.*)$", re.DOTALL)
_DASHED = re.compile(r"^\s*([A-ZÀ-Ý][^:=\t–—-]{1,30}?)\s+[–—-]\s+(\S.*)$")
_INLINE = re.compile(r"(?:^|(?<=[:=])|[|;/\t•–]\s*|\s{2,}|,\s)\s*([^:=|;/\t,•]{2,70}?)\s?[:=](?=\s)")
_ENDS = frozenset({"from", "to"})


@dataclass(slots=True)
class Form:
    """The rows of one entry by what their labels say, each with the text beside the label."""

    told: dict[str, list[tuple[str, Row]]] = field(default_factory=dict)
    rest: list[Row] = field(default_factory=list)


def forms_of(rows: list[Row], study: bool) -> list[Form]:
    """The entries of a section that is a form; none when it is no form."""
    rows = [one for row in _whole(with_pairs_apart(rows, study), study) for one in _apart(row, study)]
    bare = _bare_labels(rows, study)
    labelled = [_labelled(row, study) or _opened_by(row, bare) for row in rows]
    kinds = [found[0] for found in labelled if found is not None]
    told = [k for k in kinds if k in ("what", "where")]
    if not {"when", "from"} & set(kinds) and len(set(told)) < 2:
        return []
    if not told or len(kinds) < 3 or len(kinds) * 3 < len(rows):
        return []
    forms: list[Form] = []
    first = kinds[0]
    edge = _edge(rows, labelled)
    last: str | None = None
    untold = next((k for k in ("where", "what") if k not in told), None)
    titled = _headings(labelled, first)
    if untold is None and titled and not {"when", "from"} & set(kinds):
        untold = "when" if all(only_date(_BRACKETS.sub("", rows[i].plain)) is not None for i in titled) else None
    for index, (row, found) in enumerate(zip(rows, labelled, strict=True)):
        if untold and index in titled:
            forms.append(Form())
            forms[-1].told[untold] = [(row.plain if untold == "when" else _NUMBER.sub("", row.plain), row)]
            last = None
            continue
        if found is not None:
            kind, text = found
            if forms and forms[-1].told.get(kind) and not forms[-1].told[kind][-1][0]:
                forms[-1].told[kind][-1] = (text, row)
                continue
            again = bool(forms) and bool(forms[-1].told.get(kind))
            if not forms or (again and (kind == first or (kind != "does" and _closed(forms[-1])))):
                forms.append(Form())
            forms[-1].told.setdefault(kind, []).append((text, row))
            last = kind
        elif forms:
            _go_on(forms[-1], row, last, edge)
    return [form for form in forms if form.told.get("what") or form.told.get("where")]


_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.)/-]\s*")


def _headings(labelled: list[tuple[str, str] | None], first: str) -> set[int]:
    """Rows without a label that stand over each form and say what no label does."""
    openings = [i for i, found in enumerate(labelled) if found is not None and found[0] == first]
    heads = {i - 1 for i in openings if i and labelled[i - 1] is None}
    return heads if len(heads) >= 2 and len(heads) == len(openings) else set()


def _apart(row: Row, study: bool) -> list[Row]:
    """The labelled texts of one row ("Role: Cook | Company: Transvia") as rows of their own."""
    text = "   ".join(c.text for c in row.cells)
    starts = sorted({at for m in _INLINE.finditer(text) if (at := _label_at(m, study)) is not None})
    if len(starts) < 2 or text[: starts[0]].strip(" •*-|"):
        return [row]
    pieces = [text[a:b].strip(" |;/,–-•\t") for a, b in pairwise([*starts, len(text)])]
    return [_spoken(row, piece) for piece in pieces]


def _label_at(match: re.Match[str], study: bool) -> int | None:
    """Where the label before a colon begins: after a sign, or with a capital behind the value before it."""
    if label_kind(match[1], study) is not None:
        return match.start(1)
    words = list(re.finditer(r"\S+", match[1]))
    gap = match[1].rfind("  ")
    for word in words[max(0, len(words) - 4) :]:
        if word.start() <= gap:
            continue
        label = match[1][word.start() :]
        if word.start() and label[:1].isupper() and label_kind(label, study) is not None:
            return match.start(1) + word.start()
    return None


def _whole(rows: list[Row], study: bool) -> list[Row]:
    """Rows of several labels that went over to the next line, made whole."""
    made: list[Row] = []
    for row in rows:
        above = made[-1] if made else None
        if above is not None and _breaks_off(above, row, study):
            made[-1] = _spoken(above, f"{above.text} {row.text}", [*above.words, *row.words])
        else:
            made.append(row)
    return made


def _breaks_off(above: Row, row: Row, study: bool) -> bool:
    labels = [m for m in _INLINE.finditer(above.text) if _label_at(m, study) is not None]
    if label_kind(row.plain.strip(" :"), study) is not None:
        return False
    if len(labels) < 2 or row.bullet or len(row.cells) > 1 or not wraps(above, row, above.limit):
        return False
    opening = _COLON.match(row.plain)
    return opening is None or label_kind(opening[1], study) is None


def _spoken(row: Row, text: str, words: list[Word] | None = None) -> Row:
    made = replace(row, cells=[Cell(words or row.words, text)])
    made.left, made.top, made.bottom = row.left, row.top, row.bottom
    return made


def _closed(form: Form) -> bool:
    return bool(form.told.get("what")) and bool(form.told.get("where"))


def _go_on(form: Form, row: Row, last: str | None, edge: float | None) -> None:
    """A row without a label goes on with the one above: the ends of a label and of its text stand beside each other."""
    value = [c.text for c in row.cells if edge is None or c.left > edge - 6]
    if last is None or last == "does" or not value or row.bullet:
        if value:
            form.rest.append(row)
        return
    text, at = form.told[last][-1]
    if text and edge is None and len(at.cells) == 1 and not row.text[:1].islower() and not wraps(at, row, row.limit):
        form.rest.append(row)
        return
    form.told[last][-1] = (f"{text} {' '.join(value).strip(' :')}".strip(), at if text else row)


def _edge(rows: list[Row], labelled: list[tuple[str, str] | None]) -> float | None:
    lefts = sorted(row.cells[1].left for row, found in zip(rows, labelled, strict=True) if found and len(row.cells) > 1)
    return lefts[len(lefts) // 2] if lefts else None


def _labelled(row: Row, study: bool) -> tuple[str, str] | None:
    """What a row's label announces, and the text beside it."""
    if len(row.cells) > 1:
        label, text = row.cells[0].text, "\t".join(c.text for c in row.cells[1:])
    else:
        match = _BRACKETED.match(row.plain) or _COLON.match(row.plain) or _dashed(row, study)
        label, text = (match[1], match[2]) if match is not None else _by_gap(row.cells[0])
        if not label:
            return (bare, "") if (bare := label_kind(row.plain, study)) else None
    kind, text = label_kind(label, study), text.strip(" :=\t")
    if kind == "when" and not find_ranges(text) and len(row.cells) == 1 and text:
        return None
    if kind in _ENDS and only_date(text) is None and not means_now(text):
        return None
    return (kind, text) if kind is not None else None


_OPENED = re.compile(r"^\s*([A-ZÀ-Ý]\S+)\s+(\S.*)$", re.DOTALL)
_TIMES = 2


def _bare_labels(rows: list[Row], study: bool) -> dict[str, str]:
    """Labels with no sign behind them, by their first word: those that open rows again and again, and say who and when.

    "Company Wincanton" may be a company's name, where one row opens so; not where "Position" and "Dates" come as often.
    """
    opened = Counter(m[1] for row in rows if len(row.cells) == 1 and (m := _OPENED.match(row.plain)))
    bare = {word: kind for word, n in opened.items() if n >= _TIMES and (kind := label_kind(word, study)) is not None}
    kinds = set(bare.values())
    return bare if {"what", "where"} <= kinds and kinds & {"when", "from"} else {}


def _opened_by(row: Row, bare: dict[str, str]) -> tuple[str, str] | None:
    match = _OPENED.match(row.plain) if bare and len(row.cells) == 1 else None
    return (bare[match[1]], match[2]) if match is not None and match[1] in bare else None


def _dashed(row: Row, study: bool) -> re.Match[str] | None:
    """A label that a dash parts from its text ("Company - Transvia")."""
    match = _DASHED.match(row.plain)
    return match if match is not None and label_kind(match[1], study) is not None else None


def _by_gap(cell: Cell) -> tuple[str, str]:
    """A label and its text in one cell, told apart by the wider gap or the change of style between them."""
    words = cell.words
    gaps = [b.left - a.right for a, b in pairwise(words)]
    if len(gaps) < 1 or " ".join(w.text for w in words) != cell.text:
        return "", ""
    usual = sorted(gaps)[(len(gaps) - 1) // 2]
    for index, gap in enumerate(gaps[:6], start=1):
        if gap > 1.6 * max(usual, 0.15 * cell.size) or words[index - 1].bold != words[index].bold:
            return " ".join(w.text for w in words[:index]), " ".join(w.text for w in words[index:])
    return "", ""


def with_whole_cells(rows: list[Row]) -> list[Row]:
    """Rows of a table whose cells went over to the next line, made whole ("Cheffe de service espaces" / "verts")."""
    rows = list(rows)
    lefts = Counter(round(c.left) for row in rows for c in row.cells[1:])
    stops = {left for left in lefts if sum(lefts[left + near] for near in (-1, 0, 1)) >= 2}
    index = 0
    while index + 1 < len(rows):
        wide = len(rows[index].cells) > 2
        stands = all(wide if only_date(c.text) is not None else round(c.left) in stops for c in rows[index].cells[1:])
        joined = _with_cells_below(rows[index], rows[index + 1], _column_edge(rows)) if stands else []
        if joined:
            rows[index : index + 2] = joined
        if len(joined) != 1:
            index += 1
    return rows


def _column_edge(rows: list[Row]) -> float:
    """Where the lines of the last column are wrapped; far away when too few of them come near one edge."""
    lasts = [row.cells[-1] for row in rows if len(row.cells) > 1 or row.left > rows[0].left + 60]
    edge = max((c.right for c in lasts), default=1e9)
    return edge if sum(c.right > 0.96 * edge for c in lasts) >= 3 else 1e9


def _with_cells_below(row: Row, below: Row, edge: float) -> list[Row]:
    """The row made whole, and what of the one below is no end of its cells; nothing when none is."""
    if len(row.cells) < 2 or row.bullet or row.page != below.page or below.top - row.bottom > 0.35 * row.size:
        return []
    going: dict[int, Cell] = {}
    staying: list[Cell] = []
    for lower in below.cells:
        upper = next((c for c in row.cells if abs(c.left - lower.left) < 2.5), None)
        listed = below.bullet and lower is below.cells[0]
        if upper is not None and not listed and is_full(row, upper, lower, edge):
            going[id(upper)] = lower
        else:
            staying.append(lower)
    lefts = [c.left for c in row.cells if only_date(c.text) is None]
    if not going or any(
        only_date(c.text) is not None and not any(abs(c.left - left) < 2.5 for left in lefts) for c in staying
    ):
        return []
    cells = [
        Cell([*c.words, *going[id(c)].words], f"{c.text} {going[id(c)].text}", c.told) if id(c) in going else c
        for c in row.cells
    ]
    made = replace(row, cells=cells)
    made.left, made.right, made.top, made.bottom = row.left, row.right, row.top, below.bottom
    return [made, replace(below, cells=staying)] if staying else [made]


def is_full(row: Row, upper: Cell, lower: Cell, edge: float) -> bool:
    """Whether the first word of the line below would not have fitted beside the one above."""
    if upper.bold != lower.bold or find_ranges(lower.text) or opens_anew(upper.text, lower.text):
        return False
    if any(upper.right < c.left < lower.right for c in row.cells):
        return False  # it runs below the cell beside
    told = one_paragraph(upper, lower)
    if told is not None:
        return told
    rights = [c.left - 12 for c in row.cells if c.left > upper.right]
    room = min(rights, default=min(row.limit, edge))
    first = lower.words[0]
    return upper.right + (first.right - first.left) + 0.2 * first.size > room


_TITLES = words(
    """
    annee annees date dates periode diplome diplomes intitule formation formations etablissement ecole organisme lieu
    ville mention specialite niveau year years qualification qualifications school institution college university body
    course degree grade subject subjects award result results place from to study name of the and institute board
    passing percentage cgpa gpa marks obtained exam examination class stream branch score
    """
)


def without_titles(rows: list[Row]) -> list[Row]:
    """The rows without that of a table's titles."""
    cells = [re.findall(r"[a-z0-9]+", fold(c.text)) for c in rows[0].cells] if rows else []
    titled = len(cells) > 1 and all(cell and all(w in _TITLES for w in cell) for cell in cells)
    return rows[1:] if titled else rows
