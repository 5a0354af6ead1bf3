"""One person: the record, its edits, its timeline, what is owed, merging."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from views.candidates import CandidatePage, CandidateView, Decision, EventsView, OtherPerson, Queued
from views.shared import Page
from views.tasks import TaskView
from vivier.casework import answers, doubts, edits, merging, opening, unasked, updates
from vivier.casework.edits import Edited
from vivier.casework.unasked import Permitting
from vivier.kernel.errors import BadCursor
from vivier.people import service
from vivier.team import audit

bp = Blueprint(__name__)


@bp.route("/candidates/{candidate_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=CandidatePage, versioned=True)
def open_candidate(call: Call, candidate_id: str) -> Reply:
    """A person with documents, proposals, possible duplicates, jobs, tasks and the newest events."""
    person = opening.open_person(call.actor, candidate_id)
    audit.seen(call.actor, "candidate_seen", call.now, candidate_id=candidate_id)
    opened = person.opened
    page = CandidatePage(
        candidate=CandidateView.of(opened.candidate, opened.version),
        documents=opened.documents,
        proposals=opened.proposals,
        duplicates=opened.pairs,
        events=opened.events,
        events_cursor=opened.events_cursor,
        applications=person.applications,
        planned=person.planned,
        tasks=[TaskView.of(t) for t in person.tasks],
        interviews=person.interviews,
        asks=person.asks,
    )
    return Reply(page, opened.version)


@bp.route("/candidates/{candidate_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=Edited, returns=CandidateView, versioned=True)
def edit_candidate(call: Call, candidate_id: str) -> Reply:
    """Changes fields, tags, language, or confirms doubtful readings, on the version in If-Match."""
    candidate, version = edits.edit(call.actor, candidate_id, call.version, call.body, call.now)
    return Reply(CandidateView.of(candidate, version), version)


@bp.route("/candidates/{candidate_id}/events", methods=["GET"], authorizer=member)
@endpoint(bp, query=Page, returns=EventsView)
def older_events(call: Call, candidate_id: str) -> EventsView:
    """Further back on the timeline."""
    if not call.query.cursor:
        raise BadCursor("Give the cursor that came with the candidate.")
    events, more = service.older_events(call.actor, candidate_id, call.query.cursor)
    return EventsView(events=events, cursor=more)


@bp.route("/candidates/{candidate_id}/proposals/{proposal_id}", methods=["POST"], authorizer=member)
@endpoint(bp, body=Decision, returns=CandidateView)
def decide_proposal(call: Call, candidate_id: str, proposal_id: str) -> Reply:
    """Takes over what a newer document says, or leaves the record as it is."""
    said = call.body
    candidate, version = updates.decide(
        call.actor, candidate_id, proposal_id, call.now, accept=said.accept, came_back=said.came_back
    )
    return Reply(CandidateView.of(candidate, version), version)


@bp.route("/candidates/{candidate_id}/proposals/{proposal_id}/reopen", methods=["POST"], authorizer=member)
@endpoint(bp, returns=CandidateView)
def reopen_proposal(call: Call, candidate_id: str, proposal_id: str) -> Reply:
    """Takes a decision back, within a day: the field is as it was, and the proposal waits again."""
    candidate, version = updates.reopen(call.actor, candidate_id, proposal_id, call.now)
    return Reply(CandidateView.of(candidate, version), version)


@bp.route("/candidates/{candidate_id}/merge", methods=["POST"], authorizer=member)
@endpoint(bp, body=OtherPerson, returns=CandidateView)
def merge(call: Call, candidate_id: str) -> Reply:
    """Makes another record part of this one."""
    candidate, version = merging.merge(call.actor, candidate_id, call.body.other_id, call.now)
    return Reply(CandidateView.of(candidate, version), version)


@bp.route("/candidates/{candidate_id}/unmerge", methods=["POST"], authorizer=member)
@endpoint(bp, body=OtherPerson, returns=CandidateView)
def unmerge(call: Call, candidate_id: str) -> Reply:
    """Takes a merge back."""
    candidate, version = merging.unmerge(call.actor, candidate_id, call.body.other_id, call.now)
    return Reply(CandidateView.of(candidate, version), version)


@bp.route("/candidates/{candidate_id}/different", methods=["POST"], authorizer=member)
@endpoint(bp, body=OtherPerson)
def different(call: Call, candidate_id: str) -> Nothing:
    """Says that two alike records are two people."""
    doubts.refuse(call.actor, candidate_id, call.body.other_id, call.now)
    return Nothing()


@bp.route("/candidates/{candidate_id}/maybe-same", methods=["POST"], authorizer=member)
@endpoint(bp, body=OtherPerson)
def maybe_same(call: Call, candidate_id: str) -> Nothing:
    """Takes `different` back."""
    doubts.reopen(call.actor, candidate_id, call.body.other_id, call.now)
    return Nothing()


@bp.route("/candidates/{candidate_id}/acknowledge", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Queued, status=202)
def acknowledge(call: Call, candidate_id: str) -> Queued:
    """Sends the answer that was held."""
    return Queued(message_key=answers.acknowledge(call.actor, candidate_id, call.now))


@bp.route("/candidates/{candidate_id}/inform", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Queued, status=202)
def inform(call: Call, candidate_id: str) -> Queued:
    """Sends the notice of GDPR article 14."""
    return Queued(message_key=answers.inform(call.actor, candidate_id, call.now))


@bp.route("/candidates/{candidate_id}/informed", methods=["POST"], authorizer=member)
@endpoint(bp)
def informed(call: Call, candidate_id: str) -> Nothing:
    """Notes that the person was informed by other means."""
    answers.informed_otherwise(call.actor, candidate_id, call.now)
    return Nothing()


@bp.route("/candidates/{candidate_id}/unsolicited/stop", methods=["POST"], authorizer=member)
@endpoint(bp)
def stop_unsolicited(call: Call, candidate_id: str) -> Nothing:
    """Notes that the person does not want to be written to unasked."""
    unasked.note_stop(call.actor, candidate_id, call.now)
    return Nothing()


@bp.route("/candidates/{candidate_id}/unsolicited/permit", methods=["POST"], authorizer=member)
@endpoint(bp, body=Permitting)
def permit_unsolicited(call: Call, candidate_id: str) -> Nothing:
    """Notes why the person may be written to unasked again."""
    unasked.permit(call.actor, candidate_id, call.body, call.now)
    return Nothing()
