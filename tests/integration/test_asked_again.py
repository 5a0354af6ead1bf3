"""What makes something new, asked again under its key because the answer was lost, is there once and tells once."""

import itertools
from typing import Any, NamedTuple

import pytest
from tests import truth
from tests.factories import NOW, colleague
from tests.faults import Faults
from tests.hiring import candidate_in, colleagues, job

from vivier.casework import sharing, writing
from vivier.casework.writing import Trying
from vivier.hiring.interviews import service as interviews
from vivier.hiring.interviews.model import NewInterview
from vivier.hiring.interviews.store import InterviewItem
from vivier.hiring.model import Job
from vivier.hiring.shortlists.model import NewShortlist
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Forbidden, IdempotencyMismatch
from vivier.mail.drafts import Draft
from vivier.mail.store import MessageItem

FIRST = "2099-06-02T08:00:00Z"


class Desk(NamedTuple):
    """Who asks, about whom, and who would interview them."""

    camille: Actor
    job: Job
    one: str
    noe: str

    def tries(self, key: str | None, subject: str = "Une nouvelle") -> str:
        draft = Draft(subject=subject, body="{{ greeting }}")
        return writing.send_test(self.camille, Trying(candidate_ids=[self.one], draft=draft), NOW, key)

    def shares(self, key: str | None, name: str = "Marion Duval") -> str:
        body = {"candidate_ids": [self.one], "to": {"name": name, "email": "marion@cap.example"}}
        return sharing.share(self.camille, self.job.id, NewShortlist.model_validate(body), NOW, key).id

    def meets(self, key: str | None, title: str = "Premier échange", **when: Any) -> str:
        body = {"kind": "phone", "duration_minutes": 30, "interviewers": [self.noe], "title": title, **when}
        wanted = NewInterview.model_validate(body)
        return interviews.create(self.camille, self.job.id, self.one, wanted, NOW, key).id

    def proposes(self, key: str | None, title: str = "Premier échange") -> str:
        return self.meets(key, title, offer={"by": "slots", "starts": [FIRST]})

    def books(self, key: str | None, title: str = "Premier échange") -> str:
        return self.meets(key, title, at=FIRST)


ACTS = ["tries", "shares", "proposes", "books"]


def desk_at() -> Desk:
    camille = colleague().actor()
    made = job(by=camille)
    return Desk(camille, made, candidate_in(made, by=camille), colleagues("recruiter"))


@pytest.fixture
def desk(cloud: None) -> Desk:
    return desk_at()


def there() -> int:
    """How many messages and interviews there are."""
    rows = truth.rows()
    return sum(isinstance(row, (MessageItem, InterviewItem)) for row in rows)


@pytest.mark.parametrize("act", ACTS)
def test_what_is_asked_again_after_a_death_at_any_call_is_there_once(faults: Faults, act: str) -> None:
    of_one: set[int] = set()
    for number in itertools.count():
        asks, before = getattr(desk_at(), act), there()
        with faults.at(number, "death after"):
            asks(f"key {number}")
        died = faults.fired
        one = asks(f"key {number}")

        assert asks(f"key {number}") == one
        of_one.add(there() - before)
        if not died:
            break
    assert len(of_one) == 1


@pytest.mark.parametrize("act", ["tries", "shares", "proposes"])
def test_what_is_asked_twice_on_purpose_is_done_twice(desk: Desk, act: str) -> None:
    asks = getattr(desk, act)

    assert len({asks("one"), asks("two"), asks(None), asks(None)}) == 4


@pytest.mark.parametrize("act", ACTS)
def test_a_key_is_of_one_request(desk: Desk, act: str) -> None:
    asks = getattr(desk, act)
    asks("one")

    with pytest.raises(IdempotencyMismatch):
        asks("one", "Other words")


def test_who_may_not_any_more_is_not_told_what_they_did(desk: Desk) -> None:
    desk.shares("one")
    demoted = desk._replace(camille=desk.camille.model_copy(update={"role": Role.reader}))

    with pytest.raises(Forbidden):
        demoted.shares("one")
