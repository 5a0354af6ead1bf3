"""One section of a CV: its kind, its heading and its rows."""

from dataclasses import dataclass, field

from vivier.resumes.layout.lines import Row


@dataclass(slots=True)
class Section:
    """`kind`: of the lexicon, "header" before the first heading, "running" along the pages' edges, or "unknown"."""

    kind: str
    heading: Row | None = None
    rows: list[Row] = field(default_factory=list)
    before: "Section | None" = None  # where rows go on after a label in a header
