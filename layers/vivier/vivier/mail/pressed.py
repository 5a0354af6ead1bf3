"""Links that were pressed, and which of it a person did.

Scanners open the links of mails too. What does not count: anything that runs no script (mail/clicks.py); programs that
say what they are; a browser that is driven by a program or shows its page to nobody; anything sooner after the sending
than somebody reads; several links of one mail at once. For the last the press is stored and decided by the sweep a
little later. Each link counts once a mail, the first time.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from pydantic import ConfigDict

from vivier.kernel.actor import system
from vivier.kernel.clock import Instant, iso
from vivier.kernel.errors import NotFound
from vivier.kernel.model import Model
from vivier.kernel.observability import count
from vivier.mail import clicks, exposures
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.people import store
from vivier.people.model import Author, Event
from vivier.people.timeline import event, in_order
from vivier.storage.table import Item, find, get, put_once, query, waiting
from vivier.storage.transaction import Transaction, until_settled
from vivier.team.links import Link

TOO_SOON = timedelta(seconds=10)  # nobody has read a mail by then
AT_ONCE = timedelta(seconds=3)  # two links of one mail: that is a program
DECIDED = timedelta(seconds=20)  # when what belongs to a press has come in
BUCKET = 10  # seconds in which a link is noted once
KEPT = timedelta(days=30)
MOST = 200
PROGRAMS = re.compile(
    r"bot\b|bot[/_-]|crawl|spider|scan|preview|prefetch|headless|phantom|proxy|python|curl|wget|httpclient|java/|okhttp"
    r"|go-http|axios|node-fetch|libwww|facebookexternalhit|slack|whatsapp|telegram|skypeuri|mimecast|barracuda|proofpoint"
    r"|fortinet|fortimail|sophos|trendmicro|symantec|messagelabs|forcepoint|cisco|ironport|safelinks|zscaler|urldefense"
    r"|googleimageproxy|yahoomail|validator|monitor|check",
    re.IGNORECASE,
)


class Press(Model):
    model_config = ConfigDict(extra="forbid")

    message_key: str
    number: int
    at: Instant


class PressItem(Item, discriminator="press"):
    """Beside its message, until it is decided."""

    PREFIX = "click#"

    @classmethod
    def of(cls, workspace: str, p: Press) -> "PressItem":
        pk, _ = MessageItem.key(workspace, p.message_key)
        item = cls.holding(p, pk, f"{cls.PREFIX}{p.number:03d}#{int(p.at.timestamp()) // BUCKET}")
        item.ttl = int((p.at + KEPT).timestamp())
        item.gsi1pk, item.gsi1sk = f"W#{workspace}#CLICKS", f"{iso(p.at)}#{p.message_key}"
        return item

    def read(self) -> Press:
        return Press.model_validate_json(self.body)


def press(link: Link, number: int, *, by_hand: bool, agent: str, now: datetime) -> str:
    """Where a link of a mail leads. Two Gets, and a Put while the link is not counted. Raises NotFound.

    `by_hand`: what the page says of the browser it is in.
    """
    row = find(MessageItem, MessageItem.key(link.workspace, link.subject))
    held = clicks.targets(row.read().html) if row else []
    if row is None or not 0 <= number < len(held):
        raise NotFound("This link does not work, or not any more. Ask who wrote to you for the address.")
    if str(number) not in row.read().clicked and by_hand and agent and not PROGRAMS.search(agent):
        put_once(PressItem.of(link.workspace, Press(message_key=link.subject, number=number, at=now)))
    else:
        count("ClickNotCounted")
    return held[number]


def undecided(workspace: str, now: datetime) -> list[str]:
    """Messages of which something was pressed a moment ago: one Query."""
    rows = waiting(PressItem, f"W#{workspace}#CLICKS", until=iso(now - DECIDED), limit=100)
    return list(dict.fromkeys(row.read().message_key for row in rows))


def undecided_of(workspace: str, message_key: str) -> list[Press]:
    """What was pressed in one mail and no sweep has counted yet: one Query."""
    pk, _ = MessageItem.key(workspace, message_key)
    return [r.read() for r in query(pk, prefix=PressItem.PREFIX, limit=MOST) if isinstance(r, PressItem)]


def by_person(presses: Iterable[Press], sent_at: datetime | None) -> list[Press]:
    """The first press of each link that a person made."""
    held = sorted(presses, key=lambda p: p.at)
    first: dict[int, Press] = {}
    for one in held:
        soon = sent_at is not None and one.at - sent_at < TOO_SOON
        crowd = any(other.number != one.number and abs(other.at - one.at) < AT_ONCE for other in held)
        if not soon and not crowd:
            first.setdefault(one.number, one)
    return list(first.values())


Also = Callable[[Transaction, str, Message], None]  # what a first click in a mail is counted in besides


def decide(workspace: str, message_key: str, now: datetime, also: Also | None = None) -> int:
    """Counts what was pressed in a mail by a person, with its event; how many links that was. Safe to repeat.

    2 Gets, a Query and a transaction (+ 1 BatchGet for who is in an experiment).
    """

    def attempt() -> int:
        row = get(MessageItem, MessageItem.key(workspace, message_key), consistent=True)
        message = row.read()
        rows = [r for r in query(row.pk, prefix=PressItem.PREFIX, limit=MOST) if isinstance(r, PressItem)]
        known = by_person((r.read() for r in rows), message.settled_at or message.claimed_at)
        new = [p for p in known if str(p.number) not in message.clicked]
        transaction = Transaction()
        transaction.delete(*[r for r in rows if r.read().at <= now - DECIDED][:50])
        if new:
            clicked = message.clicked | {str(p.number): p.at for p in new}
            transaction.save(row.now(workspace, message.model_copy(update={"clicked": clicked})))
            _tell(transaction, workspace, message, new)
            if also and not message.clicked:
                also(transaction, workspace, message)
        transaction.commit()
        return len(new)

    done = until_settled(attempt)
    count("ClickCounted", done)
    return done


def _tell(transaction: Transaction, workspace: str, message: Message, new: list[Press]) -> None:
    if message.candidate_id is None:
        return
    addresses = clicks.targets(message.html)
    person = store.load(workspace, message.candidate_id).read()
    told = in_order([_told(workspace, message, addresses[p.number], p.at) for p in new])
    transaction.create(*(store.EventItem.of(workspace, person.id, e) for e in told))
    exposures.did(transaction, workspace, person, "click", new[0].at, message_key=message.key)


def _told(workspace: str, message: Message, address: str, at: datetime) -> Event:
    told = event(
        "mail_clicked", system(workspace), at, cause="mail", message=message.key, subject=message.subject, link=address
    )
    return told.model_copy(update={"actor": Author(kind="candidate", id=message.candidate_id)})
