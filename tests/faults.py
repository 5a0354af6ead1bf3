"""Faults at the n-th AWS call of a piece of work: not applied, or applied with its answer lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from vivier.gateways.clients import client
from vivier.storage.table import Item, ready

URL = "https://aws.example"


class Death(BaseException):
    """The process is gone: nothing of ours catches it."""


Raise = Callable[[], BaseException]
NOT_APPLIED: dict[str, Raise] = {
    "death before": Death,
    "refused connection": lambda: EndpointConnectionError(endpoint_url=URL),
}
ANSWER_LOST: dict[str, Raise] = {"death after": Death, "timeout": lambda: ReadTimeoutError(endpoint_url=URL)}
FAULTS = [*NOT_APPLIED, *ANSWER_LOST]


class Faults:
    """Watches the product's clients; `at` makes one call fail. `watched`: the clients are, or will be, by who asks."""

    def __init__(self, *, watched: bool = False) -> None:
        self.calls: list[str] = []
        self.fired = False
        self._at: tuple[int, str] | None = None
        self._answers: dict[str, list[ClientError]] = {}
        self._meanwhile: tuple[int | str, Callable[[], object]] | None = None
        if watched:
            return
        ready()
        made = [client("s3"), client("sesv2", once=True), Item._get_connection().connection.client]
        for one in made:
            one.meta.events.register("before-call", self.before, unique_id="faults-before")
            one.meta.events.register("after-call", self.after, unique_id="faults-after")

    @contextmanager
    def at(self, number: int, fault: str) -> Iterator[None]:
        """The call of this number (from 0) inside the block meets the fault, if there are as many calls."""
        self.calls, self.fired, self._at = [], False, (number, fault)
        try:
            yield
        except (Death, Exception):  # whatever the work dies of is the point
            if not self.fired:
                raise
        finally:
            self._at = None

    @contextmanager
    def meanwhile(self, place: int | str, act: Callable[[], object]) -> Iterator[None]:
        """Right before the call of this number inside the block, or the first of this name, somebody else acts: every
        interleaving of two, one after the other, without the chance of threads."""
        self.calls, self.fired, self._meanwhile = [], False, (place, act)
        try:
            yield
        finally:
            self._meanwhile = None

    def answer(self, operation: str, *errors: ClientError) -> None:
        """The next calls of this operation are refused with these errors, one each."""
        self._answers[operation] = list(errors)

    def _now(self, kinds: dict[str, Raise], number: int) -> None:
        if self._at and self._at[0] == number and self._at[1] in kinds:
            self.fired = True
            raise kinds[self._at[1]]()

    def before(self, model: Any, **_: Any) -> None:
        self.calls.append(model.name)
        if self._meanwhile and self._meanwhile[0] in (len(self.calls) - 1, model.name):
            act, self._meanwhile, self.fired = self._meanwhile[1], None, True
            act()
        if waiting := self._answers.get(model.name):
            raise waiting.pop(0)
        self._now(NOT_APPLIED, len(self.calls) - 1)

    def after(self, **_: Any) -> None:
        self._now(ANSWER_LOST, len(self.calls) - 1)


def refusal(code: str, status: int = 400) -> ClientError:
    """What a service says no with."""
    answer: Any = {"Error": {"Code": code, "Message": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(answer, "SendEmail")


def conflict(why: str = "TransactionConflict") -> ClientError:
    """Another transaction has one of the rows at this moment, or the table is too busy for it
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html)."""
    answer: Any = {
        "Error": {"Code": "TransactionCanceledException", "Message": f"Transaction cancelled [{why}]"},
        "CancellationReasons": [{"Code": why, "Message": "conflict"}],
        "ResponseMetadata": {"HTTPStatusCode": 400},
    }
    return ClientError(answer, "TransactWriteItems")
