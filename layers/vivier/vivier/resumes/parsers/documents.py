"""Formats without pages of their own: read into items, then set on A4 sheets."""

from vivier.resumes.parsers.facts import FileKind, FileRefused, Flag, Limits, Parsed, RefusalReason
from vivier.resumes.parsers.paper import Sheet


def parse_document(data: bytes, kind: FileKind, limits: Limits) -> Parsed:
    """Raises FileRefused as the parser of the kind does."""
    sheet, flags = _sheet(data, kind, limits)
    return sheet.parsed(kind, flags, limits.pages)


def _sheet(data: bytes, kind: FileKind, limits: Limits) -> tuple[Sheet, set[Flag]]:
    if kind is FileKind.TXT:
        from vivier.resumes.parsers.plain import sheet_of_text

        return sheet_of_text(data, limits)
    raise FileRefused(RefusalReason.UNSUPPORTED, kind.value)
