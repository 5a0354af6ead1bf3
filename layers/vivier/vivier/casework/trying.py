"""Experiments on the words of a step of a sequence: they begin on what is published, and end with it.

Nobody's words change unseen: an experiment begins only where its first variant is what is sent, and a version that
changes words under test either ends the experiment or is not published.
"""

from datetime import datetime

from pydantic import Field

from vivier.casework import experimenting
from vivier.experiments import service, store
from vivier.experiments.model import Experiment, StepPlace
from vivier.experiments.service import OpenedExperiment
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid
from vivier.people.model import Strict
from vivier.sequences import service as sequences
from vivier.sequences import store as sequence_rows
from vivier.sequences.model import Sequence, SequenceState, SequenceVersion
from vivier.sequences.service import Edited, Publishing
from vivier.sequences.steps import MailStep
from vivier.sequences.store import SequenceItem
from vivier.storage.transaction import Transaction


class StepExperiment(Strict):
    """An experiment that runs on a mail of a sequence: on its own words, or on the template that it sends."""

    step_id: str
    experiment_id: str
    name: str
    variants: int
    on_template: bool = Field(default=False, description="It runs wherever this template is sent.")


def start(actor: Actor, experiment_id: str, version: int | None, now: datetime) -> OpenedExperiment:
    """Begins an experiment; on a step, on the words that are published. Raises as `experiments.service.start`, and
    Invalid where the first variant is not what the step says.
    """
    return service.start(actor, experiment_id, version, now, lambda t, e: _on_what_is_sent(t, actor, e))


def resume(actor: Actor, experiment_id: str, now: datetime) -> OpenedExperiment:
    """Lets one go on that was stopped, where the words are still those that it began with."""
    return service.resume(actor, experiment_id, now, lambda t, e: _on_what_is_sent(t, actor, e))


def _on_what_is_sent(transaction: Transaction, actor: Actor, e: Experiment) -> None:
    """One Get of a sequence; its version is read once in a process."""
    if not isinstance(e.place, StepPlace):
        return
    actor.require(Permission.run_sequences)
    row = sequence_rows.load(actor.workspace, e.place.sequence_id)
    held = row.read()
    if held.state in (SequenceState.draft, SequenceState.archived):
        raise Conflict("Nobody is in this sequence yet, or any more: publish or restore it first.", state=held.state)
    version = sequences.version(actor.workspace, held.id, held.version)
    step = next((s for s in version.steps if s.id == e.place.step_id), None)
    if not isinstance(step, MailStep) or step.words is None:
        why = "This step has no words of its own in what is published."
        raise Invalid(why, [{"field": "place", "message": why}])
    if experimenting.words_of(step) != experimenting.today(e):
        why = "The first variant is not what the step says in what is published."
        raise Invalid(why, [{"field": "variants.a", "message": why}])
    transaction.check(SequenceItem(row.pk, row.sk), SequenceItem.version == row.version)


def publish(actor: Actor, sequence_id: str, wanted: Publishing, seen: int | None, now: datetime) -> Edited:
    """Publishes a sequence. Raises as `sequences.service.publish`, and Conflict where its words are under test and
    nobody said that this ends.
    """

    def beside(transaction: Transaction, before: Sequence, published: SequenceVersion) -> None:
        if before.version:
            old = sequences.version(actor.workspace, sequence_id, before.version)
            _end_what_changes(transaction, actor, old, published, wanted, now)

    return sequences.publish(actor, sequence_id, wanted, seen, now, beside)


def _end_what_changes(
    transaction: Transaction,
    actor: Actor,
    old: SequenceVersion,
    new: SequenceVersion,
    wanted: Publishing,
    now: datetime,
) -> None:
    """A BatchGet where words change, and a Get for each experiment on them."""
    own = [step for step in old.steps if isinstance(step, MailStep) and step.words]
    changed = {
        step.id: StepPlace(kind="step", sequence_id=old.sequence_id, step_id=step.id)
        for step in own
        if new.own_words(step.id) != step.words
    }
    running = {row.read().place.key: row for row in store.at_places(actor.workspace, changed.values())}
    if running and not wanted.end_experiments:
        named = [{"id": e.id, "name": e.name} for e in (row.read() for row in running.values())]
        raise Conflict("An experiment runs on words that this version changes.", experiments=named)
    for place in changed.values():
        if row := running.get(place.key):
            service.end(transaction, actor, row, now)
        else:
            store.keep_free(transaction, actor.workspace, place)


def on_steps(workspace: str, sequence: Sequence) -> list[StepExperiment]:
    """What runs on the mails of a sequence, as published: a BatchGet, and a Get for each that runs."""
    if not sequence.version:
        return []
    version = sequences.version(workspace, sequence.id, sequence.version)
    tried = experimenting.places(sequence.id, version.steps)
    running = {e.place.key: e for e in (row.read() for row in store.at_places(workspace, (t.place for t in tried)))}
    return [
        StepExperiment(
            step_id=one.step.id,
            experiment_id=found.id,
            name=found.name,
            variants=len(found.variants),
            on_template=one.place.kind == "template",
        )
        for one in tried
        if (found := running.get(one.place.key))
    ]
