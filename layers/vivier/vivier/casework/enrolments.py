"""A wake of an enrolment: what has come up is done, once, and the next wake is set.

It decides afresh from the table each time: a wake may come twice, late, early or out of order. What it does stands in
one transaction with the step that it takes, on the version that was read.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from vivier.casework import enrolment_acts, experimenting, sequence_mails, stops, todo
from vivier.casework.sequence_mails import Desk
from vivier.hiring import store as hiring
from vivier.hiring.model import Job
from vivier.hiring.store import JobItem
from vivier.kernel.actor import system
from vivier.kernel.clock import iso
from vivier.kernel.errors import Invalid
from vivier.kernel.model import Model
from vivier.kernel.observability import logger
from vivier.mail import outbox, settling
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.people import writable
from vivier.people.enrolled import EnrolmentItem
from vivier.people.model import Candidate, Event
from vivier.people.store import ApplicationItem, CandidateItem
from vivier.people.timeline import event
from vivier.sequences import rules, schedule, service, store
from vivier.sequences.model import Enrolment, EnrolmentState, StepDone, StopReason, WaitingFor
from vivier.sequences.rules import Facts
from vivier.sequences.steps import MailStep, TaskStep
from vivier.sequences.store import SequenceItem
from vivier.storage.table import Item, Key, get_many
from vivier.storage.transaction import Transaction, until_settled
from vivier.tasks import service as tasks
from vivier.tasks.model import Due
from vivier.tasks.service import NewTask
from vivier.team.model import MemberState
from vivier.team.store import ListedMember, WorkspaceItem


class Woken(Model):
    """What whoever woke it does next: asks the outbox for a mail, waits until an instant, or nothing more."""

    next: Literal["send", "wait", "done"]
    message_key: str | None = None
    wake_at: str | None = None
    epoch: int | None = None


DONE = Woken(next="done")


class Here(NamedTuple):
    """An enrolment with everything that its wake looks at."""

    row: EnrolmentItem
    e: Enrolment
    facts: Facts
    desk: Desk


ASK_AGAIN = timedelta(minutes=1)  # as often as the sweep asks for every mail that is due


def wake(
    workspace: str,
    candidate_id: str,
    sequence_id: str,
    now: datetime,
    *,
    epoch: int | None = None,
    asked: bool = False,
) -> Woken:
    """Does what has come up, one step at most. `epoch`: of who asks; one that is over is told that it is done. `asked`:
    they just asked the outbox for the mail; where it waits for its turn at SES they come back, and do not ask at once.
    """
    woken = until_settled(lambda: _wake(workspace, candidate_id, sequence_id, now, epoch, asked=asked))
    logger.info("enrolment woken", extra={"next": woken.next, "sequence_id": sequence_id})
    return woken


def _wake(
    workspace: str, candidate_id: str, sequence_id: str, now: datetime, epoch: int | None, *, asked: bool
) -> Woken:
    row = store.enrolment(workspace, candidate_id, sequence_id)
    if row is None:
        return DONE
    e = store.read(row)
    if row.disturbed:
        stops.answer(workspace, row, e, now)
        return DONE
    if e.state != EnrolmentState.active or e.wake_at is None or (epoch is not None and epoch != e.epoch):
        return DONE
    if e.wake_at > now:
        return _later(e, now)
    here = _look(workspace, row, e)
    if reason := rules.end_of(e, here.facts):
        return _end(here, workspace, reason, now)
    if e.version < here.facts.sequence.everyone_in:
        return _carry(here, workspace, now)
    if not here.facts.running:
        return _write(here, workspace, e.model_copy(update={"waiting": WaitingFor.sequence}), now)
    if e.message_key:
        return _follow_mail(here, workspace, now, asked=asked)
    return _step(here, workspace, now)


def _later(e: Enrolment, now: datetime) -> Woken:
    """What wakes it is told until when to wait; a day or more is for the sweep to remember."""
    if e.wake_at is None or e.wake_at - now >= store.HORIZON or e.waiting == WaitingFor.sequence:
        return DONE
    return Woken(next="wait", wake_at=iso(e.wake_at), epoch=e.epoch)


def _look(workspace: str, row: EnrolmentItem, e: Enrolment) -> Here:
    """One BatchGet; the version is read once in a process."""
    version = service.version(workspace, e.sequence_id, e.version)
    step = version.steps[e.position] if e.position < len(version.steps) else None
    condition = getattr(step, "only_if", None)
    mails = [d.message_key for d in e.done if d.message_key] if condition and condition.about == "clicked" else []
    tried = experimenting.places(e.sequence_id, [step])
    keys = [
        CandidateItem.key(workspace, e.candidate_id),
        *experimenting.running_keys(tried, workspace),
        SequenceItem.key(workspace, e.sequence_id),
        WorkspaceItem.key(workspace),
        *(ListedMember.key(workspace, i) for i in sorted(sequence_mails.named_in(version, e.enrolled_by))),
        *(_of_job(workspace, e.candidate_id, e.job_id) if e.job_id else []),
        *(MessageItem.key(workspace, k) for k in [e.message_key, *mails] if k),
    ]
    found: dict[tuple[str, str], Item] = {(r.pk, r.sk): r for r in get_many(Item, keys, consistent=True)}
    messages = {m.key: m for r in found.values() if isinstance(r, MessageItem) and (m := r.read())}
    person = next((r.read() for r in found.values() if isinstance(r, CandidateItem)), None)
    job = next((r.read() for r in found.values() if isinstance(r, JobItem)), None)
    facts = Facts(
        person=person,
        sequence=next(r.read() for r in found.values() if isinstance(r, SequenceItem)),
        version=version,
        application=next((hiring.read(r) for r in found.values() if isinstance(r, ApplicationItem)), None),
        message=messages.get(e.message_key or ""),
        clicked=[k for k in mails if k in messages and messages[k].clicked_at],
    )
    desk = _desk(found, job)._replace(experiments=experimenting.on_steps(workspace, tried, found.values()))
    return Here(row, e, facts, desk)


def _of_job(workspace: str, candidate_id: str, job_id: str) -> list[Key]:
    return [ApplicationItem.key(workspace, candidate_id, job_id), JobItem.key(workspace, job_id)]


def _desk(found: dict[tuple[str, str], Item], job: Job | None) -> Desk:
    members = {m.id: m for r in found.values() if isinstance(r, ListedMember) and (m := r.read())}
    return Desk(next(r.read() for r in found.values() if isinstance(r, WorkspaceItem)), job, members)


def _write(
    here: Here, workspace: str, after: Enrolment, now: datetime, *told: Event, to: Transaction | None = None
) -> Woken:
    """Commits a step of an enrolment that stays active."""
    transaction = to or Transaction()
    armed = after.wake_at is not None and after.wake_at - now < store.HORIZON
    store.write(transaction, workspace, here.row, here.e, after, armed=armed)
    transaction.create(*(people.EventItem.of(workspace, after.candidate_id, one) for one in told))
    transaction.commit()
    return _later(after, now)


def _carry(here: Here, workspace: str, now: datetime) -> Woken:
    """Everyone was moved, and this one was met by nobody who did it: they were just enrolled, or let go on."""
    new = service.version(workspace, here.e.sequence_id, here.facts.sequence.everyone_in)
    transaction = Transaction()
    after = enrolment_acts.carry(transaction, system(workspace), here.row, here.e, new, now)
    transaction.commit()
    return _later(after, now)


def _end(here: Here, workspace: str, reason: StopReason, now: datetime, because: str | None = None) -> Woken:
    transaction = Transaction()
    erased = here.facts.person is None
    stops.end(transaction, workspace, here.row, here.e, reason, now, because=because, silent=erased)
    transaction.commit()
    return DONE


def _step(here: Here, workspace: str, now: datetime) -> Woken:
    """The step that has come up, or the end."""
    e, facts = here.e, here.facts
    if e.position >= len(facts.version.steps):
        return _finish(here, workspace, now)
    step = facts.version.steps[e.position]
    if isinstance(step, MailStep):
        zone = schedule.zone_of(facts.version.settings, e.zone)
        if (opens := schedule.opens(facts.version.settings, now, zone)) > now:
            return _write(here, workspace, e.model_copy(update={"wake_at": opens}), now)
    assert isinstance(step, MailStep | TaskStep)  # a wait is no step that comes up
    if step.only_if and step.only_if.about == "clicked" and not facts.clicked:
        seen = sequence_mails.pressed_by_now(workspace, [d.message_key for d in e.done if d.message_key], now)
        if seen.told_at:
            return _write(here, workspace, e.model_copy(update={"wake_at": seen.told_at}), now)
        facts = facts._replace(clicked=seen.clicked)
    if not rules.holds(step.only_if, e, facts):
        why = step.only_if.model_dump(mode="json", exclude_none=True) if step.only_if else None
        left = told(here.e, "sequence_step_skipped", workspace, now, condition=why, step_title=title_of(step))
        return _write(here, workspace, _passed(here, now, skipped="condition"), now, left)
    if isinstance(step, MailStep):
        return _mail(here, workspace, step, now)
    return _task(here, workspace, step, now)


def title_of(step: MailStep | TaskStep) -> str | None:
    return step.title if isinstance(step, TaskStep) else None


def _passed(here: Here, at: datetime, **done: str | None) -> Enrolment:
    e, version = here.e, here.facts.version
    step = version.steps[e.position]
    became = StepDone.model_validate({"step_id": step.id, "at": at, "version": version.number, **done})
    return rules.passed(e, became, version, at, schedule.zone_of(version.settings, e.zone))


def _finish(here: Here, workspace: str, now: datetime) -> Woken:
    e = here.e
    after = e.over(EnrolmentState.finished, None, now)
    transaction = Transaction()
    ever = store.tally(workspace, e.sequence_id).ever(EnrolmentState.finished)
    store.write(transaction, workspace, here.row, e, after, ever=ever)
    transaction.create(people.EventItem.of(workspace, e.candidate_id, told(e, "sequence_finished", workspace, now)))
    transaction.commit()
    return DONE


def _mail(here: Here, workspace: str, step: MailStep, now: datetime) -> Woken:
    e, person = here.e, here.facts.person
    assert person is not None
    if held := writable.cannot_write(person):
        return _end(here, workspace, StopReason.bounce if held == "not_mailable" else StopReason.unreachable, now)
    try:
        hangs = any((c := getattr(s, "only_if", None)) and c.about == "clicked" for s in here.facts.version.steps)
        sequence, ruled = here.facts.sequence, here.facts.version.settings
        hours = schedule.own_hours(ruled, schedule.zone_of(ruled, e.zone))
        message = sequence_mails.compose(here.desk, step, e, sequence, person, now, hours=hours, counts_clicks=hangs)
    except Invalid as lacks:
        return _wait_for_human(here, workspace, StopReason.missing, now, ", ".join(lacks.details.get("missing", [])))
    transaction = Transaction()
    outbox.put(transaction, workspace, message)
    said = settling.summary(message) | why(e, here.facts, step)
    queued = event("mail_queued", system(workspace), now, cause="sequence", more=said)
    after = e.model_copy(update={"message_key": message.key, "waiting": WaitingFor.sending, "wake_at": now})
    _write(here, workspace, after, now, queued, to=transaction)
    return Woken(next="send", message_key=message.key, epoch=e.epoch)


def why(e: Enrolment, facts: Facts, step: MailStep | TaskStep) -> dict[str, object]:
    """What answers "why did this person get this?", as it was when the step was done."""
    condition = step.only_if.model_dump(mode="json", exclude_none=True) if step.only_if else None
    return stops.about(e) | {"condition": condition, "steps": len([s for s in facts.version.steps if s.do != "wait"])}


def told(e: Enrolment, kind: str, workspace: str, now: datetime, **data: object) -> Event:
    return event(kind, system(workspace), now, cause="sequence", more=stops.about(e) | data)


def _wait_for_human(here: Here, workspace: str, reason: StopReason, now: datetime, because: str = "") -> Woken:
    transaction = Transaction()
    stops.end(
        transaction, workspace, here.row, here.e, reason, now, state=EnrolmentState.paused, because=because or None
    )
    transaction.commit()
    return DONE


def _task(here: Here, workspace: str, step: TaskStep, now: datetime) -> Woken:
    e = here.e
    named = e.enrolled_by if step.assignee == "enroller" else step.assignee
    # Of somebody who left: the task goes to who published the sequence.
    able = (here.desk.members.get(i or "") for i in (named, here.facts.version.published_by))
    assignee = next((m for m in able if m and m.state == MemberState.active), None)
    if assignee is None:
        nobody = told(e, "sequence_step_skipped", workspace, now, step_title=step.title, nobody=True)
        return _write(here, workspace, _passed(here, now, skipped="no_assignee"), now, nobody)
    due = schedule.due_day(now, step.due_in_days, assignee.timezone)
    wanted = NewTask(title=step.title, due=Due(on=due), candidate_id=e.candidate_id, job_id=e.job_id)
    author = system(workspace, e.sequence_name)
    task = tasks.made(author, wanted, assignee, now)
    transaction = Transaction()
    tasks.create(transaction, author, task, now)
    todo.assigned(transaction, author, task, assignee, now)
    return _write(here, workspace, _passed(here, now, task_id=task.id), now, to=transaction)


def _follow_mail(here: Here, workspace: str, now: datetime, *, asked: bool) -> Woken:
    """What became of the mail that is under way."""
    e, message, person = here.e, here.facts.message, here.facts.person
    if message is None:  # its row is gone: it is made again under its own key
        return _write(here, workspace, e.model_copy(update={"message_key": None}), now)
    if message.state == State.sent:
        sent_at = message.settled_at or now
        return _write(here, workspace, _passed(here, sent_at, message_key=message.key), now)
    if message.state == State.refused:  # SES has it not: it is made again for who goes on
        behind = here._replace(e=e.model_copy(update={"message_key": None}))
        return _wait_for_human(behind, workspace, StopReason.refused, now, message.key)
    if message.state == State.cancelled:
        return _cancelled(here, workspace, message, person, now)
    if message.state == State.pending and sequence_mails.outdated(message, here.facts.sequence):
        return _taken_back(here, workspace, now)
    if message.state == State.pending and message.due_at <= now and not asked:
        return Woken(next="send", message_key=message.key, epoch=e.epoch)
    waiting = WaitingFor.unsure if message.state == State.unknown else WaitingFor.sending
    soonest = now + ASK_AGAIN if asked else now
    at = max(message.due_at, soonest) if message.state == State.pending else rules.look_again(message, now)
    return _write(here, workspace, e.model_copy(update={"waiting": waiting, "wake_at": at}), now)


def _cancelled(here: Here, workspace: str, message: Message, person: Candidate | None, now: datetime) -> Woken:
    """One that was kept for good ends the enrolment; one of an epoch that is over is made again under this one."""
    assert person is not None
    if reason := rules.kept_for_good(message, person):
        return _end(here, workspace, reason, now, message.key)
    return _write(here, workspace, _again(here.e, now), now)


def _taken_back(here: Here, workspace: str, now: datetime) -> Woken:
    """The sequence stood still since its mail was made, which would not leave when its time comes: another is made, and
    what holds mails back is asked as it is now.
    """
    transaction = Transaction()
    # Nobody can have claimed it: what it was made under is over for good.
    stops.cancel_mail(transaction, workspace, here.e, "stood still", now, system(workspace))
    return _write(here, workspace, _again(here.e, now), now, to=transaction)


def _again(e: Enrolment, now: datetime) -> Enrolment:
    """Before the same step, whose mail is made anew: under another epoch, which is part of its key."""
    fresh = {"message_key": None, "epoch": e.epoch + 1, "waiting": WaitingFor.time, "wake_at": now}
    return e.model_copy(update=fresh)
