"""What the API shows of tasks."""

from typing import Self

from pydantic import Field

from vivier.casework import names
from vivier.hiring.base import Words
from vivier.kernel.actor import Actor
from vivier.kernel.model import Model
from vivier.tasks.model import Task


class TaskView(Model):
    """A task with its version, which an edit names."""

    task: Task
    version: int

    @classmethod
    def of(cls, held: tuple[Task, int]) -> Self:
        return cls(task=held[0], version=held[1])


class Finished(TaskView):
    next: Task | None = None


class TasksView(Model):
    """Tasks, with the names of whom and what they are about."""

    tasks: list[TaskView]
    people: dict[str, str | None]
    jobs: dict[str, Words]
    cursor: str | None = None

    @classmethod
    def of(cls, held: list[tuple[Task, int]], actor: Actor, cursor: str | None = None) -> Self:
        about = [(t.candidate_id, t.job_id) for t, _ in held]
        return cls(
            tasks=[TaskView.of(h) for h in held],
            people=names.of_people(actor, about),
            jobs=names.of_jobs(actor, (job for _, job in about)),
            cursor=cursor,
        )


class Badge(Model):
    """What awaits the member: tasks and scorecards overdue or due today, and notifications that are unread."""

    tasks: int
    overdue: int = Field(description="Of those, how many are overdue.")
    unread: int
