"""Picking up what was left: files stored and not read, tasks and messages due, senders that never came back.

Losing every execution, event and queued message loses nothing: all is driven again from the table.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple, TypeVar

from vivier.casework import (
    adopting,
    closing,
    nudging,
    reminders,
    sequence_mails,
    sequence_sweep,
    stage_actions,
    uploads,
)
from vivier.casework import correspondence as filing
from vivier.experiments import store as experiments
from vivier.gateways import files, workflows
from vivier.hiring import planned
from vivier.hiring import store as jobs
from vivier.hiring.interviews import store as interviews
from vivier.hiring.interviews import telling
from vivier.intake import store as intakes
from vivier.intake.model import Intake, State, quarantine_key
from vivier.kernel.clock import iso
from vivier.kernel.observability import count, logger
from vivier.mail import outbox, pressed
from vivier.mail import store as messages
from vivier.mail.deliverability import forward
from vivier.mail.deliverability import store as sending
from vivier.mail.deliverability.model import Why
from vivier.mail.deliverability.pace import pace
from vivier.mail.threads import store as correspondence
from vivier.people.asks import store as asks
from vivier.privacy import store as erasures
from vivier.sequences import store as sequences
from vivier.storage.table import Item
from vivier.storage.transaction import Lost, Transaction
from vivier.tasks import store as tasks
from vivier.team import digests
from vivier.team.store import workspaces

STALLED = timedelta(minutes=10)  # longer than the state machine's own retries
ARRIVED = timedelta(minutes=2)  # an upload whose event never came
NEVER = timedelta(hours=24)  # an announced file that never came is taken off the list
UNREADABLE = timedelta(hours=24)  # a mail that could not be read for so long is put before a human
PEOPLE = 200  # of one job whose work goes on
LOOKED = timedelta(hours=1)  # an experiment is looked at again
PAGES = 20  # of work in one run: the next run takes the rest
I = TypeVar("I", bound=Item)  # noqa: E741
GoesOn = Callable[[], bool]


class Round(NamedTuple):
    """One run of the schedule. `done` counts."""

    now: datetime
    done: Counter[str]
    goes_on: GoesOn
    after_restart: bool


def sweep(now: datetime, *, after_restart: bool = False, goes_on: GoesOn = lambda: True) -> Counter[str]:
    """One round over every workspace; counts what was done. `after_restart`: nothing can still be running.

    `goes_on`: whether there is time for one more. A round that is killed at work leaves a mail of unknown fate. Raises
    ExceptionGroup once all is done that could be, when a queue could not be read.
    """
    done: Counter[str] = Counter()
    round_ = Round(now, done, goes_on, after_restart)
    unread: list[Exception] = []
    for workspace in workspaces():
        # Who is being erased first: nothing of them is to be done. Clicks before sequences: a step may hang on one.
        parts = (
            _erasures,
            _intakes,
            _stages,
            _jobs,
            _interviews,
            _tasks,
            _digests,
            _asks,
            _experiments,
            _sequences,
            _messages,
        )
        for part in parts:
            with _later(unread):
                part(workspace, round_)
    with _later(unread):
        _received(round_)
    for name, number in done.items():
        count(f"Swept{name}", number)
    if unread:
        raise ExceptionGroup("queues that could not be read", unread)
    return done


@contextmanager
def _later(unread: list[Exception]) -> Iterator[None]:
    """A queue that cannot be read now keeps no other from being looked at."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - raised when the round is done
        unread.append(error)


def _rows(read: Callable[[str | None], list[I]], place: str, full: int, goes_on: GoesOn) -> Iterator[I]:
    """What a queue holds, page after page: what cannot be done at its head keeps nothing behind it."""
    after = None
    for _ in range(PAGES):
        rows = read(after)
        for row in rows:
            if not goes_on():
                return
            after = getattr(row, place)
            yield row
        if len(rows) < full:
            return


def _intakes(workspace: str, r: Round) -> None:
    until = iso(r.now if r.after_restart else r.now - ARRIVED)
    for row in _rows(lambda after: intakes.queue(workspace, "open", until=until, after=after), "gsi1sk", 50, r.goes_on):
        with _apart(r.done, intake_row=row.gsi1sk):
            _one(workspace, row, r)


@contextmanager
def _apart(done: Counter[str], **ids: str) -> Iterator[None]:
    """One that cannot be driven does not keep the others from it; the next run tries it again."""
    try:
        yield
    except Exception:  # noqa: BLE001 - whatever it is, the rest goes on
        logger.exception("left for the next sweep", extra=ids)
        done["Failed"] += 1


def _one(workspace: str, row: intakes.IntakeItem, r: Round) -> None:
    intake, now = row.read(), r.now
    if intake.state == State.awaiting_file and not files.exists(quarantine_key(workspace, intake.id)):
        if now - intake.created_at > NEVER:
            r.done["NeverCame"] += _renewed(workspace, row, intake.model_copy(update={"state": State.discarded}), now)
        return
    if not r.after_restart and now - intake.updated_at < STALLED and intake.state == State.reading:
        return
    again = intake.model_copy(
        update={
            "state": State.reading,
            "step": "inspect",
            "attempt": intake.attempt + 1,
            "job_id": None,
            "task_token": None,
        }
    )
    if _renewed(workspace, row, again, now):
        uploads.drive(workspace, again)
        r.done["Redriven"] += 1


def _renewed(workspace: str, row: intakes.IntakeItem, after: Intake, now: datetime) -> bool:
    transaction = Transaction()
    intakes.save(transaction, workspace, row, after.model_copy(update={"updated_at": now}))
    try:
        transaction.commit()
    except Lost:
        return False  # it moved meanwhile: nothing was left behind
    return True


def _erasures(workspace: str, r: Round) -> None:
    """People who are being erased: what removes them goes on, or looks once more for what came late."""
    for row in _rows(lambda after: erasures.due(workspace, iso(r.now), after=after), "gsi1sk", 20, r.goes_on):
        with _apart(r.done, erasure_row=row.gsi1sk):
            workflows.wake_eraser(workspace, row.read().id)
            r.done["Erasure"] += 1


def _tasks(workspace: str, r: Round) -> None:
    """Tells whose task is due."""
    for row in _rows(lambda after: tasks.due(workspace, iso(r.now), after=after), "gsi2sk", 100, r.goes_on):
        with _apart(r.done, task_row=row.gsi2sk):
            r.done["TaskDue"] += reminders.fire(workspace, row, r.now)


def _digests(workspace: str, r: Round) -> None:
    """The mail of the day, to those whose hour it is."""
    for row in _rows(lambda after: digests.due(workspace, iso(r.now), after=after), "gsi1sk", 50, r.goes_on):
        with _apart(r.done, digest_row=row.gsi1sk):
            r.done["Digest"] += reminders.digest(workspace, row, r.now)


def _asks(workspace: str, r: Round) -> None:
    """Reminds once who was asked for something and has not answered."""
    due = partial(asks.due, workspace, iso(r.now))
    for row in _rows(lambda after: due(after=after), "gsi1sk", 50, r.goes_on):
        with _apart(r.done, ask_row=row.gsi1sk):
            r.done["Ask"] += nudging.remind(workspace, row.read().candidate_id, r.now)


def _sequences(workspace: str, r: Round) -> None:
    """Who is late; who is due within a day and has no clock yet; what concerns everyone in a sequence."""
    late = partial(sequences.overdue, workspace, r.now - sequence_sweep.GRACE)
    for row in _rows(lambda after: late(after=after), "gsi1sk", 100, r.goes_on):
        with _apart(r.done, enrolment_row=row.gsi1sk):
            r.done["EnrolmentLate"] += sequence_sweep.late(workspace, row, r.now)
    asleep = partial(sequences.asleep, workspace, r.now + sequences.HORIZON)
    for row in _rows(lambda after: asleep(after=after), "gsi1sk", 100, r.goes_on):
        with _apart(r.done, enrolment_row=row.gsi1sk):
            r.done["EnrolmentArmed"] += sequence_sweep.arm(workspace, row, r.now)
    for sequence in _rows(lambda after: sequences.unfinished(workspace, after=after), "gsi1sk", 20, r.goes_on):
        with _apart(r.done, sequence_row=sequence.gsi1sk):
            r.done["SequenceWork"] += sequence_sweep.go_on(workspace, sequence.read().id, r.now)


def _messages(workspace: str, r: Round) -> None:
    """Answers that are owed first, then what nobody asked for, with what waited for a pause that was lifted."""
    for row in sending.lifted(workspace):
        with _apart(r.done, pause_row=row.gsi1sk):
            r.done["MailForward"] += forward.go_on(workspace, row, r.now, r.goes_on)
    for unasked in (False, True):
        _leave(workspace, r, unasked=unasked)


def _leave(workspace: str, r: Round, *, unasked: bool) -> None:
    due = partial(messages.due, workspace, iso(r.now), unasked=unasked)
    for row in _rows(lambda after: due(after=after), "gsi1sk", 100, r.goes_on):
        if (said := pace().closed(unasked=unasked)) and said.why == Why.ses_rate:
            return  # the next round goes on: none of those behind could leave either
        with _apart(r.done, message_row=row.gsi1sk):
            key = row.read().key
            state = outbox.send(workspace, key, r.now, row=row)
            r.done[f"Mail{state.value.capitalize()}"] += 1
            if state == "unknown":
                logger.warning("message of unknown fate", extra={"message_key": key})


def _experiments(workspace: str, r: Round) -> None:
    """Links that were pressed, then what the counts say."""
    for key in pressed.undecided(workspace, r.now):
        with _apart(r.done, message_key=key):
            r.done["Click"] += pressed.decide(workspace, key, r.now, sequence_mails.first_click)
    until = iso(r.now - LOOKED)
    for row in _rows(lambda after: experiments.to_look_at(workspace, until, after=after), "gsi1sk", 100, r.goes_on):
        with _apart(r.done, experiment_row=row.gsi1sk):
            r.done["Experiment"] += bool(adopting.look(workspace, row.read().id, r.now))


def _received(r: Round) -> None:
    """Mails that came in and were not finished: read again, by the function that reads mail."""
    for row in _rows(
        lambda after: correspondence.unfinished(iso(r.now - ARRIVED), after=after), "gsi1sk", 50, r.goes_on
    ):
        with _apart(r.done, received_row=row.gsi1sk):
            mail = row.read()
            if r.now - mail.at > UNREADABLE and filing.give_up(mail, r.now):
                r.done["MailGivenUp"] += 1
                continue
            workflows.wake_receiver(mail.id)
            r.done["MailReceived"] += 1


def _stages(workspace: str, r: Round) -> None:
    for row in _rows(lambda after: planned.due_now(workspace, iso(r.now), after=after), "gsi1sk", 100, r.goes_on):
        with _apart(r.done, action_row=row.gsi1sk):
            r.done[f"Action{stage_actions.do(workspace, row, r.now).value.capitalize()}"] += 1


def _jobs(workspace: str, r: Round) -> None:
    for row in _rows(lambda after: jobs.unfinished(workspace, after=after), "gsi1sk", 20, r.goes_on):
        with _apart(r.done, job_row=row.gsi1sk):
            closing.go_on(workspace, row.read().id, r.now, most=PEOPLE)
            r.done["JobWork"] += 1


def _interviews(workspace: str, r: Round) -> None:
    """What changed and was not told, and reminders. The mails leave with the others of this round."""
    for row in _rows(lambda after: interviews.due(workspace, iso(r.now), after=after), "gsi1sk", 50, r.goes_on):
        with _apart(r.done, interview_row=row.gsi1sk):
            held = row.read()
            r.done["Interview"] += bool(telling.tell(workspace, held.candidate_id, held.id, r.now))
