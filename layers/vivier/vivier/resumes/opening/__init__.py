"""Files of unknown origin, opened safely into pages, words with boxes, and links.

`open_isolated` is what a function calls: it opens the file in a child process without credentials. `open_file` is the
same work done in this process; only the child and tests call it.
"""

from vivier.resumes.opening.inline import open_file
from vivier.resumes.opening.isolation import open_isolated
from vivier.resumes.opening.models import Box, Link, OpenedFile, OpenedPage
from vivier.resumes.parsers.facts import Block, FileKind, FileRefused, Flag, Limits, RefusalReason

__all__ = [
    "Block",
    "Box",
    "FileKind",
    "FileRefused",
    "Flag",
    "Limits",
    "Link",
    "OpenedFile",
    "OpenedPage",
    "RefusalReason",
    "open_file",
    "open_isolated",
]
