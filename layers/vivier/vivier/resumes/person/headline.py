"""Headline (what the person calls themselves under the name) and summary (the paragraph about them)."""

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD
from vivier.resumes.certainty.evidence import found, tidy
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.model import MAX_TEXT, Found
from vivier.resumes.person.contacts import emails_in, phone_candidates
from vivier.resumes.person.links import urls_in
from vivier.resumes.person.name import is_name_label
from vivier.resumes.structure.document import Document
from vivier.resumes.structure.looks import HEADER
from vivier.resumes.text import fold
from vivier.resumes.wording.labels import is_label, label_kind
from vivier.resumes.wording.opinions import place_score, title_score

_MAX_HEADLINE, _PAIR = 140, 2


def read_headline(document: Document, name: Found | None) -> Found | None:
    """The title under the name: the header row nearest to the name that reads like one."""
    rows = [r for r in document.rows_of(HEADER, "contact") if r.page == 1][:40]
    start = next((i for i, r in enumerate(rows) if name is not None and _holds(r, name.value)), None)
    best: tuple[float, str, Row] | None = None
    for index, row in enumerate(rows):
        for cell in row.cells:
            text = tidy(cell.text)
            if name is not None and fold(name.value) in fold(text):
                text = tidy(
                    text[: fold(text).find(fold(name.value))]
                    + text[fold(text).find(fold(name.value)) + len(name.value) :]
                )
            if not 3 <= len(text) <= _MAX_HEADLINE or _is_contact(text) or _announces(row, cell):
                continue
            distance = index - start if start is not None and index >= start else 6
            score = (
                min(1.0, title_score(text))
                - 0.12 * distance
                + 0.1 * (row.size > 10.5)
                - 0.4 * (place_score(text) >= 0.8)
            )
            score += 0.25 * (distance == 1) - 0.5 * (len(text.split()) > 14)
            if best is None or score > best[0]:
                best = (score, text, row)
    if best is None or best[0] < 0.2:
        return None
    return found(best[1], GOOD if best[0] > 0.9 else FAIR if best[0] > 0.5 else DOUBTFUL, [best[2]])


def _holds(row: Row, name: str) -> bool:
    words = fold(name).split()
    return bool(words) and words[0] in fold(row.text) and words[-1][:5] in fold(row.text)


def _announces(row: Row, cell: Cell) -> bool:
    """Whether a text is a heading, or of a form's row of labels and what they label, but for a post."""
    if heading_kind(cell.text) is not None:
        return True
    labels, told = row.cells[:-1:_PAIR], row.cells[1::_PAIR]
    if not any(is_label(c.text) or is_name_label(c.text) or heading_kind(c.text) is not None for c in labels):
        return False
    posts = [said for label, said in zip(labels, told, strict=False) if label_kind(label.text, study=False) == "what"]
    return not any(cell is said for said in posts)


def _is_contact(text: str) -> bool:
    return any(emails_in(text)) or bool(urls_in(text)) or any(phone_candidates(text)) or text.endswith(":")


def read_summary(document: Document) -> Found | None:
    """The text of the summary sections; without one, the longest sentence of the header."""
    sections = document.of("summary")
    rows = [row for section in sections[:2] for row in section.rows if not _is_contact(row.text)]
    confidence = GOOD
    if not rows:
        rows = _paragraph([r for r in document.rows_of(HEADER) if r.page == 1])
        confidence = FAIR
    text = " ".join(tidy(r.plain.replace("\t", " ")) for r in rows)
    return found(text, confidence, rows, MAX_TEXT) if len(text) >= 20 else None


def _paragraph(rows: list[Row]) -> list[Row]:
    best: list[Row] = []
    current: list[Row] = []
    for row in rows:
        if len(row.text.split()) >= 5 and not _is_contact(row.text):
            current.append(row)
            if sum(len(r.text) for r in current) > sum(len(r.text) for r in best):
                best = list(current)
        elif current and row.text.rstrip().endswith((".", "!")) and len(current) > 0:
            current.append(row)
            best = list(current) if len(best) < len(current) else best
        else:
            current = []
    return (
        best
        if sum(len(r.text.split()) for r in best) >= 8
        else best
        if best and best[0].text.rstrip().endswith(".")
        else []
    )
