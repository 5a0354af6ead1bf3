"""What the schedule says to members: that a task is due, once; and the mail of the day, once a day."""

from datetime import datetime
from typing import NamedTuple

from vivier.casework import todo, wording
from vivier.kernel.actor import Actor, Permission, system
from vivier.kernel.clock import iso
from vivier.mail import outbox
from vivier.mail import service as letters
from vivier.mail.internal import Section
from vivier.mail.model import Message
from vivier.people import search
from vivier.people import store as people
from vivier.people.model import Card
from vivier.storage.table import get_many
from vivier.storage.transaction import Lost, Transaction
from vivier.tasks import model
from vivier.tasks import store as tasks
from vivier.tasks.model import MyDay, Task
from vivier.tasks.store import TaskItem
from vivier.team import service as team
from vivier.team.digests import DigestItem
from vivier.team.model import Member
from vivier.team.notifications import Notification, notify, unread_ones
from vivier.team.store import members_of

MOST_LINES = 10


def fire(workspace: str, row: TaskItem, now: datetime) -> bool:
    """Tells the assignee that a task is due. However often, late or at once this runs, they are told once."""
    task = row.read()
    member = members_of(workspace, [task.assignee]).get(task.assignee)
    transaction = Transaction()
    transaction.save(row.now(workspace, task.model_copy(update={"fired_at": now})))
    if member:
        told = todo.about(Notification.of("task_due", system(workspace), now), task)
        notify(transaction, workspace, member.id, told)
        if member.task_mails and not task.all_day:
            outbox.put(transaction, workspace, todo.mail("task_due", task, member, workspace, now))
    try:
        transaction.commit()
    except Lost:
        return False  # told, done or put off meanwhile
    return True


class Promise(NamedTuple):
    """People of a workspace whom an answer was promised and who wait for it; `more` than were read."""

    waiting: list[Card]
    more: bool


def overdue_answers(workspace: str, now: datetime) -> Promise:
    """Who waits for an answer that was promised by now: a page of the list of those who are owed one."""
    page = search.search(workspace, search.PeopleQuery(state="answer_due"), limit=50)
    late = [c for c in page.cards if c.answer_due_at and c.answer_due_at < now]
    return Promise(late, page.cursor is not None)


def digest(workspace: str, row: DigestItem, now: datetime) -> bool:
    """The mail of the day for one member, if it is time and there is something to say; then the row waits for its next.

    The mail and the row's move are one transaction, and the mail's key is the member and the day.
    """
    member = members_of(workspace, [row.member_id]).get(row.member_id)
    transaction = Transaction()
    if member is None or member.digest_hour is None:
        transaction.delete(row, when=DigestItem.version == row.number)
        return _committed(transaction) and False
    turn = row.turn(member, member.digest_hour, now)
    message = _written(member, turn.day.isoformat(), now) if turn.day else None
    if turn.day:
        row.sent(turn.day)
    transaction.save(row.put_next(workspace, turn.next_day, turn.next_at))
    if message:
        outbox.put(transaction, workspace, message)
    return _committed(transaction) and message is not None


def _committed(transaction: Transaction) -> bool:
    try:
        transaction.commit()
    except Lost:
        return False
    return True


def _written(member: Member, day: str, now: datetime) -> Message | None:
    """None when there is nothing to say. Four Queries and two BatchGets at most."""
    workspace, zone = member.workspace, member.timezone
    rows = tasks.of_member(workspace, member.id, until=iso(model.until(now, zone)), limit=todo.MOST_OF_A_DAY)
    mine = model.my_day([r.read() for r in rows], now, zone)
    mentions = [n for r in unread_ones(workspace, member.id) if (n := r.read()).kind == "mention"]
    answers = overdue_answers(workspace, now) if member.actor().may(Permission.review) else Promise([], False)
    sections = _sections(member, mine, mentions, answers)
    if not sections:
        return None
    summary = ", ".join(s.heading[0].lower() + s.heading[1:] for s in sections)
    return letters.for_member(
        "digest",
        f"digest-{member.id}-{day}",
        member,
        team.workspace(workspace),
        now,
        {"summary": summary},
        "/my-day",
        sections=sections,
    )


def _sections(member: Member, mine: MyDay, mentions: list[Notification], answers: Promise) -> list[Section]:
    french = member.language == "fr"
    names = _names(member.actor(), [*mine.overdue, *mine.due_today], mentions)

    def task(t: Task) -> str:
        about = f" ({name})" if (name := names.get(t.candidate_id or "")) else ""
        return f"{t.title}{about}, {wording.due(t, member.language, member.timezone)}"

    def mention(n: Notification) -> str:
        return " : ".join(p for p in (n.by_name, names.get(n.candidate_id or "")) if p)

    several = wording.several
    late, today = len(mine.overdue), len(mine.due_today)
    waiting = [c.name or c.email or "" for c in answers.waiting]
    more = "+" if answers.more else ""
    if french:
        found = [
            (several(late, "tâche en retard", "tâches en retard", "fr"), [task(t) for t in mine.overdue]),
            (several(today, "tâche aujourd’hui", "tâches aujourd’hui", "fr"), [task(t) for t in mine.due_today]),
            (several(len(mentions), "mention non lue", "mentions non lues", "fr"), [mention(n) for n in mentions]),
            (
                several(len(waiting), "réponse promise en retard", "réponses promises en retard", "fr") + more,
                waiting,
            ),
        ]
    else:
        found = [
            (several(late, "overdue task", "overdue tasks", "en"), [task(t) for t in mine.overdue]),
            (several(today, "task today", "tasks today", "en"), [task(t) for t in mine.due_today]),
            (several(len(mentions), "unread mention", "unread mentions", "en"), [mention(n) for n in mentions]),
            (several(len(waiting), "overdue promised answer", "overdue promised answers", "en") + more, waiting),
        ]
    return [Section(heading, _cut(lines, french)) for heading, lines in found if lines]


def _cut(lines: list[str], french: bool) -> list[str]:
    left = len(lines) - MOST_LINES
    if left <= 0:
        return lines
    return [*lines[:MOST_LINES], f"et {left} de plus" if french else f"and {left} more"]


def _names(actor: Actor, held: list[Task], mentions: list[Notification]) -> dict[str, str]:
    """Names of the people that these are about, for who may see people: one BatchGet."""
    ids = {i for i in (*(t.candidate_id for t in held[:50]), *(n.candidate_id for n in mentions)) if i}
    if not actor.may(Permission.see_people):
        return {}
    keys = [people.CandidateItem.key(actor.workspace, i) for i in sorted(ids)][:100]
    return {c.id: c.display_name or "" for c in (r.read() for r in get_many(people.CandidateItem, keys))}
