"""The walk that removes what is kept of an erased person: cut anywhere and begun again, it ends the same.

Nobody waits for it: the function is asked for it, and the sweep asks again until it is done. When all is gone it looks
once more, twenty minutes later, for what was on its way when the person went: a file that was being read, an event.
"""

from datetime import datetime

from vivier.casework.erasure import elsewhere, own
from vivier.casework.erasure.acts import sealed
from vivier.casework.erasure.work import AT_ONCE, GoesOn, OutOfTime, Work
from vivier.gateways import files
from vivier.kernel.observability import count, logger
from vivier.privacy import store
from vivier.privacy.model import LEASE, SETTLED, Erasure, Remains, State
from vivier.storage.transaction import Transaction

TRIES = 3  # while others move what is removed


def go_on(workspace: str, erasure_id: str, now: datetime, goes_on: GoesOn = lambda: True) -> Erasure:
    """Removes what is left, as far as time allows. Safe to call any number of times, at once too. Raises NotFound."""
    erasure = store.load(workspace, erasure_id).read()
    if erasure.state == State.done:
        return erasure
    _move(workspace, erasure, now + LEASE)
    for _ in range(TRIES):
        work = _work(workspace, erasure, now, goes_on)
        try:
            _all(work)
        except OutOfTime:
            return _move(workspace, erasure, now)
        if not work.lost:
            return _settled(work)
    return _move(workspace, erasure, erasure.next_look(now, held_up=True))


def _work(workspace: str, erasure: Erasure, now: datetime, goes_on: GoesOn) -> Work:
    rows, _ = store.remains(workspace, erasure.id)
    remains = [r.read() for r in rows]
    whole = {one for r in remains if r.record for one in r.record.everyone()}
    if missing := sorted(whole - {r.id for r in remains}):
        remains += sealed(workspace, erasure, missing)
    return Work(workspace, erasure, remains, now, goes_on)


def _all(work: Work) -> None:
    """Marks first: who is gone is not to be found again by the next file. The last look marks nobody: whoever came back
    meanwhile is welcome.
    """
    workspace, erasure = work.workspace, work.erasure
    _kept(workspace, erasure)
    if erasure.state == State.under_way:
        store.mark(workspace, erasure)
    for remains in work.remains:
        own.partition(work, remains.id)
    elsewhere.of_jobs(work)
    elsewhere.outbox(work)
    elsewhere.received(work)
    elsewhere.told(work)
    elsewhere.looks(work)
    elsewhere.addresses(work)
    for remains in work.remains:
        if remains.record:
            elsewhere.lists(work, remains.record)
    if erasure.state == State.removed:
        for place in store.remains(workspace, erasure.id)[1]:
            work.clear(place.prefix)


def _kept(workspace: str, erasure: Erasure) -> None:
    """The certificate outside of the table (again.py)."""
    files.write(store.ledger_key(workspace, erasure.id), erasure.model_dump_json().encode(), "application/json")


def _settled(work: Work) -> Erasure:
    """How far it is now. What is left of the records goes with the state that says so."""
    workspace, erasure, now = work.workspace, work.erasure, work.now
    if work.held_up:
        return _move(workspace, erasure, erasure.next_look(now, held_up=True))
    rows, places = store.remains(workspace, erasure.id)
    counted = erasure.model_copy(update={"files": sum(int(p.n) for p in places)})
    if erasure.state == State.under_way:
        _bared(work)
        after = counted.model_copy(update={"state": State.removed, "removed_at": now})
        count("PersonErased")
        return _finished(workspace, after, now + SETTLED, erasure)
    if erasure.removed_at and now < erasure.removed_at + SETTLED:
        return _move(workspace, counted, erasure.removed_at + SETTLED, before=erasure)
    for start in range(0, len(left := [*rows, *places]), AT_ONCE):
        transaction = Transaction()
        transaction.delete(*left[start : start + AT_ONCE])
        transaction.commit()
    after = counted.model_copy(update={"state": State.done, "checked_at": now})
    return _finished(workspace, after, None, erasure)


def _bared(work: Work) -> None:
    """Of the records nothing but what the last look needs."""
    bare = [Remains(id=r.id, since=r.since, jobs=r.jobs) for r in work.remains]
    for start in range(0, len(bare), AT_ONCE):
        transaction = Transaction()
        some = bare[start : start + AT_ONCE]
        transaction.save(*(store.RemainsItem.of(work.workspace, work.erasure.id, one) for one in some))
        transaction.commit()


def _finished(workspace: str, after: Erasure, next_look: datetime | None, before: Erasure) -> Erasure:
    done = _move(workspace, after, next_look, before=before)
    _kept(workspace, done)
    return done


def _move(workspace: str, after: Erasure, next_look: datetime | None, before: Erasure | None = None) -> Erasure:
    """The erasure as it is from now on, and when it is looked at next; where another run was quicker, as it left it."""
    row = store.load(workspace, after.id)
    held = row.read()
    if held.state != (before or after).state:
        return held
    transaction = Transaction()
    store.move(transaction, workspace, row, after, next_look)
    transaction.commit()
    logger.info("erasure", extra={"erasure_id": after.id, "state": after.state})
    return store.load(workspace, after.id).read()
