"""An experiment on the words that a step of a sequence has of its own, through versions, to what is taken up."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.experiments import counted, mixed, someone, together
from tests.factories import NOW, WORKSPACE
from tests.sequences import enrolled, mail_step, published, text, wait_step

from vivier.casework import adopting, enrolment_acts, foreseeing, sequence_sweep, sweep, trying
from vivier.casework.foreseeing import Whom
from vivier.experiments import service
from vivier.experiments.model import NewExperiment
from vivier.experiments.service import OpenedExperiment
from vivier.kernel.actor import Actor
from vivier.kernel.errors import Conflict, Invalid
from vivier.mail.store import MessageItem
from vivier.sequences import service as sequences
from vivier.sequences.model import Sequence
from vivier.sequences.service import Publishing
from vivier.sequences.steps import MailStep
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")
BODY = "{{ greeting }}, à bientôt."
LATER = NOW + timedelta(days=60)


def wanted(sequence: Sequence, step: MailStep, *subjects: str, **plan: Any) -> NewExperiment:
    said = zip("abcd", subjects or ("Des nouvelles", "Deux minutes ?"), strict=False)
    variants = [{"key": key, "fr": {"subject": subject, "body": BODY}} for key, subject in said]
    place = {"kind": "step", "sequence_id": sequence.id, "step_id": step.id}
    return NewExperiment.model_validate({"name": "Objet", "place": place, "plan": plan, "variants": variants})


def begun(who: Actor, sequence: Sequence, step: MailStep, **plan: Any) -> OpenedExperiment:
    made = service.create(who, wanted(sequence, step, **plan), NOW)
    return trying.start(who, made.experiment.id, made.version, NOW)


def reworded(who: Actor, sequence: Sequence, step: MailStep, subject: str) -> MailStep:
    """The draft with other words in this step."""
    other = mail_step(subject, id=step.id)
    _, seen, _ = sequences.opened(who, sequence.id)
    steps = [other if s.id == step.id else s for s in sequence.steps]
    sequences.change(who, sequence.id, text(*steps), seen, NOW)
    return other


def publish(who: Actor, sequence: Sequence, **how: Any) -> Sequence:
    _, seen, _ = sequences.opened(who, sequence.id)
    return trying.publish(who, sequence.id, Publishing.model_validate({"in_flight": "stay"} | how), seen, NOW)[0]


def subjects(*ids: str) -> dict[str, str]:
    mails = (r.read() for r in truth.rows() if isinstance(r, MessageItem))
    return {m.candidate_id: m.subject for m in mails if m.candidate_id in ids and m.message_class == "unsolicited"}


def bell(who: Actor) -> list[str]:
    return [n.kind for n in notifications.listed(who)[0]]


def test_each_gets_the_words_of_their_variant_as_the_preflight_said(camille: Actor) -> None:
    step = mail_step()
    sequence = published(camille, step)
    experiment = begun(camille, sequence, step)
    ids = mixed(experiment)
    plans = foreseeing.preflight(camille, sequence.id, Whom(candidate_ids=ids), NOW).people

    clock = enrolled(sequence, *ids)
    for one in ids:
        clock.run(one, until=NOW + timedelta(hours=1))

    assert subjects(*ids) == {p.candidate_id: p.plan[0].subject for p in plans}
    assert set(subjects(*ids).values()) == {"Des nouvelles", "Deux minutes ?"}
    assert together(experiment) == (len(ids), 0)


def test_it_begins_on_what_is_published_and_nothing_else(camille: Actor) -> None:
    step = mail_step()
    sequence = published(camille, step)
    reworded(camille, sequence, step, "Un brouillon")
    made = service.create(camille, wanted(sequence, step, "Un brouillon", "Autre"), NOW)

    with pytest.raises(Invalid, match="not what the step says"):
        trying.start(camille, made.experiment.id, made.version, NOW)


def test_a_version_that_keeps_the_words_keeps_the_experiment_and_other_words_end_it_when_somebody_says_so(
    camille: Actor,
) -> None:
    step, other = mail_step(), mail_step("Encore")
    sequence = published(camille, step, wait_step(days=1), other)
    experiment = begun(camille, sequence, step)
    reworded(camille, sequence, other, "Toujours")
    assert publish(camille, sequence).version == 2
    assert [e.name for e in trying.on_steps(WORKSPACE, sequences.opened(camille, sequence.id)[0])] == ["Objet"]

    reworded(camille, sequence, step, "Tout autre chose")
    with pytest.raises(Conflict) as refused:
        publish(camille, sequence)
    assert refused.value.details["experiments"] == [{"id": experiment.experiment.id, "name": "Objet"}]
    publish(camille, sequence, end_experiments=True)

    assert service.read(camille, experiment.experiment.id, NOW).experiment.state == "stopped"
    with pytest.raises(Invalid, match="not what the step says"):
        trying.resume(camille, experiment.experiment.id, NOW)


def test_who_is_on_a_version_with_other_words_takes_no_part(camille: Actor) -> None:
    step = mail_step("Les mots de la première version")
    sequence = published(camille, wait_step(days=1), step)
    early = [someone() for _ in range(4)]
    clock = enrolled(sequence, *early)
    reworded(camille, sequence, step, "Des nouvelles")
    publish(camille, sequence)
    experiment = begun(camille, sequence, step)

    for one in early:
        clock.run(one, until=NOW + timedelta(days=2))

    assert Counter(subjects(*early).values()) == {"Les mots de la première version": 4}
    assert together(experiment) == (0, 0)


def test_what_is_adopted_is_a_new_version_for_those_in_flight_too_and_comes_back(camille: Actor) -> None:
    step = mail_step()
    sequence = published(camille, wait_step(days=1), step)
    experiment = begun(camille, sequence, step)
    one = someone()
    enrolled(sequence, one)

    adopting.adopt(camille, experiment.experiment.id, "b", NOW, "move")
    sequence_sweep.go_on(WORKSPACE, sequence.id, NOW)

    held = sequences.opened(camille, sequence.id)[0]
    version = sequences.version(WORKSPACE, sequence.id, 2)
    assert (held.version, held.changed, held.steps) == (2, False, version.steps)
    assert version.steps[1] == mail_step("Deux minutes ?", id=step.id)
    assert [e.enrolment.version for e in enrolment_acts.of_person(camille, one)] == [2]

    back = adopting.give_back(camille, experiment.experiment.id, NOW)
    assert back.experiment.state == "running"
    assert sequences.version(WORKSPACE, sequence.id, 3).steps[1] == step


def test_it_adopts_by_itself_once_and_tells_who_began_it_once(camille: Actor) -> None:
    step, other = mail_step(), mail_step("Encore")
    sequence = published(camille, step, wait_step(days=1), other)
    by_itself = begun(camille, sequence, step, adopt="by_itself")
    by_hand = service.create(camille, wanted(sequence, other, "Encore", "Toujours là"), NOW)
    by_hand = trying.start(camille, by_hand.experiment.id, by_hand.version, NOW)
    for each in (by_itself, by_hand):
        counted(each, a=(300, 40), b=(300, 90))

    for hours in range(4):
        sweep.sweep(LATER + timedelta(hours=2 * hours))
        adopting.look(WORKSPACE, by_itself.experiment.id, LATER)

    assert sequences.opened(camille, sequence.id)[0].version == 2
    assert sorted(bell(camille)) == ["experiment_adopted", "experiment_winner"]


def test_a_winner_that_cannot_be_taken_up_is_told_and_waits_for_somebody(camille: Actor) -> None:
    step = mail_step()
    sequence = published(camille, step)
    experiment = begun(camille, sequence, step, adopt="by_itself")
    counted(experiment, a=(300, 40), b=(300, 90))
    sequences.turn(camille, sequence.id, "archive", NOW)

    for hours in range(3):
        sweep.sweep(LATER + timedelta(hours=2 * hours))

    assert bell(camille) == ["experiment_kept"]
    assert service.read(camille, experiment.experiment.id, LATER).verdict.winner == "b"
