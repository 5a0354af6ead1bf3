"""Somebody of whom everything is kept asks to be erased."""

from datetime import timedelta
from typing import Any, Protocol

from tests.factories import WORKSPACE

from vivier.kernel.clock import utc_now
from vivier.privacy import store
from vivier.storage.transaction import Transaction


class Asks(Protocol):
    def asks(self, method: str, resource: str, body: Any = None, *, expect: int = 200, **more: Any) -> Any: ...
    def does(self, function: str, event: dict[str, Any], **environment: str) -> Any: ...


def of_an_erasure(api: Asks, candidate_id: str) -> None:
    where: dict[str, Any] = {"candidate_id": candidate_id}
    assert api.asks("GET", "/candidates/{candidate_id}/erasure", **where)["documents"]
    begun = api.asks("POST", "/candidates/{candidate_id}/erasure", {"why": "asked"}, expect=202, **where)
    assert api.asks("GET", "/candidates/{candidate_id}", expect=410, **where)["Details"]["erasure_id"] == begun["id"]
    event = {"workspace": WORKSPACE, "erasure_id": begun["id"]}
    assert api.does("EraseFunction", event)["state"] == "removed"
    assert api.does("EraseFunction", {"again": True}) == {"people": 0}
    assert api.asks("GET", "/erasures/{erasure_id}", erasure_id=begun["id"])["counts"]["documents"]
    assert api.asks("GET", "/erasures")["erasures"]
    row = store.load(WORKSPACE, begun["id"])
    transaction = Transaction()
    store.move(transaction, WORKSPACE, row, row.read(), utc_now() - timedelta(minutes=1))
    transaction.commit()
    assert api.does("SweepFunction", {})["Erasure"] == 1
