"""Experiments on the words of mails: what runs, what it says, who is behind it."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from views.experiments import ChosenVariant, PeopleAsked
from vivier.casework import adopting, behind, trying
from vivier.casework.behind import Behind
from vivier.experiments import service
from vivier.experiments.model import NewExperiment
from vivier.experiments.service import DifferenceAsked, Experiments, OpenedExperiment, PeopleNeeded

bp = Blueprint(__name__)
ONE = "/experiments/{experiment_id}"


@bp.route("/experiments", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Experiments)
def list_experiments(call: Call) -> Experiments:
    """Every experiment with what its counts say today, newest first."""
    return service.everything(call.actor, call.now)


@bp.route("/experiments", methods=["POST"], authorizer=member)
@endpoint(bp, body=NewExperiment, returns=OpenedExperiment, status=201, versioned=True)
def write_experiment(call: Call) -> Reply:
    """Writes an experiment; nothing is sent of it until it begins."""
    return _reply(service.create(call.actor, call.body, call.now))


@bp.route("/experiments/estimate", methods=["GET"], authorizer=member)
@endpoint(bp, query=DifferenceAsked, returns=PeopleNeeded)
def estimate_experiment(call: Call) -> PeopleNeeded:
    """How many people it takes to find a difference."""
    return service.estimate(call.actor, call.query)


@bp.route(ONE, methods=["GET"], authorizer=member)
@endpoint(bp, returns=OpenedExperiment, versioned=True)
def read_experiment(call: Call, experiment_id: str) -> Reply:
    """An experiment with what its counts say now; looking often does it no harm."""
    return _reply(service.read(call.actor, experiment_id, call.now))


@bp.route(ONE, methods=["PUT"], authorizer=member)
@endpoint(bp, body=NewExperiment, returns=OpenedExperiment, versioned=True)
def save_experiment(call: Call, experiment_id: str) -> Reply:
    """Saves an experiment that has not begun, on the version in If-Match."""
    return _reply(service.save(call.actor, experiment_id, call.body, call.version, call.now))


@bp.route(ONE, methods=["DELETE"], authorizer=member)
@endpoint(bp)
def delete_experiment(call: Call, experiment_id: str) -> Nothing:
    """Takes away an experiment that has not begun, on the version in If-Match."""
    service.delete(call.actor, experiment_id, call.version)
    return Nothing()


@bp.route(ONE + "/start", methods=["POST"], authorizer=member)
@endpoint(bp, returns=OpenedExperiment, versioned=True)
def start_experiment(call: Call, experiment_id: str) -> Reply:
    """Begins an experiment, on the version in If-Match; nothing of it changes from then on."""
    return _reply(trying.start(call.actor, experiment_id, call.version, call.now))


@bp.route(ONE + "/stop", methods=["POST"], authorizer=member)
@endpoint(bp, returns=OpenedExperiment, versioned=True)
def stop_experiment(call: Call, experiment_id: str) -> Reply:
    """Ends an experiment: everybody gets the same words again."""
    return _reply(service.stop(call.actor, experiment_id, call.now))


@bp.route(ONE + "/resume", methods=["POST"], authorizer=member)
@endpoint(bp, returns=OpenedExperiment, versioned=True)
def resume_experiment(call: Call, experiment_id: str) -> Reply:
    """Lets an experiment that was stopped go on."""
    return _reply(trying.resume(call.actor, experiment_id, call.now))


@bp.route(ONE + "/adopt", methods=["POST"], authorizer=member)
@endpoint(bp, body=ChosenVariant, returns=OpenedExperiment, versioned=True)
def adopt_variant(call: Call, experiment_id: str) -> Reply:
    """Ends an experiment and writes the words of a variant where they were tried."""
    return _reply(adopting.adopt(call.actor, experiment_id, call.body.variant, call.now, call.body.in_flight))


@bp.route(ONE + "/give-back", methods=["POST"], authorizer=member)
@endpoint(bp, returns=OpenedExperiment, versioned=True)
def give_back_variant(call: Call, experiment_id: str) -> Reply:
    """Takes an adoption back: the words of before, and the experiment as it stood."""
    return _reply(adopting.give_back(call.actor, experiment_id, call.now))


@bp.route(ONE + "/people", methods=["GET"], authorizer=member)
@endpoint(bp, query=PeopleAsked, returns=Behind)
def list_experiment_people(call: Call, experiment_id: str) -> Behind:
    """The people behind a number of an experiment, fifty at a time."""
    asked: PeopleAsked = call.query
    return behind.people(call.actor, experiment_id, asked.variant, asked.which, asked.cursor, call.now)


def _reply(opened: OpenedExperiment) -> Reply:
    return Reply(opened, opened.version)
