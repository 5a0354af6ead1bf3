"""Formats without pages of their own: read into items, then set on A4 sheets."""

from vivier.resumes.parsers.embedded import with_scans
from vivier.resumes.parsers.facts import FileKind, Flag, Limits, Parsed
from vivier.resumes.parsers.paper import Sheet


def parse_document(data: bytes, kind: FileKind, limits: Limits) -> Parsed:
    """Raises FileRefused as the parser of the kind does."""
    sheet, flags = _sheet(data, kind, limits)
    return with_scans(sheet.parsed(kind, flags, limits.pages), sheet.pictures, limits)


def _sheet(data: bytes, kind: FileKind, limits: Limits) -> tuple[Sheet, set[Flag]]:
    if kind is FileKind.TXT:
        from vivier.resumes.parsers.plain import sheet_of_text

        return sheet_of_text(data, limits)
    if kind is FileKind.DOCX:
        from vivier.resumes.parsers.docx import sheet_of_docx

        return sheet_of_docx(data, limits)
    if kind is FileKind.DOC:
        from vivier.resumes.parsers.doc import sheet_of_doc

        return sheet_of_doc(data, limits)
    if kind is FileKind.ODT:
        from vivier.resumes.parsers.odt import sheet_of_odt

        return sheet_of_odt(data, limits)
    if kind is FileKind.RTF:
        from vivier.resumes.parsers.rtf import sheet_of_rtf

        return sheet_of_rtf(data, limits)
    from vivier.resumes.parsers.html import sheet_of_html

    return sheet_of_html(data, limits)
