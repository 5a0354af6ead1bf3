"""Picking up what was left: files stored and not read, tasks and messages due, senders that never came back.

Losing every execution, event and queued message loses nothing: all is driven again from the table.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from vivier.casework import closing, reminders, stage_actions, uploads
from vivier.gateways import files, workflows
from vivier.hiring import planned
from vivier.hiring import store as jobs
from vivier.hiring.interviews import store as interviews
from vivier.hiring.interviews import telling
from vivier.intake import store as intakes
from vivier.intake.model import Intake, State, quarantine_key
from vivier.kernel.clock import iso
from vivier.kernel.observability import count, logger
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.threads import store as correspondence
from vivier.storage.transaction import Lost, Transaction
from vivier.tasks import store as tasks
from vivier.team import digests
from vivier.team.store import workspaces

STALLED = timedelta(minutes=10)  # longer than the state machine's own retries
ARRIVED = timedelta(minutes=2)  # an upload whose event never came
NEVER = timedelta(hours=24)  # an announced file that never came is taken off the list
PEOPLE = 200  # of one job whose work goes on
PAGES = 20  # of work in one run: the next run takes the rest


def sweep(now: datetime, *, after_restart: bool = False) -> Counter[str]:
    """One round over every workspace; counts what was done. `after_restart`: nothing can still be running."""
    done: Counter[str] = Counter()
    for workspace in workspaces():
        _intakes(workspace, now, done, after_restart=after_restart)
        _stages(workspace, now, done)
        _jobs(workspace, now, done)
        _interviews(workspace, now, done)
        _tasks(workspace, now, done)
        _digests(workspace, now, done)
        _messages(workspace, now, done)
    _received(now, done)
    for name, number in done.items():
        count(f"Swept{name}", number)
    return done


def _intakes(workspace: str, now: datetime, done: Counter[str], *, after_restart: bool) -> None:
    after = None
    for _ in range(PAGES):
        rows = intakes.queue(workspace, "open", until=iso(now if after_restart else now - ARRIVED), after=after)
        for row in rows:
            after = row.gsi1sk
            with _apart(done, intake_row=row.gsi1sk):
                _one(workspace, row, now, done, after_restart=after_restart)
        if len(rows) < 50:
            return


@contextmanager
def _apart(done: Counter[str], **ids: str) -> Iterator[None]:
    """One that cannot be driven does not keep the others from it; the next run tries it again."""
    try:
        yield
    except Exception:  # noqa: BLE001 - whatever it is, the rest goes on
        logger.exception("left for the next sweep", extra=ids)
        done["Failed"] += 1


def _one(workspace: str, row: intakes.IntakeItem, now: datetime, done: Counter[str], *, after_restart: bool) -> None:
    intake = row.read()
    if intake.state == State.awaiting_file and not files.exists(quarantine_key(workspace, intake.id)):
        if now - intake.created_at > NEVER:
            done["NeverCame"] += _renewed(workspace, row, intake.model_copy(update={"state": State.discarded}), now)
        return
    if not after_restart and now - intake.updated_at < STALLED and intake.state == State.reading:
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
        done["Redriven"] += 1


def _renewed(workspace: str, row: intakes.IntakeItem, after: Intake, now: datetime) -> bool:
    transaction = Transaction()
    intakes.save(transaction, workspace, row, after.model_copy(update={"updated_at": now}))
    try:
        transaction.commit()
    except Lost:
        return False  # it moved meanwhile: nothing was left behind
    return True


def _tasks(workspace: str, now: datetime, done: Counter[str]) -> None:
    """Tells whose task is due."""
    after = None
    for _ in range(PAGES):
        rows = tasks.due(workspace, iso(now), after=after)
        for row in rows:
            after = row.gsi2sk
            with _apart(done, task_row=row.gsi2sk):
                done["TaskDue"] += reminders.fire(workspace, row, now)
        if len(rows) < 100:
            return


def _digests(workspace: str, now: datetime, done: Counter[str]) -> None:
    """The mail of the day, to those whose hour it is."""
    after = None
    for _ in range(PAGES):
        rows = digests.due(workspace, iso(now), after=after)
        for row in rows:
            after = row.gsi1sk
            with _apart(done, digest_row=row.gsi1sk):
                done["Digest"] += reminders.digest(workspace, row, now)
        if len(rows) < 50:
            return


def _messages(workspace: str, now: datetime, done: Counter[str]) -> None:
    for row in [*messages.due(workspace, iso(now)), *messages.due(workspace, iso(now), unasked=True)]:
        with _apart(done, message_row=row.gsi1sk):
            key = row.read().key
            state = outbox.send(workspace, key, now)
            done[f"Mail{state.value.capitalize()}"] += 1
            if state == "unknown":
                logger.warning("message of unknown fate", extra={"message_key": key})


def _received(now: datetime, done: Counter[str]) -> None:
    """Mails that came in and were not finished: read again, by the function that reads mail."""
    for row in correspondence.unfinished(iso(now - ARRIVED)):
        with _apart(done, received_row=row.gsi1sk):
            workflows.wake_receiver(row.read().id)
            done["MailReceived"] += 1


def _stages(workspace: str, now: datetime, done: Counter[str]) -> None:
    for row in planned.due_now(workspace, iso(now)):
        with _apart(done, action_row=row.gsi1sk):
            done[f"Action{stage_actions.do(workspace, row, now).value.capitalize()}"] += 1


def _jobs(workspace: str, now: datetime, done: Counter[str]) -> None:
    for row in jobs.unfinished(workspace):
        with _apart(done, job_row=row.gsi1sk):
            closing.go_on(workspace, row.read().id, now, most=PEOPLE)
            done["JobWork"] += 1


def _interviews(workspace: str, now: datetime, done: Counter[str]) -> None:
    """What changed and was not told, and reminders. The mails leave with the others of this round."""
    after = None
    for _ in range(PAGES):
        rows = interviews.due(workspace, iso(now), after=after)
        for row in rows:
            after = row.gsi1sk
            with _apart(done, interview_row=row.gsi1sk):
                held = row.read()
                done["Interview"] += bool(telling.tell(workspace, held.candidate_id, held.id, now))
        if len(rows) < 50:
            return
