"""People in sequences: the pre-flight, enrolling, acting on an enrolment."""

from typing import Literal, Self

from chalice.app import Blueprint
from pydantic import Field, model_validator

from auth import member
from endpoint import Call, endpoint
from views.sequences import PersonEnrolmentsView
from views.shared import Page
from vivier.casework import dry_runs, enrolling, enrolment_acts, foreseeing
from vivier.casework.dry_runs import DryRun, DryRunning
from vivier.casework.enrolling import EnrolledPeople, Enrolling
from vivier.casework.enrolment_acts import Enrolments, SeenEnrolment
from vivier.casework.foreseeing import Preflight, Whom
from vivier.sequences.model import EnrolmentState
from vivier.sequences.numbers import Did
from vivier.sequences.steps import StepId

bp = Blueprint(__name__)
ONE = "/enrolments/{candidate_id}/{sequence_id}"


class InState(Page):
    state: Literal["active", "paused", "finished", "stopped", "removed"] | None = Field(
        default=None, description="Only those; without it all, active ones first."
    )
    step: StepId | None = Field(
        default=None, description="Who come to this step next; with `stopped`, for whom it ended before."
    )
    did: Did | None = Field(
        default=None,
        description="Instead, who got the mail of `step` or whose task was made; who answered it; who followed a link.",
    )

    @model_validator(mode="after")
    def _of_a_step(self) -> Self:
        if self.did and (self.step is None or self.state):
            raise ValueError("`did` is asked of a step, without a state")
        return self


@bp.route("/sequences/{sequence_id}/preflight", methods=["POST"], authorizer=member)
@endpoint(bp, body=Whom, returns=Preflight, kept=False)
def preflight_enrolment(call: Call, sequence_id: str) -> Preflight:
    """Who would get what when, and who is left out and why; nothing is written."""
    return foreseeing.preflight(call.actor, sequence_id, call.body, call.now)


@bp.route("/sequences/{sequence_id}/enrolments", methods=["POST"], authorizer=member)
@endpoint(bp, body=Enrolling, returns=EnrolledPeople, status=202)
def enrol_people(call: Call, sequence_id: str) -> EnrolledPeople:
    """Enrols people, or those of a filter, 48 at a time: then `cursor` goes on; the same key enrols nobody twice."""
    return enrolling.enrol(call.actor, sequence_id, call.body, call.now)


@bp.route("/sequences/{sequence_id}/enrolments", methods=["GET"], authorizer=member)
@endpoint(bp, query=InState, returns=Enrolments)
def list_enrolments(call: Call, sequence_id: str) -> Enrolments:
    """Who is or was in a sequence, the newest first, a page of 50."""
    if call.query.did:
        return enrolment_acts.who_did(call.actor, sequence_id, call.query.step, call.query.cursor, call.query.did)
    state = EnrolmentState(call.query.state) if call.query.state else None
    return enrolment_acts.listed(call.actor, sequence_id, state, call.query.cursor, call.query.step)


@bp.route(ONE + "/pause", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SeenEnrolment)
def pause_enrolment(call: Call, candidate_id: str, sequence_id: str) -> SeenEnrolment:
    """Holds one person where they are."""
    return enrolment_acts.act(call.actor, candidate_id, sequence_id, "pause", call.now)


@bp.route(ONE + "/resume", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SeenEnrolment)
def resume_enrolment(call: Call, candidate_id: str, sequence_id: str) -> SeenEnrolment:
    """Lets somebody go on where they were, also who was stopped or removed."""
    return enrolment_acts.act(call.actor, candidate_id, sequence_id, "resume", call.now)


@bp.route(ONE + "/skip", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SeenEnrolment, versioned=True)
def skip_step(call: Call, candidate_id: str, sequence_id: str) -> SeenEnrolment:
    """Leaves the next step out for one person, on its epoch in If-Match (any, when absent)."""
    return enrolment_acts.act(call.actor, candidate_id, sequence_id, "skip", call.now, call.version)


@bp.route(ONE + "/remove", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SeenEnrolment)
def remove_enrolment(call: Call, candidate_id: str, sequence_id: str) -> SeenEnrolment:
    """Takes somebody out of a sequence; what has not left does not leave."""
    return enrolment_acts.act(call.actor, candidate_id, sequence_id, "remove", call.now)


@bp.route(ONE + "/restart", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SeenEnrolment, versioned=True)
def restart_enrolment(call: Call, candidate_id: str, sequence_id: str) -> SeenEnrolment:
    """Begins again from the first step of the newest version, on its epoch in If-Match (any, when absent)."""
    return enrolment_acts.act(call.actor, candidate_id, sequence_id, "restart", call.now, call.version)


@bp.route(ONE + "/move", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SeenEnrolment)
def move_enrolment(call: Call, candidate_id: str, sequence_id: str) -> SeenEnrolment:
    """Takes somebody over to the newest version of the sequence."""
    return enrolment_acts.act(call.actor, candidate_id, sequence_id, "move", call.now)


@bp.route("/candidates/{candidate_id}/enrolments", methods=["GET"], authorizer=member)
@endpoint(bp, returns=PersonEnrolmentsView)
def list_enrolments_of_person(call: Call, candidate_id: str) -> PersonEnrolmentsView:
    """What a person is or was enrolled in, the newest first."""
    return PersonEnrolmentsView(enrolments=enrolment_acts.of_person(call.actor, candidate_id))


@bp.route("/sequences/{sequence_id}/dry-run", methods=["POST"], authorizer=member)
@endpoint(bp, body=DryRunning, returns=DryRun, kept=False)
def dry_run_sequence(call: Call, sequence_id: str) -> DryRun:
    """What the draft would have done to people of a time that is past, a page of them; nothing is written."""
    return dry_runs.dry_run(call.actor, sequence_id, call.body, call.now)
