"""What colleagues write to people: looked at, sent, sent to themselves first."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from views.mails import PreviewsView, TestSent, WrittenView
from vivier.casework import writing
from vivier.casework.writing import Seen, Writing

bp = Blueprint(__name__)


@bp.route("/mails", methods=["POST"], authorizer=member)
@endpoint(bp, body=Writing, returns=WrittenView, status=202)
def write_mails(call: Call) -> WrittenView:
    """Writes to one person or several; each mail leaves in ten seconds or when it was asked to, and can be stopped."""
    return WrittenView(written=writing.write(call.actor, call.body, call.now))


@bp.route("/mails/preview", methods=["POST"], authorizer=member)
@endpoint(bp, body=Seen, returns=PreviewsView)
def preview_mails(call: Call) -> PreviewsView:
    """What each person would get, byte for byte, and what keeps it from leaving."""
    return PreviewsView(previews=writing.preview(call.actor, call.body, call.now))


@bp.route("/mails/test", methods=["POST"], authorizer=member)
@endpoint(bp, body=Seen, returns=TestSent, status=202)
def test_mail(call: Call) -> TestSent:
    """Sends the mail of the first person to oneself, marked as a test."""
    return TestSent(message_key=writing.test(call.actor, call.body, call.now))
