"""How mail is received, and the brake: too many complaints or bounces stop what nobody asked for, until an
administrator lets it go on. Answers that are owed go all the same.

SES puts an account under review at these rates, and mailbox providers do not wait for it
(https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-bounce-rate.html). They judge all mail of a sender; so
do we, and the unsolicited mail by itself, which one's own answers would hide.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, NamedTuple

from vivier.kernel.actor import Role, system
from vivier.kernel.observability import count as metric
from vivier.kernel.observability import logger
from vivier.mail.deliverability import store
from vivier.mail.deliverability.hashes import place
from vivier.mail.deliverability.model import Outcome, SendingPause, Tallies
from vivier.mail.deliverability.store import SHARDS, HealthItem, PauseItem
from vivier.mail.model import Message
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit
from vivier.team import store as team
from vivier.team.model import MemberState
from vivier.team.notifications import Notification, notify

SENT = "sent"
SIMULATOR = "@simulator.amazonses.com"
WINDOW = timedelta(days=30)
LEAST = 100  # mails: one bounce of three says nothing
MOST_BOUNCED = 0.05
MOST_COMPLAINED = 0.001
MOST_TOLD = 20  # administrators


class Verdict(NamedTuple):
    why: Literal["bounces", "complaints"]
    bad: int
    mails: int


def count(transaction: Transaction, workspace: str, message: Message, what: str, detail: Mapping[str, str]) -> None:
    """Counts what became of a mail that SES took, on the day it took it: the same whatever order events come in.

    Not a passing bounce, nor what SES itself does not count: mail to its simulator, and to an address that the account
    had given up already, after a bounce or a complaint (its `bounceSubType` or `complaintSubType` says so:
    https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html).
    """
    unseen = what == Outcome.delayed or detail.get("subtype") == "OnAccountSuppressionList"
    if message.settled_at is None or unseen or message.to.endswith(SIMULATOR):
        return
    row = HealthItem(*HealthItem.key(workspace, message.settled_at.astimezone(UTC).date(), place(message.key, SHARDS)))
    amounts: dict[str, Any] = {what: 1}
    if message.message_class == "unsolicited":
        amounts[f"unasked_{what}"] = 1
    transaction.add(row, **amounts)


def recent(workspace: str, now: datetime, pause: SendingPause | None) -> tuple[Tallies, dict[date, Tallies]]:
    """What is judged, and the days it is made of: thirty, or those since a pause was lifted. One Query."""
    first = (now - WINDOW).astimezone(UTC).date()
    days = store.health_since(workspace, first)
    judged = Tallies()
    since = pause.lifted_at.astimezone(UTC).date() if pause and pause.lifted_at else first
    for day, counts in days.items():
        if day >= since:
            judged = judged.plus(counts)
    if pause and pause.lifted_at and since >= first:
        judged = judged.plus(pause.before, -1)
    return judged, days


def verdict(counts: Tallies) -> Verdict | None:
    """What is too much, if anything is. Pure."""
    for mails, bounced, complained in (
        (counts.unasked_sent, counts.unasked_bounced, counts.unasked_complained),
        (counts.sent, counts.bounced, counts.complained),
    ):
        if mails < LEAST:
            continue
        if complained / mails >= MOST_COMPLAINED:
            return Verdict("complaints", complained, mails)
        if bounced / mails >= MOST_BOUNCED:
            return Verdict("bounces", bounced, mails)
    return None


def judge(workspace: str, now: datetime) -> SendingPause | None:
    """Stops the workspace's unsolicited mail when its rates say so; the pause that this made. A Get and a Query."""

    def attempt() -> SendingPause | None:
        row = find(PauseItem, PauseItem.key(workspace), consistent=True)
        held = row.read() if row else None
        if held and held.holds:
            return None
        found = verdict(recent(workspace, now, held)[0])
        if found is None:
            return None
        pause = SendingPause(why=found.why, at=now, bad=found.bad, mails=found.mails)
        transaction = Transaction()
        transaction.save(row.now(workspace, pause) if row else PauseItem.of(workspace, pause))
        product = system(workspace)
        audit.tell(transaction, product, "sending_paused", now, why=pause.why)
        for member in _administrators(workspace):
            about = {"why": pause.why, "bad": str(pause.bad), "mails": str(pause.mails)}
            said = Notification.of("sending_paused", product, now).model_copy(update={"data": about})
            notify(transaction, workspace, member, said)
        transaction.commit()
        return pause

    made = until_settled(attempt)
    if made:
        metric("UnsolicitedPaused")
        logger.warning("unsolicited mail paused", extra={"why": made.why, "bad": made.bad, "mails": made.mails})
    return made


def _administrators(workspace: str) -> list[str]:
    here = [m for m in team.members(workspace) if m.role == Role.admin and m.state == MemberState.active]
    return [m.id for m in here[:MOST_TOLD]]
