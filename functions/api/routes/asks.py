"""Asking people for what their records lack."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from views.asks import AskedView, ProspectsView
from vivier.casework import asking
from vivier.casework.asking import Asking, Considered
from vivier.casework.sharing import CopiedLink
from vivier.people.asks.model import Ask

bp = Blueprint(__name__)


@bp.route("/asks", methods=["POST"], authorizer=member)
@endpoint(bp, body=Asking, returns=AskedView, status=202)
def ask_people(call: Call) -> AskedView:
    """Asks one person or several for what is missing, by mail or by a link to pass on; a mail leaves in ten seconds."""
    return AskedView(asked=asking.ask(call.actor, call.body, call.now))


@bp.route("/asks/preview", methods=["POST"], authorizer=member)
@endpoint(bp, body=Considered, returns=ProspectsView, kept=False)
def preview_asks(call: Call) -> ProspectsView:
    """What each person would be asked for, in which words, and what keeps them from being asked."""
    return ProspectsView(people=asking.preview(call.actor, call.body, call.now))


@bp.route("/candidates/{candidate_id}/asks/{ask_id}/withdraw", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Ask)
def withdraw_ask(call: Call, candidate_id: str, ask_id: str) -> Ask:
    """Takes a question back: its mail does not leave, or its link opens nothing any more."""
    return asking.withdraw(call.actor, candidate_id, ask_id, call.now)


@bp.route("/candidates/{candidate_id}/asks/{ask_id}/link", methods=["POST"], authorizer=member)
@endpoint(bp, returns=CopiedLink, kept=False)
def copy_ask_link(call: Call, candidate_id: str, ask_id: str) -> CopiedLink:
    """Another link to the form, to pass on; it is shown once."""
    return asking.copy_link(call.actor, candidate_id, ask_id, call.now)
