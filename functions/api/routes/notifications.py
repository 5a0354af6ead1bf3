"""What a member is told in the app."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, endpoint
from views.shared import Page
from vivier.casework import bell
from vivier.casework.bell import Bell
from vivier.kernel.model import Model
from vivier.team import notifications
from vivier.team.notifications import Notification

bp = Blueprint(__name__)


class Unread(Model):
    unread: int


@bp.route("/notifications", methods=["GET"], authorizer=member)
@endpoint(bp, query=Page, returns=Bell)
def list_notifications(call: Call) -> Bell:
    """What the member was told, newest first, and how much of it is unread."""
    return bell.listed(call.actor, call.query.cursor)


@bp.route("/notifications/unread", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Unread)
def count_unread(call: Call) -> Unread:
    """How many notifications are unread."""
    return Unread(unread=notifications.unread(call.actor))


@bp.route("/notifications/read", methods=["POST"], authorizer=member)
@endpoint(bp)
def mark_all_read(call: Call) -> Nothing:
    """Marks everything as read."""
    notifications.mark_all_read(call.actor, call.now)
    return Nothing()


@bp.route("/notifications/{notification_id}/read", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Notification)
def mark_read(call: Call, notification_id: str) -> Notification:
    """Marks one notification as read."""
    return notifications.mark_read(call.actor, notification_id, call.now)
