"""People who are asked for what is missing, for tests."""

from datetime import datetime, timedelta
from typing import Any

from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from vivier.casework import asking
from vivier.casework.answering import Answers
from vivier.casework.asking import AskedPerson, Asking
from vivier.kernel.actor import Actor
from vivier.kernel.ids import new_id, sort_key
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.people import store
from vivier.people.asks import store as rows
from vivier.people.asks.model import PURPOSE, Ask
from vivier.people.model import Candidate, Event, Proposal
from vivier.storage.table import get
from vivier.team.links import Link

SOON = NOW + timedelta(seconds=10)
DAY = timedelta(days=1)
_number = iter(range(1, 10**9))


def someone(email: str | None = "", **more: Any) -> str:
    """A person with a CV and without a phone; their id."""
    address = f"p{next(_number)}@courrier.example" if email == "" else email
    return f"can_{arrive(profile(email=address, **more)).intake_id.partition('_')[2]}"


def asked(who: Actor, *ids: str, at: datetime = NOW, key: str | None = None, **more: Any) -> list[AskedPerson]:
    wanted = Asking.model_validate({"key": key or sort_key(new_id("key")), "candidate_ids": ids, **more})
    return asking.ask(who, wanted, at)


def one_asked(who: Actor, candidate_id: str, **more: Any) -> Ask:
    (done,) = asked(who, candidate_id, **more)
    assert done.ask, done.message
    return done.ask


def link(ask: Ask) -> Link:
    """What the link in the mail opens."""
    return Link(
        hash="0" * 64,
        purpose=PURPOSE,
        workspace=WORKSPACE,
        subject=ask.subject,
        created_at=ask.made_at,
        expires_at=ask.expires_at,
    )


def person(candidate_id: str) -> Candidate:
    return store.load(WORKSPACE, candidate_id).read()


def held(candidate_id: str) -> Ask:
    row = rows.held(WORKSPACE, candidate_id)
    assert row
    return row.read()


def told(candidate_id: str, kind: str) -> list[Event]:
    return [e for e in people.open_candidate(actor(), candidate_id).events if e.kind == kind]


def proposals(candidate_id: str) -> list[Proposal]:
    return people.open_candidate(actor(), candidate_id).proposals


def fate(key: str | None) -> State:
    return get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True).read().state


def answers(**given: Any) -> Answers:
    return Answers.model_validate(given)
