"""Unsolicited mails for tests: people who were found, and mails that nobody asked for."""

from datetime import datetime

from tests.factories import NOW, WORKSPACE
from vivier.kernel.ids import new_id
from vivier.mail import outbox, service
from vivier.mail import store as messages
from vivier.mail.deliverability.model import Frequency, OpenHours, SendingRules, WarmUp
from vivier.mail.deliverability.store import RulesItem
from vivier.mail.model import Guard, Message
from vivier.people import store
from vivier.people.fields import Fields, Value
from vivier.people.model import Candidate, Origin
from vivier.storage.table import find, get
from vivier.storage.transaction import Transaction
from vivier.team import service as team

ALWAYS = OpenHours(days=[0, 1, 2, 3, 4, 5, 6], from_hour=0, to_hour=24)


def found(number: int = 1, email: str | None = None) -> str:
    """The id of somebody who never applied, whom nobody else resembles."""
    name = "".join(chr(97 + int(d)) for d in f"{number:04d}")
    fields = Fields(
        name=Value(value=f"Prénom{name} Nom{name}"), emails=[Value(value=email or f"found{number}@courrier.example")]
    )
    someone = Candidate(
        id=new_id("can", NOW),
        created_at=NOW,
        updated_at=NOW,
        relation="found",
        origin=Origin(),
        language="fr",
        fields=fields,
    )
    transaction = Transaction()
    store.write(transaction, WORKSPACE, None, someone)
    transaction.commit()
    return someone.id


def queue(candidate_id: str, key: str, due: datetime = NOW, guard: Guard | None = None) -> str:
    """A mail that the person did not ask for, waiting in the outbox."""
    who = store.load(WORKSPACE, candidate_id).read()
    owner = team.workspace(WORKSPACE)
    mail = service.compose("notice", key, who, owner, NOW, due, message_class="unsolicited", guard=guard)
    transaction = Transaction()
    outbox.put(transaction, WORKSPACE, mail)
    transaction.commit()
    return key


def rule(cap: int = 100, mails: int = 2, allowed: OpenHours = ALWAYS) -> None:
    """What the workspace decides: mails a day, mails to one person in a week, hours (any, when not said)."""
    warm_up = WarmUp(first=cap, growth=0, most=cap)
    transaction = Transaction()
    rules = SendingRules(hours=allowed, frequency=Frequency(mails=mails, days=7), warm_up=warm_up)
    held = find(RulesItem, RulesItem.key(WORKSPACE))
    transaction.save(held.put(rules) if held else RulesItem.of(WORKSPACE, rules))
    transaction.commit()


def message(key: str) -> Message:
    return get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key), consistent=True).read()


def token_in(raw: str | bytes) -> str:
    """What stands in the link of a mail."""
    head = (raw if isinstance(raw, str) else raw.decode()).partition("\n\n")[0]
    way = next(line for line in head.splitlines() if line.startswith("List-Unsubscribe:"))
    return way.rpartition("/")[2].rstrip(">")


def lives_at(candidate_id: str, place: str | None = None, phone: str | None = None) -> str:
    """The same person, with what tells their clock on their record."""
    row = store.load(WORKSPACE, candidate_id)
    before = row.read()
    told = {"location": Value(value=place) if place else None, "phones": [Value(value=phone)] if phone else []}
    transaction = Transaction()
    after = before.model_copy(update={"fields": before.fields.model_copy(update=told)})
    store.write(transaction, WORKSPACE, row, after)
    transaction.commit()
    return candidate_id
