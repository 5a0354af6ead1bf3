"""Writing to people: what is previewed is what leaves, once, to whom it may go."""

import itertools
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.faults import FAULTS, Faults
from tests.hiring import job
from tests.sent import raw_mails
from tests.writing import AFTER, TOMORROW, Sent, draft, kept, kinds, message, signing, someone, wrote

from vivier.casework import merging, sweep, waiting, writing
from vivier.casework.writing import PreviewedMail, Seen, Trying
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Forbidden, IdempotencyMismatch, Invalid
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import metered
from vivier.mail import mime, outbox
from vivier.mail.model import State
from vivier.people import service as people
from vivier.people.editing import Edit
from vivier.team import service as team

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def camille(cloud: None) -> Actor:
    return signing()


def seen(who: Actor, *ids: str, **more: Any) -> list[PreviewedMail]:
    return writing.preview(who, Seen(candidate_ids=list(ids), draft=draft(**more)), NOW)


def test_what_was_previewed_is_what_leaves_byte_for_byte(camille: Actor) -> None:
    noe = colleague("Noé Rivière")
    made, one = job("Mécanique navale"), someone()
    about: dict[str, Any] = {
        "job_id": made.id,
        "cc": [noe.id],
        "body": "{{ greeting }},\n\n**{{ job.title }}** : https://halage.example",
    }
    (shown,) = seen(camille, one, **about)

    (done,) = wrote(camille, one, **about)
    outbox.send(WORKSPACE, done.message_key or "", AFTER)

    (left,) = raw_mails()
    mail = message_from_bytes(left.encode(), policy=policy.default)
    text, html = (part.get_content().rstrip("\n") for part in mail.iter_parts())
    assert (mail["Subject"], text) == (shown.rendered.subject, shown.rendered.text)
    assert html == shown.rendered.html.rstrip("\n")
    assert (mail["To"], mail["Cc"]) == (shown.to, "noe@halage.example")
    assert shown.sender in mail["From"]
    assert text.endswith("Mécanique navale : https://halage.example\n\nCamille Aubry\n06 39 98 00 17")
    assert "<strong>Mécanique navale</strong>" in html
    assert '<a href="https://halage.example">' in html
    assert mail["Auto-Submitted"] is None
    again = mime.written(message(one, done), team.workspace(WORKSPACE), AFTER, reply_to=mail["Reply-To"])
    assert again.decode() == left
    truth.check()


def test_a_mail_waits_ten_seconds_and_leaves_by_itself_once(camille: Actor, sent: Sent) -> None:
    one = someone(email="maelys@courrier.example")
    (done,) = wrote(camille, one)

    assert done.due_at == AFTER
    assert outbox.send(WORKSPACE, done.message_key or "", AFTER - timedelta(seconds=1)) == State.pending
    for _ in range(2):
        sweep.sweep(AFTER)

    assert sent() == ["maelys@courrier.example"]
    assert kinds(one) == ["mail_queued", "mail_sent"]


def test_a_request_that_is_repeated_writes_nothing_twice(camille: Actor) -> None:
    one, key = someone(), sort_key(new_id("key"))

    first, again = wrote(camille, one, key=key), wrote(camille, one, key=key)
    other = wrote(camille, one, key=key, body="Autre chose.")
    colleagues = wrote(colleague("Noé Rivière").actor(), one, key=key)

    assert first == again
    assert (other[0].code, colleagues[0].code) == ("IdempotencyMismatch", IdempotencyMismatch.code)
    assert kinds(one) == ["mail_queued"]


def test_one_that_was_stopped_is_not_sent_by_a_late_repetition(camille: Actor, sent: Sent) -> None:
    one, key = someone(), sort_key(new_id("key"))
    (done,) = wrote(camille, one, key=key)
    waiting.stop(camille, one, done.message_key or "", NOW)

    wrote(camille, one, key=key)
    sweep.sweep(AFTER)

    assert sent() == []


def test_what_keeps_one_person_from_being_written_to_keeps_none_of_the_others(camille: Actor) -> None:
    fine, nameless, nowhere = someone(), someone(None), someone("Sans Adresse", None)
    gone, into = someone("Ewen Tanguy"), someone("Ewen Tangui")
    merging.merge(camille, into, gone, NOW)
    everyone = [fine, nameless, nowhere, gone]

    shown = seen(camille, *everyone, body="Bonjour {{ candidate.name }}")
    done = wrote(camille, *everyone, body="Bonjour {{ candidate.name }}")

    assert [p.held for p in shown] == [None, "missing", "no_email", "merged"]
    assert [d.code for d in done] == [None, "Invalid", "Invalid", "Invalid"]
    assert done[1].missing == ["candidate.name"]
    assert done[1].name
    assert kinds(nameless) == []


def test_a_mail_goes_to_the_address_that_was_chosen_and_to_no_strangers(camille: Actor, sent: Sent) -> None:
    one = someone(email="maelys@courrier.example")
    edit = Edit(emails=["maelys@courrier.example", "mk@ailleurs.example"])
    people.edit(camille, one, people.open_candidate(camille, one).version, edit, NOW)

    (stranger,) = wrote(camille, one, to="autre@ailleurs.example")
    (chosen,) = wrote(camille, one, to="mk@ailleurs.example")
    sweep.sweep(AFTER)

    assert (stranger.code, chosen.code) == ("Invalid", None)
    assert sent() == ["mk@ailleurs.example"]


def test_copies_go_to_colleagues_only(camille: Actor) -> None:
    one = someone()

    with pytest.raises(Invalid):
        wrote(camille, one, cc=[new_id("mem")])
    assert kinds(one) == []


def test_a_time_that_has_passed_is_refused_and_one_to_come_is_kept(camille: Actor, sent: Sent) -> None:
    one = someone()

    with pytest.raises(Invalid):
        wrote(camille, one, at=NOW - timedelta(hours=1))
    (done,) = wrote(camille, one, at=TOMORROW)
    sweep.sweep(TOMORROW - timedelta(minutes=1))

    assert sent() == []
    assert message(one, done).due_at == TOMORROW
    assert waiting.stop(camille, one, done.message_key or "", NOW).at == TOMORROW


@pytest.mark.parametrize("fault", FAULTS)
def test_writing_that_dies_at_any_call_and_is_repeated_sends_once(
    faults: Faults, camille: Actor, sent: Sent, fault: str
) -> None:
    one = someone()
    for number in itertools.count():
        key, before = sort_key(new_id("key")), len(sent())
        with faults.at(number, fault):
            wrote(camille, one, key=key)
        died = faults.fired

        (done,) = wrote(camille, one, key=key)
        for at in (AFTER, AFTER + timedelta(minutes=1)):
            sweep.sweep(at)

        assert message(one, done).state == State.sent
        assert len(sent()) == before + 1
        if not died:
            assert number >= 4
            break
    assert sorted(kinds(one)) == sorted(["mail_queued", "mail_sent"] * (number + 1))
    truth.check()


def test_the_timeline_says_whom_a_mail_went_to_as_well(camille: Actor) -> None:
    noe, one = colleague("Noé Rivière"), someone()
    wrote(camille, one, cc=[noe.id])
    wrote(camille, other := someone("Ugo Lantier"))

    sweep.sweep(AFTER)

    told = [[e for e in people.open_candidate(camille, i).events if e.kind == "mail_sent"] for i in (one, other)]
    assert [e.data.get("cc") for (e,) in told] == ["noe@halage.example", None]


def test_a_copy_that_bounces_says_nothing_about_the_person(camille: Actor) -> None:
    noe, one = colleague("Noé Rivière"), someone()
    (done,) = wrote(camille, one, cc=[noe.id])
    sweep.sweep(AFTER)
    told = {"type": "Permanent"}

    said = outbox.record_ses_event(
        WORKSPACE, done.message_key or "", "Bounce", "b", AFTER, told, whose=["noe@halage.example"]
    )

    assert not said
    assert people.open_candidate(camille, one).candidate.mailable


def test_a_test_goes_to_oneself_marked_and_leaves_no_trace_on_the_person(camille: Actor, sent: Sent) -> None:
    one = someone()

    key = writing.send_test(camille, Trying(candidate_ids=[one], draft=draft()), NOW)
    outbox.send(WORKSPACE, key, NOW)

    assert sent() == ["camille@halage.example"]
    assert "[test] Un poste pour vous" in str(
        message_from_bytes(raw_mails()[0].encode(), policy=policy.default)["Subject"]
    )
    assert kinds(one) == []


def test_an_invented_person_stands_in_where_nobody_is_named(camille: Actor) -> None:
    (shown,) = seen(camille, body="{{ job.title }}")

    assert (shown.candidate_id, shown.held) == (None, None)
    assert "Maëlys Kervadec" in shown.rendered.subject


def test_a_mail_as_long_as_one_may_be_is_previewed_whole(camille: Actor) -> None:
    long = "Bonjour,\n\n" + "mot " * 4_900 + "fin"

    (shown,) = seen(camille, someone(), body=long)

    assert shown.plain_source == long


def test_broken_links_are_named(camille: Actor) -> None:
    (shown,) = seen(camille, body="[ici](htp://halage) et www.halage.example")

    assert [b.link for b in shown.rendered.broken_links] == ["htp://halage", "www.halage.example"]


@pytest.mark.parametrize("role", [Role.manager, Role.reader])
def test_who_may_not_write_does_not(camille: Actor, role: Role) -> None:
    one = someone()
    (done,) = wrote(camille, one)

    for act in (
        lambda: wrote(actor(role), one),
        lambda: seen(actor(role), one),
        lambda: waiting.stop(actor(role), one, done.message_key or "", NOW),
    ):
        with pytest.raises(Forbidden):
            act()


def test_somebody_else_changing_the_record_meanwhile_costs_nobody_the_mail(faults: Faults, camille: Actor) -> None:
    one = someone()
    edit = Edit(headline="Capitaine")

    with faults.meanwhile(3, lambda: people.edit(camille, one, people.open_candidate(camille, one).version, edit, NOW)):
        (done,) = wrote(camille, one)

    assert faults.fired
    assert done.message_key


def test_writing_stays_in_its_budget(camille: Actor) -> None:
    one, made = someone(), job()

    with metered() as tally:
        wrote(camille, one, job_id=made.id)
    key = kept(one)
    with metered() as stopped:
        waiting.stop(camille, one, key, NOW)

    assert tally.calls == {
        "dynamodb.BatchGetItem": 1,  # who writes, who gets a copy
        "dynamodb.GetItem": 3,  # the job, the workspace, the person
        "dynamodb.TransactWriteItems": 1,
    }
    assert stopped.calls == {"dynamodb.GetItem": 3, "dynamodb.TransactWriteItems": 1}
