"""Sequences: writing them, publishing, pausing."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Reply, endpoint
from views.sequences import (
    ListedSequence,
    SequenceProblem,
    SequencesView,
    SequenceVersionsView,
    SequenceView,
    StepNumbersView,
)
from vivier.casework import trying
from vivier.sequences import service
from vivier.sequences.model import SequenceText
from vivier.sequences.service import Publishing

bp = Blueprint(__name__)


@bp.route("/sequences", methods=["GET"], authorizer=member)
@endpoint(bp, returns=SequencesView)
def list_sequences(call: Call) -> SequencesView:
    """Every sequence, archived ones too, the newest first, with how many people are in each."""
    return SequencesView(sequences=[ListedSequence(card=c, counts=n) for c, n in service.listed(call.actor)])


@bp.route("/sequences", methods=["POST"], authorizer=member)
@endpoint(bp, body=SequenceText, returns=SequenceView, status=201, versioned=True)
def create_sequence(call: Call) -> Reply:
    """Makes a sequence, a draft."""
    made, _ = service.create(call.actor, call.body, call.now)
    return _shown(call, made.id)


@bp.route("/sequences/{sequence_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=SequenceView, versioned=True)
def open_sequence(call: Call, sequence_id: str) -> Reply:
    """A sequence with its draft, how many are in it, and what keeps it from being published."""
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}", methods=["PUT"], authorizer=member)
@endpoint(bp, body=SequenceText, returns=SequenceView, versioned=True)
def change_sequence(call: Call, sequence_id: str) -> Reply:
    """Saves the draft on the version in If-Match; who is enrolled goes on as published."""
    service.change(call.actor, sequence_id, call.body, call.version, call.now)
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}/publish", methods=["POST"], authorizer=member)
@endpoint(bp, body=Publishing, returns=SequenceView, versioned=True)
def publish_sequence(call: Call, sequence_id: str) -> Reply:
    """Makes the draft (If-Match) what people are enrolled in; says whether who is in flight goes over to it."""
    trying.publish(call.actor, sequence_id, call.body, call.version, call.now)
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}/pause", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SequenceView, versioned=True)
def pause_sequence(call: Call, sequence_id: str) -> Reply:
    """Holds everyone where they are: nothing leaves until it is resumed."""
    service.turn(call.actor, sequence_id, "pause", call.now)
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}/resume", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SequenceView, versioned=True)
def resume_sequence(call: Call, sequence_id: str) -> Reply:
    """Lets everyone go on."""
    service.turn(call.actor, sequence_id, "resume", call.now)
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}/archive", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SequenceView, versioned=True)
def archive_sequence(call: Call, sequence_id: str) -> Reply:
    """Takes a sequence out of what is offered, and holds everyone in it."""
    service.turn(call.actor, sequence_id, "archive", call.now)
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=SequenceView, versioned=True)
def restore_sequence(call: Call, sequence_id: str) -> Reply:
    """Brings an archived sequence back, paused."""
    service.turn(call.actor, sequence_id, "restore", call.now)
    return _shown(call, sequence_id)


@bp.route("/sequences/{sequence_id}/numbers", methods=["GET"], authorizer=member)
@endpoint(bp, returns=StepNumbersView)
def read_step_numbers(call: Call, sequence_id: str) -> StepNumbersView:
    """How many people each step concerns: who come to it, got it, answered it, clicked in it, stopped before it."""
    return StepNumbersView(steps=service.numbers_of(call.actor, sequence_id))


@bp.route("/sequences/{sequence_id}/versions", methods=["GET"], authorizer=member)
@endpoint(bp, returns=SequenceVersionsView)
def list_sequence_versions(call: Call, sequence_id: str) -> SequenceVersionsView:
    """What was published, the newest first."""
    return SequenceVersionsView(versions=service.versions(call.actor, sequence_id))


def _shown(call: Call, sequence_id: str) -> Reply:
    held, version, counts = service.opened(call.actor, sequence_id)
    found = [SequenceProblem.model_validate(p) for p in service.incomplete(call.actor.workspace, held, call.now)]
    tried = trying.on_steps(call.actor.workspace, held)
    view = SequenceView(sequence=held, version=version, counts=counts, problems=found, experiments=tried)
    return Reply(view, version)
