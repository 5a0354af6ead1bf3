"""The catalogue's fields of a person: each value with where it comes from. Pure: no clock, no table."""

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from vivier.kernel.clock import Instant
from vivier.people.base import Strict

DOUBT = 0.6  # a reading below this is shown to a human before anything relies on it
MANY = 100  # values in one list field

PartialDate = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-(0[1-9]|1[0-2]))?|present)$")]
ValueOrigin = Literal["read", "typed", "merged", "answered"]  # the last: the person, to a form of ours


class Box(Strict):
    """A rectangle on a page (from 1); fractions of its width and height from the top left."""

    page: int = Field(ge=1)
    left: float
    top: float
    width: float
    height: float


class Value(Strict):
    """One piece of information with where it comes from. `confidence` is of the reading, None when a human typed it."""

    value: str
    confidence: float | None = Field(default=None, ge=0, le=1)
    origin: ValueOrigin = "read"
    document_id: str | None = None
    boxes: list[Box] = Field(default_factory=list)
    by: str | None = Field(default=None, description="Member who typed or confirmed it.")
    at: Instant | None = None
    confirmed: bool = Field(default=False, description="A human has seen the reading and agrees.")
    merged_from: str | None = None
    reading: "Value | None" = Field(default=None, description="What was read, where a human typed something else.")
    level: str | None = Field(default=None, description="Languages only: CEFR level, `native`, or as written.")

    @property
    def doubtful(self) -> bool:
        return self.confidence is not None and self.confidence < DOUBT and not self.confirmed


class Entry(Strict):
    """A post held or a course followed. `id` is stable over edits, unique in its record."""

    id: str
    origin: ValueOrigin = "read"
    document_id: str | None = None
    merged_from: str | None = None
    employer: Value | None = None
    title: Value | None = None
    institution: Value | None = None
    degree: Value | None = None
    field: Value | None = None
    start: Value | None = None
    end: Value | None = None
    place: Value | None = None
    description: Value | None = None

    def values(self) -> dict[str, Value]:
        return {name: v for name in ENTRY_FIELDS if isinstance(v := getattr(self, name), Value)}


ENTRY_FIELDS = ("employer", "title", "institution", "degree", "field", "start", "end", "place", "description")
SINGLE = ("name", "location", "headline", "summary")
LISTS = ("emails", "phones", "links", "skills", "languages", "licences", "certifications", "publications")
ENTRIES = ("experience", "education")


class Fields(Strict):
    """The catalogue's fields of one person; a test holds this class to the catalogue."""

    name: Value | None = None
    emails: list[Value] = Field(default_factory=list)
    phones: list[Value] = Field(default_factory=list)
    location: Value | None = None
    links: list[Value] = Field(default_factory=list)
    headline: Value | None = None
    summary: Value | None = None
    skills: list[Value] = Field(default_factory=list)
    languages: list[Value] = Field(default_factory=list)
    licences: list[Value] = Field(default_factory=list)
    certifications: list[Value] = Field(default_factory=list)
    publications: list[Value] = Field(default_factory=list)
    experience: list[Entry] = Field(default_factory=list)
    education: list[Entry] = Field(default_factory=list)

    def doubtful(self) -> list[str]:
        """Paths of the values a human should look at: `phones.0`, `experience.<id>.employer`."""
        paths = [name for name in SINGLE if (v := getattr(self, name)) and v.doubtful]
        for name in LISTS:
            paths += [f"{name}.{n}" for n, v in enumerate(getattr(self, name)) if v.doubtful]
        for name in ENTRIES:
            paths += [f"{name}.{e.id}.{k}" for e in getattr(self, name) for k, v in e.values().items() if v.doubtful]
        return paths

    def at(self, path: str) -> Value | None:
        """The value under a path of `doubtful`, or None."""
        name, _, rest = path.partition(".")
        held = getattr(self, name, None) if name in Fields.model_fields else None
        if isinstance(held, list):
            key, _, inner = rest.partition(".")
            if name in LISTS:
                return held[int(key)] if re.fullmatch(r"[0-9]{1,3}", key) and int(key) < len(held) else None
            entry = next((e for e in held if e.id == key), None)
            return entry.values().get(inner) if entry else None
        return None if rest else held

    def first(self, name: str) -> str | None:
        held: list[Value] = getattr(self, name)
        return held[0].value if held else None

    def missing(self) -> list[str]:
        from vivier.law import catalogue  # here: lists of people never ask

        return catalogue.missing({name for name in Fields.model_fields if getattr(self, name)})
