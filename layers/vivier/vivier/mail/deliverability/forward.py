"""What waited for a pause of unsolicited mail is tried again once it is lifted: as much as one request takes with the
act that lifts it, the rest with the turns of the sweep. Each would be asked within the hour anyway.
"""

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from vivier.kernel.clock import iso
from vivier.mail import store as outbox
from vivier.mail.deliverability import gate
from vivier.mail.deliverability.model import Why
from vivier.mail.deliverability.store import PauseItem
from vivier.storage.transaction import Lost, Transaction

PAGE = 400  # mails that wait, looked at together
AT_ONCE = 40
LINGERS = timedelta(minutes=2)  # that a sender may take which saw the pause, and an index to tell of it


class Some(NamedTuple):
    """How many mails are due now that waited for the pause alone; behind which one to go on (None: no more wait)."""

    moved: int
    after: str | None


def some(workspace: str, now: datetime, after: str | None = None) -> Some:
    """A page of what waits. One Query, a transaction for each forty."""
    waiting = outbox.due(workspace, iso(now + gate.ASK_AGAIN), after=after or f"{iso(now)}~", limit=PAGE, unasked=True)
    further = waiting[-1].gsi1sk if len(waiting) == PAGE else None
    held = [(row, m) for row in waiting if (m := row.read()).reason == Why.sending_paused]
    moved = 0
    for start in range(0, len(held), AT_ONCE):
        part = held[start : start + AT_ONCE]
        transaction = Transaction()
        transaction.save(*(row.now(workspace, m.model_copy(update={"due_at": now})) for row, m in part))
        with contextlib.suppress(Lost):  # one of them went on meanwhile: these are looked at again
            transaction.commit()
            moved += len(part)
    return Some(moved, further)


def go_on(workspace: str, row: PauseItem, now: datetime, goes_on: Callable[[], bool]) -> int:
    """Brings forward what is left, page after page while there is time; how many it was. What found nothing more, when
    nobody can have seen the pause any longer, ends it: one transaction.
    """
    pause, moved, page = row.read(), 0, Some(0, "")
    while page.after is not None and goes_on():
        page = some(workspace, now, page.after)
        moved += page.moved
    lingers = pause.lifted_at is not None and now < pause.lifted_at + LINGERS
    if not (moved or lingers or page.after is not None):
        transaction = Transaction()
        transaction.save(row.now(workspace, pause.model_copy(update={"forward": False})))
        with contextlib.suppress(Lost):  # it is paused anew
            transaction.commit()
    return moved
