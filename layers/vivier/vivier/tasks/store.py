"""Rows of tasks (docs/access_patterns.md). A task lies with what it is about, so opening a person reads their tasks.

While open it stands in the work index under its assignee by its due time, and in the second index until its assignee
was told. `TaskPlace` finds it by its id alone.
"""

from pynamodb.attributes import UnicodeAttribute

from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people.store import partition
from vivier.storage.table import Item, Key, Versioned, find, get_many, query, together, waiting
from vivier.storage.transaction import Transaction
from vivier.tasks.model import Task

TASK = "R#task#"
MOST_OF_JOB = 200


def job_tasks(workspace: str, job_id: str) -> str:
    """A partition of their own: who polls a job's board does not pay for its tasks."""
    return f"W#{workspace}#J#{job_id}#TASKS"


def own_tasks(workspace: str, member_id: str) -> str:
    return f"W#{workspace}#TASKS#{member_id}"


class TaskItem(Versioned, discriminator="task"):
    @classmethod
    def key(cls, workspace: str, t: Task) -> Key:
        sort = f"{TASK}{sort_key(t.id)}"
        if t.candidate_id:
            return partition(workspace, t.candidate_id), sort
        if t.job_id:
            return job_tasks(workspace, t.job_id), sort
        return own_tasks(workspace, t.created_by.id or t.created_by.kind), sort

    @classmethod
    def of(cls, workspace: str, t: Task) -> "TaskItem":
        return cls.holding(t, *cls.key(workspace, t)).now(workspace, t)

    def now(self, workspace: str, t: Task) -> "TaskItem":
        """The same row (its version kept) holding the task as it is now."""
        self.put(t)
        is_open = t.state == "open"
        self.gsi1pk = own_tasks(workspace, t.assignee) if is_open else None
        self.gsi1sk = f"{iso(t.due_at)}#{t.id}" if is_open else None
        waits = is_open and t.fired_at is None
        self.gsi2pk = f"W#{workspace}#DUE" if waits else None
        self.gsi2sk = f"{iso(t.fires_at)}#{t.id}" if waits else None
        return self

    def read(self) -> Task:
        return Task.model_validate_json(self.body)


class TaskPlace(Item, discriminator="task_place"):
    """Where a task lies; one with its id, and one in the job for a task about someone's application to it."""

    at_pk = UnicodeAttribute()
    at_sk = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, task_id: str) -> Key:
        return f"W#{workspace}#TASK#{task_id}", "place"

    @classmethod
    def all_of(cls, workspace: str, t: Task) -> list["TaskPlace"]:
        pk, sk = TaskItem.key(workspace, t)
        places = [cls(*cls.key(workspace, t.id), at_pk=pk, at_sk=sk)]
        if t.candidate_id and t.job_id:
            places.append(cls(job_tasks(workspace, t.job_id), sk, at_pk=pk, at_sk=sk))
        return places


def add(transaction: Transaction, workspace: str, task: Task) -> None:
    transaction.create(TaskItem.of(workspace, task), *TaskPlace.all_of(workspace, task))


def remove(transaction: Transaction, workspace: str, row: TaskItem) -> None:
    """A task that nobody has touched since it was read, as if it had never been."""
    transaction.delete(row, when=TaskItem.version == row.number)
    transaction.delete(*TaskPlace.all_of(workspace, row.read()))


def load(workspace: str, task_id: str) -> TaskItem:
    """The task as it is at this instant: two Gets. Raises NotFound."""
    place = find(TaskPlace, TaskPlace.key(workspace, task_id), consistent=True)
    row = find(TaskItem, (place.at_pk, place.at_sk), consistent=True) if place else None
    if row is None:
        raise NotFound("There is no such task.")
    return row


def several(workspace: str, ids: list[str]) -> list[Task]:
    """Those that exist among at most a hundred: two BatchGets."""
    places = get_many(TaskPlace, [TaskPlace.key(workspace, i) for i in ids])
    return [row.read() for row in get_many(TaskItem, [(p.at_pk, p.at_sk) for p in places])]


def of_member(
    workspace: str, member_id: str, *, after: str | None = None, until: str | None = None, limit: int = 50
) -> list[TaskItem]:
    """A member's open tasks by their due time: one Query."""
    return waiting(TaskItem, own_tasks(workspace, member_id), after=after, until=until, limit=limit)


def of_job(workspace: str, job_id: str) -> list[TaskItem]:
    """Tasks of a job and of the applications to it, the newest first: one Query, and one BatchGet for each 100."""
    rows = query(job_tasks(workspace, job_id), prefix=TASK, newest_first=True, limit=MOST_OF_JOB)
    places = [(r.at_pk, r.at_sk) for r in rows if isinstance(r, TaskPlace)]
    found = [r for r in rows if isinstance(r, TaskItem)]
    found += get_many(TaskItem, places)
    return sorted(found, key=lambda r: r.sk, reverse=True)


def due(workspace: str, until: str, *, after: str | None = None, limit: int = 100) -> list[TaskItem]:
    """Open tasks whose assignees are to be told and were not, oldest first: one Query."""
    return together(TaskItem, f"W#{workspace}#DUE", after=after, until=until, limit=limit)
