"""Why somebody got a mail."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from vivier.casework import whys
from vivier.casework.whys import Why

bp = Blueprint(__name__)


@bp.route("/candidates/{candidate_id}/mails/{key}/why", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Why)
def why_mail(call: Call, candidate_id: str, key: str) -> Why:
    """The chain of events that led to a mail: who enrolled the person, which step, what held, what became of it."""
    return whys.why(call.actor, candidate_id, key, call.now)
