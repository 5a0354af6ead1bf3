"""Opening a file in this process: what the child does, without the walls around it."""

from vivier.resumes.opening.models import OpenedFile
from vivier.resumes.parsers.dispatch import parse
from vivier.resumes.parsers.facts import Limits
from vivier.resumes.parsers.kinds import MEDIA_TYPES


def open_file(data: bytes, name: str, content_type: str = "", limits: Limits | None = None) -> OpenedFile:
    """Only for files of our own making. Raises FileRefused; any other exception means the file broke its parser."""
    parsed = parse(data, name, content_type, limits or Limits())
    return OpenedFile.model_validate(parsed.values() | {"media_type": MEDIA_TYPES[parsed.kind]})
