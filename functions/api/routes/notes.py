"""Notes, calls and interviews on the timeline."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from views.notes import FormsView, NoteText, Warning_, Warnings
from vivier.casework import noting
from vivier.hiring.forms import DEFAULTS
from vivier.people import notes
from vivier.people.model import Event
from vivier.people.notes import NewNote, NoteEdit

bp = Blueprint(__name__)


@bp.route("/notes/check", methods=["POST"], authorizer=member)
@endpoint(bp, body=NoteText, returns=Warnings)
def check_note(call: Call) -> Warnings:
    """What in a text looks like something the law forbids to record, or like an insult, with the reason and the law."""
    return Warnings(warnings=[Warning_.of(found) for found in notes.check(call.body.text)])


@bp.route("/notes/forms", methods=["GET"], authorizer=member)
@endpoint(bp, returns=FormsView)
def report_forms(_call: Call) -> FormsView:
    """The guided fields of calls and interviews, for stages that have none of their own."""
    return FormsView(call=DEFAULTS["call"], interview=DEFAULTS["interview"])


@bp.route("/candidates/{candidate_id}/notes", methods=["POST"], authorizer=member)
@endpoint(bp, body=NewNote, returns=Event, status=201)
def write_note(call: Call, candidate_id: str) -> Event:
    """Writes a note, a call or an interview report, and tells the colleagues it mentions."""
    return noting.write(call.actor, candidate_id, call.body, call.now, call.key)


@bp.route("/candidates/{candidate_id}/notes/{event_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=NoteEdit, returns=Event)
def change_note(call: Call, candidate_id: str, event_id: str) -> Event:
    """Changes a note; its earlier text is kept."""
    return noting.change(call.actor, candidate_id, event_id, call.body, call.now)


@bp.route("/candidates/{candidate_id}/notes/{event_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp, returns=Event)
def delete_note(call: Call, candidate_id: str, event_id: str) -> Event:
    """Deletes a note; it can be restored."""
    return noting.delete(call.actor, candidate_id, event_id, call.now)


@bp.route("/candidates/{candidate_id}/notes/{event_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Event)
def restore_note(call: Call, candidate_id: str, event_id: str) -> Event:
    """Brings a deleted note back."""
    return noting.restore(call.actor, candidate_id, event_id)
