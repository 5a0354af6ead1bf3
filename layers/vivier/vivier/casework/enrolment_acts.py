"""What a human does with an enrolment, and looking at them: of a sequence, of a person."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from vivier.casework import names, sequence_clocks, stops
from vivier.hiring import store as hiring
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import BadCursor, Conflict, NotFound, VersionStale
from vivier.kernel.ids import new_id
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.people.enrolled import EnrolmentItem, disturbed_at, watch
from vivier.people.model import Strict
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event
from vivier.sequences import numbers, rules, schedule, service, store
from vivier.sequences.model import (
    UNDO,
    Enrolment,
    EnrolmentCounts,
    EnrolmentState,
    SequenceState,
    SequenceVersion,
    StepDone,
    StopReason,
    WaitingFor,
)
from vivier.sequences.steps import Step
from vivier.storage import cursor as cursors
from vivier.storage.table import get_many
from vivier.storage.transaction import Transaction, until_settled

PAGE = 50
EMPTY_BUCKETS = 20  # looked into while nobody was found
Act = Literal["pause", "resume", "skip", "remove", "restart", "move"]
S = EnrolmentState


class SeenEnrolment(Strict):
    """An enrolment with the name of its person, and the next step of its version: `number` among mails and tasks."""

    enrolment: Enrolment
    name: str | None = None
    step: Step | None = None
    number: int | None = None
    steps: int = Field(default=0, description="Mails and tasks that its version has.")
    leaves_at: Instant | None = Field(default=None, description="Of a mail that a limit holds back: when it may leave.")
    held_by: str | None = Field(default=None, description="That limit: `warm_up`, say.")
    halted: bool = Field(default=False, description="Of a person's own: its sequence is paused or archived.")
    did_at: Instant | None = Field(default=None, description="Of who did a step: when it left, or was given.")


class Enrolments(Strict):
    enrolments: list[SeenEnrolment]
    counts: EnrolmentCounts
    cursor: str | None = None


def act(
    actor: Actor, candidate_id: str, sequence_id: str, what: Act, now: datetime, epoch: int | None = None
) -> SeenEnrolment:
    """Pause, resume (also what was stopped), skip the next step, remove, restart, move to the newest version. `epoch`:
    of the enrolment as it was seen, so that what is asked again after a lost answer is not done to the step after it.

    Raises NotFound, Conflict (it cannot be done as it is), VersionStale.
    """
    actor.require(Permission.run_sequences)

    def attempt() -> Enrolment:
        row = _row(actor, candidate_id, sequence_id)
        if row.disturbed:  # what they see is how it stands once that is answered
            stops.answer(actor.workspace, row, store.read(row), now)
            row = _row(actor, candidate_id, sequence_id)
        before = store.read(row)
        if epoch is not None and epoch != before.epoch:
            raise VersionStale("This enrolment went on meanwhile.", version=before.epoch, fields=[])
        transaction = Transaction()
        after = ACTS[what](transaction, actor, row, before, now)
        transaction.commit()
        return after

    e = until_settled(attempt)
    if e.state == S.active:
        sequence_clocks.start(actor.workspace, e, now)
    return _seen(actor, [e])[0]


def _row(actor: Actor, candidate_id: str, sequence_id: str) -> EnrolmentItem:
    row = store.enrolment(actor.workspace, candidate_id, sequence_id)
    if row is None:
        raise NotFound("This person is not in this sequence.")
    return row


def _refuse(e: Enrolment, *allowed: EnrolmentState) -> None:
    if e.state not in allowed:
        raise Conflict("This cannot be done with the enrolment as it is.", state=e.state)


def _write(
    transaction: Transaction, actor: Actor, row: EnrolmentItem, before: Enrolment, after: Enrolment, kind: str,
    now: datetime, **data: object,
) -> Enrolment:  # fmt: skip
    workspace = actor.workspace
    moved = before.state != after.state or before.id != after.id
    ever = store.tally(workspace, after.sequence_id).ever(after.state) if moved else 0
    armed = after.wake_at is not None and after.wake_at - now < store.HORIZON
    after = store.write(transaction, workspace, row, before, after, ever=ever, armed=armed)
    if rules.watches(after, _version(actor, after)):
        watch(transaction, workspace, after.candidate_id, after.sequence_id)
    told = event(kind, actor, now, cause="sequence", more=stops.about(before) | data)
    transaction.create(people.EventItem.of(workspace, after.candidate_id, told))
    return after


def _pause(t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, now: datetime) -> Enrolment:
    if e.state == S.paused:
        return e
    _refuse(e, S.active)
    return stops.end(t, actor.workspace, row, e, StopReason.by_hand, now, state=S.paused, actor=actor)


def _remove(t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, now: datetime) -> Enrolment:
    if e.state == S.removed:
        return e
    _refuse(e, S.active, S.paused)
    return stops.end(t, actor.workspace, row, e, StopReason.by_hand, now, state=S.removed, actor=actor)


def _resume(t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, now: datetime) -> Enrolment:
    """Where it was, in ten seconds at the soonest. Who was moved meanwhile goes on in the stage where they are."""
    if e.state == S.active:
        return e
    _refuse(e, S.paused, S.stopped, S.removed)
    if e.reason == StopReason.merged:
        raise Conflict("This record was merged into another: enrol that one.", state=e.state)
    return _write(t, actor, row, e, _here(actor, e.going_on(now + UNDO)), "sequence_resumed", now)


def _here(actor: Actor, e: Enrolment) -> Enrolment:
    """From now on the stage where the person stands is the one to stay in, and what moved before does not count."""
    if e.job_id is None:
        return e.model_copy(update={"moved_in": []})
    held = hiring.application(actor.workspace, e.candidate_id, e.job_id)
    return e.model_copy(update={"stage_id": hiring.read(held).stage_id if held else e.stage_id})


def _skip(t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, now: datetime) -> Enrolment:
    """The step after it follows as if this one had been done now. A mail that may have left is left behind."""
    _refuse(e, S.active, S.paused)
    version = _version(actor, e)
    if e.step_id is None:
        raise Conflict("There is no step left to skip.", state=e.state)
    stops.cancel_mail(t, actor.workspace, e, "skipped", now, actor)
    done = StepDone(step_id=e.step_id, at=now, version=e.version, message_key=e.message_key, skipped="by_hand")
    zone = schedule.zone_of(version.settings, e.zone)
    further = rules.passed(e, done, version, now + UNDO, zone).model_copy(update={"epoch": e.epoch + 1})
    return _write(t, actor, row, e, further, "sequence_step_skipped", now)


def _restart(t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, now: datetime) -> Enrolment:
    """From the first step of the newest version."""
    if e.reason == StopReason.merged:
        raise Conflict("This record was merged into another: enrol that one.", state=e.state)
    sequence = store.load(actor.workspace, e.sequence_id).read()
    version = service.version(actor.workspace, e.sequence_id, sequence.version)
    stops.cancel_mail(t, actor.workspace, e, "restarted", now, actor)
    zone = schedule.zone_of(version.settings, e.zone)
    ahead = schedule.following(version.steps, 0, now + UNDO, version.settings, zone)
    begun = {"id": new_id("enr", now), "version": version.number, "done": [], "replied_at": None, "enrolled_at": now}
    by = {"enrolled_by": actor.id or None, "enrolled_by_name": actor.name or None, "via": "hand", "key": None}
    fresh = e.going_on(now).at(ahead.position, ahead.step.id if ahead.step else None, ahead.at)
    after = _here(actor, fresh.model_copy(update=begun | by))
    return _write(t, actor, row, e, after, "sequence_restarted", now, to_version=version.number)


def _move(t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, now: datetime) -> Enrolment:
    """Over to the newest version; who is paused stays so."""
    _refuse(e, S.active, S.paused)
    sequence = store.load(actor.workspace, e.sequence_id).read()
    return carry(t, actor, row, e, service.version(actor.workspace, e.sequence_id, sequence.version), now)


def carry(
    t: Transaction, actor: Actor, row: EnrolmentItem, e: Enrolment, new: SequenceVersion, now: datetime
) -> Enrolment:
    """Over to a version; one that is there already stays as it is. A mail that waits is made again in its words."""
    if e.version == new.number:
        return e
    left = stops.cancel_mail(t, actor.workspace, e, "another version", now, actor)
    old, stands = _version(actor, e), e
    there = e.step_id is not None and new.position_of(e.step_id) is not None
    if left and not there and e.step_id:  # its mail is left behind, as one that was sent
        done = StepDone(step_id=e.step_id, at=now, version=e.version, message_key=e.message_key)
        stands = rules.passed(e, done, old, now, schedule.zone_of(old.settings, e.zone))
    moved = rules.carried(stands, old, new, now + UNDO, schedule.zone_of(new.settings, e.zone))
    if left and there:  # it waits for what becomes of a mail that a sender has: that step is not done again
        moved = moved.model_copy(update={"message_key": e.message_key, "wake_at": e.wake_at, "waiting": e.waiting})
    else:
        waiting = WaitingFor.time if moved.message_key and moved.state == S.active else moved.waiting
        moved = moved.model_copy(update={"message_key": None, "waiting": waiting})
    return _write(t, actor, row, e, moved, "sequence_version_changed", now, to_version=new.number)


ACTS: dict[Act, Callable[[Transaction, Actor, EnrolmentItem, Enrolment, datetime], Enrolment]] = {
    "pause": _pause,
    "resume": _resume,
    "skip": _skip,
    "remove": _remove,
    "restart": _restart,
    "move": _move,
}


def _version(actor: Actor, e: Enrolment) -> SequenceVersion:
    return service.version(actor.workspace, e.sequence_id, e.version)


def _read(actor: Actor, rows: list[EnrolmentItem]) -> list[Enrolment]:
    """As they stand once what disturbed them is answered, which may take the sweep a minute: who was moved on is not
    in it any more. A BatchGet of applications, where one of those is about a job.
    """
    held = [(row, store.read(row)) for row in rows]
    asked = [e for row, e in held if row.disturbed and e.job_id]
    keys = [ApplicationItem.key(actor.workspace, e.candidate_id, e.job_id or "") for e in asked]
    found = {(a.candidate_id, a.job_id): a for a in map(hiring.read, get_many(ApplicationItem, keys))}
    return [
        stops.as_answered(row, e, _version(actor, e), found.get((e.candidate_id, e.job_id or "")), at)
        if (at := disturbed_at(row))
        else e
        for row, e in held
    ]


def _seen(actor: Actor, enrolments: list[Enrolment]) -> list[SeenEnrolment]:
    called = names.of_people(actor, [(e.candidate_id, None) for e in enrolments])
    held = _held_back(actor.workspace, enrolments)
    seen = []
    for e in enrolments:
        version = _version(actor, e)
        acted = [n for n, s in enumerate(version.steps) if s.do != "wait"]
        here = e.position if e.position < len(version.steps) and e.state in (S.active, S.paused, S.stopped) else None
        seen.append(
            SeenEnrolment(
                enrolment=e,
                name=called.get(e.candidate_id),
                step=version.steps[here] if here is not None else None,
                number=acted.index(here) + 1 if here in acted else None,
                steps=len(acted),
                **held.get(e.message_key or "", {}),
            )
        )
    return seen


def _held_back(workspace: str, enrolments: list[Enrolment]) -> dict[str, dict[str, Any]]:
    """Until when mails that are under way wait, and for what, by key. A BatchGet, if there are any."""
    keys = [MessageItem.key(workspace, e.message_key) for e in enrolments if e.waiting == "sending" and e.message_key]
    mails = [row.read() for row in get_many(MessageItem, keys)] if keys else []
    return {m.key: {"leaves_at": m.due_at, "held_by": m.reason} for m in mails if m.state == State.pending and m.reason}


def of_person(actor: Actor, candidate_id: str) -> list[SeenEnrolment]:
    """What a person is or was in, the newest first. Raises NotFound."""
    actor.require(Permission.see_people)
    person = people.load(actor.workspace, candidate_id).read()
    rows = [r for one in sorted(person.everyone()) for r in store.enrolments_of(actor.workspace, one)]
    held = sorted(_read(actor, rows), key=lambda e: e.id, reverse=True)
    halted = _halted(actor.workspace, {e.sequence_id for e in held if e.live})
    return [s.model_copy(update={"halted": s.enrolment.sequence_id in halted}) for s in _seen(actor, held)]


def _halted(workspace: str, sequence_ids: set[str]) -> set[str]:
    """Those in which nothing goes on for anybody. A BatchGet, if there are any."""
    keys = [store.SequenceItem.key(workspace, one) for one in sorted(sequence_ids)]
    rows = get_many(store.SequenceItem, keys) if keys else []
    return {s.id for s in (row.read() for row in rows) if s.state != SequenceState.active}


def _at_step(
    actor: Actor, sequence_id: str, step_id: str, state: EnrolmentState | None, cursor: str | None
) -> tuple[list[Enrolment], str | None]:
    """Who comes to a step next, or for whom the sequence stopped before it. One Query."""
    before = cursors.decode(cursor, str)[0] if cursor else None
    stopped = state == S.stopped
    rows = store.standing_at(actor.workspace, sequence_id, step_id, stopped=stopped, before=before, limit=PAGE)
    held = [e for e in _read(actor, rows) if state is None or e.state == state]
    more = cursors.encode([rows[-1].gsi2sk]) if len(rows) == PAGE else None
    return held, more


def who_did(actor: Actor, sequence_id: str, step_id: str, cursor: str | None, what: numbers.Did = "done") -> Enrolments:
    """Who got the mail of a step (answered it, followed a link of it), or whose task was made, as they stand in the
    sequence now; the last ones first, fifty at most. A BatchGet of counts, a Query, a BatchGet each of enrolments and
    of names. Raises NotFound, BadCursor.
    """
    actor.require(Permission.see_people)
    workspace = actor.workspace
    counts = store.with_counts(workspace, sequence_id)[1]
    before = cursors.decode(cursor, str)[0] if cursor else None
    rows = numbers.did(workspace, sequence_id, step_id, what, before=before, limit=PAGE)
    held = store.enrolments_among(workspace, sequence_id, {r.candidate_id for r in rows})
    seen = {s.enrolment.candidate_id: s for s in _seen(actor, _read(actor, list(held.values())))}
    found = [s.model_copy(update={"did_at": r.at}) for r in rows if (s := seen.get(r.candidate_id))]
    more = cursors.encode([rows[-1].sk]) if len(rows) == PAGE else None
    return Enrolments(enrolments=found, counts=counts, cursor=more)


def listed(
    actor: Actor, sequence_id: str, state: EnrolmentState | None, cursor: str | None, step_id: str | None = None
) -> Enrolments:
    """Enrolments of a state (all, active ones first, without one), the newest first, fifty at most. `step_id`: those
    who come to it next (on hold too), or for whom the sequence stopped before it.

    Raises NotFound, BadCursor.
    """
    actor.require(Permission.see_people)
    counts = store.with_counts(actor.workspace, sequence_id)[1]
    if step_id:
        found, more = _at_step(actor, sequence_id, step_id, state, cursor)
        return Enrolments(enrolments=_seen(actor, found), counts=counts, cursor=more)
    rows, more = _walk(actor, sequence_id, [state] if state else list(S), cursor)
    return Enrolments(enrolments=_seen(actor, _read(actor, rows)), counts=counts, cursor=more)


def rows_of(
    actor: Actor, sequence_id: str, state: EnrolmentState, cursor: str | None
) -> tuple[list[EnrolmentItem], str | None]:
    """The same as rows, for who goes on with what concerns everyone in a sequence: a Get, a Query, a BatchGet."""
    return _walk(actor, sequence_id, [state], cursor)


def _walk(
    actor: Actor, sequence_id: str, states: list[EnrolmentState], cursor: str | None
) -> tuple[list[EnrolmentItem], str | None]:
    tally = store.tally(actor.workspace, sequence_id)
    at, bucket, before = _place(cursor, states, tally)
    found: list[store.ListedEnrolment] = []
    for _ in range(EMPTY_BUCKETS):
        left = PAGE - len(found)
        rows = store.listed(actor.workspace, sequence_id, states[at], bucket, before=before or None, limit=left)
        found += rows
        if len(found) >= PAGE:
            before = rows[-1].sk
            break
        bucket, before = bucket - 1, ""
        if bucket < 0:
            at += 1
            if at >= len(states):
                break
            bucket = tally.ever(states[at]) // store.BUCKET
    more = cursors.encode([at, bucket, before]) if at < len(states) else None
    return _rows(actor, sequence_id, found), more


def _place(cursor: str | None, states: list[EnrolmentState], tally: store.CountsItem) -> tuple[int, int, str]:
    if cursor is None:
        return 0, tally.ever(states[0]) // store.BUCKET, ""
    at, bucket, before = cursors.decode(cursor, int, int, str)
    if not (0 <= at < len(states) and 0 <= bucket < 10**6):
        raise BadCursor("This cursor was made for another list. Start again without one.")
    return at, bucket, before


def _rows(actor: Actor, sequence_id: str, found: list[store.ListedEnrolment]) -> list[EnrolmentItem]:
    """The enrolments in the order of the list, each once: one changed state between the two reads."""
    rows = store.enrolments_among(actor.workspace, sequence_id, [r.candidate_id for r in found])
    return [rows[one] for one in dict.fromkeys(r.candidate_id for r in found) if one in rows]
