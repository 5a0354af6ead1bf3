"""Where the periods of a list of entries stand, told from dates within a text."""

import re
from dataclasses import dataclass

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import is_whole, shared
from vivier.resumes.posts.named_in_row import PIECES, is_before_town, names_both, names_post_there
from vivier.resumes.posts.promotions import promotions
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, means_now, only_date, without_ranges
from vivier.resumes.wording.honours import only_honours, tells_award
from vivier.resumes.wording.labels import lists_more
from vivier.resumes.wording.moments import PRESENT, DateRange
from vivier.resumes.wording.opinions import degree_score, school_score
from vivier.resumes.wording.sentences import is_sentence
from vivier.resumes.wording.tasks import tells

_LEAST_PAIRS = 2
_FEW_WORDS = 5
_SET_IN, _FAR_IN = 5.5, 40.0  # points
_FAR = 130
_TAKEN = re.compile(r"\W*(?:graduat(?:ed|ion)|completed|awarded|obtenue?)\s?(?::|en|in)?\s*$")
_BAR_BEFORE, _BAR_BEHIND = re.compile(r"[|•·]\s*$"), re.compile(r"\s*[|•·]")
_STATE_LAST = re.compile(r",\s[A-Z]{2}\s$")  # "…, New York, NY 2022"
_BRIEF = 60
_IN_TEXT = re.compile(r"\b(?:the|during|pendant|durant)\s+$", re.IGNORECASE)  # "the best record in the 2021-2022 year"
# "Pendant l'annulation de 2020," opens a sentence.
_CLAUSE = re.compile(r"\W*(?:pendant|durant|apr[eè]s|avant|lors|au cours|during|after|before)\s", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"(?:19|20)\d{2}\.")
_INSIDE, _NAME_FIRST = re.compile(r"[|(,•·–—:-]\s*$"), re.compile(r"\s+[A-ZÀ-Ý][^\W\d_]")
_CLOSED_BEFORE_COLON = re.compile(r"[^()]{0,20}\)(?:\s?:|\.(?=\s[A-ZÀ-Ý]))\s")
# Where a lone year stands within a row of studies: in brackets, between commas or dashes, "obtenu en 1992 à ...".
_SURROUNDED = (
    (re.compile(r"\(\s?$"), re.compile(r"\s?\)\s*(?:[,;:•·|–—-]|\t)")),
    (re.compile(r"(?:,|\s[–—|-])\s*$"), re.compile(r"\s*[,;]|\s+[–—|-]\s")),
    (
        re.compile(r"\b(?:obtenue?|re[çc]ue?|pass[ée]e?|awarded|completed|gained)\s*$"),
        re.compile(r"\s(?:[àa]|aux?|at|from|by)\s"),
    ),
)
_NAMED = 0.8
# "Bac pro Cuisine 2010 - Lycée Corot"
_NAME_LAST, _PARTED = re.compile(r"[^\W\d_]\)?\s\(?$"), re.compile(r"\s*,\s|\s+[–—|-]\s")


@dataclass(slots=True)
class Anchor:
    """The period of an entry: in which row and cell, and at which edge of the cell's text it stands."""

    index: int
    period: DateRange
    edge: str
    cell: Cell


def anchors_of(rows: list[Row], singles: bool, study: bool = False) -> list[Anchor]:
    """The rows with an entry's period. Lone dates count when they stand as the section's periods do.

    `study`: of studies, lone dates count as well where their row names both a degree and its school.
    """
    found = [
        a
        for i, row in enumerate(rows)
        for a in [_anchor(i, row, study) or (_within_study(i, row) if study else None)]
        if a is not None
        and not _ends_sentence(rows, i)
        and not lists_more(row.plain)
        and not (a.period.single and not study and tells_award(row.plain))
    ]
    risen = set() if study else promotions(rows, {a.index: a.period for a in found if not a.period.single})
    stood = _without_asides(rows, _not_set_in(rows, _unbulleted(rows, found)))
    found = [a for a in found if a.index in risen or any(a is one for one in stood)]
    spans = [a for a in found if not a.period.single]
    if not spans:
        aligned = _aligned(found) if singles else []
        return [a for a in found if singles and (a in aligned or (study and _names_study(rows[a.index])))]
    return [
        a
        for a in found
        if not a.period.single
        or (singles and (any(_alike(rows, a, s) for s in spans) or (study and _names_study(rows[a.index]))))
        or (singles and study and any(a is one for one in _degrees(rows, found)))
    ]


def _degrees(rows: list[Row], found: list[Anchor]) -> list[Anchor]:
    """The lone dates of several rows that open with a degree, none of them right under a row with a period."""
    spans = {a.index for a in found if not a.period.single}
    own = [
        a
        for a in found
        if a.period.single
        and a.index - 1 not in spans
        and not rows[a.index].bullet
        and degree_score(PIECES.split(rows[a.index].plain.strip())[0]) >= 1
    ]
    return own if len(own) >= max(_LEAST_PAIRS, len(spans) + 1) else []


def _names_study(row: Row) -> bool:
    """Whether a row names a degree and its school."""
    pieces = PIECES.split(row.plain)
    degrees = [p for p in pieces if degree_score(p) >= _NAMED]
    return bool(degrees) and any(school_score(p) >= _NAMED for p in pieces)


def _within_study(index: int, row: Row) -> Anchor | None:
    """A lone year set apart within a row, beside a degree or a school ("CAP Boucher (2006), CFA du Loiret")."""
    if len(row.text) > _FAR or is_sentence(row.text):
        return None
    for cell in row.cells:
        ranges = find_ranges(cell.text)
        if len(ranges) != 1 or not ranges[0].single:
            continue
        before, after = cell.text[: ranges[0].begin], cell.text[ranges[0].finish :]
        schooled = any(school_score(p) >= _NAMED for p in PIECES.split(f"{before}, {after}"))
        named = schooled or any(degree_score(p) >= _NAMED for p in PIECES.split(before))
        within = any(opens.search(before) and closes.match(after) for opens, closes in _SURROUNDED)
        opens = school_score(PIECES.split(after.strip(" )"))[0]) >= _NAMED and degree_score(before) >= _NAMED
        behind = schooled and _NAME_LAST.search(before) and (_PARTED.match(after) or opens)
        if (within and named) or behind:
            return Anchor(index, ranges[0], "inside", cell)
    return None


def _ends_sentence(rows: list[Row], index: int) -> bool:
    """Whether a row is a year with a full stop, the last word of the sentence above ("... nine weeks in spring")."""
    row, above = rows[index], rows[index - 1] if index else None
    if above is None or not _END_OF_SENTENCE.fullmatch(row.plain.strip()):
        return False
    told = len(above.plain.split()) > _FEW_WORDS and above.plain.rstrip()[-1:].isalpha()
    return told and above.bold == row.bold and abs(above.size - row.size) < 0.3


def _without_asides(rows: list[Row], found: list[Anchor]) -> list[Anchor]:
    """Without periods behind what was done, in brackets or set in, where those of the entries stand alone.

    "Membre de la cellule de crise (mars 2020 - juin 2021)"; "Mentor since 2022" below a post;
    "Interviewed candidates, on the hiring committee since 2023".
    """
    alone = [rows[a.index].left for a in found if a.edge == "cell" and not a.period.single]
    return [a for a in found if not _is_aside(a, rows, min(alone))] if len(alone) >= _LEAST_PAIRS else found


def _is_aside(anchor: Anchor, rows: list[Row], left: float) -> bool:
    before = anchor.cell.text[: anchor.period.begin].rstrip()
    bracketed = before.endswith("(") and len(before.split()) > _FEW_WORDS and not names_both(before)
    row = rows[anchor.index]
    done = not row.bold and len(before.split()) > _FEW_WORDS and before[-1:].isalpha() and tells(before)
    set_in = left + _SET_IN < row.left < left + _FAR_IN and len(row.cells) == 1 and not row.bold
    return anchor.edge == "end" and (bracketed or set_in or done)


def _not_set_in(rows: list[Row], found: list[Anchor]) -> list[Anchor]:
    """Without dates in rows set in under those that begin with the heads: list items whose signs were drawn."""
    spans = [rows[a.index].left for a in found if not a.period.single]
    if not spans:
        return found
    base = min(spans)
    return [
        a
        for a in found
        if a.edge == "cell"
        or rows[a.index].left <= base + 5.5
        or (not a.period.single and (a.edge == "end" or len(rows[a.index].cells) > 1))
    ]


def _unbulleted(rows: list[Row], found: list[Anchor]) -> list[Anchor]:
    """Without the dates in list items, unless these are the entries themselves or hold a period and nothing else."""
    plain = [a for a in found if not rows[a.index].bullet]
    spans = sum(not a.period.single for a in plain)
    listed = sum(not a.period.single for a in found) - spans
    if not plain or (spans < listed and spans < 2):
        return found
    return [a for a in found if not rows[a.index].bullet or (is_whole(rows[a.index].plain) and spans)]


def _aligned(found: list[Anchor]) -> list[Anchor]:
    """Of lone dates only, those that stand alone in a cell when any do."""
    alone = [a for a in found if a.edge == "cell"]
    return alone if len(alone) * 2 >= len(found) else found


def _alike(rows: list[Row], single: Anchor, span: Anchor) -> bool:
    """Whether a lone date stands where the section's periods stand."""
    a, b = rows[single.index], rows[span.index]
    if a.bullet and b.bullet and abs(a.left - b.left) < 3 and abs(a.size - b.size) < 0.3 and single.edge != "start":
        return True  # "• Baccalauréat (2025)" in a list of "• Licence (2025 – 2026)"
    set_alike = abs(a.size - b.size) < 0.3 and abs(a.left - b.left) < 3
    if single.edge == "inside" and _in_brackets(
        single.cell.text[: single.period.begin], single.cell.text[single.period.finish :]
    ):
        return set_alike and a.bold == b.bold
    opens = len(a.cells) == 1 or (len(a.cells) == 2 and single.cell is a.cells[0])
    if single.edge == "cell" and span.edge == "start" and opens and len(b.cells) == 1 and set_alike:
        return True  # "2008" on a row of its own where the others are "2009 / 2021 – Halden"
    if single.edge != span.edge:
        return False
    if single.edge == "cell":
        return (
            abs(single.cell.left - span.cell.left) < 6
            or abs(single.cell.right - span.cell.right) < 6
            or abs(a.left - b.left) < 6
            or _one_column(single.cell, span.cell)
        )
    return (
        abs(a.size - b.size) < 0.8
        and (a.bold == b.bold or _as_bold(a) == _as_bold(b))
        and (abs(a.left - b.left) < 8 or abs(single.cell.right - span.cell.right) < 4)
    )


def _as_bold(row: Row) -> tuple[bool, bool]:
    """Whether a row begins and ends in bold: its long name may be all that makes most of it bold."""
    return row.words[0].bold, row.words[-1].bold


def _one_column(upper: Cell, lower: Cell) -> bool:
    """Whether dates stand over each other, if slanting, as along a line of time."""
    return shared(upper, lower) > 0.3


_STILL = re.compile(
    r"(?:,|\(|\s[–—-])\s*(en cours|en préparation|in progress|ongoing|on-going|underway|studying)\)?\.?$", re.IGNORECASE
)


def _anchor(index: int, row: Row, study: bool) -> Anchor | None:
    """The period of a row, when it stands where an entry's period stands: alone in a cell, or at an end of one."""
    for cell in sorted(row.cells, key=lambda c: only_date(c.text) is None):
        ranges = find_ranges(cell.text)
        if not ranges and (going_on := _going_on(row, cell, study)) is not None:
            return Anchor(index, *going_on, cell)
        if not ranges:
            continue
        period = ranges[0] if not ranges[0].single else next((r for r in ranges if not r.single), ranges[0])
        before, after = cell.text[: period.begin], cell.text[period.finish :]
        clause = _IN_TEXT.search(before) or (period.single and _CLAUSE.match(before))
        if clause or (before.strip() and cell.text[period.begin :].lower().startswith("the ")):
            continue
        rest = without_ranges(cell.text, ranges)
        if not any(c.isalnum() for c in rest) or only_honours(rest):
            return Anchor(index, period, "cell", cell)
        opens = not any(c.isalnum() for c in before) and (not period.single or after[:1] == ":")
        opens = opens or (not period.single and names_post_there(before))
        if (is_sentence(row.text) and not opens) or len(row.text) > 170 or (period.start is None and not period.masked):
            continue
        starts, ends = (
            not any(c.isalnum() for c in before) or bool(_TAKEN.match(fold(before))),
            not any(c.isalnum() for c in _without_tail(after)),
        )
        set_within = _is_set_within(before, after) or is_before_town(row, before, after)
        if period.single and set_within and len(cell.text) <= _FAR:
            return Anchor(index, period, "inside", cell)
        if period.single and not _closes(cell.text, period, starts, ends):
            continue
        if starts:
            return Anchor(index, period, "start", cell)
        if ends:
            return Anchor(index, period, "end", cell)
        if (
            not period.single
            and len(row.text) <= 130
            and (_INSIDE.search(before) or _between_names(row, before, after) or is_before_town(row, before, after))
        ):
            return Anchor(index, period, "inside", cell)
    return None


def _going_on(row: Row, cell: Cell, study: bool) -> tuple[DateRange, str] | None:
    """What only says that it goes on, in a cell of its own or, of studies, at the end: "BSc Botany, in progress"."""
    ends = (row.cells[0], row.cells[-1]) if study else (row.cells[-1],)
    if len(row.cells) > 1 and any(cell is end for end in ends) and means_now(cell.text):
        return DateRange(None, PRESENT, 0, len(cell.text), single=True), "cell"
    still = _STILL.search(cell.text) if study else None
    if still is None or max(map(degree_score, PIECES.split(cell.text))) < _NAMED:
        return None
    return DateRange(None, PRESENT, still.start(1), still.end(1), single=True), "end"


def _is_set_within(before: str, after: str) -> bool:
    """Whether a lone date stands between bars, or in brackets before a colon."""
    return bool(_BAR_BEFORE.search(before) and _BAR_BEHIND.match(after)) or _in_brackets(before, after)


def _in_brackets(before: str, after: str) -> bool:
    """Whether a lone date stands in brackets before a colon: "Stage de 3e (décembre 2020, 1 semaine) : Kantéga"."""
    return before.rstrip().endswith("(") and bool(_CLOSED_BEFORE_COLON.match(after))


def _between_names(row: Row, before: str, after: str) -> bool:
    """Whether a period stands between two names with nothing else to part them ("MBA 2018-2020 Halden School")."""
    return not row.bullet and 2 < len(before.strip()) <= _BRIEF and bool(_NAME_FIRST.match(after))


def _closes(text: str, period: DateRange, starts: bool, ends: bool) -> bool:
    """Whether a lone date is set apart from the words around it."""
    if len(text) > 120:
        return False
    if starts:
        return True
    before = text[: period.begin]
    if ends and (_STATE_LAST.search(before) or school_score(PIECES.split(before)[-1].strip()) >= 1):
        return True
    if re.search(r"\b(?:en|in|depuis|since|de|of|jusqu'en|by|d[eè]s|from|fin|avant|before)\s*$", before, re.IGNORECASE):
        return False
    return (ends and bool(re.search(r"[|(,•·–—:\t-]\s*$", before))) or (
        ends and len(text) <= 60 and not text.rstrip().endswith(".")
    )


def _without_tail(after: str) -> str:
    return re.sub(r"^\s*[)\]]|\([^)]*\)|\b\d{1,2}\s?(?:ans?|mois|years?|months?|yrs?|mos?)\b", "", fold(after))
