"""Writing an experiment, beginning it, ending it, looking at it as often as one likes."""

from collections.abc import Callable
from datetime import datetime

from pydantic import Field

from vivier.experiments import evidence, store
from vivier.experiments.model import (
    LANGUAGES,
    USUAL,
    Experiment,
    ExperimentState,
    ExperimentVariant,
    NewExperiment,
    StepPlace,
    Wording,
)
from vivier.experiments.store import ExperimentItem
from vivier.experiments.verdict import Verdict, rounded, verdict
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid, VersionMissing, VersionStale
from vivier.kernel.ids import new_id
from vivier.mail import clicks, exposures, markup, templates
from vivier.mail.model import Metric
from vivier.people.model import Strict
from vivier.storage.transaction import Lost, Transaction, until_settled
from vivier.team import audit

# Merge fields that always have a value. Another one, where somebody lacks it, would keep the mail of one variant back
# and not that of the other: then the two are no longer sent to the same kind of people.
ALWAYS = {"greeting", "organisation.name", "organisation.privacy_contact", "origin.source", "recruiter.name"}


class OpenedExperiment(Strict):
    """An experiment, the version that edits of it name, and what its counts say now."""

    experiment: Experiment
    version: int
    verdict: Verdict


class Experiments(Strict):
    experiments: list[OpenedExperiment] = Field(default_factory=list)


def everything(actor: Actor, now: datetime) -> Experiments:
    """Newest first: one Query, and one for each that was begun."""
    actor.require(Permission.write_mails)
    return Experiments(experiments=[_opened(actor.workspace, row, now) for row in store.everything(actor.workspace)])


def read(actor: Actor, experiment_id: str, now: datetime) -> OpenedExperiment:
    """A Get and a Query. Raises NotFound."""
    actor.require(Permission.write_mails)
    return _opened(actor.workspace, store.load(actor.workspace, experiment_id), now)


def _opened(workspace: str, row: ExperimentItem, now: datetime) -> OpenedExperiment:
    held = row.read()
    return OpenedExperiment(experiment=held, version=row.number, verdict=judge(workspace, held, now))


def judge(workspace: str, experiment: Experiment, now: datetime) -> Verdict:
    """One Query for one that was begun."""
    sums = [] if experiment.state == ExperimentState.draft else exposures.sums(workspace, experiment.id)
    return verdict(experiment, sums, now)


def create(actor: Actor, wanted: NewExperiment, now: datetime) -> OpenedExperiment:
    """Raises Invalid (words that cannot be filled in, as many as a workspace may have)."""
    actor.require(Permission.edit_templates)
    _readable(wanted)
    if len(store.everything(actor.workspace)) >= store.MOST:
        problem = {"field": "name", "message": "is one too many"}
        raise Invalid(f"There are {store.MOST} experiments already.", [problem])
    made = Experiment(
        **wanted.model_dump(),
        id=new_id("exp", now),
        created_at=now,
        created_by=actor.id or None,
        created_by_name=actor.name or None,
    )
    transaction = Transaction()
    transaction.create(ExperimentItem.of(actor.workspace, made))
    transaction.commit()
    return OpenedExperiment(experiment=made, version=1, verdict=judge(actor.workspace, made, now))


def save(
    actor: Actor, experiment_id: str, wanted: NewExperiment, version: int | None, now: datetime
) -> OpenedExperiment:
    """Other words or another plan, until it begins. Raises NotFound, Invalid, Conflict, VersionStale."""
    actor.require(Permission.edit_templates)
    _readable(wanted)
    row = store.load(actor.workspace, experiment_id)
    before = _draft(row, version)
    after = before.model_copy(update={name: getattr(wanted, name) for name in NewExperiment.model_fields})
    _commit(actor.workspace, row, after)
    return OpenedExperiment(experiment=after, version=row.number, verdict=judge(actor.workspace, after, now))


def delete(actor: Actor, experiment_id: str, version: int | None) -> None:
    """Takes away one that was not begun: nobody got a mail of it. Raises NotFound, Conflict, VersionStale."""
    actor.require(Permission.edit_templates)
    row = store.load(actor.workspace, experiment_id)
    _draft(row, version)
    transaction = Transaction()
    transaction.delete(row, when=ExperimentItem.version == row.number)
    transaction.commit()


def _draft(row: ExperimentItem, version: int | None) -> Experiment:
    if version is None:
        raise VersionMissing("Say which version you edit: send its ETag in If-Match.")
    held = row.read()
    if held.state != ExperimentState.draft:
        raise Conflict("This experiment has begun: what decides it stays as it was named.", state=held.state)
    if row.number != version:
        raise VersionStale("Someone else changed this experiment meanwhile.", fields=["variants"], version=row.number)
    return held


def _commit(workspace: str, row: ExperimentItem, after: Experiment) -> None:
    transaction = Transaction()
    store.save(transaction, workspace, row, after)
    try:
        transaction.commit()
    except Lost as lost:
        raise VersionStale("Someone else changed this experiment meanwhile.", fields=["variants"]) from lost


Also = Callable[[Transaction, Experiment], None]  # what else has to hold where an experiment begins, and is written


def start(
    actor: Actor, experiment_id: str, version: int | None, now: datetime, also: Also | None = None
) -> OpenedExperiment:
    """From now on nothing of it changes. Raises NotFound, Invalid, Conflict (another runs there), VersionStale."""
    actor.require(Permission.edit_templates)
    row = store.load(actor.workspace, experiment_id)
    draft = _draft(row, version)
    _comparable(draft)
    by = {"started_by": actor.id or None}
    after = draft.model_copy(update={"state": ExperimentState.running, "started_at": now} | by)
    transaction = Transaction()
    if also:
        also(transaction, after)
    store.save(transaction, actor.workspace, row, after)
    store.begin(transaction, actor.workspace, after)
    audit.tell(transaction, actor, "experiment_started", now, experiment=after.id, name=after.name)
    commit_at_its_place(transaction, actor.workspace, after)
    return OpenedExperiment(experiment=after, version=row.number, verdict=judge(actor.workspace, after, now))


def commit_at_its_place(transaction: Transaction, workspace: str, after: Experiment) -> None:
    try:
        transaction.commit()
    except Lost as lost:
        other = store.running(workspace, after.place)
        if other is not None and other.id != after.id:
            said = f"“{other.name}” runs there already. Stop it first."
            raise Conflict(said, experiment_id=other.id, name=other.name) from lost
        raise


def stop(actor: Actor, experiment_id: str, now: datetime) -> OpenedExperiment:
    """Everybody gets the template's own words again; what was counted stays. Raises NotFound, Conflict."""
    actor.require(Permission.edit_templates)

    def attempt() -> OpenedExperiment:
        row = store.load(actor.workspace, experiment_id)
        held = row.read()
        if held.state != ExperimentState.running:
            raise Conflict("This experiment does not run.", state=held.state)
        transaction = Transaction()
        end(transaction, actor, row, now)
        transaction.commit()
        after = row.read()
        return OpenedExperiment(experiment=after, version=row.number, verdict=judge(actor.workspace, after, now))

    return until_settled(attempt)


def end(transaction: Transaction, actor: Actor, row: ExperimentItem, now: datetime) -> None:
    """Stops one that runs, in the transaction of what ends it."""
    held = row.read()
    store.save(
        transaction,
        actor.workspace,
        row,
        held.model_copy(update={"state": ExperimentState.stopped, "stopped_at": now}),
    )
    store.end(transaction, actor.workspace, held)
    audit.tell(transaction, actor, "experiment_stopped", now, experiment=held.id, name=held.name)


def resume(actor: Actor, experiment_id: str, now: datetime, also: Also | None = None) -> OpenedExperiment:
    """One that was stopped goes on: looking meanwhile did it no harm. Raises NotFound, Conflict (another runs)."""
    actor.require(Permission.edit_templates)
    row = store.load(actor.workspace, experiment_id)
    held = row.read()
    if held.state != ExperimentState.stopped:
        raise Conflict("This experiment was not stopped.", state=held.state)
    after = held.model_copy(update={"state": ExperimentState.running, "stopped_at": None})
    transaction = Transaction()
    if also:
        also(transaction, after)
    store.save(transaction, actor.workspace, row, after)
    store.begin(transaction, actor.workspace, after)
    audit.tell(transaction, actor, "experiment_reopened", now, experiment=held.id, name=held.name)
    commit_at_its_place(transaction, actor.workspace, after)
    return OpenedExperiment(experiment=after, version=row.number, verdict=judge(actor.workspace, after, now))


def _readable(wanted: NewExperiment) -> None:
    for each in wanted.variants:
        for spoken in LANGUAGES:
            if words := each.words(spoken):
                parts = {"subject": words.subject, "body": words.body, "plain": words.plain or ""}
                templates.check_parts({f"variants.{each.key}.{spoken}.{name}": text for name, text in parts.items()})


def _comparable(draft: Experiment) -> None:
    """Raises Invalid for what would not compare like with like."""
    first, *others = draft.variants
    if isinstance(draft.place, StepPlace):
        _without_plain(draft)
    for spoken in sorted(first.languages()):
        seen: list[Wording | None] = []
        for each in draft.variants:
            words = each.words(spoken)
            if words in seen:
                _refuse(f"Two variants say the same in “{spoken}”.", each, spoken)
            seen.append(words)
            if draft.plan.metric == "click" and words and not _has_link(words):
                _refuse("There is no link with words of its own: nobody’s click could be counted.", each, spoken)
        for each in others:
            if _needs(first, spoken) != _needs(each, spoken):
                _refuse("Variants need the same merge fields: a missing value keeps a mail back.", each, spoken)


def _without_plain(draft: Experiment) -> None:
    """The plain text of a step is made from its words: there would be no place to keep another."""
    for each in draft.variants:
        for spoken in LANGUAGES:
            if (words := each.words(spoken)) and words.plain:
                _refuse("A step has no plain text of its own.", each, spoken)


def _refuse(why: str, each: ExperimentVariant, spoken: str) -> None:
    raise Invalid(why, [{"field": f"variants.{each.key}.{spoken}", "message": why}])


def _has_link(words: Wording) -> bool:
    return bool(clicks.targets(markup.as_html(words.body)))


def _needs(each: ExperimentVariant, spoken: str) -> set[str]:
    words: Wording | None = getattr(each, spoken)
    return templates.fields_of(words.subject, words.body) - ALWAYS if words else set()


class DifferenceAsked(Strict):
    """`usual`: how many of a hundred do it today; `difference`: in points; `variants`: how many are tried."""

    metric: Metric = "reply"
    usual: int | None = Field(default=None, ge=1, le=95)
    difference: int = Field(default=5, ge=1, le=50)
    variants: int = Field(default=2, ge=2, le=4)


class PeopleNeeded(Strict):
    """People it takes in all, to find such a difference eight times in ten."""

    people: int
    usual: int


def estimate(actor: Actor, asked: DifferenceAsked) -> PeopleNeeded:
    """Nothing is read."""
    actor.require(Permission.write_mails)
    usual = asked.usual or USUAL[asked.metric]
    each = evidence.needed(usual / 100, asked.difference / 100, asked.variants)
    return PeopleNeeded(people=rounded(each * asked.variants), usual=usual)
