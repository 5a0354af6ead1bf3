"""One door for every kind of file. Parsers are imported only when their kind turns up: a child starts faster."""

from vivier.resumes.parsers.facts import FileKind, FileRefused, Flag, Limits, Parsed, RefusalReason
from vivier.resumes.parsers.kinds import MEDIA_TYPES, differs_from_name, kind_of

IMAGES = {FileKind.JPEG, FileKind.PNG, FileKind.TIFF, FileKind.HEIC}


def parse(data: bytes, name: str, content_type: str, limits: Limits) -> Parsed:
    """Raises FileRefused; any other exception means that the file broke its parser."""
    if len(data) > limits.file_bytes:
        raise FileRefused(RefusalReason.TOO_LARGE, f"{len(data)} bytes")
    kind = kind_of(data)
    parsed = _parsed(kind, data, limits)
    if differs_from_name(kind, name) or _declared_otherwise(kind, content_type):
        parsed.flags.add(Flag.TYPE_DIFFERS_FROM_NAME)
    return parsed


def _declared_otherwise(kind: FileKind, content_type: str) -> bool:
    declared = content_type.split(";")[0].strip().lower()
    return declared in MEDIA_TYPES.values() and declared != MEDIA_TYPES[kind]


def _parsed(kind: FileKind, data: bytes, limits: Limits) -> Parsed:
    if kind is FileKind.PDF:
        from vivier.resumes.parsers.pdf import parse_pdf

        return parse_pdf(data, limits)
    if kind in IMAGES:
        from vivier.resumes.parsers.pictures import parse_picture

        return parse_picture(data, kind, limits)
    from vivier.resumes.parsers.documents import parse_document

    return parse_document(data, kind, limits)
