"""Sequences for tests."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from vivier.casework import enrolling, enrolments, stops
from vivier.casework.enrolling import Enrolling
from vivier.casework.enrolments import Woken
from vivier.kernel.actor import Actor
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import outbox
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.people.enrolled import EnrolmentItem
from vivier.sequences import numbers, service, store
from vivier.sequences.model import Enrolment, Sequence, SequenceText, StopReason
from vivier.sequences.service import Publishing
from vivier.sequences.steps import MailStep, Step, TaskStep, WaitStep
from vivier.sequences.store import CountsItem, ListedEnrolment
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

ALWAYS: dict[str, Any] = {"days": [0, 1, 2, 3, 4, 5, 6], "from_hour": 0, "to_hour": 24, "holidays": True}


def mail_step(subject: str = "Des nouvelles", **more: Any) -> MailStep:
    words = {"fr": {"subject": subject, "body": "{{ greeting }}, à bientôt."}}
    return MailStep.model_validate({"id": new_id("stp"), "do": "mail", "words": words, **more})


def task_step(title: str = "Appeler", **more: Any) -> TaskStep:
    return TaskStep.model_validate({"id": new_id("stp"), "do": "task", "title": title, **more})


def wait_step(**how_long: int) -> WaitStep:
    return WaitStep.model_validate({"id": new_id("stp"), "do": "wait", **how_long})


def text(*steps: Step, name: str = "Rester en contact", **settings: Any) -> SequenceText:
    return SequenceText.model_validate({"name": name, "settings": ALWAYS | settings, "steps": steps})


def published(by: Actor | None, *steps: Step, **settings: Any) -> Sequence:
    """A sequence that people can be enrolled in; mails leave at any time unless settings say otherwise."""
    author = by or actor()
    made, version = service.create(author, text(*steps, **settings), NOW)
    return service.publish(author, made.id, Publishing(in_flight="stay"), version, NOW)[0]


class Clockwork:
    """Wakes people as the state machine does, at instants of its own choosing."""

    def __init__(self, sequence: Sequence, at: datetime = NOW) -> None:
        self.sequence, self.now = sequence, at

    def of(self, candidate_id: str) -> Enrolment:
        row = store.enrolment(WORKSPACE, candidate_id, self.sequence.id)
        assert row
        return store.read(row)

    def wake(self, candidate_id: str, **later: float) -> Woken:
        """One wake, so much later."""
        self.now += timedelta(**later)
        return enrolments.wake(WORKSPACE, candidate_id, self.sequence.id, self.now)

    def run(self, candidate_id: str, *, until: datetime) -> Enrolment:
        """Everything that comes up until an instant: woken, sent, woken again."""
        for _ in range(50):
            e = self.of(candidate_id)
            if e.state != "active" or e.wake_at is None or e.wake_at > until:
                break
            self.now = max(self.now, e.wake_at)
            woken = self.wake(candidate_id)
            if woken.next == "send":
                outbox.send(WORKSPACE, woken.message_key or "", self.now)
        self.now = max(self.now, until)
        return self.of(candidate_id)


def enrolled(sequence: Sequence, *candidate_ids: str, now: datetime = NOW, by: Actor | None = None) -> Clockwork:
    """These people in a sequence, as many requests as it takes; who is left out fails the test."""
    wanted = enrolling.Enrolling(candidate_ids=list(candidate_ids), key=sort_key(new_id("key")), again=True)
    while True:
        done = enrolling.enrol(by or actor(), sequence.id, wanted, now)
        assert done.excluded == []
        if done.cursor is None:
            return Clockwork(sequence, now)
        wanted = wanted.model_copy(update={"cursor": done.cursor})


MOST = 100_000  # of one step in a test


def check(workspace: str = WORKSPACE, among: list[Any] | None = None) -> None:
    """Number enrolled, active, finished, stopped = list, and nobody stands in two."""
    rows = [r for r in (truth.rows() if among is None else among) if r.pk.startswith(f"W#{workspace}#")]
    held = [(e.sequence_id, e.state, e.id) for e in (store.read(r) for r in rows if isinstance(r, EnrolmentItem))]
    listed = []
    for row in rows:
        if isinstance(row, ListedEnrolment):
            _, _, _, sequence, state, _ = row.pk.split("#")
            listed.append((sequence, state, f"enr_{row.sk}"))
    counted = Counter((sequence, state) for sequence, state, _ in held)
    told = {
        (r.pk.rpartition("#")[2], state): n
        for r in rows
        if isinstance(r, CountsItem)
        for state, n in r.read().model_dump().items()
        if n
    }
    assert sorted(listed) == sorted(held)
    assert told == dict(counted)
    _check_steps(workspace, [store.read(r) for r in rows if isinstance(r, EnrolmentItem)])


def _check_steps(workspace: str, held: list[Enrolment]) -> None:
    """Who comes to each step, and for whom it stopped before: number = list = enrolments."""
    stands = Counter((e.sequence_id, e.step_id, e.live) for e in held if e.step_id and (e.live or e.state == "stopped"))
    for sequence_id in {e.sequence_id for e in held}:
        for n in numbers.read(workspace, sequence_id):
            deeds: dict[numbers.Did, int] = {"done": n.done, "replied": n.replied, "clicked": n.clicked}
            found = {what: len(numbers.did(workspace, sequence_id, n.step_id, what, limit=MOST)) for what in deeds}
            assert found == deeds
            for live, told in ((True, n.waiting), (False, n.stopped)):
                listed = store.standing_at(workspace, sequence_id, n.step_id, stopped=not live, limit=MOST)
                assert stands.pop((sequence_id, n.step_id, live), 0) == told == len(listed)
    assert not stands


def message(key: str | None) -> Message:
    return get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True).read()


def kinds(candidate_id: str) -> list[str]:
    return [e.kind for e in reversed(people.open_candidate(actor(), candidate_id).events)]


def sent_by_sequences() -> list[str]:
    held = [r.read() for r in truth.rows() if isinstance(r, MessageItem)]
    return [m.subject for m in held if m.template == "sequence" and m.state != State.cancelled]


def three_steps() -> Sequence:
    return published(None, mail_step("Un"), wait_step(days=2), mail_step("Deux"), wait_step(days=3), mail_step("Trois"))


def wanted(*ids: str, **more: object) -> Enrolling:
    return Enrolling.model_validate({"candidate_ids": list(ids), "key": sort_key(new_id("key")), **more})


def stop_by_reply(one: str, clock: Clockwork) -> None:
    transaction = Transaction()
    stops.everything(transaction, WORKSPACE, [one], StopReason.reply, clock.now, because="rcv_1")
    transaction.commit()


def stop_by_complaint(one: str, clock: Clockwork) -> None:
    other = next(e for e in reversed(people.open_candidate(actor(), one).events) if e.kind == "mail_queued")
    outbox.record_ses_event(
        WORKSPACE, other.data["message"], "Complaint", "c-1", clock.now, {"type": "abuse"}, also=stops.on_delivery
    )


def subjects(clock: Clockwork, who: str) -> list[str]:
    """Of the mails that somebody gets, once five weeks have passed."""
    e = clock.run(who, until=clock.now + timedelta(weeks=5))
    return [message(d.message_key).subject for d in e.done if d.message_key]
