"""How the workspace's mail is received, shown to its members; its rules, its pause and its list, changed by
administrators, each change in the audit.
"""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from vivier.gateways import senders
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, NotFound
from vivier.kernel.settings import settings
from vivier.kernel.versions import on_version
from vivier.mail.deliverability import account, forward, gate, health, records, store, suppression
from vivier.mail.deliverability.account import Account
from vivier.mail.deliverability.admission import workspace_facts
from vivier.mail.deliverability.hashes import hashed
from vivier.mail.deliverability.hours import day_of
from vivier.mail.deliverability.model import SendingPause, SendingRules, Strict, Tallies, Why
from vivier.mail.deliverability.records import SenderDomain
from vivier.mail.deliverability.store import PauseItem, RulesItem, Suppressed
from vivier.mail.model import Address
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit
from vivier.team import service as team

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class Because(Strict):
    words: Words


class AskedAddress(Strict):
    address: Address


class DecidedAddress(Strict):
    address: Address
    words: Words


class SentDay(Strict):
    """Mails that SES took on a day (UTC), by what became of them."""

    day: date
    counts: Tallies


class SesLimits(Strict):
    """What SES lets the whole account send, workspaces and all classes of mail together, as it said at `told_at`."""

    per_second: float
    per_day: int = Field(description="In any 24 hours; -1: without a limit.")
    used: int = Field(description="Of the last 24 hours.")
    for_unasked: int = Field(description="Where what nobody asked for ends; the rest is for what is owed.")
    enabled: bool = Field(description="SES has not stopped the account.")
    sandbox: bool = Field(description="Mails reach verified addresses only.")
    told_at: Instant
    waits_until: Instant | None = Field(description="The 24 hours are spent; nothing leaves before.")


class Sending(Strict):
    """`judged`: what the rates are made of; `least`: below so many mails nothing is judged."""

    rules: SendingRules
    version: int = Field(description="Of the rules; 0: the product's own.")
    pause: SendingPause | None = Field(description="The last one, lifted or not.")
    judged: Tallies
    days: list[SentDay]
    window_days: int = health.WINDOW.days
    least: int = health.LEAST
    most_bounced: float = health.MOST_BOUNCED
    most_complained: float = health.MOST_COMPLAINED
    today: int = Field(description="Unsolicited mails of today.")
    cap: int = Field(description="What today may hold.")
    step: int = Field(description="Which day of use today is, for the warm-up.")
    sender: str
    ses: SesLimits | None = Field(description="None: SES has not been asked yet, or did not say.")


class ListedAddress(Strict):
    """Whether an address stands on the list, why and since when."""

    reasons: dict[str, Instant]
    by: str | None
    words: str | None


def see(actor: Actor, now: datetime) -> Sending:
    """Two Queries and a Get."""
    actor.require(Permission.write_mails)
    held = store.standing(actor.workspace, now)
    facts = workspace_facts(held)
    pause = held.pause.read() if held.pause else None
    judged, days = health.recent(actor.workspace, now, pause)
    today = day_of(now, facts.rules.hours.zone)
    return Sending(
        rules=facts.rules,
        version=held.rules.number if held.rules else 0,
        pause=pause,
        judged=judged,
        days=[SentDay(day=day, counts=counts) for day, counts in sorted(days.items())],
        today=facts.used.get(today, 0),
        cap=gate.cap_of(facts, today),
        step=gate.step_of(facts, today),
        sender=settings().mail_from,
        ses=_ses(store.account(), now),
    )


def _ses(held: Account, now: datetime) -> SesLimits | None:
    limits, at = held.ledger.limits, held.ledger.told_at
    if limits is None or at is None:
        return None
    spent = account.held(held, now, unasked=False)
    return SesLimits(
        per_second=limits.per_second,
        per_day=limits.per_day,
        used=account.used(held),
        for_unasked=int(limits.per_day * account.UNASKED_SHARE),
        enabled=limits.enabled,
        sandbox=limits.sandbox,
        told_at=at,
        waits_until=spent.until if spent and spent.why == Why.ses_quota else None,
    )


def save_rules(actor: Actor, wanted: SendingRules, version: int | None, now: datetime) -> None:
    """Raises VersionMissing, VersionStale."""
    actor.require(Permission.manage_workspace)
    row = find(RulesItem, RulesItem.key(actor.workspace), consistent=True)
    there = row.number if row else 0
    stale = on_version(version, there, "Someone else changed these rules meanwhile.", ["rules"])
    transaction = Transaction()
    transaction.save(row.put(wanted) if row else RulesItem.of(actor.workspace, wanted))
    audit.tell(transaction, actor, "sending_rules_changed", now)
    transaction.commit_on(stale)


def pause(actor: Actor, why: Because, now: datetime) -> None:
    """Stops what nobody asked for. Raises Conflict (it stands still already)."""
    actor.require(Permission.manage_workspace)

    def attempt() -> None:
        row = find(PauseItem, PauseItem.key(actor.workspace), consistent=True)
        if row and row.read().holds:
            raise Conflict("It is paused already.")
        made = SendingPause(why="by_hand", at=now, by=actor.name, words=why.words)
        transaction = Transaction()
        transaction.save(row.now(actor.workspace, made) if row else PauseItem.of(actor.workspace, made))
        audit.tell(transaction, actor, "sending_paused", now, why="by_hand", words=why.words)
        transaction.commit()

    until_settled(attempt)


def resume(actor: Actor, why: Because, now: datetime) -> None:
    """Lets it go on, what waited for it first; what was judged before is judged no more. Raises Conflict (nothing is
    paused).
    """
    actor.require(Permission.manage_workspace)

    def attempt() -> None:
        row = find(PauseItem, PauseItem.key(actor.workspace), consistent=True)
        if row is None or not row.read().holds:
            raise Conflict("It is not paused.")
        day = now.astimezone(UTC).date()
        before = store.health_since(actor.workspace, day).get(day, Tallies())
        by = {"lifted_at": now, "lifted_by": actor.name, "lifted_words": why.words}
        lifted = row.read().model_copy(update={**by, "before": before, "forward": True})
        transaction = Transaction()
        transaction.save(row.now(actor.workspace, lifted))
        audit.tell(transaction, actor, "sending_resumed", now, words=why.words)
        transaction.commit()

    until_settled(attempt)
    forward.some(actor.workspace, now)  # the sweep goes on, should there be more


def domain(actor: Actor) -> SenderDomain:
    """The DNS records of the sender's domain, as SES sees them: one Get and one call to SES. Raises Unavailable."""
    actor.require(Permission.manage_workspace)
    name, answers = settings().mail_from.partition("@")[2], settings().mail_domain
    held = senders.identity(name)
    receiving = [records.receiving(answers, held.region)] if held and answers else []
    return records.of(name, held, team.workspace(actor.workspace).privacy_contact, receiving)


def look_up(actor: Actor, asked: AskedAddress, now: datetime) -> ListedAddress:
    """Noted in the audit, without the address. Raises NotFound."""
    actor.require(Permission.manage_workspace)
    transaction = Transaction()
    _note(transaction, actor, "address_looked_up", asked.address, now)
    transaction.commit()
    held = suppression.look_up(actor.workspace, asked.address)
    if held is None:
        raise NotFound("This address is not on the list.")
    return _listed(held)


def suppress(actor: Actor, decided: DecidedAddress, now: datetime) -> ListedAddress:
    """Puts an address on the list; again, nothing changes but the words."""
    actor.require(Permission.manage_workspace)

    def attempt() -> ListedAddress:
        transaction = Transaction()
        suppression.add(
            transaction, actor.workspace, [decided.address], "by_hand", now, by=actor.name, words=decided.words
        )
        _note(transaction, actor, "address_suppressed", decided.address, now, decided.words)
        transaction.commit()
        held = suppression.look_up(actor.workspace, decided.address)
        return _listed(held or Suppressed())

    return until_settled(attempt)


def release(actor: Actor, decided: DecidedAddress, now: datetime) -> None:
    """Takes an address off the list, whatever put it there; marks on people's records stay. Raises NotFound."""
    actor.require(Permission.manage_workspace)

    def attempt() -> None:
        transaction = Transaction()
        if not suppression.lift(transaction, actor.workspace, [decided.address]):
            raise NotFound("This address is not on the list.")
        _note(transaction, actor, "address_released", decided.address, now, decided.words)
        transaction.commit()

    until_settled(attempt)


def _listed(held: Suppressed) -> ListedAddress:
    return ListedAddress(reasons=held.reasons, by=held.by, words=held.words)


def _note(
    transaction: Transaction, actor: Actor, kind: audit.Done, address: str, now: datetime, words: str | None = None
) -> None:
    mark = hashed(store.hash_key(actor.workspace), address)[:12]
    audit.tell(transaction, actor, kind, now, mark=mark, words=words)
