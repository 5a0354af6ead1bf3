"""What the sweep does for sequences: sets clocks for who is due within a day, starts again those that are gone, answers
what disturbed an enrolment, and goes on with what concerns everyone in a sequence.
"""

from datetime import datetime, timedelta

from vivier.casework import enrolment_acts, enrolments, sequence_clocks
from vivier.kernel.actor import Actor, system
from vivier.people.enrolled import EnrolmentItem, watch
from vivier.sequences import rules, service, store
from vivier.sequences.model import Enrolment, EnrolmentState, Sequence, SequenceVersion, SequenceWork, WaitingFor
from vivier.storage.transaction import Lost, Transaction, until_settled

GRACE = timedelta(minutes=1)  # that an execution has to wake whom it waits for
PEOPLE = 100  # of a sequence whose work goes on, in one run
PAGES = 10  # of its people that are looked through for those whom a limit holds, in one run
LOOKED_THROUGH = "all"  # where the cursor of that stands behind the last of them
LINGERS = timedelta(minutes=2)  # that a wake may take which saw the sequence paused, and an index to tell of it


def late(workspace: str, row: EnrolmentItem, now: datetime) -> bool:
    """Its execution is gone, or will be late: another one is started, and wakes it at once."""
    e = store.read(row)
    if row.disturbed:
        enrolments.wake(workspace, e.candidate_id, e.sequence_id, now)
        return True
    return sequence_clocks.start(workspace, e, now)


def arm(workspace: str, row: EnrolmentItem, now: datetime) -> bool:
    """First the row says that something will wake it, then that something is started. Who was enrolled before moves
    were watched is watched from here on, in the same transaction.
    """
    e = store.read(row)
    transaction = Transaction()
    store.write(transaction, workspace, row, e, e, armed=True)
    if rules.watches(e, service.version(workspace, e.sequence_id, e.version)):
        watch(transaction, workspace, e.candidate_id, e.sequence_id)
    try:
        transaction.commit()
    except Lost:
        return False  # it moved meanwhile: nothing was left behind
    return sequence_clocks.start(workspace, e, now)


def go_on(workspace: str, sequence_id: str, now: datetime) -> int:
    """A part of the first work of a sequence; how many enrolments it concerned."""
    row = store.load(workspace, sequence_id)
    sequence = row.read()
    if not sequence.works:
        return 0
    work = sequence.works[0]
    number, left = (_release if work.kind == "go_on" else _move)(workspace, sequence, work, now)
    if left == work and len(sequence.works) == 1:
        return number

    def settle() -> None:
        held = store.load(workspace, sequence_id)
        now_there = held.read()
        same = [w for w in now_there.works if (w.kind, w.at) == (work.kind, work.at)]
        if not same:
            return  # somebody gave the order again meanwhile
        others = [w for w in now_there.works if w.kind != work.kind]
        # Next it is the others' turn.
        after = now_there.model_copy(update={"works": [*others, left] if left else others})
        transaction = Transaction()
        store.write_sequence(transaction, workspace, held, after)
        transaction.commit()

    until_settled(settle)
    return number


Part = tuple[int, SequenceWork | None]


def _release(workspace: str, sequence: Sequence, work: SequenceWork, now: datetime) -> Part:
    """Who waited for a paused sequence goes on, now that it runs again. Then who waits for a limit: the pause has made
    their mail one that does not leave, and what the limit says now is asked for another.
    """
    if sequence.state != "active":
        return 0, None
    rows = store.of_paused(workspace, sequence.id, limit=PEOPLE)
    for row in rows:
        at = max(now, store.read(row).wake_at or now)
        _goes_on(workspace, row, now, {"waiting": WaitingFor.time, "wake_at": at})
    if len(rows) == PEOPLE:
        return len(rows), work
    held, cursor = _held_by_limits(workspace, sequence.id, work.cursor, now)
    over = cursor == LOOKED_THROUGH and now >= work.at + LINGERS
    return len(rows) + held, None if over else work.model_copy(update={"cursor": cursor})


def _held_by_limits(workspace: str, sequence_id: str, cursor: str | None, now: datetime) -> tuple[int, str | None]:
    """Looks through some pages of who is in it; how many were held, and where to go on."""
    held = 0
    for _ in range(PAGES):
        if cursor == LOOKED_THROUGH or held >= PEOPLE:
            break
        rows, more = enrolment_acts.rows_of(system(workspace), sequence_id, EnrolmentState.active, cursor)
        for row in rows:
            e = store.read(row)
            if e.waiting == WaitingFor.sending and e.wake_at and e.wake_at > now and not row.disturbed:
                held += _goes_on(workspace, row, now, {"wake_at": now})
        cursor = more or LOOKED_THROUGH
    return held, cursor


def _goes_on(workspace: str, row: EnrolmentItem, now: datetime, fresh: dict[str, object]) -> bool:
    e = store.read(row)
    after = e.model_copy(update=fresh)
    transaction = Transaction()
    store.write(transaction, workspace, row, e, after, armed=True)
    try:
        transaction.commit()
    except Lost:
        return False  # it moved meanwhile
    sequence_clocks.start(workspace, after, now)
    return True


def _move(workspace: str, sequence: Sequence, work: SequenceWork, now: datetime) -> Part:
    """Who is in flight goes over to the newest version."""
    actor = Actor(
        workspace=workspace, kind="member" if work.by else "system", id=work.by or "", name=work.by_name or "Vivier"
    )
    new = service.version(workspace, sequence.id, sequence.version)
    state = EnrolmentState.paused if (work.cursor or "").startswith("paused:") else EnrolmentState.active
    cursor = (work.cursor or "").partition(":")[2] or None
    rows, more = enrolment_acts.rows_of(actor, sequence.id, state, cursor)
    for row in rows:
        _carry(actor, store.read(row), new, now)
    if more:
        return len(rows), work.model_copy(update={"cursor": f"{state.value}:{more}"})
    return len(rows), work.model_copy(update={"cursor": "paused:"}) if state == EnrolmentState.active else None


def _carry(actor: Actor, seen: Enrolment, new: SequenceVersion, now: datetime) -> None:
    def attempt() -> Enrolment | None:
        row = store.enrolment(actor.workspace, seen.candidate_id, seen.sequence_id)
        if row is None or not (e := store.read(row)).live or e.version >= new.number:
            return None
        transaction = Transaction()
        after = enrolment_acts.carry(transaction, actor, row, e, new, now)
        transaction.commit()
        return after

    if (e := until_settled(attempt)) and e.state == EnrolmentState.active:
        sequence_clocks.start(actor.workspace, e, now)
