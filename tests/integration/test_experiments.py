"""An experiment from its draft to the words that are taken up: who gets what, who counts, and once."""

import itertools
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests import mails, truth
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, profile
from tests.faults import Faults
from tests.hiring import candidate_in, job_with, stage
from tests.sent import raw_mails
from tests.sequences import enrolled, mail_step, published
from tests.talks import stored

from vivier.casework import (
    adopting,
    behind,
    correspondence,
    experimenting,
    foreseeing,
    merging,
    stage_actions,
    sweep,
    writing,
)
from vivier.casework.behind import CountedPerson, Which
from vivier.casework.foreseeing import Whom
from vivier.casework.writing import Writing
from vivier.experiments import service, store
from vivier.experiments.model import NewExperiment, TemplatePlace
from vivier.experiments.service import OpenedExperiment
from vivier.hiring import applications
from vivier.hiring.model import SendTemplate, StageKind
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, VersionStale
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import metered
from vivier.mail import exposures, library, outbox
from vivier.mail.drafts import Draft
from vivier.mail.inbound import reading
from vivier.mail.library import WrittenText
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
WORDS = {"subject": "Un poste pour vous", "body": "{{ greeting }},\n\nParlons-en."}
OTHER = {"subject": "Dix minutes cette semaine ?", "body": "{{ greeting }},\n\nParlons-en."}
numbers = itertools.count(1)


@pytest.fixture
def camille(cloud: None) -> Actor:
    return colleague().actor()


def text(who: Actor, **words: str) -> str:
    wanted = WrittenText.model_validate({"name": "Approche", "kind": "mail", "fr": WORDS | words})
    return library.add(who, wanted, NOW).text.id


def wanted(place: str, *others: dict[str, str], first: dict[str, str] = WORDS, **plan: Any) -> NewExperiment:
    said = [first, *(others or (OTHER,))]
    variants = [{"key": key, "fr": each} for key, each in zip("abcd", said, strict=False)]
    return NewExperiment.model_validate(
        {"name": "Objet", "place": {"kind": "template", "template": place}, "plan": plan, "variants": variants}
    )


def begun(who: Actor, place: str, *others: dict[str, str], **plan: Any) -> OpenedExperiment:
    """An experiment that runs. `first`: what is sent today, where that is not `WORDS`."""
    made = service.create(who, wanted(place, *others, **plan), NOW)
    return service.start(who, made.experiment.id, made.version, NOW)


def someone(email: str | None = None) -> str:
    n = next(numbers)
    step = arrive(profile(f"Personne {n}", email or f"x{n}@courrier.example"), "found")
    return f"can_{step.intake_id.partition('_')[2]}"


def mixed(experiment: OpenedExperiment, at_least: int = 3) -> list[str]:
    """People among whom every variant is drawn."""
    ids = [someone() for _ in range(at_least)]
    while len({experiment.experiment.assigned(one).key for one in ids}) < len(experiment.experiment.variants):
        ids.append(someone())
    return ids


def wrote(who: Actor, place: str, *ids: str, **more: Any) -> list[str]:
    """The keys of mails that leave in the words of a template."""
    draft = Draft.model_validate(WORDS | {"text_id": place, "signature": False} | more)
    asked = Writing(key=sort_key(new_id("key")), candidate_ids=list(ids), draft=draft)
    return [w.message_key or "" for w in writing.write(who, asked, NOW)]


def sent(who: Actor, place: str, *ids: str, at: datetime = NOW + timedelta(minutes=1), **more: Any) -> list[str]:
    keys = wrote(who, place, *ids, **more)
    for key in keys:
        assert outbox.send(WORKSPACE, key, at) == State.sent
    return keys


def said(key: str) -> Any:
    return get(MessageItem, MessageItem.key(WORKSPACE, key)).read()


def counts(experiment: OpenedExperiment, days: int = 60) -> dict[str, tuple[int, int]]:
    """People and hits of each variant, as they stand when everybody's time is over."""
    now = NOW + timedelta(days=days)
    found = service.read(actor(), experiment.experiment.id, now).verdict.results
    return {r.variant: (r.counted + r.waiting, r.hits + r.early) for r in found}


def together(experiment: OpenedExperiment) -> tuple[int, int]:
    both = counts(experiment).values()
    return sum(n for n, _ in both), sum(hits for _, hits in both)


def listed(who: Actor, experiment: OpenedExperiment, which: Which, now: datetime) -> list[CountedPerson]:
    pages = (
        behind.people(who, experiment.experiment.id, v.key, which, None, now) for v in experiment.experiment.variants
    )
    return [one for page in pages for one in page.people]


def answered(key: str, at: datetime = NOW + timedelta(minutes=5), **headers: str) -> None:
    """The person answers the mail of this key."""
    raw = next(mail for mail in reversed(raw_mails()) if key in mail)
    ours, to = reading.read(raw.encode()), said(key).to
    reply_to = ours.reply_to[0].address
    notice = stored(mails.raw("Volontiers.\n", From=f"x <{to}>", To=reply_to, **headers), reply_to)
    correspondence.receive(notice.model_copy(update={"at": at}), at)


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


def test_a_person_counts_once_when_a_mail_of_it_was_sent(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    one, other = someone(), someone()

    wrote(camille, place, other)  # it waits: nobody counts yet
    sent(camille, place, one)
    sent(camille, place, one)

    assert together(experiment) == (1, 0)
    assert people.load(WORKSPACE, one).read().experiments == [experiment.experiment.id]
    truth.check()


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


def test_an_answer_counts_once_and_in_time_only(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place, window_days=7)
    on_time, late, machine = sent(camille, place, someone(), someone(), someone())

    answered(on_time)
    answered(on_time, NOW + timedelta(days=1))
    answered(late, NOW + timedelta(days=8))
    answered(machine, Auto_Submitted="auto-replied")

    assert together(experiment) == (3, 1)


def test_a_bounce_takes_the_person_out_and_a_complaint_is_no_answer(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    bounced, complained = sent(camille, place, someone(), someone())

    for _ in range(2):
        outbox.record_ses_event(WORKSPACE, bounced, "Bounce", "f-1", NOW, {"type": "Permanent"})
        outbox.record_ses_event(WORKSPACE, complained, "Complaint", "f-2", NOW, {"type": "abuse"})

    assert together(experiment) == (1, 0)
    (out,) = listed(camille, experiment, "left_out", NOW)
    assert (out.left_out, out.candidate_id) == ("bounced", said(bounced).candidate_id)


def test_a_send_event_that_comes_late_counts_the_person_and_the_answer_that_was_quicker(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    faults = Faults()
    key, other = (wrote(camille, place, someone())[0] for _ in range(2))
    with faults.at(99, "timeout"):
        outbox.send(WORKSPACE, other, NOW + timedelta(minutes=1))
    with faults.at(faults.calls.index("SendEmail"), "timeout"):
        outbox.send(WORKSPACE, key, NOW + timedelta(minutes=1))
    assert (said(key).state, together(experiment)) == (State.unknown, (1, 0))

    answered(key)
    for _ in range(2):
        outbox.record_ses_event(WORKSPACE, key, "Send", "s", NOW, {})

    assert together(experiment) == (2, 1)


def test_who_was_merged_counts_once_and_twice_again_when_they_are_two(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    one, other = someone(), someone()
    sent(camille, place, one)
    (later,) = sent(camille, place, other, at=NOW + timedelta(hours=1))
    answered(later, NOW + timedelta(hours=2))
    assert together(experiment) == (2, 1)

    merging.merge(camille, one, other, NOW)
    assert together(experiment) == (1, 0)
    merging.unmerge(camille, one, other, NOW)

    assert together(experiment) == (2, 1)
    truth.check()


def test_who_is_merged_while_their_mail_leaves_counts_once(camille: Actor, faults: Faults) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    one, other = someone(), someone()
    (key,) = wrote(camille, place, other)

    with faults.meanwhile("SendEmail", lambda: merging.merge(camille, one, other, NOW)):
        assert outbox.send(WORKSPACE, key, NOW + timedelta(minutes=1)) == State.sent

    assert together(experiment) == (1, 0)


def test_a_merged_person_keeps_their_words_and_is_not_counted_anew(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    elder, younger = someone(), someone()
    (first,) = sent(camille, place, elder)

    merging.merge(camille, younger, elder, NOW)
    (again,) = sent(camille, place, younger)

    assert said(again).variant == said(first).variant
    assert together(experiment) == (1, 0)


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


def counted(experiment: OpenedExperiment, **by: tuple[int, int]) -> None:
    """Many people whose time is over, without their mails."""
    transaction = Transaction()
    for n, (key, (people_, hits)) in enumerate(by.items()):
        row = exposures.TallyItem(
            exposures.TallyItem.partition(WORKSPACE, experiment.experiment.id), f"N#2026-11-24#{n}"
        )
        transaction.add(row, None, **{f"{key}_sent": people_, f"{key}_hits": hits})
    transaction.commit()


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


def test_the_people_behind_each_number_are_as_many(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place, window_days=7)
    keys = sent(camille, place, *(someone() for _ in range(6)))
    answered(keys[0])

    def number(which: Which, days: int) -> int:
        return len(listed(camille, experiment, which, NOW + timedelta(days=days)))

    assert (number("waiting", 1), number("counted", 1)) == (6, 0)
    assert (number("waiting", 9), number("counted", 9), number("hits", 9)) == (0, 6, 1)


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
