"""Corrections of readings that are kept as material: whether, whose not, and taken out as a file."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from vivier.casework import corrections
from vivier.casework.corrections import CorrectionsHeld, Refusing, Taken, Taking
from vivier.people.corrections.model import Keeping

bp = Blueprint(__name__)


@bp.route("/corrections", methods=["GET"], authorizer=member)
@endpoint(bp, returns=CorrectionsHeld, versioned=True)
def see_corrections(call: Call) -> Reply:
    """Whether corrections of readings are kept, and how many there are. Administrators only."""
    seen = corrections.see(call.actor)
    return Reply(seen, seen.version)


@bp.route("/corrections", methods=["PUT"], authorizer=member)
@endpoint(bp, body=Keeping, returns=CorrectionsHeld, versioned=True)
def choose_corrections(call: Call) -> Reply:
    """Keeps corrections, or no longer and deletes them, on the version in If-Match. Administrators only."""
    corrections.choose(call.actor, call.body, call.version, call.now)
    seen = corrections.see(call.actor)
    return Reply(seen, seen.version)


@bp.route("/corrections/exports", methods=["POST"], authorizer=member)
@endpoint(bp, body=Taking, returns=Taken, kept=False)
def take_out_corrections(call: Call) -> Taken:
    """A page of corrected documents, names masked; the audit notes the first. Administrators only."""
    return corrections.take_out(call.actor, call.body, call.now)


@bp.route("/candidates/{candidate_id}/corrections", methods=["PUT"], authorizer=member)
@endpoint(bp, body=Refusing)
def refuse_corrections(call: Call, candidate_id: str) -> Nothing:
    """Notes that a person objects to corrections of their CV being kept, or does no more."""
    corrections.refuse(call.actor, candidate_id, call.body, call.now)
    return Nothing()
