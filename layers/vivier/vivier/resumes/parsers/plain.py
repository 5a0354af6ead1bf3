"""Plain text, in whatever encoding it comes."""

import re
from collections.abc import Iterator

from vivier.resumes.parsers.decoding import decoded
from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.paper import Cell, Paragraph, Row, Run, Sheet

HEADING = re.compile(r"^ {0,3}(#{1,4}) +(.*?)[ #]*$")
# A table's rows and the line of dashes below its titles.
BAR = re.compile(r"\s*\|.*\|\s*$")
DASHES = re.compile(r"\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*")
MOST_COLUMNS, LEAST_WIDTH = 12, 6
LINK = re.compile(r"!?\[([^\[\]]{1,200})\]\(([^()\s]{1,2000})(?:\s\"[^\"]*\")?\)")
PICTURE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()\s]{1,2000}(?:\s\"[^\"]*\")?\)")
TAG = re.compile(
    r"</?(?:div|span|p|a|b|i|u|em|strong|h[1-6]|ul|ol|li|br|hr|table|tr|td|th|code|img|center|sup|sub|small|details|summary|section|header|footer|kbd|font)\b[^<>]{0,400}/?>",
    re.IGNORECASE,
)
LEADERS = re.compile(
    r"(?<=[\w)])\s*(?:-{4,}|_{4,}|\.{5,})\s*(?=[\w(])"
)  # they lead from a name to what stands at the margin
SLANTED = re.compile(r"(?<![\w*_`])([*_`])(?=[^\s*_`])([^*_`]{1,200}?)(?<=\S)\1(?![\w*_`])")
ANCHOR = re.compile(
    r"<a\s[^<>]{0,300}?href=[\"']([^\"'<>\s]{1,2000})[\"'][^<>]{0,200}>([^<>\[\]]{1,200})</a>", re.IGNORECASE
)
MARKDOWN = re.compile(r"^#{1,4} +\S|\]\((?:https?:|mailto:)", re.MULTILINE)
BOLD = re.compile(r"\*\*(?=\S)([^*]{1,200}?)(?<=\S)\*\*")


def sheet_of_text(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    text, flags = decoded(data)
    if not text.strip():
        raise FileRefused(RefusalReason.EMPTY)
    if len(text) > limits.text_chars:
        text = text[: limits.text_chars]
        flags.add(Flag.CAPPED)
    sheet, marked = Sheet(typed=True), MARKDOWN.search(text) is not None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    tables = dict(_tables(lines)) if marked else {}
    within = {at for first, rows in tables.items() for at in range(first, first + len(rows) + 1)}
    for at, line in enumerate(lines):
        sheet.add(*tables.get(at, []))
        if at in within:
            continue
        bare = _without_html(line) if marked else line
        if bare is None:
            continue
        bare = LEADERS.sub("\t", bare)
        # Two columns typed with spaces keep their distance, as tabs do.
        sheet.add(Paragraph(_runs(bare, marked), after=0))
    return sheet, flags


def _tables(lines: list[str]) -> Iterator[tuple[int, list[Row]]]:
    """Markdown's tables: the line that each begins at and its rows, of which the one of dashes is none."""
    at = 0
    while at + 1 < len(lines):
        if not (BAR.match(lines[at]) and DASHES.fullmatch(lines[at + 1])):
            at += 1
            continue
        end = next((n for n in range(at + 2, len(lines)) if not BAR.match(lines[n])), len(lines))
        told = [[text.strip() for text in lines[n].strip().strip("|").split("|")] for n in (at, *range(at + 2, end))]
        count = max(map(len, told))
        if count <= MOST_COLUMNS:
            told = [[*texts, *[""] * (count - len(texts))] for texts in told]
            widths = [float(max(LEAST_WIDTH, *(len(texts[n]) for texts in told))) for n in range(count)]
            yield at, [Row([_cell(text, width) for text, width in zip(t, widths, strict=True)]) for t in told]
        at = end


def _cell(text: str, width: float) -> Cell:
    return Cell(width, [Paragraph(_runs(_without_html(text) or "", True), after=0)])


def _without_html(line: str) -> str | None:
    """A line of Markdown without pictures and the tags of HTML, whose links stay; None if nothing is left."""
    bare = PICTURE.sub("", line)
    if "<" in bare:
        bare = TAG.sub("", ANCHOR.sub(r"[\2](\1)", bare))
    return bare if bare.strip() or not line.strip() else None


def _runs(line: str, marked: bool) -> list[Run]:
    """A line's runs; what Markdown sets as a heading or in bold is so, and in a file `marked` by it so are links."""
    heading = HEADING.match(line)
    if heading:
        text = heading[2].replace("**", "")
        return _linked(text, True, 15.5 - len(heading[1])) if marked else [Run(text, True, 15.5 - len(heading[1]))]
    parts = BOLD.split(line.rstrip("\\") if marked else line)
    runs = [Run(part, bold=n % 2 == 1) for n, part in enumerate(parts) if part or len(parts) == 1]
    return [one for run in runs for one in _linked(run.text, run.bold, run.size)] if marked else runs


def _linked(text: str, bold: bool, size: float) -> list[Run]:
    """The runs of a text with Markdown's links by their words, and without its signs for slanted letters."""
    runs: list[Run] = []
    at = 0
    for link in LINK.finditer(text):
        runs.append(Run(_upright(text[at : link.start()]), bold, size))
        runs.append(Run(_upright(link[1]), bold, size, link[2] if is_web(link[2]) else None))
        at = link.end()
    runs.append(Run(_upright(text[at:]), bold, size))
    return [run for run in runs if run.text] or [Run("", bold, size)]


def _upright(text: str) -> str:
    return SLANTED.sub(r"\2", text)
