"""A colleague who leaves: what they hold, and giving their tasks to somebody who goes on."""

from datetime import datetime

from pydantic import Field

from vivier.casework import todo
from vivier.hiring import store as hiring
from vivier.hiring.base import Words
from vivier.hiring.model import JobCard, JobState, TeamRole
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Invalid, NotFound
from vivier.kernel.model import Model
from vivier.mail import store as outbox
from vivier.people.model import Strict
from vivier.sequences import store as sequences
from vivier.sequences.model import SequenceState
from vivier.storage.table import find, get_many
from vivier.storage.transaction import Transaction, until_settled
from vivier.tasks import service, store
from vivier.tasks.model import MemberId
from vivier.tasks.service import TaskEdit
from vivier.tasks.store import TaskItem
from vivier.team.model import Member, MemberState
from vivier.team.store import ListedMember, members_of

MOST = 200  # looked at
LAST = "9999"  # after every instant
AT_ONCE = 20  # given in one request
WORKED_ON = (JobState.open, JobState.draft)


class HeldJob(Model):
    id: str
    title: Words
    state: JobState
    role: TeamRole


class HeldSequence(Model):
    id: str
    name: str
    state: SequenceState


class HeldMail(Model):
    """A mail that they wrote and that has not left."""

    candidate_id: str
    to: str
    subject: str
    due_at: Instant


class Held(Model):
    """What somebody holds. Tasks about nobody and no job are their own, and nobody else's business."""

    tasks: int = Field(description="Open ones about people and jobs; of the first two hundred.")
    jobs: list[HeldJob] = Field(description="Open jobs and drafts whose team they are in, the newest first.")
    mails: list[HeldMail] = Field(
        description="That they wrote and that wait to leave in their name, the next one first; of the two hundred "
        "mails of everybody that leave next."
    )
    sequences: list[HeldSequence] = Field(
        description="Made by them, or naming them in steps. They go on under the workspace: mails without that name, "
        "tasks to who published the sequence."
    )


class Successor(Strict):
    to: MemberId


class Given(Model):
    given: int
    left: int = Field(description="Ask again until nothing is left.")


def held(actor: Actor, member_id: str) -> Held:
    """One Get, four Queries, one BatchGet for fifty jobs. Raises Forbidden, NotFound."""
    _required(actor, member_id)
    ids = sorted(hiring.own_jobs(actor.workspace, member_id), reverse=True)[:100]
    cards: list[JobCard] = []
    for start in range(0, len(ids), 50):
        keys = [hiring.JobCardItem.key(actor.workspace, s, i) for i in ids[start : start + 50] for s in WORKED_ON]
        cards += [row.read() for row in get_many(hiring.JobCardItem, keys)]
    roles = {(c.id, m.member_id): m.role for c in cards for m in c.team}
    jobs = [
        HeldJob(id=c.id, title=c.title, state=c.state, role=roles[c.id, member_id])
        for c in sorted(cards, key=lambda c: c.id, reverse=True)
        if (c.id, member_id) in roles
    ]
    return Held(
        tasks=len(_tasks(actor, member_id)),
        jobs=jobs,
        mails=_mails(actor, member_id),
        sequences=_sequences(actor, member_id),
    )


def _mails(actor: Actor, member_id: str) -> list[HeldMail]:
    held = [row.read() for row in outbox.due(actor.workspace, LAST, limit=MOST)]
    return [
        HeldMail(candidate_id=m.candidate_id, to=m.to_name or m.to, subject=m.subject, due_at=m.due_at)
        for m in held
        if m.author_id == member_id and m.draft and m.candidate_id
    ]


def _sequences(actor: Actor, member_id: str) -> list[HeldSequence]:
    cards = [c for c in sequences.every_card(actor.workspace) if member_id in c.members and c.state != "archived"]
    return [HeldSequence(id=c.id, name=c.name, state=c.state) for c in cards]


def hand_over(actor: Actor, member_id: str, to: str, now: datetime) -> Given:
    """Gives open tasks to a colleague, a transaction each, who is told of each; may be repeated.

    Raises Forbidden, NotFound, Invalid (a colleague who could not see what the tasks are about).
    """
    _required(actor, member_id)
    successor = members_of(actor.workspace, [to]).get(to)
    if successor is None or not _may_follow(successor, member_id):
        raise Invalid(
            "Tasks go to a colleague who is here and sees people.", [{"field": "to", "message": "choose another"}]
        )
    tasks = _tasks(actor, member_id)
    for row in tasks[:AT_ONCE]:
        _give(actor, row, member_id, successor, now)
    return Given(given=len(tasks[:AT_ONCE]), left=len(tasks[AT_ONCE:]))


def _required(actor: Actor, member_id: str) -> None:
    actor.require(Permission.manage_workspace)
    if find(ListedMember, ListedMember.key(actor.workspace, member_id), consistent=True) is None:
        raise NotFound("There is no such member.")


def _may_follow(successor: Member, member_id: str) -> bool:
    might = successor.actor()
    able = might.may(Permission.do_tasks) and might.may(Permission.see_people)
    return able and successor.state == MemberState.active and successor.id != member_id


def _tasks(actor: Actor, member_id: str) -> list[TaskItem]:
    rows = store.of_member(actor.workspace, member_id, limit=MOST)
    return [row for row in rows if (task := row.read()).candidate_id or task.job_id]


def _give(actor: Actor, seen: TaskItem, member_id: str, successor: Member, now: datetime) -> None:
    """One task, as it is at this instant; one that was done or given meanwhile stays so."""

    def attempt() -> None:
        row = store.load(actor.workspace, seen.read().id)
        task = row.read()
        if task.state != "open" or task.assignee != member_id:
            return
        transaction = Transaction()
        after = service.edit(transaction, actor, row, TaskEdit(), successor, now)
        todo.assigned(transaction, actor, after, successor, now)
        transaction.commit()

    until_settled(attempt)
