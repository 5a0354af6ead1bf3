"""Which words somebody gets where an experiment runs, and what they did then. Whoever composes a mail from a template
or a step of a sequence asks here; previews ask the same, so that they show what leaves.
"""

from collections.abc import Iterable
from typing import NamedTuple

from vivier.experiments import store
from vivier.experiments.model import (
    LANGUAGES,
    Experiment,
    ExperimentState,
    Place,
    StepPlace,
    TemplatePlace,
    Wording,
)
from vivier.kernel.actor import Language
from vivier.mail import service
from vivier.mail.drafts import Draft
from vivier.mail.model import AnyTemplate, MailVariant, Template
from vivier.people.model import Candidate
from vivier.sequences.steps import MailStep
from vivier.storage.table import Item, Key

EXCEPT = {"acknowledgement", "notice", "refusal", "refusal_after_interview", "position_closed"}


class Chosen(NamedTuple):
    """The words of somebody's variant, and what the message says of it; nothing where no experiment runs for them."""

    words: Wording | None = None
    variant: MailVariant | None = None

    def template(self, key: AnyTemplate, language: Language) -> Template | None:
        """The words in the form of a template; None: what stands there anyway."""
        if self.words is None:
            return None
        said = self.words.model_dump(include={"subject", "body", "plain"})
        return Template(key=key, language=language, **said)


def chosen(workspace: str, place: Place, person: Candidate, language: Language | None = None) -> Chosen:
    """The same variant for a person at every mail of an experiment. One Get where none runs, two where one does.

    The eldest of the records that are the person decides: who was merged meanwhile keeps their variant.
    """
    return of(store.running(workspace, place), person, language)


def from_template(workspace: str, key: AnyTemplate, person: Candidate) -> Chosen:
    """The same for a template; letters that a person is owed are never asked for."""
    if key in EXCEPT:
        return Chosen()
    return chosen(workspace, TemplatePlace.model_validate({"kind": "template", "template": key}), person)


def of(experiment: Experiment | None, person: Candidate, language: Language | None = None) -> Chosen:
    """Nothing for a language that the experiment is not written in."""
    if experiment is None:
        return Chosen()
    variant = experiment.assigned(min(person.everyone()))
    words = variant.words(language or person.language)
    if words is None:
        return Chosen()
    plan = experiment.plan
    return Chosen(
        words,
        MailVariant(experiment_id=experiment.id, variant=variant.key, metric=plan.metric, window_days=plan.window_days),
    )


class Tried(NamedTuple):
    """A mail of a sequence, and where an experiment on it may run: on its own words, or on the text that it sends."""

    step: MailStep
    place: Place


def places(sequence_id: str, steps: Iterable[object]) -> list[Tried]:
    """The mails among these steps."""
    return [Tried(step, place_of(sequence_id, step)) for step in steps if isinstance(step, MailStep)]


def place_of(sequence_id: str, step: MailStep) -> Place:
    if step.text_id:
        return TemplatePlace(kind="template", template=step.text_id)
    return StepPlace(kind="step", sequence_id=sequence_id, step_id=step.id)


def running_keys(where: Iterable[Tried], workspace: str) -> list[Key]:
    """The rows that say what runs there, for whoever reads several rows at once."""
    return list(dict.fromkeys(store.RunningItem.key(workspace, tried.place) for tried in where))


def on_steps(workspace: str, where: Iterable[Tried], rows: Iterable[Item]) -> dict[str, Experiment]:
    """What runs at these steps, told by the rows of `running_keys`: a Get for each that runs.

    A step takes part while it says what the experiment began with: who is in flight on a version with other words gets
    those.
    """
    running = {(r.pk, r.sk): r.experiment_id for r in rows if isinstance(r, store.RunningItem)}
    found: dict[str, Experiment] = {}
    for tried in where:
        experiment_id = running.get(store.RunningItem.key(workspace, tried.place))
        if experiment_id is None or (row := store.find_one(workspace, experiment_id)) is None:
            continue
        experiment = row.read()
        says_so = tried.step.words is None or words_of(tried.step) == today(experiment)
        if experiment.state == ExperimentState.running and says_so:
            found[tried.step.id] = experiment
    return found


def words_of(step: MailStep) -> dict[Language, Wording]:
    """What a step says of its own."""
    said = ((spoken, getattr(step.words, spoken)) for spoken in LANGUAGES if step.words)
    return {spoken: Wording(subject=text.subject, body=text.body) for spoken, text in said if text}


def today(experiment: Experiment) -> dict[Language, Wording]:
    """The words of the first variant: those that stood there when it began."""
    first = experiment.variants[0]
    return {spoken: words for spoken in LANGUAGES if (words := first.words(spoken))}


class OnDraft(NamedTuple):
    """The experiment on the template that a colleague's mail was begun with, and whether the mail takes part."""

    experiment: Experiment | None = None
    takes_part: bool = False


def on_draft(workspace: str, draft: Draft) -> OnDraft:
    """A mail takes part that is a template's words, which nobody changed, and answers nobody.

    One Get for a mail that was begun with a template, three where an experiment runs there.
    """
    if draft.text_id is None:
        return OnDraft()
    experiment = store.running(workspace, TemplatePlace(kind="template", template=draft.text_id))
    if experiment is None or draft.thread_id is not None:
        return OnDraft(experiment)
    for spoken in sorted(experiment.variants[0].languages()):
        held, _ = service.template(workspace, draft.text_id, spoken)
        if (held.subject.strip(), held.body.strip(), held.plain) == (draft.subject, draft.body, draft.plain):
            return OnDraft(experiment, takes_part=True)
    return OnDraft(experiment)


def in_words(draft: Draft, said: Chosen) -> Draft:
    """The draft in the words of a variant."""
    if said.words is None:
        return draft
    return draft.model_copy(update=said.words.model_dump(include={"subject", "body", "plain"}))
