"""The words of a variant become those of the template or the step that it was an experiment on; and back."""

from collections.abc import Mapping
from datetime import datetime

from vivier.experiments import service, store
from vivier.experiments.model import Adopted, Experiment, ExperimentState, TemplatePlace, Wording
from vivier.experiments.service import OpenedExperiment
from vivier.kernel.actor import Actor, Language, Permission, system
from vivier.kernel.errors import Conflict
from vivier.mail import library
from vivier.mail import service as mails
from vivier.mail.library import TextVariant
from vivier.mail.model import Template, VariantKey
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit


def adopt(actor: Actor, experiment_id: str, variant: VariantKey, now: datetime) -> OpenedExperiment:
    """Ends the experiment; its words are written where they were tried. One transaction.

    Nobody is kept from taking a variant that did not win; that it did not stands beside it. Raises NotFound, Conflict.
    """
    actor.require(Permission.edit_templates)

    def attempt() -> OpenedExperiment:
        row = store.load(actor.workspace, experiment_id)
        held = row.read()
        if held.state not in (ExperimentState.running, ExperimentState.stopped):
            raise Conflict("This experiment has no variant to take up.", state=held.state)
        said = service.judge(actor.workspace, held, now)
        chosen = held.variant(variant)
        words = {spoken: wording for spoken in chosen.languages() if (wording := chosen.words(spoken))}
        transaction = Transaction()
        before = _write(transaction, actor, held, words, now)
        adopted = Adopted(
            variant=variant, at=now, by=actor.id or None, by_name=actor.name or None, said=said.said,
            ran=held.state == ExperimentState.running, before=before,
        )  # fmt: skip
        end = {"state": ExperimentState.adopted, "adopted": adopted, "stopped_at": held.stopped_at or now}
        after = held.model_copy(update=end)
        store.save(transaction, actor.workspace, row, after)
        if held.state == ExperimentState.running:
            store.end(transaction, actor.workspace, held)
        audit.tell(transaction, actor, "experiment_adopted", now, experiment=held.id, name=held.name, variant=variant)
        transaction.commit()
        return OpenedExperiment(experiment=after, version=row.number, verdict=said)

    return until_settled(attempt)


def give_back(actor: Actor, experiment_id: str, now: datetime) -> OpenedExperiment:
    """Takes an adoption back: the words of before, and the experiment as it stood. Raises NotFound, Conflict."""
    actor.require(Permission.edit_templates)
    row = store.load(actor.workspace, experiment_id)
    held = row.read()
    if held.adopted is None:
        raise Conflict("No variant of this experiment was taken up.", state=held.state)
    transaction = Transaction()
    _write(transaction, actor, held, held.adopted.before, now)
    runs = held.adopted.ran
    state = {"state": ExperimentState.running, "stopped_at": None} if runs else {"state": ExperimentState.stopped}
    after = held.model_copy(update=state | {"adopted": None})
    store.save(transaction, actor.workspace, row, after)
    if runs:
        store.begin(transaction, actor.workspace, after)
    audit.tell(transaction, actor, "experiment_reopened", now, experiment=held.id, name=held.name)
    service.commit_at_its_place(transaction, actor.workspace, after)
    return OpenedExperiment(experiment=after, version=row.number, verdict=service.judge(actor.workspace, after, now))


def _write(
    transaction: Transaction, actor: Actor, held: Experiment, words: Mapping[Language, Wording], now: datetime
) -> dict[Language, Wording]:
    """Writes words in the place of the experiment; those that stood there."""
    place = held.place
    if not isinstance(place, TemplatePlace):
        raise Conflict("The words of a sequence are changed in the sequence.")
    if place.template == "next_step":
        known = {s: Template(key="next_step", language=s, subject=w.subject, body=w.body) for s, w in words.items()}
        stood = mails.reword(transaction, actor, "next_step", known, now)
        return {spoken: Wording(subject=t.subject, body=t.body) for spoken, t in stood.items()}
    own = {spoken: TextVariant.model_validate(wording.model_dump()) for spoken, wording in words.items()}
    former = library.reword(transaction, actor, place.template, own, now)
    return {spoken: Wording.model_validate(text.model_dump()) for spoken, text in former.items()}


def look(workspace: str, experiment_id: str, now: datetime) -> str | None:
    """Looks at a running experiment by itself, and takes up its winner where that was chosen beforehand."""
    row = store.load(workspace, experiment_id)
    held = row.read()
    if held.state != ExperimentState.running:
        return None
    said = service.judge(workspace, held, now)
    if held.plan.adopt == "by_itself" and said.winner:
        adopt(system(workspace), experiment_id, said.winner, now)
        return "adopted"
    transaction = Transaction()
    store.save(transaction, workspace, row, held.model_copy(update={"looked_at": now}))
    transaction.commit()
    return said.said
