"""The board of a job: who stands where, and moving them."""

from typing import Annotated

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, endpoint
from views.shared import Query
from vivier.hiring import access, applications, board
from vivier.hiring.board import BoardPage, Done, Filter, Pulse
from vivier.hiring.model import Application, BoardCard, CandidateId, MemberId, StageId
from vivier.kernel.actor import Permission
from vivier.kernel.model import Model
from vivier.people.model import Strict

bp = Blueprint(__name__)
Several = Annotated[list[CandidateId], Field(min_length=1, max_length=50)]


class Shown(Query, Filter):
    ends: bool = Field(default=False, description="The people of hired and closed as well.")


class OfStage(Query, Filter):
    cursor: str | None = Field(default=None, max_length=2000)
    limit: int = Field(default=50, ge=1, le=100)


class CardsView(Model):
    cards: list[BoardCard]
    cursor: str | None = None


class Newcomers(Strict):
    candidate_ids: Several
    stage_id: StageId | None = None


class Moving(Strict):
    """Several people to one stage; `expected` is where the screen showed them."""

    candidate_ids: Several
    to: StageId
    expected: StageId | None = None
    actions: bool = Field(default=True, description="Whether the stage does what it does on entering.")


class Owner(Strict):
    owner: MemberId | None = None


class DoneView(Model):
    done: list[Done]


@bp.route("/jobs/{job_id}/board", methods=["GET"], authorizer=member)
@endpoint(bp, query=Shown, returns=BoardPage)
def open_board(call: Call, job_id: str) -> BoardPage:
    """The job, and one page of each stage with true counts."""
    wanted = Filter(**call.query.model_dump(exclude={"ends"}))
    return board.open_board(call.actor, job_id, wanted, call.now, ends=call.query.ends)


@bp.route("/jobs/{job_id}/stages/{stage_id}", methods=["GET"], authorizer=member)
@endpoint(bp, query=OfStage, returns=CardsView)
def list_stage(call: Call, job_id: str, stage_id: str) -> CardsView:
    """People of one stage, who waits longest first."""
    wanted = Filter(**call.query.model_dump(exclude={"cursor", "limit"}))
    cards, more = board.page(call.actor, job_id, stage_id, wanted, call.query.cursor, call.query.limit)
    return CardsView(cards=cards, cursor=more)


@bp.route("/jobs/{job_id}/pulse", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Pulse)
def board_pulse(call: Call, job_id: str) -> Pulse:
    """What moved on the board, and who else has it open."""
    return board.pulse(call.actor, job_id, call.now)


@bp.route("/jobs/{job_id}/applications", methods=["POST"], authorizer=member)
@endpoint(bp, body=Newcomers, returns=DoneView)
def add_people(call: Call, job_id: str) -> DoneView:
    """Puts people into a job."""
    call.actor.require(Permission.move_people)
    access.require_known_job(call.actor, job_id)
    stage = call.body.stage_id
    done = board.each(call.body.candidate_ids, lambda one: applications.add(call.actor, job_id, one, call.now, stage))
    return DoneView(done=done)


@bp.route("/jobs/{job_id}/moves", methods=["POST"], authorizer=member)
@endpoint(bp, body=Moving, returns=DoneView)
def move_people(call: Call, job_id: str) -> DoneView:
    """Moves people to another stage, each by itself."""
    call.actor.require(Permission.move_people)
    access.require_known_job(call.actor, job_id)
    wanted: Moving = call.body

    def one(candidate_id: str) -> Application:
        return applications.move(
            call.actor,
            job_id,
            candidate_id,
            wanted.to,
            call.now,
            expected=wanted.expected,
            actions=wanted.actions,
        )

    return DoneView(done=board.each(wanted.candidate_ids, one))


@bp.route("/jobs/{job_id}/applications/{candidate_id}/owner", methods=["PUT"], authorizer=member)
@endpoint(bp, body=Owner, returns=Application)
def assign_owner(call: Call, job_id: str, candidate_id: str) -> Application:
    """Says who looks after a person in this job."""
    access.require_job(call.actor, job_id)
    return applications.assign(call.actor, job_id, candidate_id, call.body.owner, call.now)
