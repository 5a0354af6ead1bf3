"""What somebody sees and chooses who opens the link under a mail that they did not ask for, and what is noted of it."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError
from tests import sequences
from tests.factories import NOW, WORKSPACE, actor, arrive
from tests.unasked import found, message, queue

from vivier.casework import merging, unasked
from vivier.casework.unasked import Permitting
from vivier.kernel.actor import Role
from vivier.kernel.errors import Forbidden, NotFound
from vivier.kernel.ids import new_id
from vivier.mail.deliverability import suppression
from vivier.people import service
from vivier.people import store as people
from vivier.people.fields import Value
from vivier.people.model import Event, Origin
from vivier.people.unasked import Unsolicited
from vivier.storage.transaction import Transaction
from vivier.team.links import Link

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(days=3)


def link(candidate_id: str, about: str | None = None) -> Link:
    ends = NOW + timedelta(days=9)
    given = {"hash": "0" * 64, "purpose": "preferences", "subject": candidate_id, "about": about}
    return Link.model_validate({**given, "workspace": WORKSPACE, "created_at": NOW, "expires_at": ends})


def changed(candidate_id: str, **changes: Any) -> None:
    """The record as somebody changed it meanwhile."""
    row = people.load(WORKSPACE, candidate_id)
    transaction = Transaction()
    people.write(transaction, WORKSPACE, row, row.read().model_copy(update=changes))
    transaction.commit()


def with_addresses(candidate_id: str, *addresses: str) -> None:
    fields = people.load(WORKSPACE, candidate_id).read().fields
    changed(candidate_id, fields=fields.model_copy(update={"emails": [Value(value=a) for a in addresses]}))


def state(candidate_id: str) -> Unsolicited:
    return people.load(WORKSPACE, candidate_id).read().unsolicited


def told(candidate_id: str) -> list[Event]:
    """What stands on the timeline, the oldest first."""
    return service.open_candidate(actor(), candidate_id).events[::-1]


def listed(address: str) -> list[str]:
    held = suppression.look_up(WORKSPACE, address)
    return list(held.reasons) if held else []


def test_who_was_found_sees_who_writes_since_when_and_where_they_were_found() -> None:
    who = found()
    changed(who, origin=Origin(source="salon"))

    seen = unasked.see(link(who))

    assert (seen.organisation, seen.relation, seen.source, seen.since) == ("Halage", "found", "salon", NOW)
    assert seen.privacy_contact
    assert seen.address == "f•••@courrier.example"


def test_who_applied_is_not_told_where_they_were_found() -> None:
    who = message(arrive().message_key or "").candidate_id or ""
    changed(who, origin=Origin(source="salon"))

    assert (unasked.see(link(who)).relation, unasked.see(link(who)).source) == ("applied", None)


def test_who_has_no_address_any_more_may_choose_all_the_same() -> None:
    who = found()
    with_addresses(who)

    assert unasked.see(link(who)).address == ""


@pytest.mark.parametrize(("at_once", "how"), [(True, "one_click"), (False, "page")])
def test_it_is_noted_once_how_they_left_and_under_which_mail(at_once: bool, how: str) -> None:
    who = found()
    key = queue(who, "seq-1")

    for at in (NOW, LATER):
        unasked.leave(link(who, key), at, at_once=at_once)

    (left,) = [e for e in told(who) if e.kind == "unsubscribed"]
    assert (left.data["how"], left.data["message"], left.cause) == (how, key, "link")
    assert left.data["subject"]
    assert (left.actor.kind, left.actor.id) == ("candidate", who)
    assert left.actor.name == people.load(WORKSPACE, who).read().display_name
    assert [(s.why, s.at) for s in state(who).stops] == [("unsubscribed", NOW)]


def test_who_a_colleague_stopped_may_still_leave_by_themselves() -> None:
    who = found()
    unasked.note_stop(actor(), who, NOW)

    unasked.leave(link(who), LATER, at_once=False)

    assert [(s.why, s.by) for s in state(who).stops] == [("told_us", actor().name), ("unsubscribed", None)]


def test_every_address_that_they_have_and_the_one_that_was_written_to_get_nothing_more() -> None:
    who = found(1, "ancienne@courrier.example")
    key = queue(who, "seq-1")
    with_addresses(who, "une@courrier.example", "deux@courrier.example")

    unasked.leave(link(who, key), NOW, at_once=True)

    for name in ("ancienne", "une", "deux"):
        assert listed(f"{name}@courrier.example") == ["unsubscribed"]


def test_who_comes_back_is_written_to_again_at_all_their_addresses_but_not_where_mail_bounced() -> None:
    who = found(1, "une@courrier.example")
    transaction = Transaction()
    suppression.add(transaction, WORKSPACE, ["une@courrier.example"], "bounced", NOW)
    transaction.commit()
    unasked.leave(link(who), NOW, at_once=False)
    unasked.be_quiet(link(who), 30, NOW)

    unasked.come_back(link(who), LATER)

    assert (state(who).stops, state(who).until, listed("une@courrier.example")) == ([], None, ["bounced"])


def test_a_pause_is_noted_with_its_end_and_ended_by_coming_back() -> None:
    who = found()

    unasked.be_quiet(link(who), 30, NOW)
    assert state(who).until == NOW + timedelta(days=30)
    assert told(who)[-1].data["until"] == (NOW + timedelta(days=30)).date().isoformat()
    unasked.come_back(link(who), LATER)

    assert state(who).until is None
    assert [e.kind for e in told(who)][-2:] == ["unsolicited_paused", "unsolicited_resumed"]


def test_what_is_so_already_is_not_noted() -> None:
    who = found()
    before = told(who)

    unasked.come_back(link(who), NOW)
    unasked.speak(link(who), "fr", NOW)

    assert told(who) == before


def test_another_language_is_noted() -> None:
    who = found()

    unasked.speak(link(who), "en", NOW)

    assert (told(who)[-1].kind, told(who)[-1].data["language"]) == ("language_chosen", "en")


def test_only_who_may_edit_people_notes_a_stop_or_permits() -> None:
    who = found()
    reader = actor(Role.reader)

    with pytest.raises(Forbidden):
        unasked.note_stop(reader, who, NOW)
    with pytest.raises(Forbidden):
        unasked.permit(reader, who, Permitting(reason="Pour voir."), NOW)

    assert state(who) == Unsolicited()


@pytest.mark.parametrize("words", ["", "Oui.", "  Oui.  ", "x" * 501])
def test_a_reason_to_write_again_says_something(words: str) -> None:
    with pytest.raises(ValidationError):
        Permitting(reason=words)


@pytest.mark.parametrize("words", ["Salon", " Elle a rappelé. ", "x" * 500])
def test_a_reason_to_write_again_stands_as_it_was_said(words: str) -> None:
    assert Permitting(reason=words).reason == words.strip()


def test_what_a_colleague_noted_and_permitted_says_who_and_why() -> None:
    who = found()

    unasked.note_stop(actor(), who, NOW)
    unasked.note_stop(actor(), who, LATER)
    assert ([s.by for s in state(who).stops], listed("found1@courrier.example")) == ([actor().name], ["told_us"])
    unasked.permit(actor(), who, Permitting(reason="Elle a rappelé."), LATER)

    assert listed("found1@courrier.example") == []
    stopped, permitted = [e for e in told(who) if e.kind.startswith("unsolicited_")]
    assert (stopped.kind, stopped.actor.name) == ("unsolicited_stopped", actor().name)
    assert (permitted.kind, permitted.data["reason"]) == ("unsolicited_permitted", "Elle a rappelé.")


def test_what_a_colleague_notes_ends_the_sequences_of_a_person() -> None:
    who = found()
    clock = sequences.enrolled(sequences.published(None, sequences.mail_step()), who)

    unasked.note_stop(actor(), who, NOW)

    after = clock.of(who)
    assert (after.state, after.reason) == ("stopped", "unsubscribed")
    stopped = next(e for e in told(who) if e.kind == "sequence_stopped")
    assert stopped.actor.name == actor().name
    sequences.check()


def test_who_leaves_by_the_link_of_a_record_that_was_merged_leaves_as_the_one_they_are_now() -> None:
    one, two = found(1), found(2)
    clock = sequences.enrolled(sequences.published(None, sequences.mail_step()), one)
    merging.merge(actor(), one, two, NOW)

    unasked.leave(link(two), NOW, at_once=True)

    assert [s.why for s in state(one).stops] == ["unsubscribed"]
    assert clock.of(one).state == "stopped"


def test_the_link_of_somebody_who_was_erased_opens_nothing_and_changes_nothing() -> None:
    nobody = new_id("can", NOW)

    with pytest.raises(NotFound):
        unasked.see(link(nobody))
    with pytest.raises(NotFound):
        unasked.leave(link(nobody), NOW, at_once=True)
