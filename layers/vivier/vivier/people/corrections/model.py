"""What an edit says about a reading: right, wrong, not there, missed. Pure.

Descriptions and summaries are never kept: they are long, personal, and no rule learns from them.
"""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from vivier.kernel.clock import Instant
from vivier.people.fields import ENTRIES, LISTS, SINGLE, Box, Entry, Value
from vivier.people.model import Candidate, Strict

How = Literal["corrected", "confirmed", "removed", "missed"]
Months = Literal[6, 12, 24]
LEFT_OUT = ("summary", "description")
MOST = 300  # corrections of one person; an edit beyond is not kept


class Keeping(Strict):
    """Whether corrections are kept, whether the lines of their documents may go out with them, and how long for."""

    keeps: bool = False
    documents: bool = Field(default=False, description="The lines of the CV go out with its corrections, names masked.")
    months: Months = Field(default=12, description="How long a correction is kept at most.")


class Correction(Strict):
    """What a human made of one value that was read, or what they added that was not.

    `read`, `confidence` and `boxes` are of the reading, None and empty for what it missed; `right` is None for what is
    not on the page. `entry` is the id of an entry of experience or education.
    """

    field: str = Field(description="As in the catalogue: `name`, `skills`, `experience.employer`.")
    how: How
    on: date
    document_id: str
    entry: str | None = None
    read: str | None = None
    confidence: float | None = None
    boxes: list[Box] = Field(default_factory=list)
    right: str | None = None

    @property
    def about(self) -> tuple[str, str | None, str | None, str | None]:
        """What makes another word on the same thing replace this one."""
        return self.field, self.entry, self.read, self.right if self.read is None else None


class Corrections(Strict):
    """Those of one person, since the first of them."""

    id: str = Field(description="Random: tells nobody whose they are.")
    since: Instant
    corrections: list[Correction] = Field(default_factory=list)


About = tuple[str, str | None, str | None, str | None]


class Said:
    """What one edit says about readings."""

    def __init__(self, before: Candidate, after: Candidate, now: datetime) -> None:
        self._made: list[Correction] = []
        self._as_read: set[About] = set()
        self._typed: list[tuple[str, str | None, str | None, str | None]] = []  # field, entry, text before and after
        self._today = now.date()
        documents = {v.document_id for v in _values(before) if v.document_id}
        # What was missed belongs to the document that was read; of two, nobody can say which.
        self._only = next(iter(documents)) if len(documents) == 1 else None
        if not documents:
            return
        was, is_ = before.fields, after.fields
        for name in SINGLE:
            if name not in LEFT_OUT:
                self._value(name, None, getattr(was, name), getattr(is_, name))
        for name in LISTS:
            self._list(name, getattr(was, name), getattr(is_, name))
        for name in ENTRIES:
            self._entries(name, getattr(was, name), getattr(is_, name))

    def __bool__(self) -> bool:
        return bool(self._made or self._as_read or self._typed)

    def onto(self, held: list[Correction]) -> list[Correction]:
        """The corrections as they stand after the edit. Taking an edit back takes its correction back."""
        kept = {c.about: c for c in held if c.about not in self._as_read}
        kept |= {c.about: c for c in self._made}
        for field, entry, was, now in self._typed:
            over = next((c for c in kept.values() if c.field == field and _typed_over(c, entry, was, now)), None)
            if over:
                del kept[over.about]
            else:
                kept.pop((field, entry, None, was), None)
            if over and over.read is not None and now != over.read:
                how: How = "corrected" if now else "removed"
                kept[over.about] = over.model_copy(update={"how": how, "right": now, "on": self._today})
            elif over is None and now and self._only:
                missed = Correction(
                    field=field, how="missed", on=self._today, document_id=self._only, entry=entry, right=now
                )
                kept[missed.about] = missed
        return list(kept.values())[:MOST]

    def _value(self, field: str, entry: str | None, before: Value | None, after: Value | None) -> None:
        if _told(before) == _told(after):
            return
        reading = _reading(after) or _reading(before)
        if reading is None:
            self._typed.append((field, entry, _text(before) if before else None, _text(after) if after else None))
            return
        about = Correction(
            field=field,
            how="corrected",
            on=self._today,
            document_id=reading.document_id or "",
            entry=entry,
            read=_text(reading),
            confidence=reading.confidence,
            boxes=reading.boxes,
        )
        if after is None:
            self._made.append(about.model_copy(update={"how": "removed"}))
        elif _text(after) != about.read:
            self._made.append(about.model_copy(update={"right": _text(after)}))
        elif after.confirmed:
            self._made.append(about.model_copy(update={"how": "confirmed", "right": about.read}))
        else:
            # As it was read, again.
            self._as_read.add(about.about)

    def _list(self, field: str, before: list[Value], after: list[Value]) -> None:
        was, now = {_text(v): v for v in before}, {_text(v): v for v in after}
        for text in was.keys() & now.keys():
            self._value(field, None, was[text], now[text])
        gone, come = [t for t in was if t not in now], [t for t in now if t not in was]
        # A value typed over another one stands in its place.
        over = gone[0] if len(gone) == len(come) == 1 and len(before) == len(after) else None
        for text in gone:
            if text == over:
                self._value(field, None, was[text], now[come[0]].model_copy(update={"reading": _reading(was[text])}))
            else:
                self._value(field, None, was[text], None)
        for text in come if over is None else []:
            self._value(field, None, None, now[text])

    def _entries(self, list_: str, before: list[Entry], after: list[Entry]) -> None:
        was, now = {e.id: e.values() for e in before}, {e.id: e.values() for e in after}
        for entry in sorted(was.keys() | now.keys()):
            old, new = was.get(entry, {}), now.get(entry, {})
            for key in sorted((old.keys() | new.keys()) - {*LEFT_OUT}):
                self._value(f"{list_}.{key}", entry, old.get(key), new.get(key))


def _typed_over(held: Correction, entry: str | None, was: str | None, now: str | None) -> bool:
    """Whether what is typed now stands where this was: its own right value changes, or what was taken away is back."""
    if held.read is None:
        return False
    if was is not None:
        return held.entry == entry and held.how == "corrected" and held.right == was
    return held.how == "removed" and held.read == now


def _reading(value: Value | None) -> Value | None:
    """What was read where this stands, as long as it is known from which document."""
    if value is None:
        return None
    reading = value if value.origin == "read" else value.reading
    return reading if reading and reading.document_id else None


def _told(value: Value | None) -> tuple[str, bool] | None:
    return (_text(value), value.confirmed) if value else None


def _text(value: Value) -> str:
    return f"{value.value} ({value.level})" if value.level else value.value


def _values(candidate: Candidate) -> list[Value]:
    fields = candidate.fields
    held = [v for name in SINGLE if (v := getattr(fields, name))]
    held += [v for name in LISTS for v in getattr(fields, name)]
    return held + [v for name in ENTRIES for e in getattr(fields, name) for v in e.values().values()]
