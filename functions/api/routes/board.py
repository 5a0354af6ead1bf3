"""The board of a job: who stands where, and moving them."""

from collections.abc import Callable
from typing import Annotated

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, endpoint
from views.shared import Page, Query
from vivier.casework import refusals, stage_actions
from vivier.casework.refusals import Letter, Previewed, Refusal, Withdrawal
from vivier.casework.stage_actions import Entering
from vivier.hiring import access, applications, board, recounts
from vivier.hiring.base import CandidateId, MemberId, StageId
from vivier.hiring.board import BoardPage, Done, Filter, Pulse
from vivier.hiring.model import Application, BoardCard
from vivier.hiring.recounts import Recounted
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


@bp.route("/jobs/{job_id}/stages/{stage_id}/recount", methods=["GET"], authorizer=member)
@endpoint(bp, query=Page, returns=Recounted)
def recount_stage(call: Call, job_id: str, stage_id: str) -> Recounted:
    """A page of a stage counted again from its cards and from what happened to each person."""
    return recounts.recount(call.actor, job_id, stage_id, call.query.cursor)


@bp.route("/jobs/{job_id}/pulse", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Pulse)
def board_pulse(call: Call, job_id: str) -> Pulse:
    """What moved on the board, and who else has it open."""
    return board.pulse(call.actor, job_id, call.now)


@bp.route("/jobs/{job_id}/applications", methods=["POST"], authorizer=member)
@endpoint(bp, body=Newcomers, returns=DoneView)
def add_people(call: Call, job_id: str) -> DoneView:
    """Puts people into a job."""
    stage = call.body.stage_id
    return _each(
        call, job_id, call.body.candidate_ids, lambda one: applications.add(call.actor, job_id, one, call.now, stage)
    )


@bp.route("/jobs/{job_id}/moves", methods=["POST"], authorizer=member)
@endpoint(bp, body=Moving, returns=DoneView)
def move_people(call: Call, job_id: str) -> DoneView:
    """Moves people to another stage, each by itself."""
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

    return _each(call, job_id, wanted.candidate_ids, one)


@bp.route("/jobs/{job_id}/applications/{candidate_id}/owner", methods=["PUT"], authorizer=member)
@endpoint(bp, body=Owner, returns=Application)
def assign_owner(call: Call, job_id: str, candidate_id: str) -> Application:
    """Says who looks after a person in this job."""
    access.require_job(call.actor, job_id)
    return applications.assign(call.actor, job_id, candidate_id, call.body.owner, call.now)


class Leaving(Strict):
    candidate_ids: Several
    refusal: Refusal


class Withdrawing(Strict):
    candidate_ids: Several
    withdrawal: Withdrawal


class People(Strict):
    candidate_ids: Several


class Letters(Strict):
    candidate_ids: Several
    letter: Letter


class LettersView(Model):
    letters: list[Previewed]


class Undoing(Strict):
    """Each person with the epoch that their application had after the act that is taken back."""

    moves: Annotated[dict[CandidateId, Annotated[int, Field(ge=0)]], Field(min_length=1, max_length=50)]


class EnteringView(Model):
    planned: list[Entering]


@bp.route("/jobs/{job_id}/stages/{stage_id}/entering", methods=["POST"], authorizer=member)
@endpoint(bp, body=People, returns=EnteringView)
def show_entering(call: Call, job_id: str, stage_id: str) -> EnteringView:
    """What a stage would do for these people on entering, and when."""
    found = stage_actions.entering(call.actor, job_id, stage_id, call.body.candidate_ids, call.now)
    return EnteringView(planned=found)


@bp.route("/jobs/{job_id}/refusals", methods=["POST"], authorizer=member)
@endpoint(bp, body=Leaving, returns=DoneView)
def refuse_people(call: Call, job_id: str) -> DoneView:
    """Refuses people, each with their letter; it can be undone until the letter leaves."""
    wanted = call.body.refusal
    return _each(
        call, job_id, call.body.candidate_ids, lambda one: refusals.refuse(call.actor, job_id, one, wanted, call.now)
    )


@bp.route("/jobs/{job_id}/refusals/preview", methods=["POST"], authorizer=member)
@endpoint(bp, body=Letters, returns=LettersView)
def preview_letters(call: Call, job_id: str) -> LettersView:
    """Each person's letter as it would leave, or why none can."""
    found = refusals.preview(call.actor, job_id, call.body.candidate_ids, call.body.letter, call.now)
    return LettersView(letters=found)


@bp.route("/jobs/{job_id}/withdrawals", methods=["POST"], authorizer=member)
@endpoint(bp, body=Withdrawing, returns=DoneView)
def withdraw_people(call: Call, job_id: str) -> DoneView:
    """Notes that people no longer want the job."""
    wanted = call.body.withdrawal
    return _each(
        call, job_id, call.body.candidate_ids, lambda one: refusals.withdraw(call.actor, job_id, one, wanted, call.now)
    )


@bp.route("/jobs/{job_id}/reopenings", methods=["POST"], authorizer=member)
@endpoint(bp, body=People, returns=DoneView)
def reopen_people(call: Call, job_id: str) -> DoneView:
    """Brings people back to where they stood before they left."""
    return _each(call, job_id, call.body.candidate_ids, lambda one: refusals.reopen(call.actor, job_id, one, call.now))


@bp.route("/jobs/{job_id}/undo", methods=["POST"], authorizer=member)
@endpoint(bp, body=Undoing, returns=DoneView)
def undo_moves(call: Call, job_id: str) -> DoneView:
    """Takes the last move, hiring or refusal of people back, where nothing happened since."""
    epochs: dict[str, int] = call.body.moves
    return _each(call, job_id, list(epochs), lambda one: refusals.undo(call.actor, job_id, one, epochs[one], call.now))


def _each(call: Call, job_id: str, candidate_ids: list[str], act: Callable[[str], Application]) -> DoneView:
    call.actor.require(Permission.move_people)
    access.require_known_job(call.actor, job_id)
    return DoneView(done=board.each(candidate_ids, act))
