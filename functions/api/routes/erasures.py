"""Erasing people: what would go, the act, the certificates."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, endpoint
from views.shared import Page
from vivier.casework.erasure import acts
from vivier.casework.erasure.acts import Certificates, Foreseen
from vivier.privacy.model import Erasing, Erasure

bp = Blueprint(__name__)


@bp.route("/candidates/{candidate_id}/erasure", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Foreseen)
def foresee_erasure(call: Call, candidate_id: str) -> Foreseen:
    """What would go if this person were erased."""
    return acts.foresee(call.actor, candidate_id, call.now)


@bp.route("/candidates/{candidate_id}/erasure", methods=["POST"], authorizer=member)
@endpoint(bp, body=Erasing, returns=Erasure, status=202)
def erase_candidate(call: Call, candidate_id: str) -> Erasure:
    """Erases a person for good, with every record that was merged into theirs. Nothing takes it back."""
    return acts.erase(call.actor, candidate_id, call.body, call.now)


@bp.route("/erasures", methods=["GET"], authorizer=member)
@endpoint(bp, query=Page, returns=Certificates)
def list_erasures(call: Call) -> Certificates:
    """Who was erased when, by whom, and how far it is, the newest first. Nobody is named."""
    return acts.past(call.actor, call.query.cursor)


@bp.route("/erasures/{erasure_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Erasure)
def open_erasure(call: Call, erasure_id: str) -> Erasure:
    """The certificate of one erasure."""
    return acts.one(call.actor, erasure_id)
