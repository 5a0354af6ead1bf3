"""Interviews: propose times or book one, change, move, cancel, say what became of it; agendas."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Reply, endpoint
from views.interviews import AgendaQuery, AgendaView, InterviewPage, InterviewsView, InterviewView
from vivier.hiring.interviews import agenda, service
from vivier.hiring.interviews.agenda import Looking, Times
from vivier.hiring.interviews.model import DetailsEdit, Interview, NewInterview
from vivier.hiring.interviews.service import Booking, Cancelling, Outcome, Place, Proposing

bp = Blueprint(__name__)
HERE = "/jobs/{job_id}/applications/{candidate_id}/interviews"
ONE = HERE + "/{interview_id}"


def _reply(held: Interview) -> Reply:
    return Reply(InterviewView.of(held), held.sequence)


@bp.route("/interviews", methods=["GET"], authorizer=member)
@endpoint(bp, query=AgendaQuery, returns=AgendaView)
def list_interviews(call: Call) -> AgendaView:
    """A member's interviews in a stretch of time."""
    held = agenda.between(call.actor, call.query.since, call.query.until, call.query.member_id)
    return AgendaView.of(held, call.actor)


@bp.route("/interviews/times", methods=["POST"], authorizer=member)
@endpoint(bp, body=Looking, returns=Times)
def look_for_times(call: Call) -> Times:
    """What an offer would give: the free times, and when the interviewers are busy."""
    return agenda.look(call.actor, call.body, call.now)


@bp.route(HERE, methods=["GET"], authorizer=member)
@endpoint(bp, returns=InterviewsView)
def interviews_of_person(call: Call, job_id: str, candidate_id: str) -> InterviewsView:
    """Interviews of a person for a job, oldest first."""
    return InterviewsView(interviews=service.read(call.actor, job_id, candidate_id))


@bp.route(HERE, methods=["POST"], authorizer=member)
@endpoint(bp, body=NewInterview, returns=InterviewView, status=201)
def create_interview(call: Call, job_id: str, candidate_id: str) -> Reply:
    """Proposes an interview with a link to choose a time, or books it at one."""
    return _reply(service.create(call.actor, job_id, candidate_id, call.body, call.now, call.key))


@bp.route(ONE, methods=["GET"], authorizer=member)
@endpoint(bp, returns=InterviewPage, versioned=True)
def open_interview(call: Call, job_id: str, candidate_id: str, interview_id: str) -> Reply:
    """One interview, with the times of its offer that are free now."""
    seen = service.one(call.actor, Place(job_id, candidate_id, interview_id), call.now)
    version = seen.interview.sequence
    return Reply(InterviewPage(interview=seen.interview, version=version, free=seen.free), version)


@bp.route(ONE, methods=["PATCH"], authorizer=member)
@endpoint(bp, body=DetailsEdit, returns=InterviewView, versioned=True)
def edit_interview(call: Call, job_id: str, candidate_id: str, interview_id: str) -> Reply:
    """Changes the place, the words or the interviewers, on the version in If-Match."""
    at = Place(job_id, candidate_id, interview_id)
    return _reply(service.edit(call.actor, at, call.version, call.body, call.now))


@bp.route(ONE + "/offer", methods=["POST"], authorizer=member)
@endpoint(bp, body=Proposing, returns=InterviewView, versioned=True)
def propose_times(call: Call, job_id: str, candidate_id: str, interview_id: str) -> Reply:
    """Proposes other times; a time that was booked is given back."""
    at = Place(job_id, candidate_id, interview_id)
    return _reply(service.propose(call.actor, at, call.version, call.body, call.now))


@bp.route(ONE + "/time", methods=["POST"], authorizer=member)
@endpoint(bp, body=Booking, returns=InterviewView, versioned=True)
def book_interview(call: Call, job_id: str, candidate_id: str, interview_id: str) -> Reply:
    """Books an interview at a time, or moves it there."""
    at = Place(job_id, candidate_id, interview_id)
    return _reply(service.book(call.actor, at, call.version, call.body, call.now))


@bp.route(ONE + "/cancel", methods=["POST"], authorizer=member)
@endpoint(bp, body=Cancelling, returns=InterviewView, versioned=True)
def cancel_interview(call: Call, job_id: str, candidate_id: str, interview_id: str) -> Reply:
    """Cancels an interview and says so to everyone who knew of it."""
    at = Place(job_id, candidate_id, interview_id)
    return _reply(service.cancel(call.actor, at, call.version, call.body, call.now))


@bp.route(ONE + "/outcome", methods=["POST"], authorizer=member)
@endpoint(bp, body=Outcome, returns=InterviewView, versioned=True)
def settle_interview(call: Call, job_id: str, candidate_id: str, interview_id: str) -> Reply:
    """Says whether the interview was held, or takes that back."""
    at = Place(job_id, candidate_id, interview_id)
    return _reply(service.settle(call.actor, at, call.version, call.body, call.now))
