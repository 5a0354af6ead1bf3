"""The words of a variant become those of the template or the step that it was an experiment on; and back."""

from collections.abc import Mapping
from datetime import datetime

from vivier.experiments import service, store
from vivier.experiments.model import (
    LANGUAGES,
    Adopted,
    Experiment,
    ExperimentState,
    InFlight,
    StepPlace,
    Wording,
)
from vivier.experiments.service import OpenedExperiment
from vivier.experiments.verdict import Verdict
from vivier.kernel.actor import Actor, Language, Permission, system
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.observability import logger
from vivier.mail import library
from vivier.mail import service as mails
from vivier.mail.library import TextVariant
from vivier.mail.model import Template, VariantKey
from vivier.sequences import service as sequences
from vivier.sequences import store as sequence_rows
from vivier.sequences.steps import MailText, MailWords
from vivier.storage.transaction import Lost, Transaction, until_settled
from vivier.team import audit
from vivier.team.model import MemberState
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of


def adopt(
    actor: Actor, experiment_id: str, variant: VariantKey, now: datetime, in_flight: InFlight | None = None
) -> OpenedExperiment:
    """Ends the experiment; its words are written where they were tried: those of a step, as a new version of its
    sequence. One transaction. `in_flight`: what becomes of who is under way there, else what was chosen beforehand.

    Nobody is kept from taking a variant that did not win; that it did not stands beside it. Raises NotFound, Conflict.
    """
    actor.require(Permission.edit_templates)

    def attempt() -> OpenedExperiment:
        row = store.load(actor.workspace, experiment_id)
        held = row.read()
        if held.state not in (ExperimentState.running, ExperimentState.stopped):
            raise Conflict("This experiment has no variant to take up.", state=held.state)
        other = store.running(actor.workspace, held.place)
        if other is not None and other.id != held.id:
            raise Conflict(f"“{other.name}” runs there. Stop it first.", experiment_id=other.id, name=other.name)
        said = service.judge(actor.workspace, held, now)
        chosen = held.variant(variant)
        words = {spoken: wording for spoken in chosen.languages() if (wording := chosen.words(spoken))}
        transaction = Transaction()
        flight = in_flight or held.plan.in_flight
        before = _write(transaction, actor, held, words, flight, now)
        adopted = Adopted(
            variant=variant, at=now, by=actor.id or None, by_name=actor.name or None, said=said.said,
            ran=held.state == ExperimentState.running, before=before, in_flight=flight,
        )  # fmt: skip
        end = {"state": ExperimentState.adopted, "adopted": adopted, "stopped_at": held.stopped_at or now}
        after = held.model_copy(update=end)
        store.save(transaction, actor.workspace, row, after)
        if held.state == ExperimentState.running:
            store.end(transaction, actor.workspace, held)
        audit.tell(transaction, actor, "experiment_adopted", now, experiment=held.id, name=held.name, variant=variant)
        if actor.kind == "system":
            _tell(transaction, actor.workspace, after, "experiment_adopted", variant, now)
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
    if isinstance(held.place, StepPlace):
        _still_says(actor, held.place, held, held.adopted.variant)
    _write(transaction, actor, held, held.adopted.before, held.adopted.in_flight, now)
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
    transaction: Transaction,
    actor: Actor,
    held: Experiment,
    words: Mapping[Language, Wording],
    in_flight: InFlight,
    now: datetime,
) -> dict[Language, Wording]:
    """Writes words in the place of the experiment; those that stood there."""
    place = held.place
    if isinstance(place, StepPlace):
        actor.require(Permission.run_sequences)
        said = {spoken: MailText(subject=w.subject, body=w.body) for spoken, w in words.items()}
        where = (place.sequence_id, place.step_id)
        had = sequences.say_otherwise(transaction, actor, where, MailWords(**said), in_flight, now)
        return {spoken: Wording(subject=w.subject, body=w.body) for spoken in LANGUAGES if (w := getattr(had, spoken))}
    if place.template == "next_step":
        known = {s: Template(key="next_step", language=s, subject=w.subject, body=w.body) for s, w in words.items()}
        stood = mails.reword(transaction, actor, "next_step", known, now)
        return {spoken: Wording(subject=t.subject, body=t.body) for spoken, t in stood.items()}
    own = {spoken: TextVariant.model_validate(wording.model_dump()) for spoken, wording in words.items()}
    former = library.reword(transaction, actor, place.template, own, now)
    return {spoken: Wording.model_validate(text.model_dump()) for spoken, text in former.items()}


def _still_says(actor: Actor, place: StepPlace, held: Experiment, variant: VariantKey) -> None:
    """Raises Conflict: the words that were taken up were changed since, and would be lost."""
    sequence = sequence_rows.load(actor.workspace, place.sequence_id).read()
    now_said = sequences.version(actor.workspace, sequence.id, sequence.version).own_words(place.step_id)
    taken = held.variant(variant)
    if now_said is None or any(
        (w := taken.words(spoken)) and (w.subject, w.body) != _pair(getattr(now_said, spoken)) for spoken in LANGUAGES
    ):
        raise Conflict("The words of this step were changed since. Change them in the sequence.", step=place.step_id)


def _pair(text: MailText | None) -> tuple[str, str] | None:
    return (text.subject, text.body) if text else None


def look(workspace: str, experiment_id: str, now: datetime) -> str | None:
    """Looks at a running experiment by itself: takes up its winner where that was chosen beforehand, and tells whoever
    began it of a verdict, once. Looking twice, or at once with another, does nothing twice.
    """
    row = store.load(workspace, experiment_id)
    held = row.read()
    if held.state != ExperimentState.running:
        return None
    said = service.judge(workspace, held, now)
    kept = held.kept
    if held.plan.adopt == "by_itself" and said.winner and not kept:
        try:
            adopt(system(workspace), experiment_id, said.winner, now)
        except (Conflict, Invalid, NotFound) as why:
            if store.load(workspace, experiment_id).read().state != ExperimentState.running:
                return None  # another look, or somebody, was quicker
            logger.warning("winner not taken up", extra={"experiment": experiment_id, "why": type(why).__name__})
            kept = True
        else:
            return "adopted"
    transaction = Transaction()
    news = _news(held, said)
    told = {"told": said.said} if news else {}
    store.save(transaction, workspace, row, held.model_copy(update={"looked_at": now, "kept": kept} | told))
    if news:
        kind = "experiment_kept" if kept and said.winner else f"experiment_{said.said}"
        _tell(transaction, workspace, held, kind, said.winner, now)
    try:
        transaction.commit()
    except Lost:
        return None  # the next look
    return said.said


def _news(held: Experiment, said: Verdict) -> bool:
    """A verdict that nobody was told of: once that none matters, once that one is better."""
    return (said.said == "winner" and held.told != "winner") or (said.said == "alike" and held.told is None)


def _tell(
    transaction: Transaction, workspace: str, held: Experiment, kind: str, variant: VariantKey | None, now: datetime
) -> None:
    """Rings for whoever began it, as long as they are here. One BatchGet."""
    starter = held.started_by or held.created_by
    member = members_of(workspace, [starter]).get(starter) if starter else None
    if member is None or member.state != MemberState.active:
        return
    about = {"experiment": held.id, "name": held.name, "variant": (variant or "").upper()}
    bell = Notification.of(kind, system(workspace), now).model_copy(update={"data": about})
    notify(transaction, workspace, member.id, bell)
