"""Mail that nobody asked for: the gate in the claim, caps under many claims at once, what stops it."""

import itertools
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive
from tests.faults import FAULTS, Faults, refusal
from tests.sent import raw_mails
from tests.unasked import ALWAYS, found, lives_at, message, queue, rule

from vivier.casework import sweep
from vivier.kernel.actor import Role
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail.deliverability import admission, forward, gate, hours, steering, store
from vivier.mail.deliverability.model import OpenHours, SendingRules, WarmUp, Why
from vivier.mail.model import State
from vivier.people import store as people
from vivier.storage.table import query
from vivier.storage.transaction import Transaction
from vivier.team import links

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]


def _by_day() -> Counter[str]:
    days: Counter[str] = Counter()
    for row in query(store.partition(WORKSPACE), prefix="C#", limit=500, consistent=True):
        if isinstance(row, store.CapItem):
            cap = row.read()
            days[cap.day.isoformat()] += cap.taken
    return days


def stop(candidate_id: str) -> None:
    row = people.load(WORKSPACE, candidate_id)
    transaction = Transaction()
    held = row.read()
    people.write(
        transaction, WORKSPACE, row, held.model_copy(update={"unsolicited": held.unsolicited.stopped("told_us", NOW)})
    )
    transaction.commit()


def test_it_leaves_with_a_way_out_that_is_the_persons_own(sent: Sent) -> None:
    who = found()
    key = queue(who, "seq-1")

    assert outbox.send(WORKSPACE, key, NOW) == State.sent

    head, _, body = raw_mails()[-1].partition("\n\n")
    way = next(line for line in head.splitlines() if line.startswith("List-Unsubscribe:"))
    token = way.rpartition("/")[2].rstrip(">")
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in head.splitlines()
    assert way == f"List-Unsubscribe: <https://people.example.com/public/preferences/{token}>"
    link = links.resolve("preferences", token, NOW + timedelta(days=730))
    assert (link.subject, link.about) == (who, key)
    assert body.count(token) == 2
    assert token not in message(key).model_dump_json()


def test_an_owed_answer_has_no_way_out_and_asks_no_gate(sent: Sent) -> None:
    rule(cap=1)
    key = arrive().message_key or ""
    stop(message(key).candidate_id or "")

    assert outbox.send(WORKSPACE, key, NOW) == State.sent
    assert "List-Unsubscribe" not in raw_mails()[-1]
    assert _by_day() == {}


@pytest.mark.parametrize(
    ("now", "allowed", "why"),
    [
        (NOW + timedelta(hours=11), OpenHours(), Why.quiet_hours),
        (NOW + timedelta(days=4), OpenHours(), Why.quiet_hours),
    ],
)
def test_what_may_not_leave_now_waits_and_says_why(sent: Sent, now: datetime, allowed: OpenHours, why: Why) -> None:
    rule(allowed=allowed)
    key = queue(found(), "seq-1")

    assert outbox.send(WORKSPACE, key, now) == State.pending

    held = message(key)
    assert (held.reason, held.kept[0].why, sent()) == (why, why, [])
    sweep.sweep(held.due_at - timedelta(seconds=1))
    assert sent() == []
    sweep.sweep(held.due_at)
    assert message(key).state == State.sent


def test_a_stop_after_it_was_made_cancels_it_even_when_it_was_lifted_since(sent: Sent) -> None:
    one, two = found(1), found(2)
    queue(one, "seq-1")
    queue(two, "seq-2")
    stop(one)
    stop(two)
    row = people.load(WORKSPACE, two)
    transaction = Transaction()
    held = row.read()
    people.write(transaction, WORKSPACE, row, held.model_copy(update={"unsolicited": held.unsolicited.permitted()}))
    transaction.commit()

    sweep.sweep(NOW)

    assert (message("seq-1").state, message("seq-1").reason) == (State.cancelled, Why.told_us)
    assert (message("seq-2").state, message("seq-2").reason) == (State.cancelled, Why.moved_on)
    assert sent() == []
    queue(two, "seq-3")
    assert outbox.send(WORKSPACE, "seq-3", NOW) == State.sent


def test_a_stop_between_the_gate_and_the_claim_wins_at_every_boundary(faults: Faults, sent: Sent) -> None:
    for number in itertools.count():
        who = found(number)
        key = queue(who, f"seq-{number}")
        before = len(sent())
        with faults.meanwhile(number, lambda who=who: stop(who)):  # type: ignore[misc]
            state = outbox.send(WORKSPACE, key, NOW)

        claimed = "SendEmail" in faults.calls[: number + 1]
        assert len(sent()) - before == (1 if claimed or not faults.fired else 0)
        assert state == (State.sent if claimed or not faults.fired else State.cancelled)
        if claimed or not faults.fired:
            break
    truth.check()


def test_one_person_gets_as_many_as_agreed_whoever_sends(sent: Sent) -> None:
    rule(mails=2)
    who = found()
    keys = [queue(who, f"seq-{n}") for n in range(4)]

    sweep.sweep(NOW)

    states = Counter(message(k).state for k in keys)
    assert states == {State.sent: 2, State.pending: 2}
    assert {message(k).reason for k in keys if message(k).state == State.pending} == {Why.frequency}
    sweep.sweep(NOW + timedelta(days=7))
    assert len(sent()) == 4


@pytest.mark.parametrize("cap", [pytest.param(1, marks=pytest.mark.soak), 11])
def test_thirty_claims_at_once_never_exceed_the_days_cap(sent: Sent, cap: int) -> None:
    rule(cap=cap)
    keys = [queue(found(n), f"seq-{n}") for n in range(30)]

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda key: outbox.send(WORKSPACE, key, NOW), [*keys, *keys]))
    for _ in range(3):
        sweep.sweep(NOW)

    assert len(sent()) == cap
    assert _by_day() == {"2026-11-24": cap}
    sweep.sweep(NOW + timedelta(days=1))
    assert len(sent()) == 2 * cap


def test_the_warm_up_grows_with_the_days_of_use(sent: Sent) -> None:
    transaction = Transaction()
    warm = WarmUp(first=2, growth=100, most=5)
    transaction.save(store.RulesItem.of(WORKSPACE, SendingRules(hours=ALWAYS, warm_up=warm)))
    transaction.commit()
    for n in range(14):
        queue(found(n), f"seq-{n}")

    for day in (0, 3, 4, 5):
        sweep.sweep(NOW + timedelta(days=day))

    assert list(_by_day().values()) == [2, 4, 5, 3]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_at_any_call_counts_a_mail_once(faults: Faults, sent: Sent, fault: str) -> None:
    """What SES took, or may have, takes one place of the day; what it surely did not take, none."""
    rule(cap=1_000)
    for number in itertools.count():
        key = queue(found(number), f"seq-{number}")
        before, left = _by_day()["2026-11-24"], len(sent())
        with faults.at(number, fault):
            outbox.send(WORKSPACE, key, NOW)
        for minutes in (3, 30):
            outbox.send(WORKSPACE, key, NOW + timedelta(minutes=minutes))

        end = message(key)
        assert end.state in (State.sent, State.unknown)
        assert _by_day()["2026-11-24"] - before == 1, (number, faults.calls)
        assert len(sent()) - left <= 1
        if not faults.fired:
            break
    assert number >= 6
    truth.check()


def test_a_refusal_gives_its_place_back(faults: Faults, sent: Sent) -> None:
    rule(cap=1, mails=1)
    who = found()
    key = queue(who, "seq-1")
    faults.answer("SendEmail", refusal("TooManyRequestsException"), refusal("MessageRejected"))

    assert outbox.send(WORKSPACE, key, NOW) == State.pending
    assert +_by_day() == {}
    assert outbox.send(WORKSPACE, key, message(key).due_at) == State.refused
    assert +_by_day() == {}
    queue(who, "seq-2")
    assert outbox.send(WORKSPACE, "seq-2", NOW + timedelta(hours=1)) == State.sent


def test_what_is_foreseen_is_what_happens(sent: Sent) -> None:
    rule(cap=2)
    ids = [found(n) for n in range(5)]
    stop(ids[0])
    known = admission.facts(WORKSPACE, [people.load(WORKSPACE, i).read() for i in ids], NOW)
    planned: Counter[date] = Counter()
    plan = {}
    for identifier in ids:
        plan[identifier] = seen = gate.foresee(known[identifier], NOW, planned)
        if seen.day:
            planned[seen.day] += 1

    for n, identifier in enumerate(ids):
        queue(identifier, f"seq-{n}")
    for at in (NOW, hours.begins(date(2026, 11, 25), "Europe/Paris"), NOW + timedelta(days=2)):
        for key in [f"seq-{n}" for n in range(5)]:
            outbox.send(WORKSPACE, key, at)

    assert plan[ids[0]].why == Why.told_us
    assert [plan[i].at for i in ids[1:]] == [message(f"seq-{n}").settled_at for n in range(1, 5)]


def test_an_unsolicited_mail_costs_one_read_more_than_an_owed_answer() -> None:
    first = queue(found(1), "seq-1")
    outbox.send(WORKSPACE, first, NOW)  # the workspace's own key is made once
    answer, key = arrive().message_key or "", queue(found(2), "seq-2")

    with metered() as owed:
        outbox.send(WORKSPACE, answer, NOW)
    with metered() as unasked:
        outbox.send(WORKSPACE, key, NOW)

    turn = "dynamodb.UpdateItem"  # at SES: some have it in hand (test_pace.py)
    costs = [one.total - one.calls[turn] for one in (owed, unasked)]
    assert costs[1] - costs[0] == 1, (owed.calls, unasked.calls)


def test_a_mail_waits_for_the_morning_where_the_person_lives_and_says_what_told_it() -> None:
    rule(allowed=OpenHours())
    key = queue(lives_at(found(1), "Cayenne, Guyane"), "seq-1")

    assert outbox.send(WORKSPACE, key, NOW) == State.pending

    held = message(key)
    local = held.due_at.astimezone(ZoneInfo("America/Cayenne"))
    assert (local.hour, local.minute) == (8, 0)
    assert [(k.zone, k.zone_from) for k in held.kept] == [("America/Cayenne", "location")]


def test_what_waited_for_a_pause_alone_leaves_once_it_is_lifted(sent: Sent) -> None:
    chief, why, later = actor(Role.admin), steering.Because(words="Essai terminé."), NOW + timedelta(minutes=5)
    rule()
    steering.pause(chief, why, NOW)
    held = [queue(found(n), f"seq-{n}") for n in range(3)]
    for key in held:
        outbox.send(WORKSPACE, key, NOW)
    planned = queue(found(3), "seq-3", NOW + timedelta(minutes=30))
    assert {message(key).due_at for key in held} == {NOW + gate.ASK_AGAIN}

    with metered() as used:
        steering.resume(chief, why, later)

    assert [message(key).due_at for key in (*held, planned)] == [later] * 3 + [NOW + timedelta(minutes=30)]
    assert used.calls == {"dynamodb.GetItem": 1, "dynamodb.Query": 2, "dynamodb.TransactWriteItems": 2}
    sweep.sweep(later)
    assert {message(key).state for key in held} == {State.sent}


def test_of_very_many_that_waited_for_a_pause_the_sweep_brings_forward_the_rest(
    sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forward, "PAGE", 4)
    monkeypatch.setattr(forward, "AT_ONCE", 2)
    chief, why, later = actor(Role.admin), steering.Because(words="Essai terminé."), NOW + timedelta(minutes=5)
    rule()
    steering.pause(chief, why, NOW)
    held = [queue(found(n), f"seq-{n:02d}") for n in range(9)]
    for key in held:
        outbox.send(WORKSPACE, key, NOW)
    planned = queue(found(9), "seq-planned", NOW + timedelta(minutes=30))
    steering.resume(chief, why, later)
    left = [key for key in held if message(key).due_at > later]

    (pause,) = store.lifted(WORKSPACE)
    with metered() as used:
        moved = forward.go_on(WORKSPACE, pause, later + timedelta(seconds=1), lambda: True)
    sweep.sweep(later + timedelta(seconds=1))

    assert (len(left), moved) == (6, 6)
    assert used.calls == {"dynamodb.Query": 2, "dynamodb.TransactWriteItems": 4}  # three of each page, two at once
    assert {message(key).state for key in held} == {State.sent}
    assert message(planned).state == State.pending
    assert len(store.lifted(WORKSPACE)) == 1
    sweep.sweep(later + forward.LINGERS)
    assert store.lifted(WORKSPACE) == []


def test_who_dies_while_lifting_a_pause_leaves_what_waited_to_the_sweep(faults: Faults, sent: Sent) -> None:
    chief, why, later = actor(Role.admin), steering.Because(words="Essai terminé."), NOW + timedelta(minutes=5)
    rule()
    steering.pause(chief, why, NOW)
    key = queue(found(), "seq-1")
    outbox.send(WORKSPACE, key, NOW)

    with faults.at(3, "death before"):
        steering.resume(chief, why, later)
    due = message(key).due_at
    sweep.sweep(later)

    assert due == NOW + gate.ASK_AGAIN
    assert message(key).state == State.sent


def test_what_is_paused_anew_is_not_brought_forward_any_more() -> None:
    chief, why = actor(Role.admin), steering.Because(words="Essai terminé.")
    steering.pause(chief, why, NOW)
    steering.resume(chief, why, NOW)
    steering.pause(chief, why, NOW)

    assert store.lifted(WORKSPACE) == []
