"""What a job looks at, and what each colleague saw: asked for, given, side by side."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from vivier.hiring.scorecards import criteria, service
from vivier.hiring.scorecards.criteria import CriteriaOfJob, CriteriaText
from vivier.hiring.scorecards.service import OwnScorecard, ScorecardRequest, Scorecards, ScorecardText

bp = Blueprint(__name__)
HERE = "/jobs/{job_id}/applications/{candidate_id}/scorecards"


@bp.route("/jobs/{job_id}/criteria", methods=["GET"], authorizer=member)
@endpoint(bp, returns=CriteriaOfJob, versioned=True)
def read_criteria(call: Call, job_id: str) -> Reply:
    """What people are looked at for in a job, and the requirements that it can be tied to."""
    held = criteria.read(call.actor, job_id)
    return Reply(held, held.version)


@bp.route("/jobs/{job_id}/criteria", methods=["PUT"], authorizer=member)
@endpoint(bp, body=CriteriaText, returns=CriteriaOfJob, versioned=True)
def save_criteria(call: Call, job_id: str) -> Reply:
    """Says what people are looked at for, on the version in If-Match."""
    held = criteria.save(call.actor, job_id, call.version, call.body, call.now)
    return Reply(held, held.version)


@bp.route(HERE, methods=["GET"], authorizer=member)
@endpoint(bp, returns=Scorecards)
def read_scorecards(call: Call, job_id: str, candidate_id: str) -> Scorecards:
    """One's own scorecards, who was asked, and what was given as far as one may read it."""
    return service.read(call.actor, job_id, candidate_id)


@bp.route(HERE, methods=["POST"], authorizer=member)
@endpoint(bp, body=ScorecardRequest, returns=Scorecards, status=201)
def ask_for_scorecards(call: Call, job_id: str, candidate_id: str) -> Scorecards:
    """Asks colleagues for their scorecards."""
    return service.ask(call.actor, job_id, candidate_id, call.body, call.now)


@bp.route(HERE + "/{about_id}", methods=["PUT"], authorizer=member)
@endpoint(bp, body=ScorecardText, returns=OwnScorecard, versioned=True)
def write_scorecard(call: Call, job_id: str, candidate_id: str, about_id: str) -> Reply:
    """Drafts, gives or changes one's own scorecard, on the version in If-Match."""
    own = service.write(call.actor, job_id, candidate_id, about_id, call.version, call.body, call.now)
    return Reply(own, own.version)


@bp.route(HERE + "/{about_id}/{member_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp)
def take_back_request(call: Call, job_id: str, candidate_id: str, about_id: str, member_id: str) -> Nothing:
    """Takes a request back that a colleague need not answer any more."""
    service.take_back(call.actor, job_id, candidate_id, about_id, member_id, call.now)
    return Nothing()
