"""Notes, calls and interviews on the timeline."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from views.notes import NoteText, Warning_, Warnings
from vivier.law.prohibited import BY_KIND
from vivier.people import notes
from vivier.people.model import Event
from vivier.people.notes import NewNote, NoteEdit

bp = Blueprint(__name__)


@bp.route("/notes/check", methods=["POST"], authorizer=member)
@endpoint(bp, body=NoteText, returns=Warnings)
def check_note(call: Call) -> Warnings:
    """What in a text looks like something the law forbids to record."""
    found = notes.check(call.body.text)
    return Warnings(
        warnings=[Warning_(kind=h.kind, start=h.start, end=h.end, why=BY_KIND[h.kind].reason._asdict()) for h in found]
    )


@bp.route("/candidates/{candidate_id}/notes", methods=["POST"], authorizer=member)
@endpoint(bp, body=NewNote, returns=Event, status=201)
def write_note(call: Call, candidate_id: str) -> Event:
    """Writes a note, a call or an interview report."""
    return notes.write(call.actor, candidate_id, call.body, call.now)


@bp.route("/candidates/{candidate_id}/notes/{event_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=NoteEdit, returns=Event)
def change_note(call: Call, candidate_id: str, event_id: str) -> Event:
    """Changes a note; its earlier text is kept."""
    return notes.change(call.actor, candidate_id, event_id, call.body, call.now)


@bp.route("/candidates/{candidate_id}/notes/{event_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp, returns=Event)
def delete_note(call: Call, candidate_id: str, event_id: str) -> Event:
    """Deletes a note; it can be restored."""
    return notes.delete(call.actor, candidate_id, event_id, call.now)


@bp.route("/candidates/{candidate_id}/notes/{event_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Event)
def restore_note(call: Call, candidate_id: str, event_id: str) -> Event:
    """Brings a deleted note back."""
    return notes.restore(call.actor, candidate_id, event_id)
