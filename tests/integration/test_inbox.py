"""The team's inbox: files that came along, mails twice and in any order, whose turn it is to answer."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from tests import mails, truth
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.faults import FAULTS, Faults
from tests.talks import LATER, Talk, receive, stored, thread, with_files

from vivier.casework import conversations, correspondence, writing
from vivier.casework.writing import Writing
from vivier.gateways import files
from vivier.intake.store import IntakeItem
from vivier.kernel.errors import NotFound
from vivier.mail import outbox
from vivier.mail.drafts import Draft
from vivier.mail.threads import store
from vivier.mail.threads.model import State
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")


def test_files_go_the_way_of_every_document_and_can_be_taken_as_they_came() -> None:
    talk = Talk()

    received = receive(with_files(talk), talk.reply_to)

    entry = thread(talk).mails[-1].entry
    assert [(a.name, a.intake_id is not None) for a in entry.attachments] == [("cv.pdf", True), ("photos.zip", False)]
    (intake,) = [i for i in truth.of(IntakeItem) if i.read().for_candidate]
    assert intake.read().for_candidate == talk.candidate_id
    kept = files.read_stored(f"quarantine/{WORKSPACE}/{intake.read().id}/original")
    assert (kept.data, kept.name) == (b"%PDF-1.4 cv", "cv.pdf")
    assert conversations.file_link(actor(), received.id, 1, LATER)[1] == "photos.zip"


def state_of(talk: Talk) -> dict[str, Any]:
    """What must be the same however often and in whatever order the world said it."""
    opened = thread(talk)
    return {
        "kinds": sorted(talk.kinds()),
        "entries": sorted((m.entry.direction, m.entry.id) for m in opened.mails),
        "received": opened.thread.received,
        "needs": opened.thread.needs_answer,
        "last_in": opened.thread.last_in_at,
        "files": sum(bool(i.read().for_candidate) for i in truth.of(IntakeItem)),
    }


@pytest.mark.soak
@pytest.mark.parametrize("fault", FAULTS)
def test_a_death_at_any_call_loses_and_doubles_nothing(faults: Faults, fault: str) -> None:
    dies(faults, fault, itertools.count())


@pytest.mark.parametrize("number", range(4))
def test_a_death_at_some_calls_loses_and_doubles_nothing(faults: Faults, number: int) -> None:
    dies(faults, FAULTS[number], itertools.count(number, 6))


def dies(faults: Faults, fault: str, calls: Iterator[int]) -> None:
    """Each of these calls of the handler meets the fault; what is left is done again, and the notice comes again."""
    for number in calls:
        talk = Talk(f"ines{number}@example.org")
        before = sum(bool(i.read().for_candidate) for i in truth.of(IntakeItem))
        notice = stored(with_files(talk), talk.reply_to)
        with faults.at(number, fault):
            correspondence.receive(notice, LATER)
        fired = faults.fired
        for row in store.unfinished("9999"):
            correspondence.go_on(row.read(), LATER)
        correspondence.receive(notice, LATER)

        assert store.load(notice.id).read().state == State.filed
        assert state_of(talk) | {"files": 0} == {
            "kinds": sorted([*(k for k in talk.kinds() if k != "mail_received"), "mail_received"]),
            "entries": [("in", notice.id), ("out", talk.key)],
            "received": 1,
            "needs": True,
            "last_in": notice.at,
            "files": 0,
        }
        assert sum(bool(i.read().for_candidate) for i in truth.of(IntakeItem)) == before + 1
        if not fired:
            assert number > 5
            return


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0, 1, 2, 0), (2, 2, 0, 1, 0)])
def test_mails_twice_and_in_any_order_end_the_same(order: tuple[int, ...]) -> None:
    talk = Talk()
    notices = [
        stored(talk.answer("Oui."), talk.reply_to, identifier=f"order{sum(order)}{len(order)}000a"),
        stored(mails.away(From=talk.address), talk.reply_to, identifier=f"order{sum(order)}{len(order)}000b"),
        stored(with_files(talk), talk.reply_to, identifier=f"order{sum(order)}{len(order)}000c"),
    ]

    for number in order:
        correspondence.receive(notices[number], LATER)

    done = state_of(talk)
    assert [k for k in done["kinds"] if k.startswith("mail_")] == [
        "mail_auto_reply", "mail_queued", "mail_received", "mail_received", "mail_sent",
    ]  # fmt: skip
    assert (done["received"], done["needs"], done["files"], len(done["entries"])) == (3, True, 1, 4)


def test_the_inbox_holds_what_needs_an_answer_and_what_is_ones_own() -> None:
    talk, other = Talk(), Talk("paul@example.org")
    receive(talk.answer(), talk.reply_to)
    receive(mails.raw("Oui", From="paul@example.org"), other.reply_to)
    me = actor()

    both = conversations.inbox(me, "needs_answer", None, LATER).conversations
    assert {c.thread.candidate_id for c in both} == {talk.candidate_id, other.candidate_id}
    changed = conversations.change(me, both[0].thread.id, conversations.Change(needs_answer=False), LATER)

    assert not changed.needs_answer
    left = conversations.inbox(me, "needs_answer", None, LATER).conversations
    assert [c.thread.id for c in left] == [both[1].thread.id]
    assert len(conversations.inbox(me, "all", None, LATER).conversations) == 2
    assert conversations.inbox(me, "mine", None, LATER).conversations == []
    assert conversations.inbox(me, "sent", None, LATER).conversations == []
    truth.check()


def test_what_the_team_wrote_last_is_among_the_sent_until_an_answer_comes() -> None:
    talk, me = Talk(), colleague()
    by = actor().model_copy(update={"id": me.id})
    wanted = Writing(key="0" * 26, candidate_ids=[talk.candidate_id], draft=Draft(subject="Jeudi", body="Jeudi ?"))
    (written,) = writing.write(by, wanted, NOW)
    outbox.send(WORKSPACE, written.message_key or "", NOW + writing.UNDO)

    def sent() -> list[str]:
        return [c.thread.candidate_id for c in conversations.inbox(by, "sent", None, LATER).conversations]

    assert sent() == [talk.candidate_id]
    receive(mails.away(From=talk.address), talk.reply_to)
    assert sent() == [talk.candidate_id]

    receive(talk.answer(), talk.reply_to)

    assert sent() == []


def test_a_conversation_that_is_given_to_a_colleague_is_theirs_counted_so_and_said_to_them() -> None:
    talk, other, noe = Talk(), Talk("paul@example.org"), colleague("Noé Rivière")
    receive(talk.answer(), talk.reply_to)
    receive(mails.raw("Oui", From="paul@example.org"), other.reply_to)
    (given,) = conversations.of_person(actor(), talk.candidate_id)

    for _ in range(2):
        wanted = conversations.Change(assign=True, assigned_to=noe.id)
        conversations.change(actor(), given.id, wanted, LATER)

    (mine,) = conversations.inbox(noe.actor(), "mine", None, LATER).conversations
    assert (mine.thread.id, mine.name, mine.thread.snippet[:7]) == (given.id, "Inès Farge", "Bonjour")
    (nobodys,) = conversations.inbox(actor(), "unassigned", None, LATER).conversations
    assert nobodys.thread.candidate_id == other.candidate_id
    (told,) = notifications.listed(noe.actor())[0]
    assert (told.kind, told.data) == ("thread_assigned", {"thread": given.id})
    truth.check()


def test_what_was_written_before_another_mail_came_does_not_answer_that_one() -> None:
    talk, camille = Talk(), colleague()
    receive(talk.answer(), talk.reply_to)
    early = LATER - timedelta(hours=1)
    draft = Draft(subject="Bonjour", body="Parlons-en.")
    wanted = Writing(key="0" * 26, candidate_ids=[talk.candidate_id], draft=draft)
    (done,) = writing.write(camille.actor(), wanted, early)

    outbox.send(WORKSPACE, done.message_key or "", LATER)

    assert thread(talk).thread.needs_answer
    (again,) = writing.write(camille.actor(), wanted.model_copy(update={"key": "0" + "1" * 25}), LATER)
    outbox.send(WORKSPACE, again.message_key or "", LATER + timedelta(minutes=1))
    assert not thread(talk).thread.needs_answer
    assert thread(talk).thread.last == "ours"
    truth.check()


def test_another_workspace_sees_nothing_of_it() -> None:
    talk = Talk()
    received = receive(talk.answer(), talk.reply_to)
    stranger = actor(workspace="ecluse")

    with pytest.raises(NotFound):
        conversations.mail(stranger, received.id, LATER)
    with pytest.raises(NotFound):
        conversations.open_thread(stranger, thread(talk).thread.id)
    assert conversations.inbox(stranger, "all", None, LATER).conversations == []
