"""Which words somebody gets where an experiment runs, and what they did then. Whoever composes a mail from a template
or a step of a sequence asks here; previews ask the same, so that they show what leaves.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vivier.experiments import store
from vivier.experiments.model import Experiment, ExperimentState, Place, StepPlace, TemplatePlace, Wording
from vivier.kernel.actor import Language
from vivier.mail import service
from vivier.mail.drafts import Draft
from vivier.mail.model import AnyTemplate, MailVariant, Template
from vivier.people.model import Candidate
from vivier.sequences.model import MailStep
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


def places(sequence_id: str, steps: Iterable[object]) -> dict[str, list[Place]]:
    """Where experiments on the mails of a sequence may run, by step: on the step itself, else on the text it sends."""
    found: dict[str, list[Place]] = {}
    for step in steps:
        if isinstance(step, MailStep):
            found[step.id] = [StepPlace(kind="step", sequence_id=sequence_id, step_id=step.id)]
            if step.text_id:
                found[step.id].append(TemplatePlace(kind="template", template=step.text_id))
    return found


def running_keys(where: Mapping[str, list[Place]], workspace: str) -> list[Key]:
    """The rows that say what runs there, for whoever reads several rows at once."""
    return [store.RunningItem.key(workspace, place) for held in where.values() for place in held]


def on_steps(workspace: str, where: Mapping[str, list[Place]], rows: Iterable[Item]) -> dict[str, Experiment]:
    """What runs at these steps, told by the rows of `running_keys`: a Get for each that runs."""
    running = {(r.pk, r.sk): r.experiment_id for r in rows if isinstance(r, store.RunningItem)}
    found: dict[str, Experiment] = {}
    for step_id, held in where.items():
        ids = [running[k] for place in held if (k := store.RunningItem.key(workspace, place)) in running]
        if ids and (experiment := store.load(workspace, ids[0]).read()).state == ExperimentState.running:
            found[step_id] = experiment
    return found


def on_draft(workspace: str, draft: Draft) -> Experiment | None:
    """The experiment that a colleague's mail takes part in: it is a template's words, nobody changed them, and it
    answers nobody.

    One Get for a mail that was begun with a template, three where an experiment runs there.
    """
    if draft.text_id is None or draft.thread_id is not None:
        return None
    experiment = store.running(workspace, TemplatePlace(kind="template", template=draft.text_id))
    if experiment is None:
        return None
    for spoken in sorted(experiment.variants[0].languages()):
        held, _ = service.template(workspace, draft.text_id, spoken)
        if (held.subject.strip(), held.body.strip(), held.plain) == (draft.subject, draft.body, draft.plain):
            return experiment
    return None


def in_words(draft: Draft, said: Chosen) -> Draft:
    """The draft in the words of a variant."""
    if said.words is None:
        return draft
    return draft.model_copy(update=said.words.model_dump(include={"subject", "body", "plain"}))
