"""Rows of experiments: each one, and which of them runs at a place."""

from collections.abc import Iterable

from pynamodb.attributes import UnicodeAttribute

from vivier.experiments.model import Experiment, ExperimentState, Place
from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.storage.table import Item, Key, Versioned, find, get_many, query, waiting
from vivier.storage.transaction import Transaction

MOST = 500  # experiments of a workspace


class ExperimentItem(Versioned, discriminator="experiment"):
    """While one that decides by itself runs, it stands in the index by when it was looked at last."""

    PREFIX = "X#"

    @classmethod
    def key(cls, workspace: str, experiment_id: str) -> Key:
        return f"W#{workspace}#EXPERIMENTS", f"{cls.PREFIX}{sort_key(experiment_id)}"

    @classmethod
    def of(cls, workspace: str, e: Experiment) -> "ExperimentItem":
        return cls.holding(e, *cls.key(workspace, e.id)).now(workspace, e)

    def now(self, workspace: str, e: Experiment) -> "ExperimentItem":
        self.put(e)
        looked = e.state == ExperimentState.running and (e.looked_at or e.started_at)
        self.gsi1pk = f"W#{workspace}#EXPERIMENTS" if looked else None
        self.gsi1sk = f"{iso(looked)}#{e.id}" if looked else None
        return self

    def read(self) -> Experiment:
        return Experiment.model_validate_json(self.body)


class RunningItem(Item, discriminator="running_experiment"):
    """That an experiment runs at a place: one at a time."""

    experiment_id = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, place: Place) -> Key:
        return f"W#{workspace}#RUNNING#{place.key}", "running"

    @classmethod
    def of(cls, workspace: str, e: Experiment) -> "RunningItem":
        return cls(*cls.key(workspace, e.place), experiment_id=e.id)


def find_one(workspace: str, experiment_id: str) -> ExperimentItem | None:
    return find(ExperimentItem, ExperimentItem.key(workspace, experiment_id), consistent=True)


def load(workspace: str, experiment_id: str) -> ExperimentItem:
    """Raises NotFound."""
    row = find_one(workspace, experiment_id)
    if row is None:
        raise NotFound("There is no such experiment.")
    return row


def running(workspace: str, place: Place) -> Experiment | None:
    """What runs at a place: one Get, and one more where something does."""
    held = find(RunningItem, RunningItem.key(workspace, place))
    row = find(ExperimentItem, ExperimentItem.key(workspace, held.experiment_id)) if held else None
    found = row.read() if row else None
    return found if found and found.state == ExperimentState.running else None


def everything(workspace: str) -> list[ExperimentItem]:
    """All of them, newest first: one Query."""
    rows = query(f"W#{workspace}#EXPERIMENTS", prefix=ExperimentItem.PREFIX, newest_first=True, limit=MOST)
    return [row for row in rows if isinstance(row, ExperimentItem)]


def to_look_at(workspace: str, until: str, *, after: str | None = None) -> list[ExperimentItem]:
    """Running ones that nobody looked at since an instant (ISO): one Query."""
    return waiting(ExperimentItem, f"W#{workspace}#EXPERIMENTS", until=until, after=after, limit=100)


def begin(transaction: Transaction, workspace: str, e: Experiment) -> None:
    """Whoever is second at a place loses the transaction."""
    transaction.create(RunningItem.of(workspace, e))


def at_places(workspace: str, places: Iterable[Place]) -> list[ExperimentItem]:
    """What runs at these places: a BatchGet for each hundred, and a Get for each that runs."""
    keys = list(dict.fromkeys(RunningItem.key(workspace, place) for place in places))
    held = get_many(RunningItem, keys, consistent=True)
    rows = (find_one(workspace, one.experiment_id) for one in held)
    return [row for row in rows if row and row.read().state == ExperimentState.running]


def keep_free(transaction: Transaction, workspace: str, place: Place) -> None:
    """Whoever begins one there meanwhile makes the transaction lose."""
    transaction.check(RunningItem(*RunningItem.key(workspace, place)), RunningItem.pk.does_not_exist())


def end(transaction: Transaction, workspace: str, e: Experiment) -> None:
    transaction.delete(RunningItem.of(workspace, e))


def save(transaction: Transaction, workspace: str, row: ExperimentItem, after: Experiment) -> None:
    transaction.save(row.now(workspace, after))
