"""What a visitor sees of a person: nothing that was not ticked, whatever the record holds. Pure.

What was read with doubt is not given out. Free text is the person's own: contacts in it are masked unless contacts are
shown, and words of the name unless the name is.
"""

import re
from collections.abc import Iterable
from typing import Self

from pydantic import Field

from vivier.hiring.shortlists.model import Opinion, Showing
from vivier.law.recognition import fold
from vivier.people.fields import Entry, Value
from vivier.people.model import Candidate, Strict

MASK = "[…]"
CONTACTS = re.compile(
    r"[^\s@<>(),;]{1,64}@[^\s@<>(),;]{1,190}"
    r"|(?:https?://|www\.)\S{1,300}"
    r"|\b(?:[a-z0-9-]{1,40}\.)?(?:linkedin|github|gitlab|twitter|facebook|instagram|viadeo)\.com\S{0,200}"
    r"|(?<!\d)\+\d{1,3}[ .()/-]{0,3}\d(?:[ .()/-]{0,2}\d){6,12}"
    r"|(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)",
    re.IGNORECASE,
)


class SharedEntry(Strict):
    """A post held, or a course followed."""

    title: str | None = None
    where: str | None = Field(default=None, description="Employer, or institution.")
    field: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    description: str | None = None


class SharedLanguage(Strict):
    name: str
    level: str | None = None


class SharedPerson(Strict):
    """One person as the visitor sees them. `number` is their place in the list, which an answer names."""

    number: int
    name: str | None = None
    headline: str | None = None
    experience: list[SharedEntry] = Field(default_factory=list)
    education: list[SharedEntry] = Field(default_factory=list)
    skills: list[str] = Field(default_factory=list)
    languages: list[SharedLanguage] = Field(default_factory=list)
    emails: list[str] = Field(default_factory=list)
    phones: list[str] = Field(default_factory=list)
    links: list[str] = Field(default_factory=list)
    cv: bool = Field(default=False, description="There is a CV to look at.")
    opinion: Opinion | None = None
    remark: str = ""

    @classmethod
    def of(cls, c: Candidate, showing: Showing, number: int) -> Self:
        f, clean = c.fields, Cleaning(c, showing)
        name = f.name.value if f.name else ""
        return cls(
            number=number,
            name=(name if showing.name == "full" else initials(name)) or None,
            headline=clean.text(f.headline) if showing.headline else None,
            experience=[clean.entry(e) for e in f.experience] if showing.experience else [],
            education=[clean.entry(e) for e in f.education] if showing.education else [],
            skills=clean.texts(f.skills) if showing.skills else [],
            languages=_languages(f.languages) if showing.languages else [],
            emails=_sure(f.emails) if showing.contacts else [],
            phones=_sure(f.phones) if showing.contacts else [],
            links=_sure(f.links) if showing.contacts else [],
            cv=showing.cv and c.documents > 0,
        )


def initials(name: str) -> str:
    """`M. L. G.` of Maëlys Le Goff."""
    return " ".join(f"{word[0].upper()}." for word in re.findall(r"[^\W\d_]+", name))


def _sure(values: Iterable[Value]) -> list[str]:
    return [v.value for v in values if not v.doubtful]


def _languages(values: Iterable[Value]) -> list[SharedLanguage]:
    return [SharedLanguage(name=v.value, level=v.level) for v in values if not v.doubtful]


class Cleaning:
    """Masks in one person's texts what is not shown of them."""

    def __init__(self, c: Candidate, showing: Showing) -> None:
        self._contacts = not showing.contacts
        own = [v.value for name in ("emails", "phones", "links") for v in getattr(c.fields, name)]
        self._known = [] if showing.contacts else [fold(k) for k in own if len(k) > 3]
        words = _words(c) if showing.name == "initials" else set()
        self._words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)") if words else None

    def text(self, value: Value | None) -> str | None:
        """None when there is nothing, or nothing sure."""
        if value is None or value.doubtful:
            return None
        text = value.value
        if self._contacts:
            text = self._masked(text, [m.span() for m in CONTACTS.finditer(text)])
            for known in self._known:
                text = self._masked(text, [m.span() for m in re.finditer(re.escape(known), fold(text))])
        if self._words:
            text = self._masked(text, [m.span() for m in self._words.finditer(fold(text))])
        return text.strip() or None

    def texts(self, values: Iterable[Value]) -> list[str]:
        return [text for v in values if (text := self.text(v))]

    def entry(self, e: Entry) -> SharedEntry:
        return SharedEntry(
            title=self.text(e.title or e.degree),
            where=self.text(e.employer or e.institution),
            field=self.text(e.field),
            start=e.start.value if e.start and not e.start.doubtful else None,
            end=e.end.value if e.end and not e.end.doubtful else None,
            place=self.text(e.place),
            description=self.text(e.description),
        )

    @staticmethod
    def _masked(text: str, spans: list[tuple[int, int]]) -> str:
        for start, end in reversed(spans):
            text = text[:start] + MASK + text[end:]
        return text


def _words(c: Candidate) -> set[str]:
    """The words of the name, folded."""
    name = c.fields.name.value if c.fields.name else ""
    return {fold(word) for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1}
