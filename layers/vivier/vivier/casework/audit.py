"""Reading the audit: what members did, newest first, day by day, with filters. For administrators only."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Literal

from pydantic import ConfigDict, Field

from vivier.casework import names
from vivier.hiring.base import Words
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import BadCursor, Invalid
from vivier.kernel.model import Model
from vivier.people.store import CandidateItem, EventItem
from vivier.storage import cursor as cursors
from vivier.storage.table import Item, get_many, newest_together
from vivier.storage.transaction import Transaction
from vivier.team import audit
from vivier.team.audit import AuditItem, Who

PAGE = 50
AT_ONCE = 100  # rows of one Query
MOST_QUERIES = 20  # of one request: a short page goes on by its cursor
DAYS = 30  # when nobody says from when
MOST_DAYS = 366
EARLIEST, LATEST = date(2020, 1, 1), date(2199, 12, 31)
SAW = ("candidate_seen", "document_seen", "shortlist_opened", "shared_cv_seen", "mail_opened")
TOOK = (
    "file_taken",
    "shortlist_shared",
    "shortlist_copied",
    "shortlist_renewed",
    "audit_exported",
    "corrections_exported",
)

PersonKey = re.compile(r"W#[^#]+#C#(can_[0-9A-Z]{26})")
JobKey = re.compile(r"W#[^#]+#J#(job_[0-9A-Z]{26})")
Act = Literal["saw", "changed", "took"]
Place = tuple[date, str]  # a day and the sort key of the last line read; none when the day is still to come


class AuditQuery(Model):
    """Which lines. Days are UTC days, both included; thirty up to today when none are given."""

    model_config = ConfigDict(extra="forbid")

    member_id: str | None = Field(default=None, pattern=r"^mem_[0-9A-HJKMNP-TV-Z]{26}$", description="Who did it.")
    candidate_id: str | None = Field(default=None, pattern=r"^can_[0-9A-HJKMNP-TV-Z]{26}$")
    job_id: str | None = Field(default=None, pattern=r"^job_[0-9A-HJKMNP-TV-Z]{26}$")
    act: Act | None = Field(
        default=None, description="Looked at something, changed it, or took it out or gave it away."
    )
    kind: str | None = Field(default=None, pattern=r"^[a-z_]{1,40}$", description="One kind of event.")
    since: date | None = Field(default=None, ge=EARLIEST, le=LATEST)
    until: date | None = Field(default=None, ge=EARLIEST, le=LATEST)


class Line(Model):
    """One thing that somebody did. `data` is that of the event; the words of notes are not in it."""

    id: str
    at: Instant
    act: Act
    kind: str
    actor: Who
    candidate_id: str | None = None
    job_id: str | None = None
    data: dict[str, Any] = Field(default_factory=dict)


class Page(Model):
    lines: list[Line]
    names: dict[str, str | None] = Field(description="Name of each person by id, as they are called now.")
    jobs: dict[str, Words] = Field(description="Title of each job by id.")
    cursor: str | None


def lines(actor: Actor, wanted: AuditQuery, now: datetime, cursor: str | None = None) -> Page:
    """A page: one Query a day that is looked at, twenty at most, and a BatchGet each of names and titles. Raises
    Forbidden, Invalid, BadCursor.
    """
    actor.require(Permission.manage_workspace)
    first, last = _days(wanted, now)
    day, before = _position(cursor, first, last)
    found: list[Line] = []
    at: Place | None = None
    for row, place in _rows(actor.workspace, day, before, first):
        line = _line(row) if row else None
        if line and _matches(line, wanted):
            found.append(line)
        at = place if place[0] >= first else None
        if len(found) == PAGE:
            break
    more = cursors.encode([at[0].isoformat(), at[1]]) if at else None
    titles = names.of_jobs(actor, (line.job_id for line in found))
    return Page(lines=found, names=_names(actor.workspace, found), jobs=titles, cursor=more)


def exported(actor: Actor, wanted: AuditQuery, now: datetime) -> None:
    """Notes that these lines are taken out: one Put. Raises Forbidden, Invalid."""
    actor.require(Permission.manage_workspace)
    first, last = _days(wanted, now)
    chosen = wanted.model_dump(include={"member_id", "candidate_id", "job_id", "act"}, exclude_none=True)
    chosen |= {"of_kind": wanted.kind, "since": f"{first}", "until": f"{last}"}
    transaction = Transaction()
    audit.tell(transaction, actor, "audit_exported", now, **chosen)
    transaction.commit()


def _days(wanted: AuditQuery, now: datetime) -> tuple[date, date]:
    last = wanted.until or now.date()
    first = wanted.since or last - timedelta(days=DAYS)
    if first > last:
        raise Invalid("The range ends before it begins.", [{"field": "since", "message": "Give an earlier day."}])
    if last - first > timedelta(days=MOST_DAYS):
        raise Invalid("A year at once is the most.", [{"field": "since", "message": "Give a later day."}])
    return first, last


def _position(cursor: str | None, first: date, last: date) -> tuple[date, str | None]:
    """The day to begin at, and the sort key to begin before: nothing is everything of the day."""
    if cursor is None:
        return last, None
    text, before = cursors.decode(cursor, str, str)
    try:
        day = date.fromisoformat(text)
    except ValueError as unreadable:
        raise BadCursor("This cursor was not made for this list. Start again without one.") from unreadable
    if not first <= day <= last:
        raise BadCursor("This cursor was made for other days. Start again without one.")
    return day, before or None


def _rows(workspace: str, day: date, before: str | None, first: date) -> Iterator[tuple[Item | None, Place]]:
    """Rows with where each stands, days without rows too, until the days or the queries of a request are over. What
    comes last is where to go on.
    """
    for _ in range(MOST_QUERIES):
        if day < first:
            return
        rows = newest_together(audit.partition(workspace, day.isoformat()), before=before, limit=AT_ONCE)
        for row in rows:
            before = str(row.gsi2sk)
            yield row, (day, before)
        if len(rows) < AT_ONCE:
            day, before = day - timedelta(days=1), None
            yield None, (day, "")


def _line(row: Item) -> Line | None:
    if isinstance(row, AuditItem):
        told = row.read()
        about, who = told.data, told.actor
    elif isinstance(row, EventItem):
        event = row.read()
        who = Who.model_validate(event.actor.model_dump())
        told = audit.Entry(id=event.id, kind=event.kind, at=event.at, actor=who, data=event.data)
        about = {**_owner(row.pk), **event.data}
    else:
        return None
    act: Act = "saw" if told.kind in SAW else "took" if told.kind in TOOK else "changed"
    return Line(
        id=told.id,
        at=told.at,
        act=act,
        kind=told.kind,
        actor=who,
        candidate_id=about.get("candidate_id"),
        job_id=about.get("job_id"),
        data=told.data,
    )


def _owner(pk: str) -> dict[str, str]:
    """Whose timeline an event stands on."""
    if person := PersonKey.match(pk):
        return {"candidate_id": person.group(1)}
    job = JobKey.match(pk)
    return {"job_id": job.group(1)} if job else {}


def _matches(line: Line, wanted: AuditQuery) -> bool:
    given = wanted.model_dump(include={"candidate_id", "job_id", "act", "kind"}, exclude_none=True)
    mine = wanted.member_id is None or (line.actor.kind == "member" and line.actor.id == wanted.member_id)
    return mine and all(getattr(line, name) == value for name, value in given.items())


def _names(workspace: str, found: list[Line]) -> dict[str, str | None]:
    ids = sorted({line.candidate_id for line in found if line.candidate_id})
    rows = get_many(CandidateItem, [CandidateItem.key(workspace, i) for i in ids])
    return {c.id: c.display_name for c in (row.read() for row in rows)}
