"""A document with what humans corrected in its reading, as it is taken out (docs/reading_cvs.md). Pure."""

import re
from hashlib import sha256
from typing import Any, Literal

from pydantic import Field

from vivier.casework.masking import Mask
from vivier.casework.stored import StoredLine, StoredPage, StoredReading
from vivier.kernel.actor import Language
from vivier.kernel.model import Model
from vivier.people.contacts import REGIONS
from vivier.people.corrections.model import Correction, How
from vivier.people.fields import Box, Entry, Value
from vivier.people.identity import fold
from vivier.people.model import Candidate, Document

MOST_PAGES = 10  # whose lines are taken out
# What the yardstick scores (tests/cvs/scoring.py), by the catalogue's name.
SCORED = {
    "name": "name",
    "emails": "email",
    "phones": "phone",
    "location": "location",
    "links": "links",
    "skills": "skills",
    "languages": "languages",
    "experience": "experience",
    "education": "education",
}
DATES = ("start", "end")


class Reread(Model):
    """One correction as it is taken out. `stands`: whether what is right stands on the page; None where that cannot be
    told, or nothing is right there.
    """

    field: str
    how: How
    entry: int | None = Field(description="Which entry of the list, as the record has them now; None when it is gone.")
    read: str | None
    confidence: float | None
    places: list[Box]
    right: str | None
    stands: bool | None
    month: str


class CorrectedPage(Model):
    number: int
    width: float
    height: float
    lines: list[StoredLine]


class CorrectedDocument(Model):
    """`judged` are the fields of `truth` that a human looked at; the others say nothing about the page."""

    id: str
    format: str
    text: Literal["native", "textract", "mixed"]
    pages: int
    language: Language
    layout: str | None
    reader: str | None
    corrections: list[Reread]
    judged: list[str]
    truth: dict[str, Any]
    lines: list[CorrectedPage] = Field(description="Empty unless the workspace lets the lines go out, too.")


def document_of(
    key: str, person: Candidate, document: Document, reading: StoredReading, said: list[Correction], *, with_lines: bool
) -> CorrectedDocument:
    """`key` is the row's random id: the same names become the same other names at every export."""
    language = document.read_as.language if document.read_as else person.language
    mask = _mask(key, person, said, language)
    page = _Page(reading)
    stands = [_stands(c, page) for c in said]
    wrong = {c.field.partition(".")[0] for c, there in zip(said, stands, strict=True) if there is False}
    looked_at = {c.field.partition(".")[0] for c in said} & SCORED.keys()
    judged = [name for name in SCORED if name in looked_at - wrong]
    return CorrectedDocument(
        id=sha256(f"{key}|{document.id}".encode()).hexdigest()[:20],
        format=document.kind,
        text=document.text_source,
        pages=document.pages,
        language=language,
        layout=document.read_as.layout if document.read_as else None,
        reader=document.read_as.reader if document.read_as else None,
        corrections=[_reread(c, there, person, mask) for c, there in zip(said, stands, strict=True)],
        judged=[SCORED[name] for name in judged],
        truth={SCORED[name]: _truth(name, person, document.id, mask) for name in judged},
        lines=[masked_page(p, mask) for p in reading.pages[:MOST_PAGES]] if with_lines else [],
    )


def _mask(key: str, person: Candidate, said: list[Correction], language: Language) -> Mask:
    def texts(field: str) -> list[str]:
        held = getattr(person.fields, field)
        values = held if isinstance(held, list) else [held] if held else []
        told = [t for c in said if c.field == field for t in (c.read, c.right) if t]
        return [v.value for v in values] + [v.reading.value for v in values if v.reading] + told

    whose = (texts(field) for field in ("name", "location", "phones", "links"))
    return Mask(key.encode(), *whose, region=REGIONS[language])


class _Page:
    """All words of a document, to ask whether something stands there."""

    def __init__(self, reading: StoredReading) -> None:
        text = "\n".join(line.text for page in reading.pages for line in page.lines)
        self.empty = not text.strip()
        self._words, self._digits = set(fold(text).split()), re.sub(r"\D", "", text)

    def has(self, field: str, text: str) -> bool:
        if field == "phones":
            return re.sub(r"\D", "", text)[-8:] in self._digits
        if field.endswith(DATES):
            # A month may be written in many ways: its year is looked for, or the end of it.
            return text == "present" or text[:4] in self._digits or text[2:4] in self._digits
        without = re.sub(r"^https?://(www\.)?", "", text) if field == "links" else text
        level = re.sub(r"\s*\(.*\)$", "", without) if field == "languages" else without
        return set(fold(level).split()) <= self._words


def _stands(c: Correction, page: _Page) -> bool | None:
    return None if c.right is None or page.empty else page.has(c.field, c.right)


def _reread(c: Correction, stands: bool | None, person: Candidate, mask: Mask) -> Reread:
    name, _, _ = c.field.partition(".")
    entries: list[Entry] = getattr(person.fields, name) if c.entry else []
    return Reread(
        field=c.field,
        how=c.how,
        entry=next((n for n, e in enumerate(entries) if e.id == c.entry), None),
        read=mask.value(c.field, c.read) if c.read else None,
        confidence=c.confidence,
        places=c.boxes,
        right=mask.value(c.field, c.right) if c.right else None,
        stands=stands,
        month=f"{c.on:%Y-%m}",
    )


def _truth(name: str, person: Candidate, document_id: str, mask: Mask) -> Any:
    held = getattr(person.fields, name)
    if name in ("experience", "education"):
        return [_entry(e, mask) for e in held if _is_of(e, document_id)]
    values: list[Value] = held if isinstance(held, list) else [held] if held else []
    texts = [mask.value(name, v.value) for v in values if _is_of(v, document_id)]
    return texts if name in ("links", "skills", "languages") else (texts[0] if texts else None)


def _is_of(held: Value | Entry, document_id: str) -> bool:
    """What was read in it, or typed, which is a human's word on the page as long as it stands there."""
    return held.origin == "typed" or held.document_id == document_id


def _entry(entry: Entry, mask: Mask) -> dict[str, str]:
    return {key: mask.line(value.value) for key, value in entry.values().items() if key not in ("description", "place")}


def masked_page(page: StoredPage, mask: Mask) -> CorrectedPage:
    lines = []
    for line in page.lines:
        texts = mask.runs([cell.text for cell in line.cells])
        cells = [c.model_copy(update={"text": text}) for c, text in zip(line.cells, texts, strict=True)]
        text = "  ".join(cell.text for cell in cells) if cells else mask.line(line.text)
        lines.append(line.model_copy(update={"text": text, "cells": cells}))
    return CorrectedPage(number=page.number, width=page.width, height=page.height, lines=lines)
