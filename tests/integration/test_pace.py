"""What SES lets the account send holds for mails of every class; nothing is lost, nothing is asked for twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from botocore.exceptions import ClientError
from tests.conftest import ACCOUNT
from tests.factories import NOW, WORKSPACE
from tests.faults import Faults, refusal
from tests.integration.faults.cases import owed
from tests.unasked import found, queue, rule

from vivier.casework import sweep
from vivier.gateways import mailer
from vivier.gateways.senders import Quota
from vivier.kernel.clock import utc_now
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail.deliverability import store
from vivier.mail.deliverability.account import Account, Ledger
from vivier.mail.deliverability.pace import Pace, pace
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.storage.table import get

Sent = Callable[[], list[str]]
pytestmark = pytest.mark.usefixtures("cloud")
SAID = {
    "ses_rate": ("TooManyRequestsException", "Maximum sending rate exceeded."),
    "ses_quota": ("TooManyRequestsException", "Daily message quota exceeded."),
    "ses_stopped": ("SendingPausedException", "Account sending is paused."),
}


def message(key: str) -> Message:
    return get(MessageItem, MessageItem.key(WORKSPACE, key), consistent=True).read()


def limit(per_second: float = 1_000, per_day: int = 1_000_000, sent: int = 0) -> None:
    """What SES says of the account, and no process has heard yet."""
    seen = store.account()
    said = Quota(per_second=per_second, per_day=per_day, sent=sent)
    fresh = Ledger(limits=said, asked_at=utc_now(), told_at=utc_now(), base=seen.taken)
    assert store.note(seen, fresh)
    pace.cache_clear()


def said(reason: str) -> ClientError:
    code, words = SAID[reason]
    error = refusal(code)
    error.response["Error"]["Message"] = words
    return error


def test_what_ses_says_of_the_account_is_kept_for_all_senders() -> None:
    held: Account = store.account()

    assert held.ledger.limits
    assert held.ledger.limits.per_second == ACCOUNT["SendQuota"]["MaxSendRate"]  # type: ignore[index]


def test_a_process_that_sends_many_pays_one_call_for_many_turns(faults: Faults) -> None:
    keys = [owed() for _ in range(12)]
    outbox.send(WORKSPACE, keys[0], NOW)

    with metered() as alone:
        outbox.send(WORKSPACE, keys[1], NOW)
    with metered() as rest:
        for key in keys[2:]:
            outbox.send(WORKSPACE, key, NOW)

    assert alone.calls["dynamodb.UpdateItem"] <= 1
    assert rest.calls["dynamodb.UpdateItem"] <= 5, rest.calls  # for ten: two, four, eight at once
    assert rest.calls["sesv2.GetAccount"] == 0


def test_once_the_day_is_spent_a_mail_waits_and_says_why(sent: Sent) -> None:
    key = owed()
    limit(per_day=100, sent=100)

    assert outbox.send(WORKSPACE, key, NOW) == State.pending

    held = message(key)
    assert (held.reason, [k.why for k in held.kept], held.attempts, sent()) == ("ses_quota", ["ses_quota"], 0, [])
    assert timedelta(minutes=55) < held.due_at - utc_now() < timedelta(minutes=65)
    limit(per_day=100, sent=0)
    assert outbox.send(WORKSPACE, key, held.due_at) == State.sent


def test_once_a_process_knows_that_the_day_is_spent_the_next_mail_waits_without_asking(sent: Sent) -> None:
    first, second = owed(), owed()
    limit(per_day=100, sent=100)
    outbox.send(WORKSPACE, first, NOW)

    with metered() as tally:
        assert outbox.send(WORKSPACE, second, NOW) == State.pending

    assert (message(second).reason, sent()) == ("ses_quota", [])
    assert tally.calls["dynamodb.UpdateItem"] == tally.calls["sesv2.GetAccount"] == 0


def test_a_mail_whose_turn_is_far_off_stays_as_it_is_for_the_next_round(sent: Sent) -> None:
    key = owed()
    before = message(key)
    limit(per_second=1)
    while Pace(pause=lambda _: None).turn(unasked=False).say == "go":
        pass

    assert [outbox.send(WORKSPACE, key, NOW) for _ in range(2)] == [State.pending, State.pending]

    assert (message(key), sent()) == (before, [])


def test_what_nobody_asked_for_leaves_the_last_tenth_of_the_day_to_answers(sent: Sent) -> None:
    rule()
    unasked, answer = queue(found(1), "seq-1"), owed()
    limit(per_day=100, sent=91)

    assert outbox.send(WORKSPACE, unasked, NOW) == State.pending
    assert outbox.send(WORKSPACE, answer, NOW) == State.sent

    assert (message(unasked).reason, message(unasked).counted, len(sent())) == ("ses_quota", None, 1)


def test_a_round_of_the_sweep_stops_where_the_rate_does_and_the_next_goes_on(
    sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule()
    keys = [queue(found(n), f"seq-{n}") for n in range(5)]
    limit(per_second=1)
    at, waits = [utc_now()], []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        at[0] += timedelta(seconds=seconds)

    monkeypatch.setattr("time.sleep", sleep)
    monkeypatch.setattr("vivier.mail.deliverability.pace.utc_now", lambda: at[0])

    for _ in range(4):
        Pace(pause=lambda _: None).turn(unasked=False)

    sweep.sweep(NOW)
    first = len(sent())
    at[0] += timedelta(minutes=1)
    sweep.sweep(NOW + timedelta(minutes=1))

    assert (first, len(sent())) == (0, 5)
    assert {message(key).state for key in keys} == {State.sent}
    assert 3 < sum(waits) < 5  # one a second


@pytest.mark.parametrize("reason", SAID)
def test_what_ses_says_no_with_is_told_apart(faults: Faults, sent: Sent, reason: str) -> None:
    key = owed()
    faults.answer("SendEmail", said(reason))

    assert outbox.send(WORKSPACE, key, NOW) == State.pending

    held = message(key)
    assert (held.reason, sent()) == (reason, [])
    if reason == "ses_quota":
        assert held.due_at - utc_now() > timedelta(minutes=55)
        other = owed()
        assert outbox.send(WORKSPACE, other, NOW) == State.pending  # nobody else asks SES in vain
        assert message(other).reason == "ses_quota"
    else:
        assert held.due_at == NOW + timedelta(seconds=30)


def test_a_quota_that_stays_spent_for_days_loses_no_mail(faults: Faults) -> None:
    key = owed()
    faults.answer("SendEmail", *[said("ses_quota")] * 12)

    for _ in range(12):
        limit()
        outbox.send(WORKSPACE, key, message(key).due_at)

    assert (message(key).state, message(key).attempts) == (State.pending, 12)
    limit()
    assert outbox.send(WORKSPACE, key, message(key).due_at) == State.sent


@pytest.mark.parametrize(
    ("code", "words", "limited"),
    [
        ("ThrottlingException", "Maximum sending rate exceeded.", "ses_rate"),
        ("Throttling", "Daily message quota exceeded.", "ses_quota"),
        ("LimitExceededException", "Daily sending quota exceeded", "ses_quota"),
        ("TooManyRequestsException", "", "ses_rate"),
        ("SendingPausedException", "paused", "ses_stopped"),
        ("MessageRejected", "Email address is not verified. daily quota", None),
    ],
)
def test_a_refusal_says_which_limit(code: str, words: str, limited: str | None) -> None:
    assert mailer.limit_of(code, words) == limited


def test_senders_at_once_share_one_line() -> None:
    limit(per_second=100, per_day=60)

    def turns(_: int) -> int:
        own = Pace(pause=lambda _: None)
        return sum(own.turn(unasked=False).say == "go" for _ in range(20))

    with ThreadPoolExecutor(6) as pool:
        went = sum(pool.map(turns, range(6)))

    held = store.account()
    assert went <= held.taken <= 57  # three are left to what SES may not have counted yet
    assert went >= 30
