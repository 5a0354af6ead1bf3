"""Adding a person by hand: apart from the lists, which are asked for first and load a tenth of it."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Reply, endpoint
from views.candidates import CandidateView
from vivier.casework import by_hand
from vivier.casework.by_hand import Typed

bp = Blueprint(__name__)


@bp.route("/candidates", methods=["POST"], authorizer=member)
@endpoint(bp, body=Typed, returns=CandidateView, status=201)
def add_by_hand(call: Call) -> Reply:
    """Adds a person from a form."""
    candidate = by_hand.add(call.actor, call.body, call.now)
    return Reply(CandidateView.of(candidate, 1), 1)
