"""What somebody is certified or licensed for, and what they published: driving licences, certificates, papers."""

import re
from collections.abc import Iterable
from itertools import pairwise

from vivier.resumes.certainty.confidence import FAIR, GOOD
from vivier.resumes.certainty.evidence import found, tidy
from vivier.resumes.layout.lines import Row
from vivier.resumes.model import Found
from vivier.resumes.structure.document import Document
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, without_ranges

MOST = 30
MOST_LETTERS = 300  # what a line of a record holds when it is edited
_CLASSES = r"(?:am|a1|a2|b1|be|b|c1e|c1|ce|c|d1|de|d|a)"
_LISTED = rf"{_CLASSES}\b(?:\s?(?:,|/|\+|&|\bet\b|\band\b)\s?(?:{_CLASSES}|e)\b)*"
_LICENCE = re.compile(
    rf"\bpermis(?:\sde\sconduire)?\s?:?\s?(?:categories?\s|poids\slourds?\s)?\(?(?:{_LISTED}|voiture|moto|poids\slourds?)"
    rf"|\bpermis\sde\sconduire\b"
    rf"|\b(?:full\s|clean\s|valid\s|uk\s|eu\s|irish\s|french\s)*driv(?:ing|er'?s?)\slicen[cs]e(?:\s?:?\s?\(?(?:categor(?:y|ies)\s|class\s)?{_LISTED})?"
    rf"|\b(?:class|categor(?:y|ies))\s{_LISTED}\slicen[cs]e"
)
_SMALL_WORD = re.compile(r"(?i:permis)\s(?:de|a|d|c)$")  # "permis de construire"
_NOT_YET = re.compile(r"\s?(?:en cours|en preparation|in progress|prevu|provisional)")
_PUBLISHED = re.compile(r"\b(?:publications?|published|papers?|articles?|communications|brevets?|patents?)\b")
_OPENS = re.compile(r"^\s*(?:\[\d{1,4}\]|\d{1,3}[.)]\s)\s*")
_LONG = 140


def read_licences(document: Document) -> list[Found]:
    """Driving licences, as the CV names them, each once; one that is only being prepared is none."""
    read: dict[str, Found] = {}
    for section in document.sections:
        if section.kind in ("experience", "projects"):
            continue
        heading = [section.heading] if section.heading is not None and section.heading not in section.rows else []
        for row in [*heading, *section.rows]:
            folded = fold(row.text)
            for match in _LICENCE.finditer(folded):
                text = row.text[match.start() : match.end()].strip(" (:")
                if _NOT_YET.match(folded, match.end()) or _SMALL_WORD.match(text):
                    continue
                value = found(text, GOOD, [row], 80)
                if value is not None and section.rows:
                    read.setdefault(fold(value.value), value)
    # "Permis de conduire" alone says nothing beside one with its class.
    whole = [k for k in read if any(other != k and other.startswith(k) for other in read)]
    return [v for k, v in read.items() if k not in whole][:MOST]


def read_certifications(document: Document, tickets: Iterable[Found] = ()) -> list[Found]:
    """The certificates of their sections, without their dates, and the `tickets` that stand among studies."""
    read = {fold(ticket.value): ticket for ticket in tickets}
    for section in document.of("certifications"):
        for row in _firsts(section.rows):
            text = tidy(without_ranges(row.plain, find_ranges(row.plain)).split("\t")[0])
            text = re.sub(r"\s*[(\[]\s*[)\]]\s*$", "", text)
            if len(text) > _LONG or sum(c.isalpha() for c in text) < 2 or _LICENCE.fullmatch(fold(text)):
                continue
            value = found(text, FAIR, [row])
            if value is not None:
                read.setdefault(fold(value.value), value)
    return list(read.values())[:MOST]


def _firsts(rows: list[Row]) -> list[Row]:
    """The rows that name a certificate: list items, or the first of each block that white sets apart."""
    if any(row.bullet for row in rows):
        return [row for row in rows if row.bullet]
    gaps = sorted({round(row.gap) for row in rows[1:]})
    if len(rows) < 3 or len(gaps) < 2 or gaps[-1] < 1.5 * max(1, gaps[0]):
        return rows
    return [
        row for before, row in pairwise([None, *rows]) if row and (before is None or row.gap > 1.25 * max(1, gaps[0]))
    ]


def read_publications(document: Document) -> list[Found]:
    """Papers, articles and patents, each over as many lines as it takes."""
    read: list[Found] = []
    for section in document.of("other"):
        if section.heading is None or not _PUBLISHED.search(fold(section.heading.text)):
            continue
        for rows in _items(section):
            text = _OPENS.sub("", " ".join(row.plain.replace("\t", " ") for row in rows))
            value = found(text, FAIR, rows, MOST_LETTERS) if sum(c.isalpha() for c in text) >= 12 else None
            if value is not None:
                read.append(value)
    return read[:MOST]


def _items(section: Section) -> list[list[Row]]:
    items: list[list[Row]] = []
    edge = min((row.left for row in section.rows), default=0.0)
    numbered = any(row.bullet or _OPENS.match(row.text) for row in section.rows)
    for row in section.rows:
        opens = row.bullet or bool(_OPENS.match(row.text))
        if (
            not items
            or opens
            or (not numbered and (row.gap > 0.5 * row.size or row.left < edge + 3 < items[-1][-1].left))
        ):
            items.append([])
        items[-1].append(row)
    return items
