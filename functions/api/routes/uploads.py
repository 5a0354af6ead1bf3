"""Files on their way in."""

from chalice.app import Blueprint
from pydantic import Field

import demo
from auth import member
from endpoint import Call, endpoint
from views.shared import Page
from views.uploads import Demo, IntakesView, IntakeView, Link, Retry, UploadsView
from vivier.casework import uploads
from vivier.casework.uploads import Upload
from vivier.intake import store
from vivier.intake.model import Announcement, ClientKey
from vivier.kernel.actor import Permission
from vivier.storage import cursor as cursors

bp = Blueprint(__name__)
PAGE = 100


class OfBatch(Page):
    batch: ClientKey = Field(description="The name that the client gave to a drop.")


@bp.route("/uploads", methods=["POST"], authorizer=member)
@endpoint(bp, body=Announcement, returns=UploadsView)
def announce_files(call: Call) -> UploadsView:
    """Announces files and gives a signed form for each; the file is then posted to it, last field."""
    return UploadsView(uploads=uploads.announce(call.actor, call.body, call.now))


@bp.route("/uploads", methods=["GET"], authorizer=member)
@endpoint(bp, query=OfBatch, returns=IntakesView)
def list_batch(call: Call) -> IntakesView:
    """What became of the files of one drop, in the order they were announced."""
    call.actor.require(Permission.drop_files)
    (after,) = cursors.decode(call.query.cursor, str) if call.query.cursor else (None,)
    rows = store.batch(call.actor.workspace, call.query.batch, after=after, limit=PAGE)
    more = cursors.encode([rows[-1].gsi2sk]) if len(rows) == PAGE else None
    return IntakesView(uploads=[IntakeView.of(r.read()) for r in rows], cursor=more)


@bp.route("/uploads/{intake_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=IntakeView)
def open_intake(call: Call, intake_id: str) -> IntakeView:
    """What became of one file."""
    return IntakeView.of(uploads.one(call.actor, intake_id))


@bp.route("/uploads/{intake_id}/renew", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Upload)
def renew_form(call: Call, intake_id: str) -> Upload:
    """A fresh form for a file that was not sent in time."""
    return uploads.renew(call.actor, intake_id, call.now)


@bp.route("/uploads/{intake_id}/retry", methods=["POST"], authorizer=member)
@endpoint(bp, body=Retry, returns=IntakeView)
def retry_file(call: Call, intake_id: str) -> IntakeView:
    """Reads a failed file again."""
    wanted = call.body
    again = uploads.retry(
        call.actor, intake_id, call.now, accept_anything=wanted.accept_anything, came_back=wanted.came_back
    )
    return IntakeView.of(again)


@bp.route("/uploads/{intake_id}/discard", methods=["POST"], authorizer=member)
@endpoint(bp, returns=IntakeView)
def discard_file(call: Call, intake_id: str) -> IntakeView:
    """Takes a failed file off the list; it can be restored."""
    return IntakeView.of(uploads.discard(call.actor, intake_id, call.now))


@bp.route("/uploads/{intake_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=IntakeView)
def restore_file(call: Call, intake_id: str) -> IntakeView:
    """Brings a discarded file back."""
    return IntakeView.of(uploads.restore(call.actor, intake_id, call.now))


@bp.route("/uploads/{intake_id}/file", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Link)
def download_file(call: Call, intake_id: str) -> Link:
    """A one-minute address of the file as it came."""
    url, name = uploads.link(call.actor, intake_id, call.now)
    return Link(url=url, name=name)


@bp.route("/demo", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Demo, status=202)
def invented_people(call: Call) -> Demo:
    """Drops CVs of invented people into the real pipeline; only where the deployment allows it."""
    return Demo(batch=demo.drop(call.actor, call.now))
