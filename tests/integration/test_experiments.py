"""An experiment from its draft to the words that are taken up: who gets what, what may begin and end."""

from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.experiments import OTHER, WORDS, begun, counted, mixed, said, sent, someone, text, together, wanted
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, job_with, stage
from tests.sequences import enrolled, mail_step, published

from vivier.casework import (
    adopting,
    experimenting,
    foreseeing,
    stage_actions,
    sweep,
    writing,
)
from vivier.casework.foreseeing import Whom
from vivier.experiments import service, store
from vivier.experiments.model import TemplatePlace
from vivier.hiring import applications
from vivier.hiring.stages import SendTemplate, StageKind
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, VersionStale
from vivier.kernel.metering import metered
from vivier.mail import library
from vivier.mail.drafts import Draft
from vivier.mail.store import MessageItem
from vivier.people import store as people

pytestmark = pytest.mark.usefixtures("cloud")


def test_a_person_gets_the_same_words_each_time_and_the_preview_shows_them(camille: Actor) -> None:
    place = text(camille)
    ids = mixed(begun(camille, place))
    draft = Draft.model_validate(WORDS | {"text_id": place, "signature": False})

    shown = writing.preview(camille, writing.Seen(candidate_ids=ids, draft=draft), NOW)
    first, again = (sent(camille, place, *ids) for _ in range(2))

    subjects = [said(key).subject for key in first]
    assert set(subjects) == {WORDS["subject"], OTHER["subject"]}
    assert subjects == [said(key).subject for key in again] == [p.rendered.subject for p in shown]
    assert [said(key).variant.variant for key in first] == ["b" if s == OTHER["subject"] else "a" for s in subjects]


def test_words_that_were_changed_by_hand_take_no_part(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)

    (key,) = sent(camille, place, someone(), body="Autre chose.")

    assert said(key).variant is None
    assert together(experiment) == (0, 0)


def test_a_stage_sends_the_words_of_the_variant_and_shows_them_before(camille: Actor) -> None:
    place = text(camille)
    begun(camille, place, {"subject": "B", "body": "Bonjour"}, {"subject": "C", "body": "Salut"})
    job = job_with(StageKind.interview, SendTemplate(do="send", template=place))
    found: dict[str | None, str] = {}
    for _ in range(6):
        one = candidate_in(job)
        (shown,) = stage_actions.entering(camille, job.id, stage(job, "interview").id, [one], NOW)
        applications.move(camille, job.id, one, stage(job, "interview").id, NOW)
        sweep.sweep(NOW + timedelta(minutes=1))
        found[one] = shown.rendered.subject if shown.rendered else ""
    left = [m for m in (r.read() for r in truth.rows() if isinstance(r, MessageItem)) if m.template == place]

    assert {m.candidate_id: m.subject for m in left} == found
    assert all(m.variant for m in left)


def test_a_step_of_a_sequence_sends_the_words_of_the_variant_and_its_preflight_shows_them(camille: Actor) -> None:
    place = text(camille)
    step = mail_step(words=None, text_id=place)
    sequence = published(camille, step)
    experiment = begun(camille, place)
    ids = mixed(experiment)
    plans = foreseeing.preflight(camille, sequence.id, Whom(candidate_ids=ids), NOW).people

    clock = enrolled(sequence, *ids)
    for one in ids:
        clock.run(one, until=NOW + timedelta(hours=1))

    mailed = [m for m in (r.read() for r in truth.rows() if isinstance(r, MessageItem)) if m.candidate_id in ids]
    assert {m.candidate_id: m.subject for m in mailed} == {p.candidate_id: p.plan[0].subject for p in plans}
    assert {m.subject for m in mailed} == {WORDS["subject"], OTHER["subject"]}
    assert together(experiment) == (len(ids), 0)


@pytest.mark.parametrize("letter", ["acknowledgement", "notice", "refusal", "position_closed"])
def test_what_a_person_is_owed_says_the_same_to_everybody(letter: str) -> None:
    with pytest.raises(ValueError, match="template"):
        TemplatePlace.model_validate({"kind": "template", "template": letter})


def test_nothing_of_it_changes_once_it_runs_and_one_runs_at_a_place(camille: Actor) -> None:
    place = text(camille)
    first = begun(camille, place)
    made = service.create(camille, wanted(place), NOW)

    with pytest.raises(Conflict, match="Objet"):
        service.start(camille, made.experiment.id, made.version, NOW)
    with pytest.raises(Conflict, match="has begun"):
        service.save(camille, first.experiment.id, wanted(place, window_days=3), first.version, NOW)
    service.stop(camille, first.experiment.id, NOW)
    begins = service.start(camille, made.experiment.id, made.version, NOW)
    assert begins.experiment.state == "running"
    with pytest.raises(Conflict, match="runs there already"):
        service.resume(camille, first.experiment.id, NOW)
    with pytest.raises(VersionStale):
        service.delete(camille, service.create(camille, wanted(place), NOW).experiment.id, 7)


@pytest.mark.parametrize(
    ("other", "plan", "why"),
    [
        (WORDS, {}, "say the same"),
        (OTHER | {"body": "{{ candidate.name }}, parlons-en."}, {}, "same merge fields"),
        (OTHER, {"metric": "click"}, "no link"),
    ],
)
def test_what_cannot_be_compared_does_not_begin(
    camille: Actor, other: dict[str, str], plan: dict[str, Any], why: str
) -> None:
    made = service.create(camille, wanted(text(camille), other, **plan), NOW)

    with pytest.raises(Invalid, match=why):
        service.start(camille, made.experiment.id, made.version, NOW)


def test_a_winner_is_adopted_with_one_click_and_given_back_with_another(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    counted(experiment, a=(300, 40), b=(300, 90))
    later = NOW + timedelta(days=60)
    assert service.read(camille, experiment.experiment.id, later).verdict.winner == "b"

    adopting.adopt(camille, experiment.experiment.id, "b", later)

    held = library.template(WORKSPACE, place, "fr")[0]
    assert held.subject == OTHER["subject"]
    assert store.running(WORKSPACE, TemplatePlace(kind="template", template=place)) is None
    back = adopting.give_back(camille, experiment.experiment.id, later)
    assert library.template(WORKSPACE, place, "fr")[0].subject == WORDS["subject"]
    assert back.experiment.state == "running"
    assert store.running(WORKSPACE, TemplatePlace(kind="template", template=place)) is not None


def test_it_adopts_its_winner_by_itself_where_that_was_said_before(camille: Actor) -> None:
    chosen, asked = text(camille), text(camille)
    by_itself, by_hand = begun(camille, chosen, adopt="by_itself"), begun(camille, asked)
    for each in (by_itself, by_hand):
        counted(each, a=(300, 40), b=(300, 90))

    done = sweep.sweep(NOW + timedelta(days=60))

    assert done["Experiment"] == 2
    assert library.template(WORKSPACE, chosen, "fr")[0].subject == OTHER["subject"]
    assert library.template(WORKSPACE, asked, "fr")[0].subject == WORDS["subject"]


def test_who_may_not_write_to_people_sees_no_experiment(camille: Actor) -> None:
    made = service.create(camille, wanted(text(camille)), NOW)

    for role in (Role.reader, Role.manager):
        with pytest.raises(Forbidden):
            service.read(actor(role), made.experiment.id, NOW)
        with pytest.raises(Forbidden):
            service.start(actor(role), made.experiment.id, 1, NOW)


def test_asking_costs_one_get_where_nothing_runs(camille: Actor) -> None:
    place, person = text(camille), people.load(WORKSPACE, someone()).read()
    with metered() as calls:
        experimenting.from_template(WORKSPACE, place, person)
    assert calls.calls == {"dynamodb.GetItem": 1}
