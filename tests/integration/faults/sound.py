"""What must hold once everything that was left has been done: read from the table, and from what SES took.

Raises AssertionError naming the mail, the file or the person that is wrong.
"""

from collections import Counter
from datetime import timedelta
from typing import Any

from tests import sequences, truth
from tests.factories import WORKSPACE
from tests.integration.faults.world import World

from vivier.casework import review
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.kernel.actor import Actor, Role
from vivier.mail.model import LOST, UNTOLD, Message, State
from vivier.mail.store import OPEN, MessageItem
from vivier.mail.threads.model import OPEN as UNREAD
from vivier.mail.threads.model import State as ReceivedState
from vivier.mail.threads.store import EntryItem, ReceivedItem
from vivier.people.enrolled import EnrolmentItem
from vivier.people.store import EventItem
from vivier.sequences.model import WaitingFor
from vivier.sequences.store import read

READER = Actor(workspace=WORKSPACE, id=f"mem_{'0' * 26}", name="Judge", role=Role.admin)
FILED = {"mail_received", "mail_auto_reply"}
KEPT = {IntakeState.recorded, IntakeState.failed, IntakeState.discarded}


def check(world: World, *, told: bool = True, since: int = 0) -> None:
    """`told`: SES's events came, so that whatever it took is known to have left. `since`: how many mails had left when
    somebody was last begun with anew, who gets the steps of a sequence again."""
    rows = truth.rows()
    messages: dict[str, Message] = {m.key: m for m in (r.read() for r in truth.of(MessageItem, among=rows))}
    events = [e.read() for e in truth.of(EventItem, among=rows)]
    _mails(world, messages, told=told)
    _timelines(messages, events)
    _review(messages)
    _received(rows, events)
    for intake in (r.read() for r in truth.of(IntakeItem, among=rows)):
        assert intake.state in KEPT, f"file {intake.id} stands {intake.state}"
    _enrolments(world, rows, messages, since)
    truth.check(among=rows)
    sequences.check(among=rows)


def left(world: World) -> Counter[Any]:
    """Whom mails reached, and with which subject: what is done twice tells twice. Of digests, whose day it is; none of
    them where nobody knows the fate of a mail: that stands in one, and may be all that somebody is told of.
    """
    unknown = any(row.read().state in LOST for row in truth.of(MessageItem))
    took = [t for t in world.wire if not (unknown and _is_digest(t.key))]
    return Counter((t.to, t.key if _is_digest(t.key) else _subject(t.raw)) for t in took)


def _is_digest(key: str) -> bool:
    return key.startswith("digest-")


def _subject(raw: bytes) -> bytes:
    return next(line for line in raw.splitlines() if line.lower().startswith(b"subject:"))


def _enrolments(world: World, rows: list[Any], messages: dict[str, Message], since: int) -> None:
    """Each step once for each person, whatever became of the epochs; nobody is left behind."""
    taken = (m for t in world.wire[since:] if (m := messages[t.key]).template == "sequence")
    steps = Counter((m.candidate_id, m.subject) for m in taken)
    twice = [step for step, n in steps.items() if n > 1]
    assert not twice, f"a step sent twice: {twice}"
    for row in (r for r in rows if isinstance(r, EnrolmentItem)):
        e = read(row)
        done = Counter((d.version, d.step_id) for d in e.done)
        assert all(n == 1 for n in done.values()), f"{e.id} did a step twice"
        late = e.state == "active" and e.wake_at is not None and e.wake_at <= world.now - timedelta(minutes=5)
        assert not late or e.waiting in (WaitingFor.unsure, WaitingFor.sequence), f"{e.id} is late: {e.wake_at}"


def _mails(world: World, messages: dict[str, Message], *, told: bool) -> None:
    taken = Counter(t.key for t in world.wire)
    twice = [key for key, n in taken.items() if n > 1]
    assert not twice, f"sent twice: {twice}"
    assert not taken.keys() - messages.keys(), f"sent and not kept: {taken.keys() - messages.keys()}"
    for m in messages.values():
        if m.due_at <= world.now:
            assert m.state not in OPEN, f"{m.key} still stands {m.state}, due {m.due_at}"
        if m.state == State.sent:
            assert m.key in taken, f"{m.key} is said to be sent, and SES never had it"
        if m.key in taken:
            known = {State.sent} if told else {State.sent, State.unknown}
            assert m.state in known or m.reason == "rejected", f"{m.key} left and stands {m.state}"
        if m.state in (State.cancelled, State.refused, State.unknown):
            assert m.reason, f"{m.key} is {m.state} without a reason"


def _timelines(messages: dict[str, Message], events: list[Any]) -> None:
    said = Counter((e.kind, e.data.get("message")) for e in events)
    for m in messages.values():
        if m.message_class in UNTOLD or m.state in OPEN:
            continue
        times = said[f"mail_{m.state.value}", m.key]
        # What takes a mail back tells that itself.
        assert times == 1 or (m.state == State.cancelled and not times), f"{m.key} is {m.state}: told {times}x"
        left = m.state == State.sent or m.reason == "rejected"  # SES took it, and threw it away after
        assert said["mail_sent", m.key] == left, f"{m.key} is {m.state}, told to be sent {said['mail_sent', m.key]}x"
    doubled = {k: n for k, n in said.items() if k[1] and n > 1 and k[0] not in ("mail_changed",)}
    assert not doubled, f"told more than once: {doubled}"


def _review(messages: dict[str, Message]) -> None:
    listed, cursor = [], None
    while True:
        page = review.listed(READER, "mail", cursor)
        listed += [i.message.key for i in page.items if i.message]
        if (cursor := page.cursor) is None:
            break
    lost = [m.key for m in messages.values() if m.state in LOST and not m.seen_by and m.message_class not in UNTOLD]
    assert sorted(listed) == sorted(lost), f"before a human: {listed}, not {lost}"


def _received(rows: list[Any], events: list[Any]) -> None:
    received = [r.read() for r in rows if isinstance(r, ReceivedItem)]
    entries = Counter(e.read().id for e in rows if isinstance(e, EntryItem) and e.read().direction == "in")
    told = Counter(e.data.get("received") for e in events if e.kind in FILED)
    for mail in received:
        assert mail.state not in UNREAD, f"mail {mail.id} stands {mail.state}"
        filed = int(mail.state == ReceivedState.filed)
        assert told[mail.id] == filed, f"mail {mail.id} is {mail.state}: told {told[mail.id]}x"
        if filed:
            assert entries[mail.id] == 1, f"mail {mail.id} is {mail.state}: {entries[mail.id]} entries"
