"""Table writes go to the journal before their answer is sent, and come back from it at the start."""

import contextvars
import logging
from typing import Any

from ministack import app
from ministack.core.arn import parse_arn
from ministack.core.responses import request_scope
from ministack.services import dynamodb

from vivier_local import journal as journals
from vivier_local.journal import Journal, Write

log = logging.getLogger("vivier.journal")
_request: contextvars.ContextVar[list[Write] | None] = contextvars.ContextVar("writes of this request", default=None)


def apply(journal: Journal) -> None:
    """Hooks the two functions that every write passes (data plane, TTL, state machines) and the request around."""
    _Hooks(journal, dynamodb._set_item, dynamodb._remove_item, dynamodb.handle_request).install()


class _Hooks:
    def __init__(self, journal: Journal, store: Any, remove: Any, handle: Any) -> None:
        self._journal = journal
        self._store = store
        self._remove = remove
        self._handle = handle

    def install(self) -> None:
        dynamodb._set_item = self.set_item
        dynamodb._remove_item = self.remove_item
        dynamodb.handle_request = self.handle_request

    def set_item(self, table: dict[str, Any], hash_key: str, range_key: str, item: dict[str, Any]) -> Any:
        old = self._store(table, hash_key, range_key, item)
        self._note(Write(table["TableArn"], hash_key, range_key, item))
        return old

    def remove_item(self, table: dict[str, Any], hash_key: str, range_key: str) -> Any:
        old = self._remove(table, hash_key, range_key)
        if old is not None:
            self._note(Write(table["TableArn"], hash_key, range_key, None))
        return old

    async def handle_request(self, *request: Any) -> Any:
        """One line for a whole request. A handler never awaits, so no other request comes between."""
        writes: list[Write] = []
        token = _request.set(writes)
        try:
            return await self._handle(*request)
        finally:
            _request.reset(token)
            if writes:
                self._journal.append(writes)

    def _note(self, write: Write) -> None:
        writes = _request.get()
        if writes is not None:
            writes.append(write)
        else:
            # State machines and the reaper of expired items write one item at a time, from threads of their own.
            self._journal.append([write])


def replay(journal: journals.Replay) -> int:
    """Brings back what the snapshot lacks, with its stream records (a consumer may see some twice: at least once).

    Returns the number of items that changed.
    """
    if journal.damaged:
        log.error("%d lines of the journal could not be read and were left out", journal.damaged)
    return sum(_bring_back(write) for writes in journal.requests for write in writes)


def _bring_back(write: Write) -> bool:
    arn = parse_arn(write.table)
    with request_scope(arn.account_id, arn.region):
        name = write.table.rpartition("/")[2]
        table = dynamodb._tables.get(name)
        if table is None:
            log.error("the journal names a table that the snapshot lacks: %s", name)
            return False
        old = table["items"].get(write.hash_key, {}).get(write.range_key)
        if old == write.item:
            return False
        if write.item is None:
            dynamodb._remove_item(table, write.hash_key, write.range_key)
            dynamodb._emit_stream_event(name, "REMOVE", old, None)
        else:
            dynamodb._set_item(table, write.hash_key, write.range_key, write.item)
            dynamodb._emit_stream_event(name, "MODIFY" if old else "INSERT", old, write.item)
        return True


def replay_after_load(replayed: journals.Replay) -> None:
    """Puts the replay behind the emulator's own loading of its snapshot."""
    load = app._load_persisted_state

    def load_and_replay() -> None:
        load()
        count = replay(replayed)
        log.info("journal: %d requests read, %d items brought back", len(replayed.requests), count)

    app._load_persisted_state = load_and_replay
