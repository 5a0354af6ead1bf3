"""Notes as members write them: about whom and which application, and who is told of them.

A mention tells a colleague in the app and by mail, once a note, and only who may read it.
"""

from datetime import datetime

from vivier.hiring import access
from vivier.kernel.actor import Actor, Permission, Role
from vivier.kernel.errors import Invalid
from vivier.mail import outbox
from vivier.mail import service as letters
from vivier.people import notes
from vivier.people import store as people
from vivier.people.model import Candidate, Event, Note
from vivier.people.notes import Also, NewNote, NoteEdit
from vivier.storage.transaction import Transaction
from vivier.team import service as team
from vivier.team.model import Member
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

QUOTED = 300  # characters of a note in a mail


def write(actor: Actor, candidate_id: str, new: NewNote, now: datetime, key: str | None = None) -> Event:
    """`key`: of a request that may come again. Raises NotFound, Forbidden, Invalid (`warnings`; the job; who may not be
    mentioned: `members`).
    """
    actor.require(Permission.write_notes)
    access.require_person(actor, candidate_id)
    if new.job_id:
        access.require_standing(actor, people.load(actor.workspace, candidate_id).read(), new.job_id)
    return notes.write(actor, candidate_id, new, now, _telling(actor, candidate_id, now), key)


def change(actor: Actor, candidate_id: str, event_id: str, edit: NoteEdit, now: datetime) -> Event:
    """Raises NotFound, Forbidden, Invalid as `write` does."""
    actor.require(Permission.write_notes)
    access.require_person(actor, candidate_id)
    return notes.change(actor, candidate_id, event_id, edit, now, _telling(actor, candidate_id, now))


def delete(actor: Actor, candidate_id: str, event_id: str, now: datetime) -> Event:
    access.require_person(actor, candidate_id)
    return notes.delete(actor, candidate_id, event_id, now)


def restore(actor: Actor, candidate_id: str, event_id: str) -> Event:
    access.require_person(actor, candidate_id)
    return notes.restore(actor, candidate_id, event_id)


def _telling(actor: Actor, candidate_id: str, now: datetime) -> Also:
    """Tells those who are mentioned for the first time, in the transaction of the note."""

    def tell(transaction: Transaction, before: Event | None, after: Event) -> None:
        if after.note is None or not after.note.mentions:
            return
        members = _readers(actor, candidate_id, after.note)
        known = set(before.note.told) if before and before.note else set()
        fresh = [m for m in after.note.told if m in members and m not in known]
        person = people.load(actor.workspace, candidate_id).read() if fresh else None
        for member_id in fresh:
            assert person
            _tell(transaction, actor, person, members[member_id], after, now)

    return tell


def _tell(
    transaction: Transaction, actor: Actor, person: Candidate, member: Member, written: Event, now: datetime
) -> None:
    assert written.note
    about = {"candidate_id": person.id, "job_id": written.note.job_id, "event_id": written.id}
    told = Notification.of("mention", actor, now).model_copy(update=about)
    notify(transaction, actor.workspace, member.id, told)
    words = written.note.words().strip()
    fields = {
        "by": actor.name,
        "about": person.display_name or "…",
        "quote": words if len(words) <= QUOTED else f"{words[:QUOTED].rstrip()}…",
    }
    key = f"mention-{written.id}-{member.id}"
    path = f"/people/{person.id}?event={written.id}"
    place = team.workspace(actor.workspace)
    outbox.put(transaction, actor.workspace, letters.for_member("mention", key, member, place, now, fields, path))


def _readers(actor: Actor, candidate_id: str, note: Note) -> dict[str, Member]:
    """The members who are mentioned: one BatchGet. Raises Invalid, naming those who may not read the note."""
    members = members_of(actor.workspace, note.mentions)
    refused = [
        {"field": "mentions", "message": why}
        for member_id in note.mentions
        if (why := _why_not(actor, candidate_id, note, members.get(member_id)))
    ]
    if refused:
        unseeing = [m for m in note.mentions if _why_not(actor, candidate_id, note, members.get(m))]
        raise Invalid("Someone you mention would not see this note.", refused, members=unseeing)
    return members


def _why_not(actor: Actor, candidate_id: str, note: Note, member: Member | None) -> str | None:
    """Why a member would not see the note; None when they would."""
    if member is None:
        return "There is no such colleague."
    if member.id == actor.id:
        return None
    if note.visibility == "me":
        return f"{member.name} would not see this note: it is for you alone."
    if member.role in (Role.admin, Role.recruiter):
        return None
    if note.visibility == "recruiters":
        return f"{member.name} would not see this note: it is for recruiters."
    if member.role == Role.manager and note.job_id not in access.jobs_shared_with(member.actor(), candidate_id):
        return f"{member.name} sees notes about their own jobs only. Say which of them it is about."
    return None
