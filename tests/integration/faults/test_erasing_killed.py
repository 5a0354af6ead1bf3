"""An erasure that dies at any of its calls and is run again ends as if it had not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import boto3
import pytest
from tests import truth
from tests.conftest import ENVIRONMENT, in_memory, set_environment
from tests.erased import AFTER, Somebody, left, somebody
from tests.factories import WORKSPACE
from tests.faults import FAULTS, Faults
from tests.interviews import mails
from tests.swift import Stored

from vivier.casework.erasure import acts, walk
from vivier.gateways import files
from vivier.privacy.model import Erasing

PARTS = 16  # each in a cloud of its own: what stands in for S3 keeps every object that it ever had
Somewhere = tuple[Stored, Somebody, Faults]


class Kept(NamedTuple):
    """The cloud as it stood: rows, and objects."""

    rows: Any
    objects: dict[str, bytes]


@pytest.fixture
def somewhere() -> Iterator[Somewhere]:
    """A cloud of its own, which is put back, with somebody in it."""
    with pytest.MonkeyPatch.context() as patch, set_environment(patch), in_memory() as stored:
        yield stored, somebody(), Faults()


def stand(stored: Stored) -> Kept:
    s3, bucket = boto3.client("s3"), ENVIRONMENT["FILES"]
    keys = [one["Key"] for one in s3.list_objects_v2(Bucket=bucket)["Contents"]]
    return Kept(stored.save(), {k: s3.get_object(Bucket=bucket, Key=k)["Body"].read() for k in keys})


def back(stored: Stored, to: Kept) -> None:
    stored.restore(to.rows)
    files.delete(*(v.key for v in files.versions_under("") if v.key not in to.objects))
    for key, data in to.objects.items():
        files.write(key, data, "application/octet-stream")


@pytest.mark.parametrize("fault", ["death before", "death after"])
def test_killed_at_a_call_and_run_again_it_ends_the_same(somewhere: Somewhere, fault: str) -> None:
    assert killed(*somewhere, fault, every=45) >= 7


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("fault", FAULTS)
def test_killed_at_any_call_and_run_again_it_ends_the_same(somewhere: Somewhere, fault: str, part: int) -> None:
    assert killed(*somewhere, fault, every=PARTS, first=part) > 15


def killed(stored: Stored, who: Somebody, faults: Faults, fault: str, *, every: int, first: int = 0) -> int:
    """Erases once for each call that erasing takes, or for some of them, killed there; how often."""
    start = stand(stored)

    def work() -> None:
        begun = acts.erase(who.me, who.id, Erasing(), AFTER)
        walk.go_on(WORKSPACE, begun.id, AFTER)

    def ended() -> tuple[Any, ...]:
        (one,) = acts.past(who.me, None).erasures or [acts.erase(who.me, who.id, Erasing(), AFTER)]
        for minutes in (10, 40):
            done = walk.go_on(WORKSPACE, one.id, AFTER + timedelta(minutes=minutes))
        truth.check()
        return done.state, done.counts, done.files, left(who.ids), sorted(m.to for m in mails("interview_gone"))

    work()  # what is read once in a process is not counted
    back(stored, start)
    with faults.at(-1, ""):
        work()
    calls, right = len(faults.calls), ended()
    assert right[3] == []
    assert len(right[4]) == 2
    numbers = range(first, calls, every)
    for number in numbers:
        back(stored, start)
        with faults.at(number, fault):
            work()
        assert faults.fired
        assert ended() == right, f"{fault} of call {number} of {calls}"
    back(stored, start)
    return len(numbers)
